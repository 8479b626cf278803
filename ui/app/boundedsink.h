#pragma once

#include "lens/exportjob.h"

#include <algorithm>

namespace swb::ui {

/// Keeps whole rows up to a size.
class BoundedSink : public lens::ExportSink
{
public:
    BoundedSink(quint32 mostRows, qsizetype mostBytes)
        : m_mostRows(mostRows)
        , m_mostBytes(mostBytes)
    {
    }
    Outcome write(QByteArrayView bytes) override
    {
        if (m_bytes.size() + bytes.size() > m_mostBytes) {
            m_bytes.append(bytes.first(m_mostBytes - m_bytes.size()));
            m_isFull = true;
            return Failure{FailureKind::QueueFull, 0, {}};
        }
        m_bytes.append(bytes);
        return Done{};
    }
    bool rowEnded(qsizetype held) override
    {
        const qsizetype end = m_bytes.size() + held;
        if (m_isFull || end > m_mostBytes)
            return false;
        m_wholeRows = end;
        return ++m_rows < m_mostRows;
    }
    quint32 rows() const { return m_rows; }
    QByteArray wholeRows() const { return m_bytes.first(std::min(m_wholeRows, m_bytes.size())); }
    const QByteArray &bytes() const { return m_bytes; } ///< also the beginning of a row that did not fit

private:
    quint32 m_mostRows;
    qsizetype m_mostBytes;
    QByteArray m_bytes;
    qsizetype m_wholeRows = 0;
    quint32 m_rows = 0;
    bool m_isFull = false; ///< a row was cut
};

} // namespace swb::ui

#pragma once

#include "base/event.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace swb::lens {

/// An event as one JSON object on one line: of both programs, live, printed or exported. It comes in parts,
/// so that the bytes of a large event need not be in memory at once.
class EventJson
{
public:
    /// `local` and `peer` are the ends of its connection. `unfinished`: the bytes of a character that never
    /// became whole, known when the connection closes.
    EventJson(const Event &event, const SocketAddress &local, const SocketAddress &peer,
        const Annotation &annotation = {}, const QString &unfinished = {});

    QByteArrayView beforeHex() const { return QByteArrayView(m_line).first(m_hexAt); }
    QByteArrayView beforeText() const { return QByteArrayView(m_line).sliced(m_hexAt, m_textAt - m_hexAt); }
    QByteArrayView end() const { return QByteArrayView(m_line).sliced(m_textAt); }

    static QByteArray hex(QByteArrayView bytes) { return bytes.toByteArray().toHex(); }
    static QByteArray escaped(const QString &text); ///< as it stands between the quotation marks

private:
    QByteArray m_line;
    qsizetype m_hexAt = 0; ///< both 0 where the event carries no bytes: the line is end() then
    qsizetype m_textAt = 0;
};

} // namespace swb::lens

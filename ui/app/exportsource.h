#pragma once

#include "pages/exportdialog.h"

namespace swb::ui {

class LogView;

/// What a log shows, and what is selected in it, at one moment: later changes of the log change nothing here.
class ExportSource
{
public:
    ExportSource() = default; ///< of a log without rows
    explicit ExportSource(const LogView &log);

    bool isEmpty() const { return m_connectionRows == 0; } ///< no rows, also none that a filter hides
    bool isFiltered() const { return m_isFiltered; }
    quint32 shownRows() const { return m_shown.rows.count; }
    quint32 connectionRows() const { return m_connectionRows; } ///< also those that a filter hides
    quint32 selectedRows() const { return m_selectionEnd - m_selectionFirst; }
    ConnectionId connection() const { return m_connection; } ///< invalid: not of one alone

    lens::ExportJob job(const ExportDialog::Choice &choice) const;

private:
    lens::ExportJob m_shown;
    std::function<EventSeq(quint32)> m_connectionSeqAt;
    quint32 m_connectionRows = 0;
    quint32 m_selectionFirst = 0;
    quint32 m_selectionEnd = 0; ///< behind the last one
    ConnectionId m_connection;
    bool m_isFiltered = false;
};

} // namespace swb::ui

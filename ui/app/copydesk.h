#pragma once

#include "lens/exportjob.h"

#include <QObject>

class QMainWindow;
class QMenu;

namespace swb::ui {

class Banner;
class LogView;

/// "Copy rows as": what is selected in the log, in a format of the export, onto the clipboard.
class CopyDesk : public QObject
{
    Q_OBJECT

public:
    /// What it works with. None is owned; all must outlive the desk.
    struct Parts
    {
        QMainWindow *window;
        LogView *log;
        Banner *banner;
    };
    /// The menu comes into the log's context menu; whoever has another one adds menu() there.
    explicit CopyDesk(const Parts &parts);

    QMenu *menu() const { return m_menu; } ///< the window's

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void copyAs(lens::ExportFormat format, lens::ExportSide side);

    Parts m_parts;
    QMenu *m_menu;
};

} // namespace swb::ui

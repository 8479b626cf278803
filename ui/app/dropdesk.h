#pragma once

#include <QObject>

class QDropEvent;
class QMimeData;
class QWidget;

namespace swb::ui {

class Banner;
class DropHint;
class FileOpener;

/// Files dropped anywhere on the window are opened, also over a field that would take their names as text.
class DropDesk : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 20; ///< files in one drop

    /// None is owned; all must outlive this.
    DropDesk(QWidget *window, FileOpener *opener, Banner *banner);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static QStringList filesIn(const QMimeData *data);
    void welcome(QDropEvent *event);
    void take(QDropEvent *event);

    QWidget *m_window;
    FileOpener *m_opener;
    Banner *m_banner;
    DropHint *m_hint;
};

} // namespace swb::ui

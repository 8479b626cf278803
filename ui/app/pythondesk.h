#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace swb::ui {

class Banner;
class BenchSession;
class WorkPresenter;

/// "Show as Python": the server or client that is selected, as a program that a peer cannot tell from it.
class PythonDesk : public QObject
{
    Q_OBJECT

public:
    /// What it works with. None is owned; all must outlive the desk.
    struct Parts
    {
        QWidget *window;
        QAction *show;
        BenchSession *session;
        WorkPresenter *presenter;
        Banner *banner;
    };
    explicit PythonDesk(const Parts &parts, QObject *parent = nullptr);

private:
    void show();
    void refresh();

    Parts m_parts;
};

} // namespace swb::ui

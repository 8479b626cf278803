#pragma once

#include <QObject>

class QAction;

namespace swb::ui {

class Actions;
class Projector;
class TcpDesk;
class WorkPage;

/// Projects the lens on TCP with whatever view it shows. What can be done to the connection by a key can be
/// done meanwhile, too.
class ProjectorDesk : public QObject
{
    Q_OBJECT

public:
    /// What it works with. None is owned; all must outlive the desk.
    struct Parts
    {
        QWidget *window;
        Actions *actions;
        TcpDesk *tcp;
        WorkPage *page;
    };
    ProjectorDesk(const Parts &parts, QObject *parent);

private:
    Parts m_parts;
    QAction *m_action;
    Projector *m_projector;
};

} // namespace swb::ui

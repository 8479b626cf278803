#pragma once

#include <QObject>

namespace swb::ui {

class Actions;
class BenchSession;
class TcpPage;
class WorkPage;
class WorkPresenter;

/// Puts the lens on TCP among the others, and tells it what there is to look at: a connection or a listener.
/// Who has a view places it on page(). The lens is offered once there is one.
class TcpDesk : public QObject
{
    Q_OBJECT

public:
    /// What it works with. None is owned; all must outlive the desk.
    struct Parts
    {
        WorkPage *page;
        Actions *actions;
        BenchSession *session;
        WorkPresenter *presenter;
    };
    TcpDesk(const Parts &parts, QObject *parent);

    TcpPage *page() const { return m_tcp; }
    bool isShown() const; ///< the lens is chosen: what is behind another one need not keep up

private:
    void showTarget();

    Parts m_parts;
    TcpPage *m_tcp;
};

} // namespace swb::ui

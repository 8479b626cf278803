#pragma once

#include <QObject>

class QWidget;

namespace swb::bench {
struct EndpointStatus;
}

namespace swb::ui {

class Actions;
class BenchSession;
class WorkPresenter;

/// Gives the commands about endpoints and connections their meaning for what is selected, and enables those
/// that make sense for it.
class CommandRouter : public QObject
{
    Q_OBJECT

public:
    /// None is owned; all must outlive this. Questions are asked over `window`.
    CommandRouter(Actions *actions, BenchSession *session, WorkPresenter *presenter, QWidget *window);

    void refresh();

private:
    void wireEndpoint();
    void wireConnection();
    void refreshEndpoint();
    void refreshConnection();
    void remove();
    void removeEndpoint(const bench::EndpointStatus &endpoint);

    Actions *m_actions;
    BenchSession *m_session;
    WorkPresenter *m_presenter;
    QWidget *m_window;
};

} // namespace swb::ui

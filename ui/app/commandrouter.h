#pragma once

#include <QObject>

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
    /// None is owned; all must outlive this.
    CommandRouter(
        Actions *actions, BenchSession *session, WorkPresenter *presenter, QObject *parent = nullptr);

    void refresh();

private:
    void wireEndpoint();
    void wireConnection();
    void refreshEndpoint();
    void refreshConnection();
    void remove();

    Actions *m_actions;
    BenchSession *m_session;
    WorkPresenter *m_presenter;
};

} // namespace swb::ui

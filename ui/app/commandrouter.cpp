#include "app/commandrouter.h"

#include "app/actions.h"
#include "app/benchsession.h"
#include "app/workpresenter.h"
#include "pages/question.h"

namespace swb::ui {

using bench::ConnectionState;
using bench::EndpointState;

CommandRouter::CommandRouter(
    Actions *actions, BenchSession *session, WorkPresenter *presenter, QWidget *window)
    : QObject(window)
    , m_actions(actions)
    , m_session(session)
    , m_presenter(presenter)
    , m_window(window)
{
    wireEndpoint();
    wireConnection();
    connect(presenter, &WorkPresenter::targetChanged, this, &CommandRouter::refresh);
    refresh();
}

void CommandRouter::wireEndpoint()
{
    const auto on = [this](Command command, auto &&action) {
        connect((*m_actions)[command], &QAction::triggered, this, action);
    };
    on(Command::NewServer, [this] { m_presenter->draft(bench::Role::TcpServer); });
    on(Command::NewClient, [this] { m_presenter->draft(bench::Role::TcpClient); });
    on(Command::ConnectClient, [this] { m_presenter->connectClient(); });
    on(Command::StopListening, [this] { m_session->engine().stop(m_presenter->target().endpoint); });
    on(Command::PauseAccepting,
        [this](bool paused) { m_session->engine().pauseAccepting(m_presenter->target().endpoint, paused); });
    on(Command::RemoveEnded, [this] { m_session->engine().removeEnded(m_presenter->target().endpoint); });
    on(Command::Remove, [this] { remove(); });
}

void CommandRouter::wireConnection()
{
    const auto on = [this](Command command, auto &&action) {
        connect((*m_actions)[command], &QAction::triggered, this, [this, action](bool checked) {
            if (const bench::ConnectionStatus *connection = m_session->connectionOf(m_presenter->target()))
                action(m_session->engine(), connection->id, checked);
        });
    };
    using Engine = bench::BenchThread;
    on(Command::FinishSending, [](Engine &engine, ConnectionId id, bool) { engine.finishSending(id); });
    on(Command::Close, [](Engine &engine, ConnectionId id, bool) { engine.close(id); });
    on(Command::Reset, [](Engine &engine, ConnectionId id, bool) { engine.reset(id); });
    on(Command::StopReading,
        [](Engine &engine, ConnectionId id, bool stopped) { engine.stopReading(id, stopped); });
}

void CommandRouter::remove()
{
    const BenchModel::Target target = m_presenter->target();
    if (target.recording != 0)
        m_session->removeRecording(target.recording);
    else if (const bench::EndpointStatus *endpoint = m_session->bench()->endpoint(target.endpoint))
        removeEndpoint(*endpoint);
}

/// Open connections are reset with it, one key away from what clears ended ones: asked first.
void CommandRouter::removeEndpoint(const bench::EndpointStatus &endpoint)
{
    const auto goOn = [this, id = endpoint.id] { m_session->engine().remove(id); };
    if (endpoint.openConnections == 0) {
        goOn();
        return;
    }
    const Question::Words words{tr("%n open connection(s) end with a reset (RST) if this is removed. The "
                                   "recording keeps what passed.",
                                    nullptr, endpoint.openConnections),
        tr("&Remove"), tr("&Keep")};
    Question::ask(m_window, QStringLiteral("removeQuestion"), words, goOn);
}

void CommandRouter::refresh()
{
    refreshEndpoint();
    refreshConnection();
}

void CommandRouter::refreshEndpoint()
{
    const BenchModel::Target target = m_presenter->target();
    const bench::EndpointStatus *endpoint =
        m_presenter->isDrafting() ? nullptr : m_session->bench()->endpoint(target.endpoint);
    const bool server = endpoint && endpoint->spec.role == bench::Role::TcpServer;
    const bool listening = server
        && (endpoint->state == EndpointState::Listening || endpoint->state == EndpointState::AcceptingPaused);
    const bool idle =
        endpoint && target.kind == BenchModel::RowKind::Endpoint && bench::isIdle(endpoint->state);
    (*m_actions)[Command::Start]->setEnabled(
        idle || m_presenter->isDrafting() || m_session->bench()->isBenchEmpty());
    (*m_actions)[Command::ConnectClient]->setEnabled(listening);
    (*m_actions)[Command::StopListening]->setEnabled(listening);
    (*m_actions)[Command::PauseAccepting]->setEnabled(listening);
    (*m_actions)[Command::PauseAccepting]->setChecked(
        listening && endpoint->state == EndpointState::AcceptingPaused);
    (*m_actions)[Command::RemoveEnded]->setEnabled(
        !m_session->bench()->isBenchEmpty() && target.recording == 0);
    (*m_actions)[Command::Remove]->setEnabled(
        endpoint || (!m_presenter->isDrafting() && target.recording != 0));
}

void CommandRouter::refreshConnection()
{
    const BenchModel::Target target = m_presenter->target();
    const bench::ConnectionStatus *connection =
        m_presenter->isDrafting() || target.recording != 0 ? nullptr : m_session->connectionOf(target);
    const bool alive = connection && !bench::isOver(connection->state);
    const bool sends = alive
        && (connection->state == ConnectionState::Open || connection->state == ConnectionState::PeerFinished);
    const bool reads = alive
        && (connection->state == ConnectionState::Open || connection->state == ConnectionState::Finished);
    (*m_actions)[Command::FinishSending]->setEnabled(sends);
    (*m_actions)[Command::Close]->setEnabled(alive && connection->state != ConnectionState::Closing);
    (*m_actions)[Command::Reset]->setEnabled(alive);
    (*m_actions)[Command::StopReading]->setEnabled(reads);
    (*m_actions)[Command::StopReading]->setChecked(reads && connection->readingStopped);
}

} // namespace swb::ui

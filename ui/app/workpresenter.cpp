#include "app/workpresenter.h"

#include "app/benchsession.h"
#include "bench/sentences.h"
#include "models/logmodel.h"
#include "models/timetext.h"
#include "pages/benchtree.h"
#include "pages/bytespane.h"
#include "pages/endpointpage.h"
#include "pages/startpage.h"
#include "pages/subjectbar.h"
#include "pages/workpage.h"
#include "widgets/composer.h"
#include "widgets/logview.h"

#include <QSignalBlocker>

namespace swb::ui {

using bench::ConnectionState;
using RowKind = BenchModel::RowKind;

WorkPresenter::WorkPresenter(BenchSession *session, BenchTree *tree, WorkPage *page, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_tree(tree)
    , m_page(page)
{
    wire();
    page->form()->setFacts(SystemFacts::read());
    show({});
}

void WorkPresenter::wire()
{
    EndpointPage *form = m_page->form();
    bench::BenchThread *engine = &m_session->engine();
    connect(m_tree, &BenchTree::targetSelected, this, &WorkPresenter::show);
    connect(form, &EndpointPage::startRequested, this, &WorkPresenter::start);
    connect(form, &EndpointPage::clientRequested, this, &WorkPresenter::start);
    connect(form, &EndpointPage::draftLeft, this, &WorkPresenter::leaveDraft);
    connect(form, &EndpointPage::stopRequested, engine, &bench::BenchThread::stop);
    connect(
        form, &EndpointPage::restartRequested, this, [this](EndpointId id, const bench::EndpointSpec &spec) {
            m_awaited = id;
            m_session->engine().restart(id, spec);
        });
    connect(m_page->start(), &StartPage::serverRequested, this, &WorkPresenter::startFirstServer);
    connect(
        m_page->start(), &StartPage::customServerRequested, this, [this] { draft(bench::Role::TcpServer); });
    connect(m_page->start(), &StartPage::clientRequested, this, [this] { draft(bench::Role::TcpClient); });
    connect(m_page->log(), &LogView::currentEventChanged, this, &WorkPresenter::showEvent);
    connect(m_page->composer(), &Composer::sendRequested, this, &WorkPresenter::send);
    connect(m_page->subject(), &SubjectBar::encodingChosen, this, [this](const codec::Encoding &encoding) {
        m_session->setEncoding(m_target, encoding);
        m_page->bytesPane()->setEncoding(encoding);
        m_page->composer()->setEncoding(encoding);
    });
}

void WorkPresenter::draft(bench::Role role)
{
    bench::EndpointSpec spec = m_session->newSpec(role);
    if (role == bench::Role::TcpServer)
        spec.port = m_session->bench()->firstFreePort(spec.port);
    m_drafting = true;
    {
        // Nothing is selected, and what was shown is kept to come back to.
        const QSignalBlocker blocker(m_tree);
        m_tree->setCurrentIndex({});
    }
    m_page->form()->setFacts(SystemFacts::read());
    m_page->form()->showDraft(spec);
    m_page->showDraft();
    m_page->form()->focusForm();
    emit targetChanged();
}

void WorkPresenter::leaveDraft()
{
    m_tree->select(m_target);
    show(m_tree->current());
    m_page->isStart() ? m_page->start()->setFocus() : m_tree->setFocus();
}

void WorkPresenter::start(const bench::EndpointSpec &spec)
{
    m_awaited = m_session->engine().start(spec);
}

void WorkPresenter::startFirstServer()
{
    bench::EndpointSpec spec = m_session->newSpec(bench::Role::TcpServer);
    spec.behaviour.echo = true;
    start(spec);
    m_firstServer = m_awaited;
    m_firstServerMoves = false;
}

/// False while the first server is on its way to a free port: its failure is then no news.
bool WorkPresenter::firstServerSettled()
{
    const bench::EndpointStatus *server = m_session->bench()->endpoint(m_firstServer);
    if (!server || server->failure.kind != FailureKind::PortInUse || server->spec.port == 0)
        return true;
    if (m_firstServerMoves)
        return false;
    m_firstServerMoves = true;
    emit noticed(
        tr("Port %1 is taken by another program; the system chose a free one").arg(server->spec.port));
    bench::EndpointSpec elsewhere = server->spec;
    elsewhere.port = 0;
    m_session->engine().restart(m_firstServer, elsewhere);
    return false;
}

void WorkPresenter::connectClient()
{
    if (const bench::EndpointStatus *server = m_session->bench()->endpoint(m_target.endpoint))
        start(EndpointPage::clientFor(*server));
}

void WorkPresenter::show(const BenchModel::Target &target)
{
    swapDraft(m_target, target);
    m_target = target;
    m_drafting = false;
    showHead();
    showLog();
    showComposer();
    emit targetChanged();
}

void WorkPresenter::showHead()
{
    const BenchModel *bench = m_session->bench();
    const bench::EndpointStatus *endpoint = bench->endpoint(m_target.endpoint);
    const bench::ConnectionStatus *connection = m_session->connectionOf(m_target);
    if (m_drafting)
        return;
    if (bench->isBenchEmpty()) {
        m_page->showStart();
    } else if (m_target.kind == RowKind::Endpoint && endpoint) {
        m_page->form()->showEndpoint(*endpoint);
        m_page->showEndpoint();
    } else if (m_target.kind == RowKind::Connection && connection) {
        bench::ConnectionStatus shown = *connection;
        shown.encoding = m_session->encodingOf(m_target).name();
        m_page->subject()->showConnection(shown);
        m_page->showSubject();
    } else if (m_target.kind == RowKind::Recording) {
        m_page->subject()->showTitle(bench->indexOf(m_target).data().toString(), recordingFacts(),
            m_session->encodingOf(m_target).name());
        m_page->showSubject();
    } else {
        m_page->subject()->showTitle(tr("All connections"), tr("one timeline of everything on this bench"));
        m_page->showSubject();
    }
}

/// Of which day the recording is that is selected, and what of it cannot be shown.
QString WorkPresenter::recordingFacts() const
{
    const auto recording = m_session->recordingOf(m_target);
    if (!recording)
        return {};
    QStringList facts;
    if (const Result<Event> first = recording->event(EventSeq(0)))
        facts.append(TimeText::dateUnlessToday(first->time));
    if (const quint64 torn = recording->tail().bytesAfter; torn > 0)
        facts.append(tr("The last %1 of the file are no whole record and are not shown")
                         .arg(bench::Sentences::size(torn)));
    if (const auto foreign = recording->foreign())
        facts.append(bench::Sentences::notShown(*foreign));
    facts.removeAll(QString());
    return facts.join(QStringLiteral(" · "));
}

void WorkPresenter::showLog()
{
    LogView *view = m_page->log();
    LogModel *log = m_session->logOf(m_target);
    if (view->model() != log) {
        m_page->bytesPane()->clear();
        view->setModel(log);
    }
    view->setConnectionColumnShown(m_target.kind != RowKind::Connection);
    view->setEmptyText(emptyLogText());
    if (log->rowCount() == 0)
        m_page->bytesPane()->clear();
    view->setFollowing(m_target.recording == 0);
    if (m_target.recording != 0 && log->rowCount() > 0)
        view->setCurrentRow(0); // what was recorded is read from its start
}

QString WorkPresenter::emptyLogText() const
{
    if (m_target.recording != 0)
        return tr("This recording holds no events");
    if (!m_session->engine().recording())
        return tr("Nothing is recorded, so there is no log");
    return m_target.kind == RowKind::Endpoint ? tr("What happens here is listed here, each event a row")
                                              : tr("Nothing has happened yet");
}

QString WorkPresenter::silenceReason() const
{
    if (m_target.recording != 0)
        return tr("This is a recording; nothing can be sent");
    const bench::EndpointStatus *endpoint = m_session->bench()->endpoint(m_target.endpoint);
    if (m_target.kind == RowKind::Endpoint && endpoint && endpoint->spec.role == bench::Role::TcpServer)
        return endpoint->openConnections > 0 ? QString() : tr("No client is connected");
    const bench::ConnectionStatus *connection = m_session->connectionOf(m_target);
    if (!connection)
        return m_target.kind == RowKind::Endpoint ? tr("Not connected")
                                                  : tr("Select a connection to send to it");
    switch (connection->state) {
    case ConnectionState::Open:
    case ConnectionState::PeerFinished:
        return {};
    case ConnectionState::Finished:
    case ConnectionState::Closing:
        return tr("Sending is finished (FIN)");
    case ConnectionState::Closed:
    case ConnectionState::Reset:
    case ConnectionState::Failed:
        return tr("This connection is over");
    }
    return {};
}

void WorkPresenter::showComposer()
{
    const bench::EndpointStatus *endpoint = m_session->bench()->endpoint(m_target.endpoint);
    const bool server = m_target.recording == 0 && endpoint && endpoint->spec.role == bench::Role::TcpServer;
    const Sending sending{m_session->encodingOf(m_target).name(), silenceReason(),
        m_session->connectionOf(m_target) != nullptr, server ? endpoint->openConnections : 0};
    // A busy bench asks every frame; a list of targets that is open must not be filled anew each time.
    if (m_sending == sending)
        return;
    m_sending = sending;
    Composer *composer = m_page->composer();
    composer->setEncoding(m_session->encodingOf(m_target));
    composer->setTargets(sending.oneConnection, sending.clients > 0, sending.clients);
    composer->setEnabledFor(sending.silence.isEmpty(), sending.silence);
}

/// What is written for one peer is not to be sent to another by mistake.
void WorkPresenter::swapDraft(const BenchModel::Target &from, const BenchModel::Target &to)
{
    if (from == to)
        return;
    const auto keyOf = [](const BenchModel::Target &target) {
        return QStringLiteral("%1 %2 %3")
            .arg(target.endpoint.value)
            .arg(target.connection.value)
            .arg(target.recording);
    };
    Composer *composer = m_page->composer();
    if (composer->text().isEmpty())
        m_drafts.remove(keyOf(from));
    else
        m_drafts.insert(keyOf(from), {composer->text(), composer->mode(), composer->lineEnding()});
    const auto kept = m_drafts.constFind(keyOf(to));
    if (kept != m_drafts.cend()) {
        composer->setMode(kept->mode);
        composer->setLineEnding(kept->ending);
        composer->setText(kept->text);
    } else if (!composer->text().isEmpty()) {
        composer->setText({});
    }
}

void WorkPresenter::showEvent(EventSeq seq, bool has)
{
    const LogModel *log = m_page->log()->model();
    if (!has || !log || !log->recording()) {
        m_page->bytesPane()->clear();
        return;
    }
    const ConnectionId connection = log->recording()->summary(seq).connection;
    m_page->bytesPane()->setEvent(log->recording(), seq, log->encodingOf(connection));
}

void WorkPresenter::lookAt(const BenchModel::Target &connection, EventSeq seq)
{
    const auto recording = m_session->recordingOf(connection);
    const LogModel *log = m_page->log()->model();
    if (log && log->recording() == recording && log->rowOf(seq) >= 0)
        m_page->log()->selectEvent(seq);
    m_page->bytesPane()->setEvent(recording, seq, m_session->encodingOf(connection));
}

void WorkPresenter::send(const QByteArray &bytes, bool toAll)
{
    const bench::ConnectionStatus *connection = m_session->connectionOf(m_target);
    if (toAll || !connection)
        m_session->engine().sendToAll(m_target.endpoint, bytes);
    else
        m_session->engine().send(connection->id, bytes);
}

void WorkPresenter::selectAwaited()
{
    const bench::EndpointStatus *endpoint = m_session->bench()->endpoint(m_awaited);
    if (!endpoint)
        return;
    const bool client = endpoint->spec.role == bench::Role::TcpClient;
    const BenchModel::Target place{RowKind::Endpoint, m_awaited, {}, 0};
    const bench::ConnectionStatus *connection = client ? m_session->connectionOf(place) : nullptr;
    const bool settled = endpoint->state != bench::EndpointState::Starting
        && endpoint->state != bench::EndpointState::Connecting;
    if (connection)
        m_tree->select({RowKind::Connection, m_awaited, connection->id, 0});
    else if (m_drafting || m_target != place)
        m_tree->select(place);
    if (!settled && !connection)
        return;
    const bool moved = m_awaited == m_firstServer && m_firstServerMoves; // which has just been noticed
    if (!moved && !bench::isIdle(endpoint->state))
        emit started();
    m_firstServer = {}; // from now on it is one as any other
    m_firstServerMoves = false;
    m_awaited = {};
    connection ? m_page->composer()->focusText() : m_page->form()->focusForm();
}

void WorkPresenter::refresh()
{
    if (m_awaited.isValid() && (m_awaited != m_firstServer || firstServerSettled()))
        selectAwaited();
    showHead();
    showComposer();
}

void WorkPresenter::retranslate()
{
    m_sending.reset();
    refresh();
    m_page->log()->setEmptyText(emptyLogText());
}

} // namespace swb::ui

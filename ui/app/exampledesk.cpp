#include "app/exampledesk.h"

#include "app/benchsession.h"
#include "pages/banner.h"
#include "pages/benchtree.h"
#include "pages/examplesdialog.h"
#include "pages/startpage.h"
#include "pages/workpage.h"
#include "widgets/composer.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

ExampleDesk::ExampleDesk(const Parts &parts)
    : QObject(parts.window)
    , m_parts(parts)
{
    for (const bench::Example &example : bench::Example::all()) {
        QAction *action = parts.menu->addAction(QString());
        action->setObjectName(example.id + u"ExampleAction"_s);
        connect(action, &QAction::triggered, this, [this, id = example.id] { run(id); });
        m_actions.append(action);
    }
    parts.menu->setToolTipsVisible(true);
    connect(parts.page->start(), &StartPage::exampleRequested, this, &ExampleDesk::choose);
    connect(parts.page->composer(), &Composer::sendRequested, this,
        [this] { noteSending(m_parts.tree->current()); });
    connect(parts.session, &BenchSession::framePassed, this, &ExampleDesk::selectTelling);
    retranslate();
}

void ExampleDesk::retranslate()
{
    const QList<bench::Example> examples = bench::Example::all();
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        m_actions[i]->setText(examples[i].title);
        m_actions[i]->setToolTip(examples[i].text);
        m_actions[i]->setStatusTip(examples[i].text);
    }
}

void ExampleDesk::choose()
{
    auto *dialog = new ExamplesDialog(bench::Example::all(), m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExamplesDialog::chosen, this, &ExampleDesk::run);
    dialog->open();
}

void ExampleDesk::run(const QString &id)
{
    const auto example = bench::Example::find(id);
    if (!example)
        return;
    clearAway();
    bench::BenchThread &engine = m_parts.session->engine();
    QList<EndpointId> endpoints;
    for (const bench::EndpointSpec &spec : example->workspace.endpoints) {
        endpoints.append(engine.add(spec));
        m_placed.append({endpoints.constLast(), spec});
    }
    m_telling = endpoints.at(example->telling);
    engine.startTogether(endpoints, bench::PortTaken::TakesAnother);
}

/// So that examples that are looked at one after the other do not pile up.
void ExampleDesk::clearAway()
{
    if (isUntouched()) {
        for (const Placed &placed : m_placed)
            m_parts.session->engine().remove(placed.id);
    }
    m_placed.clear();
    m_isUsed = false;
}

void ExampleDesk::noteSending(const BenchModel::Target &target)
{
    m_isUsed = m_isUsed || std::ranges::find(m_placed, target.endpoint, &Placed::id) != m_placed.end();
}

/// It is as it was put up, nothing was sent in it by hand, and nobody but its own clients was there.
bool ExampleDesk::isUntouched() const
{
    const BenchModel *model = m_parts.session->bench();
    if (m_isUsed)
        return false;
    QList<SocketAddress> own;
    QList<SocketAddress> peers; // of its servers
    for (const Placed &placed : m_placed) {
        const bench::EndpointStatus *endpoint = model->endpoint(placed.id);
        if (!endpoint)
            return false;
        bench::EndpointSpec spec = endpoint->spec;
        spec.port = placed.spec.port; // it may have had to take another
        if (spec != placed.spec)
            return false;
        const QModelIndex group = model->indexOf(placed.id);
        for (int row = 0; row < model->rowCount(group); ++row) {
            const bench::ConnectionStatus *connection = model->connectionAt(model->index(row, 0, group));
            connection->outgoing ? own.append(connection->local) : peers.append(connection->peer);
        }
    }
    return std::ranges::all_of(peers, [&own](const SocketAddress &peer) { return own.contains(peer); });
}

void ExampleDesk::selectTelling()
{
    const BenchModel *model = m_parts.session->bench();
    const bench::EndpointStatus *client = m_telling.isValid() ? model->endpoint(m_telling) : nullptr;
    if (!client)
        return;
    const BenchModel::Target endpoint{BenchModel::RowKind::Endpoint, m_telling, {}, 0};
    const bench::ConnectionStatus *connection = m_parts.session->connectionOf(endpoint);
    if (connection) {
        m_parts.tree->select({BenchModel::RowKind::Connection, m_telling, connection->id, 0});
        m_parts.banner->clearNotice(); // of something that has failed before
    } else if (client->state == bench::EndpointState::Failed)
        m_parts.tree->select(endpoint); // its form says why
    else
        return;
    m_telling = {};
}

} // namespace swb::ui

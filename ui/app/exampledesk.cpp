#include "app/exampledesk.h"

#include "app/benchsession.h"
#include "pages/benchtree.h"
#include "pages/examplesdialog.h"
#include "pages/startpage.h"

#include <QAction>
#include <QMenu>

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
    connect(parts.start, &StartPage::exampleRequested, this, &ExampleDesk::choose);
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
    bench::BenchThread &engine = m_parts.session->engine();
    QList<EndpointId> endpoints;
    for (const bench::EndpointSpec &spec : example->workspace.endpoints)
        endpoints.append(engine.add(spec));
    m_telling = endpoints.at(example->telling);
    engine.startTogether(endpoints, bench::PortTaken::TakesAnother);
}

void ExampleDesk::selectTelling()
{
    const BenchModel *model = m_parts.session->bench();
    const bench::EndpointStatus *client = m_telling.isValid() ? model->endpoint(m_telling) : nullptr;
    if (!client)
        return;
    const BenchModel::Target endpoint{BenchModel::RowKind::Endpoint, m_telling, {}, 0};
    const bench::ConnectionStatus *connection = m_parts.session->connectionOf(endpoint);
    if (connection)
        m_parts.tree->select({BenchModel::RowKind::Connection, m_telling, connection->id, 0});
    else if (client->state == bench::EndpointState::Failed)
        m_parts.tree->select(endpoint); // its form says why
    else
        return;
    m_telling = {};
}

} // namespace swb::ui

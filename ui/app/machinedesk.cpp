#include "app/machinedesk.h"

#include "app/onthread.h"
#include "bench/sentences.h"
#include "models/machinemodel.h"
#include "pages/machinepage.h"
#include "pages/pagestack.h"

#include <QAction>
#include <QPushButton>
#include <QStandardPaths>

#include <utility>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr int EndPatience = 500; ///< milliseconds for a killed process to be gone

QString pingProgram()
{
    return QStandardPaths::findExecutable(u"ping"_s);
}

} // namespace

MachineDesk::MachineDesk(QAction *open, PageStack *pages, QObject *parent)
    : QObject(parent)
    , m_pages(pages)
    , m_model(new MachineModel(pages)) // which deletes its pages before it
{
    connect(open, &QAction::triggered, this, &MachineDesk::open);
    m_ping.setProcessChannelMode(QProcess::MergedChannels);
    m_ping.setStandardInputFile(QProcess::nullDevice());
    connect(&m_ping, &QProcess::readyRead, this,
        [this] { m_page->appendOutput(QString::fromLocal8Bit(m_ping.readAll())); });
    connect(&m_ping, &QProcess::stateChanged, this,
        [this](QProcess::ProcessState state) { m_page->setPinging(state != QProcess::NotRunning); });
    connect(&m_ping, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            m_page->appendOutput(m_ping.errorString() + u'\n');
    });
    connect(&m_resolver, &net::Resolver::resolved, this, [this](const QList<IpAddress> &addresses) {
        QStringList texts;
        for (const IpAddress &address : addresses)
            texts.append(address.toString());
        m_page->showAnswer(m_host + u" → "_s + texts.join(u", "_s));
    });
    connect(&m_resolver, &net::Resolver::failed, this,
        [this](const Failure &failure) { m_page->showAnswer(bench::Sentences::failure(failure)); });
}

MachineDesk::~MachineDesk()
{
    m_ping.disconnect(this);
    m_ping.kill();
    m_ping.waitForFinished(EndPatience);
}

void MachineDesk::open()
{
    if (!m_page)
        makePage();
    m_page->setPingable(pingProgram().isEmpty()
            ? tr("There is no ping here. Debian and its relatives have it in the package iputils-ping.")
            : QString());
    m_pages->showPage(m_page);
    read();
}

void MachineDesk::makePage()
{
    m_page = new MachinePage(m_model);
    m_pages->add(m_page, m_page->readAgain());
    connect(m_page, &MachinePage::readAgainRequested, this, &MachineDesk::read);
    connect(m_page, &MachinePage::lookUpRequested, this, &MachineDesk::lookUp);
    connect(m_page, &MachinePage::pingRequested, this, &MachineDesk::ping);
    connect(m_page, &MachinePage::stopRequested, &m_ping, &QProcess::terminate);
}

void MachineDesk::read()
{
    if (std::exchange(m_isReading, true))
        return;
    const auto report = onThread<kernel::MachineReport>([] { return kernel::readMachineReport(); });
    whenDone(report, this, [this](const kernel::MachineReport &machine) {
        m_isReading = false;
        m_model->setReport(machine);
    });
}

void MachineDesk::lookUp()
{
    m_host = m_page->host();
    m_page->showAnswer(tr("Looking up…"));
    m_resolver.lookUp(m_host);
}

void MachineDesk::ping()
{
    m_page->clearOutput();
    // A host cannot be taken for an option.
    m_ping.start(pingProgram(), {u"-c"_s, u"4"_s, u"--"_s, m_page->host()});
}

} // namespace swb::ui

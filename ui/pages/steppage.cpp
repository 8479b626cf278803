#include "pages/steppage.h"

#include "models/stepwords.h"
#include "pages/fittingscroll.h"
#include "pages/stepdetails.h"
#include "pages/steppanel.h"
#include "widgets/announcer.h"
#include "widgets/segmentedswitch.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

using net::CallKind;

namespace {

/// What the kernel says is asked again so often while the page can be seen: a queue fills, a timer runs out.
constexpr std::chrono::milliseconds FactsInterval{400};
constexpr int SmallPage = 900; ///< narrower ones show of a call only itself and its result

/// Calls in the font of programs, failed ones in the colour of errors.
class CallDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(StepModel::IsCodeRole).toBool())
            option->font = dataFont();
        if (index.column() == int(StepModel::Column::Result) && index.data(StepModel::IsErrorRole).toBool())
            option->palette.setColor(QPalette::Text, Theme::of(option->palette).error);
    }
};

} // namespace

StepPage::StepPage(StepSession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new StepModel(session, this))
    , m_server(new StepPanel(lens::CallSide::Server, session))
    , m_client(new StepPanel(lens::CallSide::Client, session))
    , m_transport(new SegmentedSwitch)
    , m_family(new SegmentedSwitch)
    , m_language(new SegmentedSwitch)
    , m_tools(new QWidget)
    , m_copy(new QPushButton)
    , m_startOver(new QPushButton)
    , m_log(new QTableView)
    , m_details(new StepDetails)
    , m_rows(new QSplitter(Qt::Vertical))
    , m_foot(new QSplitter(Qt::Horizontal))
    , m_announcer(new Announcer(this))
{
    setObjectName(u"stepPage"_s);
    makeSwitches();
    makeTools();
    makeLog();
    layOut();
    wire();
    retranslate();
    setFocusProxy(m_server);
    m_server->setFocusProxy(m_server->findChild<QPushButton *>(u"server_socket_button"_s));
}

void StepPage::makeSwitches()
{
    m_transport->setObjectName(u"stepTransport"_s);
    m_transport->addSegment(u"stepTcp"_s);
    m_transport->addSegment(u"stepUdp"_s);
    m_family->setObjectName(u"stepFamily"_s);
    m_family->addSegment(u"stepIpv4"_s);
    m_family->addSegment(u"stepIpv6"_s);
    m_language->setObjectName(u"stepLanguage"_s);
    m_language->addSegment(u"stepPython"_s);
    m_language->addSegment(u"stepC"_s);
}

void StepPage::makeTools()
{
    m_tools->setObjectName(u"stepTools"_s);
    m_copy->setObjectName(u"stepCopy"_s);
    m_startOver->setObjectName(u"stepStartOver"_s);
    auto *line = new QHBoxLayout(m_tools);
    line->setContentsMargins({});
    line->setSpacing(Space::One);
    line->addWidget(m_copy);
    line->addWidget(m_startOver);
}

void StepPage::makeLog()
{
    m_log->setObjectName(u"stepLog"_s);
    m_log->setModel(m_model);
    m_log->setItemDelegate(new CallDelegate(m_log));
    m_log->setFrameShape(QFrame::NoFrame);
    m_log->setShowGrid(false);
    m_log->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_log->setSelectionMode(QAbstractItemView::SingleSelection);
    m_log->setTabKeyNavigation(false);
    m_log->setWordWrap(false);
    m_log->verticalHeader()->hide();
    m_log->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + Space::One);
    m_log->horizontalHeader()->setHighlightSections(false);
    m_log->horizontalHeader()->setSectionResizeMode(int(StepModel::Column::Call), QHeaderView::Stretch);
    m_log->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const auto width = [this](const QString &longest) {
        return fontMetrics().horizontalAdvance(longest) + Space::Three;
    };
    m_log->setColumnWidth(int(StepModel::Column::Time), width(u"Seconds"_s));
    m_log->setColumnWidth(int(StepModel::Column::Side), width(u"Server"_s));
}

void StepPage::layOut()
{
    auto *panels = new QWidget;
    panels->setObjectName(u"stepPanels"_s);
    auto *both = new QHBoxLayout(panels);
    both->setContentsMargins({});
    both->setSpacing(0);
    both->addWidget(m_server, 1);
    auto *line = new QFrame;
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    both->addWidget(line);
    both->addWidget(m_client, 1);

    m_foot->setObjectName(u"stepFoot"_s);
    m_foot->setHandleWidth(1);
    m_foot->addWidget(m_log);
    m_foot->addWidget(m_details);
    m_foot->setStretchFactor(0, 3);
    m_foot->setStretchFactor(1, 2);
    m_foot->setChildrenCollapsible(false);
    m_rows->setObjectName(u"stepRows"_s);
    m_rows->setHandleWidth(1);
    m_rows->addWidget(new FittingScroll(panels));
    m_rows->addWidget(m_foot);
    m_rows->setStretchFactor(0, 0);
    m_rows->setStretchFactor(1, 1);
    m_rows->setChildrenCollapsible(false);

    auto *switches = new QHBoxLayout;
    switches->setContentsMargins(Space::Two, 0, Space::Two, Space::Half);
    switches->setSpacing(Space::Two);
    switches->addWidget(m_transport);
    switches->addWidget(m_family);
    switches->addStretch(1);
    switches->addWidget(m_language);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(switches);
    column->addWidget(m_rows, 1);
}

void StepPage::wire()
{
    connect(m_transport, &SegmentedSwitch::chosen, this, [this](int index) {
        const auto transport = index == 0 ? net::Transport::Tcp : net::Transport::Udp;
        m_server->setTransport(transport);
        m_client->setTransport(transport);
    });
    connect(m_family, &SegmentedSwitch::chosen, this, [this](int index) {
        const auto family = index == 0 ? IpAddress::Family::V4 : IpAddress::Family::V6;
        m_server->setFamily(family);
        m_client->setFamily(family);
    });
    connect(m_language, &SegmentedSwitch::chosen, this, [this](int index) {
        const auto language = index == 0 ? CallLanguage::Python : CallLanguage::C;
        m_model->setLanguage(language);
        m_server->setLanguage(language);
        m_client->setLanguage(language);
        showCall();
    });
    wirePanel(m_server);
    wirePanel(m_client);
    connect(m_session, &StepSession::callAppended, this, &StepPage::takeCall);
    connect(m_session, &StepSession::callChanged, this, &StepPage::takeCall);
    connect(m_session, &StepSession::socketsChanged, this, &StepPage::refresh);
    connect(m_session, &StepSession::startedOver, this, [this] {
        refresh();
        showCall();
    });
    connect(m_session, &StepSession::socketAppended, this, [this](int index) {
        refresh();
        (m_session->sockets()[index].side == lens::CallSide::Server ? m_server : m_client)->choose(index);
    });
    connect(m_log->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &StepPage::showCall);
    connect(m_copy, &QAbstractButton::clicked, this, &StepPage::copyRequested);
    connect(m_startOver, &QAbstractButton::clicked, this, &StepPage::startOverRequested);
    m_facts.setInterval(FactsInterval);
    connect(&m_facts, &QTimer::timeout, m_session, &StepSession::refreshFacts);
}

void StepPage::wirePanel(StepPanel *panel)
{
    const auto side = panel == m_server ? lens::CallSide::Server : lens::CallSide::Client;
    connect(panel, &StepPanel::socketRequested, this, [this, side] {
        m_session->open(side, m_transport->current() == 0 ? net::Transport::Tcp : net::Transport::Udp,
            m_family->current() == 0 ? IpAddress::Family::V4 : IpAddress::Family::V6);
    });
    connect(panel, &StepPanel::callRequested, m_session, &StepSession::call);
    connect(panel, &StepPanel::giveUpRequested, m_session, &StepSession::giveUp);
}

/// A call was made, or has returned: it is what one looks at now.
void StepPage::takeCall(int index)
{
    const lens::PerformedCall &call = m_model->call(index).performed;
    learnAddress(call);
    m_log->setCurrentIndex(m_model->index(index, 0));
    m_log->scrollTo(m_model->index(index, 0));
    refresh();
    showCall();
    m_announcer->announce(1, [said = StepWords::result(call)](int) { return said; });
}

/// Where a client would have to go is typed in for it, and whom a server would have to answer.
void StepPage::learnAddress(const lens::PerformedCall &call)
{
    if (!call.outcome.isGood())
        return;
    if (call.side == lens::CallSide::Server && call.call.kind == CallKind::Bind)
        m_client->suggestPeer(call.local);
    else if (call.call.kind == CallKind::Listen)
        m_client->suggestPeer(call.local);
    else if (call.call.kind == CallKind::ReceiveFrom)
        (call.side == lens::CallSide::Server ? m_server : m_client)->suggestPeer(call.outcome.address);
}

void StepPage::refresh()
{
    m_server->refresh();
    m_client->refresh();
    const bool fresh = m_session->sockets().isEmpty();
    for (int segment = 0; segment < 2; ++segment) {
        m_transport->setSegmentEnabled(segment, fresh || m_transport->current() == segment);
        m_family->setSegmentEnabled(segment, fresh || m_family->current() == segment);
    }
    m_copy->setEnabled(!fresh);
    m_startOver->setEnabled(!fresh);
    const QModelIndex chosen = m_log->currentIndex();
    if (chosen.isValid() && m_model->call(chosen.row()).performed.isWaiting())
        showCall(); // what the kernel says goes on
}

void StepPage::showCall()
{
    const QModelIndex chosen = m_log->currentIndex();
    if (chosen.isValid())
        m_details->showCall(m_model->call(chosen.row()), m_model->language());
    else
        m_details->clear();
}

void StepPage::retranslate()
{
    setWindowTitle(tr("Step by step"));
    setAccessibleName(windowTitle());
    const QString whenFresh = tr("Start over to choose another one");
    m_transport->setAccessibleName(tr("Transport"));
    m_transport->setSegment(0, u"TCP"_s, whenFresh, u"TCP"_s);
    m_transport->setSegment(1, u"UDP"_s, whenFresh, u"UDP"_s);
    m_family->setAccessibleName(tr("Address family"));
    m_family->setSegment(0, u"IPv4"_s, whenFresh, u"IPv4"_s);
    m_family->setSegment(1, u"IPv6"_s, whenFresh, u"IPv6"_s);
    m_language->setAccessibleName(tr("Language of the calls"));
    m_language->setSegment(0, u"Python"_s, tr("Calls as Python writes them"), u"Python"_s);
    m_language->setSegment(1, u"C"_s, tr("Calls as C writes them"), u"C"_s);
    m_copy->setText(tr("Copy as Python program"));
    m_copy->setToolTip(tr("A program that runs and does the same"));
    m_startOver->setText(tr("Start over"));
    m_startOver->setToolTip(tr("Closes every socket here and forgets the calls"));
    m_log->setAccessibleName(tr("Calls so far"));
    m_model->retranslate();
    refresh();
    showCall();
}

void StepPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        showCall(); // its result has a colour of its own
    QWidget::changeEvent(event);
}

void StepPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool small = width() < SmallPage;
    m_log->setColumnHidden(int(StepModel::Column::Time), small);
    m_log->setColumnHidden(int(StepModel::Column::Side), small);
    const int wanted = fontMetrics().horizontalAdvance(u"OSError: [Errno 98] EADDRINUSE"_s) + Space::Three;
    m_log->setColumnWidth(int(StepModel::Column::Result), small ? width() / 5 : wanted);
}

void StepPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_facts.start();
}

void StepPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_facts.stop();
}

} // namespace swb::ui

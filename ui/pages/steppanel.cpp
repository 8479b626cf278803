#include "pages/steppanel.h"

#include "kernel/tcpstate.h"
#include "models/stepwords.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

using net::CallKind;

StepPanel::StepPanel(lens::CallSide side, const StepSession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new QLabel)
    , m_sockets(new QComboBox)
    , m_state(new QLabel)
    , m_giveUp(new QPushButton)
{
    const QString prefix = side == lens::CallSide::Server ? u"server"_s : u"client"_s;
    setObjectName(prefix + u"Panel"_s);
    m_context.side = side;
    m_title->setObjectName(prefix + u"Title"_s);
    m_title->setFont(titleFont(1.1));
    m_sockets->setObjectName(prefix + u"Sockets"_s);
    m_sockets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_state->setObjectName(prefix + u"State"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_giveUp->setObjectName(prefix + u"GiveUp"_s);

    auto *heading = new QHBoxLayout;
    heading->setSpacing(Space::Two);
    heading->addWidget(m_title);
    heading->addWidget(m_sockets, 1);
    auto *status = new QHBoxLayout;
    status->addWidget(m_state, 1);
    status->addWidget(m_giveUp, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::Two, Space::One, Space::Two, Space::One);
    column->setSpacing(Space::Half);
    column->addLayout(heading);
    column->addLayout(status);
    for (const CallKind kind : {CallKind::Socket, CallKind::SetOption, CallKind::Bind, CallKind::Listen,
             CallKind::Accept, CallKind::Connect, CallKind::Send, CallKind::SendTo, CallKind::Receive,
             CallKind::ReceiveFrom, CallKind::Shutdown, CallKind::Close})
        addRow(kind, column);
    column->addStretch(1);

    connect(m_sockets, &QComboBox::currentIndexChanged, this, &StepPanel::showState);
    connect(m_giveUp, &QAbstractButton::clicked, this, [this] { emit giveUpRequested(current()); });
    spread();
    retranslate();
}

void StepPanel::addRow(CallKind kind, QLayout *layout)
{
    auto *row = new StepCallRow(kind, m_context.side);
    layout->addWidget(row);
    m_rows.append(row);
    connect(row, &StepCallRow::requested, this, [this, kind](const net::SocketCall &call) {
        if (kind == CallKind::Socket)
            emit socketRequested();
        else
            emit callRequested(current(), call);
    });
}

/// A server of the tutorials accepts and a client connects; UDP has neither streams nor listeners.
bool StepPanel::fits(CallKind kind) const
{
    const bool tcp = m_context.transport == net::Transport::Tcp;
    const bool server = m_context.side == lens::CallSide::Server;
    switch (kind) {
    case CallKind::Listen:
    case CallKind::Accept:
        return tcp && server;
    case CallKind::Connect:
        return !server;
    case CallKind::Send:
    case CallKind::Receive:
    case CallKind::Shutdown:
        return tcp;
    case CallKind::SendTo:
    case CallKind::ReceiveFrom:
        return !tcp;
    default:
        return true;
    }
}

void StepPanel::setTransport(net::Transport transport)
{
    m_context.transport = transport;
    spread();
    showState();
}

void StepPanel::setFamily(IpAddress::Family family)
{
    m_context.family = family;
    showState();
}

void StepPanel::setLanguage(CallLanguage language)
{
    m_context.language = language;
    showState();
}

void StepPanel::spread()
{
    int widest = 0;
    for (const StepCallRow *row : std::as_const(m_rows))
        widest = std::max(widest, row->buttonWidth());
    m_state->setMinimumHeight(2 * fontMetrics().lineSpacing()); // what stands below it stays where it is
    for (StepCallRow *row : std::as_const(m_rows)) {
        row->setColumns(widest);
        row->setVisible(fits(row->kind()));
    }
}

int StepPanel::current() const
{
    return m_sockets->currentIndex() < 0 ? -1 : m_sockets->currentData().toInt();
}

void StepPanel::choose(int socket)
{
    m_sockets->setCurrentIndex(m_sockets->findData(socket));
}

void StepPanel::suggestPeer(const SocketAddress &address)
{
    for (StepCallRow *row : std::as_const(m_rows))
        row->suggestAddress(address);
}

void StepPanel::refresh()
{
    listSockets();
    showState();
}

void StepPanel::listSockets()
{
    const QSignalBlocker quiet(m_sockets);
    int row = 0;
    const QList<StepSocket> &sockets = m_session->sockets();
    for (int i = 0; i < sockets.size(); ++i) {
        if (sockets[i].side != m_context.side)
            continue;
        const auto state = sockets[i].facts.value(kernel::FactId::State);
        const QString said = !sockets[i].isOpen ? tr("closed")
            : sockets[i].waiting                ? tr("waits")
            : state                             ? QString(kernel::stateName(kernel::TcpState(*state)))
                                                : QString();
        const QString text = said.isEmpty() ? sockets[i].name : u"%1 · %2"_s.arg(sockets[i].name, said);
        if (row == m_sockets->count())
            m_sockets->addItem(text, i);
        else if (m_sockets->itemText(row) != text)
            m_sockets->setItemText(row, text);
        ++row;
    }
    while (m_sockets->count() > row)
        m_sockets->removeItem(m_sockets->count() - 1);
    m_sockets->setEnabled(row > 0);
}

void StepPanel::showState()
{
    const int socket = current();
    const StepSocket *chosen = socket >= 0 ? &m_session->sockets()[socket] : nullptr;
    const bool waits = chosen && chosen->waiting;
    QString state = chosen ? StepWords::state(*chosen) : tr("No socket yet: begin with socket().");
    if (waits) {
        const lens::PerformedCall &call = m_session->calls()[*chosen->waiting].performed;
        state = tr("%1() %2", "a system call and for what it waits")
                    .arg(StepCallRow::callName(call.call.kind), StepWords::waiting(call.outcome.waitsFor))
            + u"\n"_s + state;
    }
    m_state->setText(state);
    m_giveUp->setVisible(waits);
    m_context.isCallable = chosen && !waits;
    m_context.accepted = m_session->nextAcceptedName();
    const QString next = m_session->nextName(m_context.side);
    for (StepCallRow *row : std::as_const(m_rows)) {
        m_context.socket = chosen && row->kind() != CallKind::Socket ? chosen->name : next;
        row->setContext(m_context);
    }
}

void StepPanel::retranslate()
{
    const QString side = StepWords::side(m_context.side);
    setAccessibleName(side);
    m_title->setText(side);
    m_sockets->setAccessibleName(tr("%1: socket", "side").arg(side));
    m_sockets->setAccessibleDescription(m_sockets->accessibleName());
    m_sockets->setPlaceholderText(tr("No socket"));
    m_giveUp->setText(tr("Give up"));
    m_giveUp->setToolTip(tr("As a signal interrupts a call that waits"));
    refresh();
}

void StepPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange) {
        m_title->setFont(titleFont(1.1));
        spread();
    }
    QWidget::changeEvent(event);
}

} // namespace swb::ui

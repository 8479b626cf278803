#include "pages/stepcallrow.h"

#include "bench/sentences.h"
#include "codec/compose.h"
#include "models/stepwords.h"
#include "pages/elidedlabel.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace swb::ui {

using net::CallKind;
using net::SocketCall;

namespace {

constexpr int FieldsWidth = 240;
constexpr int NoRoomForCode = 488; ///< narrower rows have no place to write the call
constexpr int MostTimes = 1'000'000;
constexpr qint64 MostBytes = 16 * 1024 * 1024;
constexpr int UsualPort = 9090;
constexpr int SmallBuffer = 4096;

struct Option
{
    QLatin1StringView name;
    net::RawOption option;
    int value;
};
constexpr Option options[] = {{"SO_REUSEADDR"_L1, net::RawOption::ReuseAddress, 1},
    {"SO_REUSEPORT"_L1, net::RawOption::ReusePort, 1}, {"SO_LINGER {1, 0}"_L1, net::RawOption::LingerZero, 1},
    {"TCP_NODELAY"_L1, net::RawOption::NoDelay, 1}, {"SO_KEEPALIVE"_L1, net::RawOption::KeepAlive, 1},
    {"SO_RCVBUF = 4096"_L1, net::RawOption::ReceiveBuffer, SmallBuffer},
    {"SO_SNDBUF = 4096"_L1, net::RawOption::SendBuffer, SmallBuffer}};

constexpr net::ShutdownHow hows[] = {
    net::ShutdownHow::Writing, net::ShutdownHow::Reading, net::ShutdownHow::Both};

QString loopback(IpAddress::Family family)
{
    return family == IpAddress::Family::V6 ? u"::1"_s : u"127.0.0.1"_s;
}

} // namespace

QString StepCallRow::callName(CallKind kind)
{
    switch (kind) {
    case CallKind::Socket:
        return u"socket"_s;
    case CallKind::SetOption:
        return u"setsockopt"_s;
    case CallKind::Bind:
        return u"bind"_s;
    case CallKind::Listen:
        return u"listen"_s;
    case CallKind::Accept:
        return u"accept"_s;
    case CallKind::Connect:
        return u"connect"_s;
    case CallKind::Send:
        return u"send"_s;
    case CallKind::Receive:
        return u"recv"_s;
    case CallKind::SendTo:
        return u"sendto"_s;
    case CallKind::ReceiveFrom:
        return u"recvfrom"_s;
    case CallKind::Shutdown:
        return u"shutdown"_s;
    case CallKind::Close:
        return u"close"_s;
    }
    return {};
}

StepCallRow::StepCallRow(CallKind kind, lens::CallSide side, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_button(new QPushButton(callName(kind)))
    , m_fields(new QWidget)
    , m_fieldLine(new QHBoxLayout(m_fields))
    , m_code(new ElidedLabel)
{
    m_context.side = side;
    setObjectName((side == lens::CallSide::Server ? u"server_"_s : u"client_"_s) + callName(kind));
    m_button->setObjectName(objectName() + u"_button"_s);
    m_code->setObjectName(objectName() + u"_code"_s);
    m_code->setForegroundRole(QPalette::PlaceholderText);
    m_code->setFont(dataFont());
    m_fieldLine->setContentsMargins({});
    m_fieldLine->setSpacing(Space::Half);
    makeFields();
    m_fields->setMinimumWidth(0);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(Space::One);
    line->addWidget(m_button);
    line->addWidget(m_fields);
    line->addWidget(m_code, 1);
    connect(m_button, &QAbstractButton::clicked, this, &StepCallRow::request);
    retranslate();
}

void StepCallRow::makeFields()
{
    switch (m_kind) {
    case CallKind::SetOption: {
        QStringList names;
        for (const Option &option : options)
            names.append(option.name);
        m_choice = addChoice(names);
        break;
    }
    case CallKind::Shutdown:
        m_choice = addChoice({u"SHUT_WR"_s, u"SHUT_RD"_s, u"SHUT_RDWR"_s});
        break;
    case CallKind::Bind:
    case CallKind::Connect:
        addAddress();
        break;
    case CallKind::SendTo:
        addText();
        addAddress();
        break;
    case CallKind::Send:
        addText();
        m_times = addNumber("_times", 1, MostTimes, 1);
        m_times->setPrefix(u"× "_s);
        break;
    case CallKind::Listen:
        m_number = addNumber("_number", 0, 4096, 5);
        break;
    case CallKind::Receive:
    case CallKind::ReceiveFrom:
        m_number = addNumber("_number", 1, net::RawSocket::MostReceived, 1024);
        break;
    case CallKind::Socket:
    case CallKind::Accept:
    case CallKind::Close:
        break;
    }
    if (!m_text && !m_address)
        m_fieldLine->addStretch(1);
}

void StepCallRow::addAddress()
{
    m_address = new QLineEdit(loopback(m_context.family));
    m_address->setObjectName(objectName() + u"_address"_s);
    m_address->setMinimumWidth(72);
    m_fieldLine->addWidget(m_address, 1);
    connect(m_address, &QLineEdit::textChanged, this, &StepCallRow::showCode);
    const bool ownPort = m_kind == CallKind::Bind && m_context.side == lens::CallSide::Client;
    m_number = addNumber("_port", 0, 65535, ownPort ? 0 : UsualPort);
}

void StepCallRow::addText()
{
    m_text = new QLineEdit(u"hello"_s);
    m_text->setObjectName(objectName() + u"_text"_s);
    m_text->setMinimumWidth(56);
    m_fieldLine->addWidget(m_text, 1);
    connect(m_text, &QLineEdit::textChanged, this, &StepCallRow::showCode);
}

QSpinBox *StepCallRow::addNumber(const char *name, int least, int most, int value)
{
    auto *box = new QSpinBox;
    box->setObjectName(objectName() + QLatin1StringView(name));
    box->setRange(least, most);
    box->setValue(value);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setFixedWidth(fontMetrics().horizontalAdvance(u"× 1000000"_s) + Space::Two);
    m_fieldLine->addWidget(box);
    connect(box, &QSpinBox::valueChanged, this, &StepCallRow::showCode);
    return box;
}

QComboBox *StepCallRow::addChoice(const QStringList &choices)
{
    auto *box = new QComboBox;
    box->setObjectName(objectName() + u"_choice"_s);
    box->addItems(choices);
    m_fieldLine->addWidget(box);
    connect(box, &QComboBox::currentIndexChanged, this, &StepCallRow::showCode);
    return box;
}

StepCallRow::Typed StepCallRow::typed() const
{
    switch (m_kind) {
    case CallKind::Socket:
        return {SocketCall::socket(m_context.transport, m_context.family), {}};
    case CallKind::SetOption: {
        const Option &option = options[m_choice->currentIndex()];
        return {SocketCall::setOption(option.option, option.value), {}};
    }
    case CallKind::Bind:
        return typedWithAddress(SocketCall::bind({}));
    case CallKind::Connect:
        return typedWithAddress(SocketCall::connect({}));
    case CallKind::Listen:
        return {SocketCall::listen(m_number->value()), {}};
    case CallKind::Accept:
        return {SocketCall::accept(), {}};
    case CallKind::Send:
    case CallKind::SendTo:
        return typedSend();
    case CallKind::Receive:
        return {SocketCall::receive(m_number->value()), {}};
    case CallKind::ReceiveFrom:
        return {SocketCall::receiveFrom(m_number->value()), {}};
    case CallKind::Shutdown:
        return {SocketCall::shutdown(hows[m_choice->currentIndex()]), {}};
    case CallKind::Close:
        return {SocketCall::close(), {}};
    }
    return {};
}

StepCallRow::Typed StepCallRow::typedSend() const
{
    const codec::Encoding utf8;
    const codec::Composed composed = codec::compose(m_text->text(), codec::InputMode::Escapes, utf8);
    if (composed.fault)
        return {{}, bench::Sentences::inputFault(*composed.fault, utf8.name())};
    if (m_kind == CallKind::SendTo)
        return typedWithAddress(SocketCall::sendTo(composed.bytes, {}));
    if (composed.bytes.size() * m_times->value() > MostBytes)
        return {{}, tr("At most %1 at once").arg(bench::Sentences::size(MostBytes))};
    return {SocketCall::send(repeatedBytes(composed.bytes)), {}};
}

QByteArray StepCallRow::repeatedBytes(const QByteArray &unit) const
{
    if (unit != m_unit || m_whole.size() != unit.size() * m_times->value()) {
        m_unit = unit;
        m_whole = unit.repeated(m_times->value());
    }
    return m_whole;
}

StepCallRow::Typed StepCallRow::typedWithAddress(SocketCall call) const
{
    const auto ip = IpAddress::parse(m_address->text().trimmed());
    if (!ip)
        return {{}, tr("Not an IP address")};
    call.address = {*ip, quint16(m_number->value())};
    return {call, {}};
}

void StepCallRow::setContext(const Context &context)
{
    if (context == m_context)
        return;
    const IpAddress::Family before = m_context.family;
    m_context = context;
    if (m_address && before != context.family && m_address->text() == loopback(before))
        m_address->setText(loopback(context.family));
    showCode();
}

void StepCallRow::suggestAddress(const SocketAddress &address)
{
    if (!m_address || m_kind == CallKind::Bind)
        return;
    m_address->setText(address.ip.isAny() ? loopback(m_context.family) : address.ip.toString());
    m_number->setValue(address.port);
}

void StepCallRow::showCode()
{
    const Typed typed = this->typed();
    const bool makesSocket = m_kind == CallKind::Socket;
    m_button->setEnabled(typed.call && (makesSocket || m_context.isCallable));
    const QString code = typed.call
        ? StepWords::line(*typed.call, m_context.socket, m_context.accepted, m_context.language)
        : typed.fault;
    m_code->setText(code);
    m_code->setToolTip(code.left(500).toHtmlEscaped());
    m_button->setToolTip(m_code->toolTip());
    m_button->setAccessibleDescription(code);
}

void StepCallRow::request()
{
    const Typed typed = this->typed();
    if (typed.call && m_button->isEnabled())
        emit requested(*typed.call);
}

int StepCallRow::buttonWidth() const
{
    return m_button->sizeHint().width();
}

void StepCallRow::setColumns(int buttonWidth)
{
    m_button->setFixedWidth(buttonWidth);
}

/// In a field, Enter makes the call.
void StepCallRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        m_button->click();
    else
        QWidget::keyPressEvent(event);
}

void StepCallRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool roomy = width() >= NoRoomForCode;
    m_code->setVisible(roomy);
    m_fields->setMaximumWidth(roomy ? FieldsWidth : QWIDGETSIZE_MAX);
    m_fields->setMinimumWidth(roomy ? FieldsWidth : 0);
}

void StepCallRow::retranslate()
{
    const QString side = StepWords::side(m_context.side);
    const auto named = [&side, this](const QString &what) {
        return tr("%1, %2: %3", "side, system call, argument").arg(side, callName(m_kind), what);
    };
    m_button->setAccessibleName(tr("%1: %2", "side, system call").arg(side, callName(m_kind)));
    if (m_address)
        m_address->setAccessibleName(named(tr("address")));
    if (m_text) {
        m_text->setAccessibleName(named(tr("text")));
        m_text->setToolTip(tr("As UTF-8; \\n, \\xNN and the like are escapes"));
    }
    if (m_times)
        m_times->setAccessibleName(named(tr("how often")));
    if (m_number)
        m_number->setAccessibleName(named(m_address ? tr("port")
                : m_kind == CallKind::Listen        ? tr("places in the queue")
                                                    : tr("most bytes")));
    if (m_choice) {
        m_choice->setAccessibleName(named(tr("option")));
        m_choice->setAccessibleDescription(m_choice->accessibleName());
    }
    showCode();
}

void StepCallRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        m_code->setFont(dataFont());
    QWidget::changeEvent(event);
}

} // namespace swb::ui

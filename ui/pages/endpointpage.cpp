#include "pages/endpointpage.h"

#include "pages/ui_endpointpage.h"

#include "bench/sentences.h"
#include "models/addresslist.h"
#include "models/benchmodel.h"
#include "models/portmeaning.h"
#include "pages/labeltext.h"
#include "pages/meaningdelegate.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

using bench::EndpointState;
using bench::Role;
using Field = SpecCheck::Field;

namespace {

const QString *mistakeIn(const QList<SpecCheck::Mistake> &mistakes, Field field)
{
    const auto it = std::ranges::find(mistakes, field, &SpecCheck::Mistake::field);
    return it == mistakes.cend() ? nullptr : &it->text;
}

void showNote(FieldNote *note, const QList<SpecCheck::Mistake> &mistakes, Field field)
{
    const QString *mistake = mistakeIn(mistakes, field);
    note->setMistake(mistake ? *mistake : QString());
}

/// What is typed then replaces what stands in the field.
void enter(QWidget *field, QLineEdit *text)
{
    field->setFocus(Qt::OtherFocusReason);
    text->selectAll();
}

} // namespace

EndpointPage::EndpointPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EndpointPage>())
    , m_addresses(new AddressList(this))
{
    m_ui->setupUi(this);
    setUp();
    load({});
    showState();
}

EndpointPage::~EndpointPage() = default;

void EndpointPage::setUp()
{
    m_ui->title->setFont(titleFont(1.3));
    m_ui->address->setModel(m_addresses);
    m_ui->address->setItemDelegate(new MeaningDelegate(AddressList::MeaningRole, this));
    m_ui->address->view()->setMinimumWidth(400);
    m_ui->address->setCompleter(nullptr);
    m_ui->addressNote->setField(m_ui->address);
    m_ui->portNote->setField(m_ui->port);
    m_ui->encodingNote->setField(m_ui->encoding);
    for (FieldNote *note : {m_ui->addressNote, m_ui->portNote, m_ui->encodingNote})
        note->setReservedLines(2);
    m_ui->options->setVisible(false);
    QWidget *last = m_ui->options; // what the head offers comes after what it is about
    while (m_ui->options->isAncestorOf(last->nextInFocusChain()))
        last = last->nextInFocusChain();
    setTabOrder(last, m_ui->connectClientButton);
    setTabOrder(m_ui->connectClientButton, m_ui->startButton);

    connect(m_ui->serverRole, &QRadioButton::toggled, this, &EndpointPage::roleChanged);
    connect(m_ui->address, &QComboBox::editTextChanged, this, &EndpointPage::edited);
    connect(m_ui->port, &QLineEdit::textChanged, this, &EndpointPage::edited);
    connect(m_ui->encoding, &QComboBox::editTextChanged, this, &EndpointPage::edited);
    connect(m_ui->options, &EndpointOptions::edited, this, &EndpointPage::edited);
    connect(m_ui->optionsButton, &QToolButton::toggled, this, &EndpointPage::foldOptions);
    connect(m_ui->startButton, &QPushButton::clicked, this, [this] { isRunning() ? stop() : submit(); });
    connect(m_ui->connectClientButton, &QPushButton::clicked, this,
        [this] { emit clientRequested(clientFor(m_status)); });
}

void EndpointPage::setFacts(const SystemFacts &facts)
{
    m_facts = facts;
    const QSignalBlocker blocker(m_ui->address);
    const QString typed = m_ui->address->currentText();
    m_addresses->setFacts(facts);
    m_ui->address->setEditText(typed);
    edited();
}

void EndpointPage::showDraft(const bench::EndpointSpec &spec)
{
    m_status = {};
    m_ui->optionsButton->setChecked(false);
    load(spec);
    showState();
}

void EndpointPage::showEndpoint(const bench::EndpointStatus &status)
{
    const bool another = status.id != m_status.id;
    const bool newSpec = another || status.spec != m_status.spec;
    const bool newState = another || status != m_status;
    m_status = status;
    if (another)
        m_ui->optionsButton->setChecked(false);
    if (newSpec)
        load(status.spec);
    if (newState)
        showState();
}

void EndpointPage::load(const bench::EndpointSpec &spec)
{
    {
        const QSignalBlocker role(m_ui->serverRole);
        const QSignalBlocker address(m_ui->address);
        const QSignalBlocker port(m_ui->port);
        const QSignalBlocker options(m_ui->options);
        (spec.role == Role::TcpServer ? m_ui->serverRole : m_ui->clientRole)->setChecked(true);
        m_addresses->setUse(
            spec.role == Role::TcpServer ? AddressList::Use::Listen : AddressList::Use::Connect);
        m_ui->address->setEditText(spec.address);
        m_ui->port->setText(QString::number(spec.port));
        m_ui->encoding->setEncodingName(spec.encoding);
        m_ui->options->show(spec);
    }
    edited();
}

QList<SpecCheck::Mistake> EndpointPage::read(bench::EndpointSpec &spec) const
{
    QString portMistake;
    spec.role = m_ui->serverRole->isChecked() ? Role::TcpServer : Role::TcpClient;
    spec.address = m_ui->address->currentText().trimmed();
    const auto port = SpecCheck::parsePort(m_ui->port->text(), &portMistake);
    spec.port = port.value_or(quint16(9090));
    spec.encoding = m_ui->encoding->encodingName();
    QList<SpecCheck::Mistake> mistakes = m_ui->options->readInto(spec);
    mistakes += SpecCheck::check(spec, m_facts);
    if (!port)
        mistakes.prepend({Field::Port, portMistake});
    return mistakes;
}

std::optional<bench::EndpointSpec> EndpointPage::spec() const
{
    bench::EndpointSpec spec;
    return read(spec).isEmpty() ? std::optional(spec) : std::nullopt;
}

bool EndpointPage::isRunning() const
{
    return m_status.id.isValid() && !bench::isIdle(m_status.state);
}

void EndpointPage::roleChanged()
{
    const bool server = m_ui->serverRole->isChecked();
    const QString typed = m_ui->address->currentText();
    {
        const QSignalBlocker blocker(m_ui->address);
        m_addresses->setUse(server ? AddressList::Use::Listen : AddressList::Use::Connect);
        m_ui->address->setEditText(typed);
    }
    m_ui->options->setRole(server ? Role::TcpServer : Role::TcpClient);
    edited();
    showTitle();
}

/// Every keystroke: what the values mean and what is wrong with them stands beside the fields at once.
void EndpointPage::edited()
{
    bench::EndpointSpec spec;
    const QList<SpecCheck::Mistake> mistakes = isRunning() ? QList<SpecCheck::Mistake>() : read(spec);
    if (isRunning())
        spec = m_status.spec;
    const bool server = spec.role == Role::TcpServer;
    m_ui->addressLabel->setText(server ? tr("A&ddress of this computer") : tr("Host name or a&ddress"));
    m_ui->addressNote->setMeaning(m_addresses->meaningOf(spec.address));
    m_ui->portNote->setMeaning(
        server ? PortMeaning::ofListening(spec.port, m_facts) : PortMeaning::ofPeer(spec.port, m_facts));
    m_ui->optionsSummary->setText(m_ui->optionsButton->isChecked() ? QString() : summary(spec));
    m_ui->optionsSummary->setToolTip(m_ui->optionsSummary->text());
    showNotes(mistakes);
    m_ui->startButton->setEnabled(mistakes.isEmpty());
}

void EndpointPage::showNotes(const QList<SpecCheck::Mistake> &mistakes)
{
    showNote(m_ui->addressNote, mistakes, Field::Address);
    showNote(m_ui->portNote, mistakes, Field::Port);
    showNote(m_ui->encodingNote, mistakes, Field::Encoding);
    if (m_ui->options->setMistakes(mistakes))
        m_ui->optionsButton->setChecked(true);
}

void EndpointPage::submit()
{
    const auto wanted = spec();
    if (isRunning() || !wanted)
        focusForm();
    else if (m_status.id.isValid())
        emit restartRequested(m_status.id, *wanted);
    else
        emit startRequested(*wanted);
}

void EndpointPage::stop()
{
    if (isRunning())
        emit stopRequested(m_status.id);
}

void EndpointPage::focusForm()
{
    if (m_ui->connectClientButton->isVisible() && isRunning())
        m_ui->connectClientButton->setFocus(Qt::OtherFocusReason);
    else if (isRunning())
        m_ui->startButton->setFocus(Qt::OtherFocusReason);
    else if (m_ui->addressNote->isMistake()
        || (m_ui->clientRole->isChecked() && !m_ui->portNote->isMistake()))
        enter(m_ui->address, m_ui->address->lineEdit());
    else
        enter(m_ui->port, m_ui->port);
}

void EndpointPage::showState()
{
    const bool running = isRunning();
    const bool listening = m_status.spec.role == Role::TcpServer
        && (m_status.state == EndpointState::Listening || m_status.state == EndpointState::AcceptingPaused);
    setReadOnly(running);
    m_ui->connectClientButton->setVisible(m_status.id.isValid() && listening);
    m_ui->failure->setVisible(m_status.failure.isSet());
    m_ui->failure->setText(
        m_status.failure.isSet() ? bench::Sentences::failure(m_status.failure) : QString());
    QPalette red;
    red.setColor(QPalette::WindowText, Theme::of(QGuiApplication::palette()).error);
    m_ui->failure->setPalette(red);
    m_ui->optionsButton->setText(running ? tr("Sett&ings") : tr("&Options"));
    showTitle();
    foldOptions(m_ui->optionsButton->isChecked());
}

/// What one line says of the settings that are folded in.
QString EndpointPage::summary(const bench::EndpointSpec &spec) const
{
    const QString options = EndpointOptions::summary(spec);
    if (!isRunning())
        return options;
    return options.isEmpty()
        ? spec.encoding
        : tr("%1, %2", "an encoding and what differs from the defaults").arg(spec.encoding, options);
}

void EndpointPage::showTitle()
{
    const bool server = m_ui->serverRole->isChecked();
    const bool draft = !m_status.id.isValid();
    const bool failed = m_status.state == EndpointState::Failed;
    const QString address = m_status.local.toString();
    QString title = server ? tr("TCP server") : tr("TCP client");
    if (draft)
        title = server ? tr("New TCP server") : tr("New TCP client");
    else if (isRunning() && server && !m_status.local.isNull())
        title = tr("Server on %1").arg(address);
    else if (isRunning() && !server && !m_status.trying.isNull()
        && m_status.state == EndpointState::Connecting)
        title = tr("Client to %1").arg(m_status.trying.toString());
    m_ui->title->setText(title);
    m_ui->state->setText(draft ? QString() : BenchModel::stateText(m_status));
    m_ui->state->setForegroundRole(QPalette::PlaceholderText);
    m_ui->stateIcon->setPixmap(
        Icons::named(server ? "server"_L1 : "client"_L1).pixmap(QSize(24, 24), devicePixelRatio()));
    m_ui->startButton->setText(isRunning() ? tr("&Stop") : failed ? tr("Try aga&in") : tr("&Start"));
    m_ui->startButton->setIcon(Icons::named(isRunning() ? "stop"_L1 : failed ? "retry"_L1 : "start"_L1));
    m_ui->startButton->setToolTip(!isRunning() ? tr("Starts it (Enter)")
            : server ? tr("Stops listening: new clients are refused (RST), connections live on")
                     : tr("Gives up connecting; an open connection lives on"));
    m_ui->startButton->setAccessibleName(labelText(m_ui->startButton->text()));
}

void EndpointPage::setReadOnly(bool readOnly)
{
    m_ui->roleBox->setEnabled(!m_status.id.isValid());
    m_ui->address->setReadOnly(readOnly);
    m_ui->encoding->setReadOnly(readOnly);
    m_ui->port->setReadOnly(readOnly);
    m_ui->port->setPalette(FieldCombo::look(readOnly));
    m_ui->options->setReadOnly(readOnly);
}

void EndpointPage::foldOptions(bool out)
{
    m_ui->options->setVisible(out);
    m_ui->fieldsBox->setVisible(out || !isRunning());
    m_ui->optionsButton->setIcon(Icons::named(out ? "chevron-down"_L1 : "chevron-right"_L1));
    edited();
}

bench::EndpointSpec EndpointPage::clientFor(const bench::EndpointStatus &server)
{
    bench::EndpointSpec client;
    client.role = Role::TcpClient;
    const IpAddress ip = server.local.ip;
    if (!ip.isAny())
        client.address = ip.toString();
    else
        client.address = ip.family() == IpAddress::Family::V6 ? u"::1"_s : u"127.0.0.1"_s;
    client.port = server.local.port;
    client.encoding = server.spec.encoding;
    client.highWaterMark = server.spec.highWaterMark;
    return client;
}

void EndpointPage::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !isRunning()) {
        submit();
        return;
    }
    if (event->key() == Qt::Key_Escape && !m_status.id.isValid()) {
        emit draftLeft();
        return;
    }
    QWidget::keyPressEvent(event);
}

/// The role, the address, the port and the encoding, each a column of the form with its label and its note.
std::array<EndpointPage::Column, 4> EndpointPage::columns() const
{
    return {Column{m_ui->roleLabel, m_ui->roleBox, nullptr},
        Column{m_ui->addressLabel, m_ui->address, m_ui->addressNote},
        Column{m_ui->portLabel, m_ui->port, m_ui->portNote},
        Column{m_ui->encodingLabel, m_ui->encoding, m_ui->encodingNote}};
}

/// How wide the fields must be in one line, or in two: role and address above port and encoding.
int EndpointPage::fieldsWidth(bool twoLines) const
{
    std::array<int, 4> widths{};
    for (size_t i = 0; i < widths.size(); ++i) {
        const Column column = columns()[i];
        widths[i] = std::max(column.label->minimumSizeHint().width(),
            std::max(column.field->minimumSizeHint().width(), column.field->minimumWidth()));
    }
    const int gap = m_ui->fields->horizontalSpacing();
    return twoLines ? std::max(widths[0], widths[2]) + gap + std::max(widths[1], widths[3])
                    : widths[0] + widths[1] + widths[2] + widths[3] + 3 * gap;
}

void EndpointPage::placeFields()
{
    const QMargins margins = layout()->contentsMargins();
    const bool twoLines = width() < fieldsWidth(false) + margins.left() + margins.right();
    if (twoLines == m_twoLines)
        return;
    m_twoLines = twoLines;
    for (int i = 0; i < 4; ++i) {
        const Column column = columns()[size_t(i)];
        const int top = twoLines && i > 1 ? 3 : 0;
        const int at = twoLines ? i % 2 : i;
        m_ui->fields->addWidget(column.label, top, at);
        m_ui->fields->addWidget(column.field, top + 1, at);
        if (column.note)
            m_ui->fields->addWidget(column.note, top + 2, at);
        m_ui->fields->setColumnStretch(
            i, twoLines ? std::array{2, 3, 0, 0}[size_t(i)] : std::array{0, 4, 3, 3}[size_t(i)]);
    }
    updateGeometry();
}

/// As narrow as it can be made, whatever it looks like now.
QSize EndpointPage::minimumSizeHint() const
{
    QSize least = QWidget::minimumSizeHint();
    int width = m_ui->fieldsBox->isHidden() ? 0 : fieldsWidth(true);
    for (int i = 0; i < layout()->count(); ++i) {
        const QLayoutItem *item = layout()->itemAt(i);
        if (item->widget() != m_ui->fieldsBox && !item->isEmpty())
            width = std::max(width, item->minimumSize().width());
    }
    const QMargins margins = layout()->contentsMargins();
    least.setWidth(width + margins.left() + margins.right());
    return least;
}

void EndpointPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeFields();
}

void EndpointPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_addresses->retranslate();
    showState();
}

void EndpointPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        showState();
    if (event->type() == QEvent::FontChange) {
        m_ui->title->setFont(titleFont(1.3));
        for (FieldNote *note : findChildren<FieldNote *>())
            note->setFont(captionFont(font()));
    }
    QWidget::changeEvent(event);
}

} // namespace swb::ui

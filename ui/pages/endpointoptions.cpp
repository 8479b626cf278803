#include "pages/endpointoptions.h"

#include "pages/ui_endpointoptions.h"

#include "pages/fieldcombo.h"
#include "widgets/theme.h"

#include <QEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

} // namespace

EndpointOptions::EndpointOptions(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EndpointOptions>())
{
    m_ui->setupUi(this);
    m_ui->greetingNote->setField(m_ui->greeting);
    m_ui->replyNote->setField(m_ui->reply);
    m_ui->openingNote->setField(m_ui->opening);
    m_ui->scriptNote->setField(m_ui->script);
    m_ui->closeOnNote->setField(m_ui->closeOn);
    m_ui->localAddressNote->setField(m_ui->localAddress);
    m_ui->localPortNote->setField(m_ui->localPort);
    for (QLineEdit *edit : findChildren<QLineEdit *>(Qt::FindChildrenRecursively))
        connect(edit, &QLineEdit::textEdited, this, &EndpointOptions::edited);
    for (QSpinBox *spin : findChildren<QSpinBox *>())
        connect(spin, &QSpinBox::valueChanged, this, &EndpointOptions::edited);
    for (QCheckBox *box : findChildren<QCheckBox *>())
        connect(box, &QCheckBox::toggled, this, &EndpointOptions::edited);
    connect(m_ui->script, &QPlainTextEdit::textChanged, this, &EndpointOptions::edited);
    connect(m_ui->hangUp, &QComboBox::currentIndexChanged, this, &EndpointOptions::edited);
    connect(m_ui->oneAtATime, &QCheckBox::toggled, this, &EndpointOptions::enableFields);
    connect(m_ui->reply, &QLineEdit::textChanged, this, &EndpointOptions::enableFields);
    setMistakes({});
    alignColumns();
}

EndpointOptions::~EndpointOptions() = default;

void EndpointOptions::setRole(bench::Role role)
{
    const bool server = role == bench::Role::TcpServer;
    m_server = server;
    m_ui->answerBox->setVisible(server);
    m_ui->talkBox->setVisible(!server);
    m_ui->listenBox->setVisible(server);
    m_ui->dialBox->setVisible(!server);
}

void EndpointOptions::show(const bench::EndpointSpec &spec)
{
    const bench::Behaviour &behaviour = spec.behaviour;
    m_ui->greeting->setText(behaviour.greeting);
    m_ui->opening->setText(behaviour.greeting);
    m_ui->script->setPlainText(behaviour.script.join(u'\n'));
    m_ui->hangUp->setCurrentIndex(int(behaviour.hangUp));
    m_ui->echo->setChecked(behaviour.echo);
    m_ui->reply->setText(behaviour.reply);
    m_ui->delay->setValue(int(behaviour.replyDelay.count()));
    m_ui->closeOn->setText(behaviour.closeOn);
    m_ui->closeAfterReply->setChecked(behaviour.closeAfterReply);
    m_ui->backlog->setValue(spec.backlog);
    m_ui->maxConnections->setValue(spec.maxConnections);
    m_ui->oneAtATime->setChecked(spec.oneAtATime);
    m_ui->reuseAddress->setChecked(spec.reuseAddress);
    m_ui->localAddress->setText(spec.localAddress);
    m_ui->localPort->setText(spec.localPort ? QString::number(spec.localPort) : QString());
    m_ui->timeout->setValue(int(std::chrono::ceil<std::chrono::seconds>(spec.connectTimeout).count()));
    m_ui->keepHalfOpen->setChecked(spec.keepHalfOpen);
    m_ui->closeByReset->setChecked(spec.closeByReset);
    m_ui->queue->setValue(int(std::max<qint64>(1, spec.highWaterMark / mebibyte)));
    setRole(spec.role);
    enableFields();
}

QList<SpecCheck::Mistake> EndpointOptions::readInto(bench::EndpointSpec &spec) const
{
    QList<SpecCheck::Mistake> mistakes;
    spec.role == bench::Role::TcpServer ? readAnswers(spec.behaviour) : readTalk(spec.behaviour);
    spec.backlog = m_ui->backlog->value();
    spec.maxConnections = m_ui->maxConnections->value();
    spec.oneAtATime = m_ui->oneAtATime->isChecked();
    spec.reuseAddress = m_ui->reuseAddress->isChecked();
    spec.localAddress = m_ui->localAddress->text().trimmed();
    spec.localPort = 0;
    if (const QString text = m_ui->localPort->text(); !text.trimmed().isEmpty()) {
        QString mistake;
        spec.localPort = SpecCheck::parsePort(text, &mistake).value_or(quint16(0));
        if (!mistake.isEmpty() && spec.role == bench::Role::TcpClient)
            mistakes.append({SpecCheck::Field::LocalPort, mistake});
    }
    spec.connectTimeout = std::chrono::seconds(m_ui->timeout->value());
    spec.keepHalfOpen = m_ui->keepHalfOpen->isChecked();
    spec.closeByReset = m_ui->closeByReset->isChecked();
    spec.highWaterMark = m_ui->queue->value() * mebibyte;
    return mistakes;
}

void EndpointOptions::readTalk(bench::Behaviour &behaviour) const
{
    behaviour.greeting = m_ui->opening->text();
    behaviour.script = m_ui->script->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    behaviour.hangUp = protocol::HangUp(m_ui->hangUp->currentIndex());
}

void EndpointOptions::readAnswers(bench::Behaviour &behaviour) const
{
    behaviour.greeting = m_ui->greeting->text();
    behaviour.echo = m_ui->echo->isChecked();
    behaviour.reply = m_ui->reply->text();
    behaviour.replyDelay = std::chrono::milliseconds(m_ui->delay->value());
    behaviour.closeOn = m_ui->closeOn->text();
    behaviour.closeAfterReply = m_ui->closeAfterReply->isChecked();
}

void EndpointOptions::setReadOnly(bool readOnly)
{
    for (QLineEdit *edit :
        {m_ui->greeting, m_ui->reply, m_ui->closeOn, m_ui->opening, m_ui->localAddress, m_ui->localPort}) {
        edit->setReadOnly(readOnly);
        edit->setPalette(FieldCombo::look(readOnly));
    }
    m_ui->script->setReadOnly(readOnly);
    m_ui->script->setPalette(FieldCombo::look(readOnly));
    m_ui->hangUp->setEnabled(!readOnly);
    for (QSpinBox *spin : {m_ui->delay, m_ui->backlog, m_ui->maxConnections, m_ui->timeout, m_ui->queue}) {
        spin->setReadOnly(readOnly);
        spin->setPalette(FieldCombo::look(readOnly));
        spin->setButtonSymbols(readOnly ? QAbstractSpinBox::NoButtons : QAbstractSpinBox::UpDownArrows);
    }
    for (QCheckBox *box : findChildren<QCheckBox *>())
        box->setEnabled(!readOnly);
}

void EndpointOptions::enableFields()
{
    m_ui->maxConnections->setEnabled(!m_ui->oneAtATime->isChecked());
    m_ui->delay->setEnabled(!m_ui->reply->text().isEmpty());
}

FieldNote *EndpointOptions::noteOf(SpecCheck::Field field) const
{
    using Field = SpecCheck::Field;
    switch (field) {
    case Field::Greeting:
        return m_server ? m_ui->greetingNote : m_ui->openingNote;
    case Field::Script:
        return m_ui->scriptNote;
    case Field::Reply:
        return m_ui->replyNote;
    case Field::CloseOn:
        return m_ui->closeOnNote;
    case Field::LocalAddress:
        return m_ui->localAddressNote;
    case Field::LocalPort:
        return m_ui->localPortNote;
    case Field::Address:
    case Field::Port:
    case Field::Encoding:
        return nullptr;
    }
    return nullptr;
}

bool EndpointOptions::setMistakes(const QList<SpecCheck::Mistake> &mistakes)
{
    for (FieldNote *note : findChildren<FieldNote *>())
        note->setMistake({});
    bool any = false;
    for (const SpecCheck::Mistake &mistake : mistakes) {
        if (FieldNote *note = noteOf(mistake.field)) {
            note->setMistake(mistake.text);
            any = true;
        }
    }
    for (FieldNote *note : findChildren<FieldNote *>())
        note->setVisible(note->isMistake());
    return any;
}

QString EndpointOptions::summary(const bench::EndpointSpec &spec)
{
    const bench::Behaviour &behaviour = spec.behaviour;
    const bool server = spec.role == bench::Role::TcpServer;
    QStringList parts;
    const auto add = [&parts](bool condition, const QString &text) {
        if (condition)
            parts.append(text);
    };
    add(server && !behaviour.greeting.isEmpty(), tr("greets"));
    add(!server && (!behaviour.greeting.isEmpty() || !behaviour.script.isEmpty()), tr("speaks by itself"));
    add(!server && behaviour.hangUp != protocol::HangUp::Never, tr("hangs up by itself"));
    add(server && behaviour.echo, tr("echoes"));
    add(server && !behaviour.reply.isEmpty(), tr("replies"));
    add(server && behaviour.closeAfterReply, tr("closes after the reply"));
    add(server && !behaviour.closeOn.isEmpty(), tr("closes on “%1”").arg(behaviour.closeOn));
    add(server && spec.oneAtATime, tr("one client at a time"));
    add(server && !spec.oneAtATime && spec.maxConnections > 0,
        tr("at most %n client(s)", nullptr, spec.maxConnections));
    add(server && !spec.reuseAddress, tr("no address reuse"));
    add(!server && !spec.localAddress.isEmpty(), tr("from %1").arg(spec.localAddress));
    add(!server && spec.localPort != 0, tr("from port %1").arg(spec.localPort));
    add(spec.keepHalfOpen, tr("keeps half-open"));
    add(spec.closeByReset, tr("ends by reset"));
    return parts.join(tr(", ", "between the parts of a list"));
}

/// The boxes stand under one another, each a grid of its own: one width for the names of all.
void EndpointOptions::alignColumns()
{
    int widest = 0;
    for (const QLabel *label : findChildren<QLabel *>()) {
        if (label->buddy())
            widest = std::max(widest, label->sizeHint().width());
    }
    for (QGridLayout *grid :
        {m_ui->answerLayout, m_ui->talkLayout, m_ui->listenLayout, m_ui->dialLayout, m_ui->bothLayout})
        grid->setColumnMinimumWidth(0, widest);
}

/// Side by side where there is room, else under one another.
void EndpointOptions::placeColumns()
{
    constexpr int beside = 4 * Space::One;
    QBoxLayout &columns = *m_ui->optionsLayout;
    int needed = -beside;
    for (int i = 0; i < columns.count(); ++i) {
        if (!columns.itemAt(i)->isEmpty())
            needed += columns.itemAt(i)->minimumSize().width() + beside;
    }
    const auto direction = needed > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (direction == columns.direction())
        return;
    columns.setDirection(direction);
    columns.setSpacing(direction == QBoxLayout::TopToBottom ? Space::One : beside);
    updateGeometry();
}

/// As narrow as it can be made, whatever it looks like now.
QSize EndpointOptions::minimumSizeHint() const
{
    QSize least = QWidget::minimumSizeHint();
    int widest = 0;
    for (int i = 0; i < m_ui->optionsLayout->count(); ++i) {
        if (const QLayoutItem *column = m_ui->optionsLayout->itemAt(i); !column->isEmpty())
            widest = std::max(widest, column->minimumSize().width());
    }
    least.setWidth(widest);
    return least;
}

bool EndpointOptions::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) // other fields, or other texts
        placeColumns();
    return QWidget::event(event);
}

void EndpointOptions::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeColumns();
}

void EndpointOptions::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        alignColumns();
    QWidget::changeEvent(event);
}

} // namespace swb::ui

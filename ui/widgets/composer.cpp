#include "widgets/composer.h"

#include "widgets/ui_composer.h"

#include "bench/sentences.h"
#include "codec/hexdump.h"
#include "widgets/segmentedswitch.h"
#include "widgets/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QtMath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr qsizetype PreviewedBytes = 32;

QString bytesCounted(qsizetype size)
{
    if (size == 1)
        return Composer::tr("1 byte");
    return Composer::tr("%Ln bytes", nullptr, static_cast<int>(size));
}

QString nameOf(codec::LineEnding ending)
{
    switch (ending) {
    case codec::LineEnding::None:
        return Composer::tr("none", "line end");
    case codec::LineEnding::Lf:
        return Composer::tr("LF (\\n)");
    case codec::LineEnding::CrLf:
        return Composer::tr("CR LF (\\r\\n)");
    case codec::LineEnding::Cr:
        return Composer::tr("CR (\\r)");
    }
    return {};
}

} // namespace

Composer::Composer(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::Composer>())
{
    m_ui->setupUi(this);
    setFocusProxy(m_ui->composerText);
    setUpText();
    setUpChoices();
    setTargets(true, false);
    readLook();
    compose();
}

Composer::~Composer() = default;

void Composer::setUpText()
{
    m_ui->composerText->installEventFilter(this);
    m_ui->composerText->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    connect(m_ui->composerText, &QPlainTextEdit::textChanged, this, &Composer::compose);
    connect(m_ui->composerText->document()->documentLayout(),
        &QAbstractTextDocumentLayout::documentSizeChanged, this, &Composer::fitHeight);
    connect(m_ui->sendButton, &QPushButton::clicked, this, &Composer::send);
}

void Composer::setUpChoices()
{
    for (const codec::LineEnding ending :
        {codec::LineEnding::None, codec::LineEnding::Lf, codec::LineEnding::CrLf, codec::LineEnding::Cr})
        m_ui->lineEnding->addItem(nameOf(ending), static_cast<int>(ending));
    connect(m_ui->lineEnding, &QComboBox::currentIndexChanged, this, &Composer::compose);
    m_ui->sendTarget->setSizeAdjustPolicy(QComboBox::AdjustToContents); // the number of clients grows
    m_ui->sendTarget->setMinimumWidth(10 * Space::One); // or it would widen the window
    connect(m_ui->sendTarget, &QComboBox::activated, this, [this] { m_prefersAll = sendsToAll(); });
    for (const auto name : {"textMode"_L1, "escapesMode"_L1, "hexMode"_L1}) // in the order of InputMode
        m_ui->mode->addSegment(name);
    connect(m_ui->mode, &SegmentedSwitch::chosen, this, &Composer::compose);
    connect(m_ui->mode, &SegmentedSwitch::clicked, this, &Composer::focusText);
    nameModes();
}

void Composer::nameModes()
{
    m_ui->mode->setSegment(int(codec::InputMode::Text), tr("Text"),
        tr("What you type, in the connection's encoding"), tr("Text mode"));
    m_ui->mode->setSegment(int(codec::InputMode::Escapes), tr("Escapes"),
        tr("Text with \\r \\n \\t \\0 \\\\, \\xNN for a byte and \\uNNNN for a character"),
        tr("Escapes mode"));
    m_ui->mode->setSegment(int(codec::InputMode::Hex), tr("Hex"),
        tr("Two hex digits a byte; spaces, commas and 0x are fine"), tr("Hex mode"));
}

void Composer::retranslate()
{
    m_ui->retranslateUi(this);
    for (int i = 0; i < m_ui->lineEnding->count(); ++i)
        m_ui->lineEnding->setItemText(
            i, nameOf(static_cast<codec::LineEnding>(m_ui->lineEnding->itemData(i).toInt())));
    nameModes();
    showTargets();
    compose();
}

void Composer::setEncoding(const codec::Encoding &encoding)
{
    if (m_encoding == encoding)
        return;
    m_encoding = encoding;
    compose();
}

void Composer::setEnabledFor(bool enabled, const QString &reason)
{
    if (m_enabled == enabled && m_reason == reason)
        return;
    m_enabled = enabled;
    m_reason = enabled ? QString() : reason;
    m_ui->composerText->setEnabled(enabled);
    showChoices();
    compose();
}

void Composer::setTargets(bool thisConnection, bool allClients, int clients)
{
    m_clients = clients;
    QComboBox &box = *m_ui->sendTarget;
    // The list is left alone while its entries stay the same: it may be open.
    if (box.findData(false) < 0 || !thisConnection || box.findData(true) < 0 || !allClients) {
        box.clear();
        if (thisConnection)
            box.addItem({}, false);
        if (allClients)
            box.addItem({}, true);
        box.setCurrentIndex(std::max(0, box.findData(m_prefersAll)));
        showChoices();
    }
    showTargets();
}

void Composer::showTargets()
{
    QComboBox &box = *m_ui->sendTarget;
    for (int i = 0; i < box.count(); ++i)
        box.setItemText(i,
            box.itemData(i).toBool() ? tr("all clients of the server (%1)").arg(m_clients)
                                     : tr("this connection"));
    placeTargets();
}

bool Composer::sendsToAll() const
{
    return m_ui->sendTarget->currentData().toBool();
}

QString Composer::text() const
{
    // Not toPlainText(), which makes a space of a no-break space: what is sent is what was written.
    QString text = m_ui->composerText->document()->toRawText();
    for (QChar &c : text) {
        if (c == QChar::ParagraphSeparator || c == QChar::LineSeparator)
            c = u'\n';
    }
    return text;
}

void Composer::setText(const QString &text)
{
    write(text);
}

void Composer::restoreLast()
{
    if (text().isEmpty() && !m_history.entries().isEmpty())
        setEntry(m_history.entries().last());
}

codec::InputMode Composer::mode() const
{
    return codec::InputMode(m_ui->mode->current());
}

void Composer::setMode(codec::InputMode mode)
{
    m_ui->mode->setCurrent(int(mode));
}

codec::LineEnding Composer::lineEnding() const
{
    return static_cast<codec::LineEnding>(m_ui->lineEnding->currentData().toInt());
}

void Composer::setLineEnding(codec::LineEnding ending)
{
    m_ui->lineEnding->setCurrentIndex(m_ui->lineEnding->findData(static_cast<int>(ending)));
}

void Composer::focusText()
{
    m_ui->composerText->setFocus(Qt::OtherFocusReason);
}

bool Composer::canSend() const
{
    return m_enabled && !m_composed.fault && !m_composed.bytes.isEmpty();
}

void Composer::send()
{
    if (!canSend())
        return;
    const QByteArray bytes = m_composed.bytes;
    m_history.add(entry());
    write({});
    emit sendRequested(bytes, sendsToAll());
}

/// Everything that depends on what is written: bytes, preview, fault, what can be pressed.
void Composer::compose()
{
    m_composed = codec::compose(text(), mode(), m_encoding, lineEnding());
    m_ui->lineEnding->setEnabled(mode() != codec::InputMode::Hex);
    m_ui->sendButton->setEnabled(canSend());
    showPreview();
    showFault();
}

void Composer::showPreview()
{
    const QByteArray &bytes = m_composed.bytes;
    const bool isCut = bytes.size() > PreviewedBytes;
    const QString digits =
        codec::hexDigits(QByteArrayView(bytes).first(std::min(bytes.size(), PreviewedBytes)));
    m_ui->byteCount->setText(bytesCounted(bytes.size()));
    m_ui->bytePreview->setText(isCut ? digits + QStringLiteral(" …") : digits);
    const bool previews = m_enabled && !m_composed.fault && m_room == Room::All;
    m_ui->byteCount->setVisible(previews);
    m_ui->bytePreview->setVisible(previews);
    showHint();
}

/// In the empty box, as much of it as fits into its line.
void Composer::showHint()
{
    QString hint = m_reason;
    if (m_enabled && mode() == codec::InputMode::Text)
        hint = tr("Write what to send…");
    else if (m_enabled && mode() == codec::InputMode::Escapes)
        hint = tr("Write what to send, with \\r \\n \\t \\0 \\xNN \\uNNNN…");
    else if (m_enabled)
        hint = tr("Write what to send as hex: 48 65 6c 6c 6f");
    QPlainTextEdit &box = *m_ui->composerText;
    const QFontMetrics metrics(box.font());
    const int room = box.viewport()->width() - 2 * qCeil(box.document()->documentMargin());
    if (m_enabled && !m_history.entries().isEmpty()) {
        const QString longer =
            tr("%1   (Alt+Up: what was sent before)", "%1 is a hint for an empty box").arg(hint);
        if (metrics.horizontalAdvance(longer) <= room)
            hint = longer;
    }
    box.setPlaceholderText(metrics.elidedText(hint, Qt::ElideRight, room));
    box.viewport()->update(); // Qt 6.4 does not, when one placeholder follows another
}

void Composer::showFault()
{
    m_ui->composerError->setVisible(m_composed.fault.has_value());
    QList<QTextEdit::ExtraSelection> marks;
    if (m_composed.fault) {
        const codec::InputFault &fault = *m_composed.fault;
        m_ui->composerError->setText(bench::Sentences::inputFault(fault, m_encoding.name()));
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_ui->composerText->document());
        const int end = static_cast<int>(std::min(fault.position + fault.length, text().size()));
        mark.cursor.setPosition(std::min(static_cast<int>(fault.position), end));
        mark.cursor.setPosition(end, QTextCursor::KeepAnchor);
        const QColor red = Theme::of(palette()).error;
        QColor ground = red;
        ground.setAlphaF(0.22F); // the line alone is too thin for a projector
        mark.format.setBackground(ground);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(red);
        marks.append(mark);
    }
    m_ui->composerText->setExtraSelections(marks);
}

void Composer::readLook()
{
    const Theme theme = Theme::of(palette());
    m_ui->composerText->setFont(dataFont());
    m_ui->composerText->document()->setDocumentMargin(Space::Half + 2);
    m_ui->bytePreview->setFont(dataFont());
    const auto paint = [](QLabel &label, const QColor &colour) {
        QPalette palette = label.palette();
        palette.setColor(QPalette::WindowText, colour);
        label.setPalette(palette);
    };
    paint(*m_ui->byteCount, theme.faint);
    paint(*m_ui->bytePreview, theme.faint);
    paint(*m_ui->composerError, theme.error);
    fitHeight();
}

void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        readLook();
        showFault();
    }
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_ui->composerText || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *pressed = static_cast<QKeyEvent *>(event);
    return handleKey(pressed->key(), pressed->modifiers());
}

bool Composer::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool controlOrAlt = modifiers & (Qt::ControlModifier | Qt::AltModifier);
    if (controlOrAlt && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        recall(key == Qt::Key_Up ? -1 : 1);
        return true;
    }
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool isOneLine = !text().contains(u'\n'); // Shift+Enter makes no block
    const bool sends =
        modifiers.testFlag(Qt::ControlModifier) || (isOneLine && !modifiers.testFlag(Qt::ShiftModifier));
    if (!isEnter || !sends)
        return false;
    send();
    return true;
}

void Composer::recall(int step)
{
    if (const std::optional<SendHistory::Entry> known = m_history.step(step, entry()))
        setEntry(*known);
}

SendHistory::Entry Composer::entry() const
{
    return {text(), mode(), lineEnding()};
}

void Composer::setEntry(const SendHistory::Entry &entry)
{
    setMode(entry.mode);
    setLineEnding(entry.ending);
    write(entry.text);
}

void Composer::write(const QString &text)
{
    // Through a cursor, so that undo brings back what stood there.
    QTextCursor cursor(m_ui->composerText->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    m_ui->composerText->moveCursor(QTextCursor::End);
}

} // namespace swb::ui

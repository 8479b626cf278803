#include "widgets/composer.h"

#include "widgets/ui_composer.h"

#include "widgets/segmentedswitch.h"
#include "widgets/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>
#include <QtMath>

#include <algorithm>

namespace swb::ui {

namespace {

constexpr int tallestLines(Composer::Room room)
{
    return room == Composer::Room::TextAlone ? 2 : 6;
}

} // namespace

/// Where nothing can be sent, the box says why in one line and the rest is gone.
void Composer::showChoices()
{
    const bool chooses = m_enabled && m_room != Room::TextAlone;
    m_ui->sendButton->setVisible(m_enabled);
    for (QWidget *choice : std::initializer_list<QWidget *>{m_ui->mode, m_ui->endingLabel, m_ui->lineEnding})
        choice->setVisible(chooses);
    m_ui->targetLabel->setVisible(chooses && offersTargets());
    m_ui->sendTarget->setVisible(chooses && offersTargets());
}

bool Composer::offersTargets() const
{
    return m_ui->sendTarget->findData(true) >= 0;
}

void Composer::setRoom(Room room)
{
    if (m_room == room)
        return;
    m_room = room;
    showChoices();
    showPreview();
    fitHeight();
}

int Composer::heightIn(Room room) const
{
    const QMargins margins = m_ui->composerLayout->contentsMargins();
    int height = margins.top() + textHeight(tallestLines(room)) + margins.bottom();
    const auto addLine = [this, &height](int line) { height += m_ui->composerLayout->spacing() + line; };
    if (!m_enabled)
        return height;
    if (m_composed.fault)
        addLine(m_ui->composerError->heightForWidth(width() - margins.left() - margins.right()));
    else if (room == Room::All)
        addLine(m_ui->byteCount->sizeHint().height());
    if (room == Room::TextAlone)
        return height;
    addLine(std::max(m_ui->mode->sizeHint().height(), m_ui->lineEnding->sizeHint().height()));
    if (offersTargets() && m_ui->composerLayout->indexOf(m_ui->targetLayout) >= 0)
        addLine(m_ui->sendTarget->sizeHint().height());
    return height;
}

/// Of what is written, as far as there is room for it.
int Composer::textHeight(int mostLines) const
{
    const QPlainTextEdit &box = *m_ui->composerText;
    const QTextDocument &document = *box.document();
    const qreal lineHeight = QFontMetricsF(box.font()).lineSpacing();
    qreal height = 0;
    int lines = 0;
    for (QTextBlock block = document.begin(); block.isValid() && lines < mostLines; block = block.next()) {
        // Not lines times line height: text in a fallback font makes taller lines.
        document.documentLayout()->blockBoundingRect(block); // lays the block out if nobody has yet
        const QTextLayout &layout = *block.layout();
        for (int i = 0; i < layout.lineCount() && lines < mostLines; ++i, ++lines)
            height += std::max(lineHeight, layout.lineAt(i).height());
    }
    return qCeil(std::max(lineHeight, height) + 2 * (document.documentMargin() + box.frameWidth()));
}

void Composer::fitHeight()
{
    QPlainTextEdit &box = *m_ui->composerText;
    const int mostLines = tallestLines(m_room);
    // QPlainTextEdit measures its document in lines, not in pixels.
    const bool fits = qRound(box.document()->size().height()) <= mostLines;
    box.setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    box.setFixedHeight(textHeight(mostLines));
    if (fits)
        box.verticalScrollBar()->setValue(0);
    m_ui->sendButton->setFixedHeight(qCeil(
        QFontMetricsF(box.font()).lineSpacing() + 2 * (box.document()->documentMargin() + box.frameWidth())));
}

void Composer::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
    placeTargets();
    showHint();
}

/// Beside the other choices where there is room, else in a line of its own.
void Composer::placeTargets()
{
    QLayout *const targets = m_ui->targetLayout;
    const int needed = m_ui->mode->sizeHint().width() + m_ui->endingLayout->sizeHint().width()
        + targets->sizeHint().width() + 2 * m_ui->choicesLayout->spacing() + 2 * Space::One;
    const bool narrow = needed > width();
    const bool isBelow = m_ui->composerLayout->indexOf(targets) >= 0;
    if (narrow == isBelow)
        return;
    (isBelow ? m_ui->composerLayout : static_cast<QLayout *>(m_ui->choicesLayout))->removeItem(targets);
    targets->setParent(nullptr);
    if (narrow)
        m_ui->composerLayout->addLayout(targets);
    else
        m_ui->choicesLayout->insertLayout(2, targets);
}

} // namespace swb::ui

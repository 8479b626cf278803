#include "widgets/noteeditor.h"

#include "base/event.h"
#include "widgets/logview.h"
#include "widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace swb::ui {

namespace {

constexpr int Widest = 60 * Space::One;

} // namespace

NoteEditor::NoteEditor(LogView *log)
    : QFrame(log)
    , m_log(log)
    , m_text(new QLineEdit)
    , m_hint(new QLabel)
{
    setObjectName(QStringLiteral("noteEditor"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_text->setObjectName(QStringLiteral("noteText"));
    m_text->setMaxLength(Annotation::maxTextLength);
    m_text->installEventFilter(this);
    m_hint->setObjectName(QStringLiteral("noteHint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setFont(captionFont(font()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::One, Space::One, Space::One, Space::Half);
    column->setSpacing(Space::Half);
    column->addWidget(m_text);
    column->addWidget(m_hint);
    connect(m_text, &QLineEdit::returnPressed, this, [this] { close(true); });
    hide();
    retranslate();
}

void NoteEditor::open(EventSeq about, const QString &text)
{
    m_about = about;
    m_before = text;
    m_text->setText(text);
    const QRect row = m_log->rowRect(m_log->currentRow());
    const QRect view = m_log->viewport()->geometry();
    const int width = std::min(Widest, view.width() - 2 * Space::One);
    const int height = sizeHint().height();
    const bool above = row.bottom() + height > view.height();
    const int y = view.top() + (above ? row.top() - height : row.bottom() + 1);
    setGeometry(view.right() - width - Space::One, std::max(view.top(), y), width, height);
    show();
    raise();
    m_text->selectAll();
    m_text->setFocus(Qt::PopupFocusReason);
}

void NoteEditor::close(bool keep)
{
    if (isHidden())
        return;
    const bool hadFocus = m_text->hasFocus();
    hide();
    if (hadFocus)
        m_log->setFocus(Qt::PopupFocusReason);
    if (const QString text = m_text->text().trimmed(); keep && text != m_before)
        emit written(m_about, text);
}

void NoteEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close(false);
    else
        QFrame::keyPressEvent(event);
}

bool NoteEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            close(true);
    }
    return QFrame::eventFilter(watched, event);
}

void NoteEditor::retranslate()
{
    setAccessibleName(tr("Note about this row"));
    m_text->setAccessibleName(tr("Note"));
    m_text->setPlaceholderText(tr("What is it about this row?"));
    m_hint->setText(tr("Enter keeps it in the recording · Esc leaves it as it was"));
}

void NoteEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace swb::ui

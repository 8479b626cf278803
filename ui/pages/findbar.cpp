#include "pages/findbar.h"

#include "models/searchmodel.h"
#include "pages/elidedlabel.h"
#include "pages/fieldnote.h"
#include "widgets/icons.h"
#include "widgets/segmentedswitch.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr int ProgressSteps = 1000;
constexpr int LeastProgressWidth = 3 * Space::One;
constexpr int ProgressWidth = 12 * Space::One;
constexpr int LeastStandingWidth = 12 * Space::One;
constexpr int LeastFieldWidth = 10 * Space::One;
/// What is looked for is seldom longer, and the field need not grow with the window beyond it.
constexpr int WidestField = 64 * Space::One;

} // namespace

FindBar::FindBar(SearchModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_text(new QLineEdit)
    , m_mode(new SegmentedSwitch)
    , m_case(new QToolButton)
    , m_count(new ElidedLabel)
    , m_previous(makeButton(u"findPrevious"_s, "chevron-up"_L1))
    , m_next(makeButton(u"findNext"_s, "chevron-down"_L1))
    , m_progress(new QProgressBar)
    , m_stop(makeButton(u"findStop"_s, "stop"_L1))
    , m_close(makeButton(u"findClose"_s, "remove"_L1))
    , m_note(new FieldNote)
{
    setObjectName(u"findBar"_s);
    m_text->setObjectName(u"findText"_s);
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(LeastFieldWidth);
    m_text->setMaximumWidth(WidestField);
    m_text->installEventFilter(this);
    m_mode->setObjectName(u"findMode"_s);
    for (const QString &name : {u"findAsText"_s, u"findAsHex"_s, u"findAsExpression"_s})
        m_mode->addSegment(name);
    m_case->setObjectName(u"findCase"_s);
    m_case->setCheckable(true);
    m_case->setAutoRaise(true);
    m_count->setObjectName(u"findCount"_s);
    m_count->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_progress->setObjectName(u"findProgress"_s);
    m_progress->setRange(0, ProgressSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(Space::One);
    m_progress->setMinimumWidth(LeastProgressWidth);
    m_progress->setMaximumWidth(ProgressWidth);
    m_note->setObjectName(u"findNote"_s);
    m_note->setField(m_text);
    layOut();

    connect(m_text, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_mode, &SegmentedSwitch::chosen, this, &FindBar::search);
    connect(m_case, &QToolButton::toggled, this, &FindBar::search);
    connect(m_next, &QToolButton::clicked, model, &SearchModel::next);
    connect(m_previous, &QToolButton::clicked, model, &SearchModel::previous);
    connect(m_stop, &QToolButton::clicked, model, &SearchModel::stop);
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    connect(model, &SearchModel::currentChanged, this, [this] { m_wrapped.clear(); });
    connect(model, &SearchModel::changed, this, &FindBar::showStanding);
    connect(model, &SearchModel::wrapped, this, [this](bool forwards) {
        m_wrapped = forwards ? tr("on from the first") : tr("on from the last");
    });
    hide();
    retranslate();
}

QToolButton *FindBar::makeButton(const QString &name, QLatin1StringView icon)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(Icons::named(icon));
    button->setAutoRaise(true);
    return button;
}

void FindBar::layOut()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::Half);
    line->addWidget(m_text, 3);
    line->addWidget(m_mode);
    line->addWidget(m_case);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(0);
    steps->addWidget(m_previous);
    steps->addWidget(m_next);
    line->addLayout(steps);
    // A room of its own, whatever is said in it: nothing beside it moves when the count does.
    auto *standing = new QWidget;
    standing->setObjectName(u"findStanding"_s);
    standing->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    standing->setMinimumWidth(LeastStandingWidth);
    auto *room = new QHBoxLayout(standing);
    room->setContentsMargins({});
    room->setSpacing(Space::One);
    room->addWidget(m_count);
    room->addWidget(m_progress);
    room->addWidget(m_stop);
    room->addStretch(1);
    line->addWidget(standing, 2);
    line->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::One, Space::Half, Space::One, Space::Half);
    column->setSpacing(Space::Half);
    column->addLayout(line);
    column->addWidget(m_note);
}

lens::Query FindBar::query() const
{
    return {m_text->text(), static_cast<lens::Query::Mode>(m_mode->current()), m_case->isChecked()};
}

void FindBar::open()
{
    const bool wasOpen = isOpen();
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    if (!wasOpen)
        search();
}

void FindBar::close()
{
    hide();
    m_model->setQuery({});
    emit closed();
}

void FindBar::search()
{
    m_wrapped.clear();
    m_case->setEnabled(query().mode != lens::Query::Mode::Hex);
    m_model->setQuery(query());
    markFault();
}

void FindBar::showStanding()
{
    using State = SearchModel::State;
    const bool slow = m_model->isSlow();
    m_progress->setVisible(slow);
    m_stop->setVisible(slow);
    m_progress->setValue(static_cast<int>(m_model->progress() * ProgressSteps));
    // In the line itself: a row of its own would push the log up, and what was just found out of sight.
    const QString count = countText();
    m_count->setText(m_wrapped.isEmpty() || count.isEmpty()
            ? count
            : tr("%1, %2", "3 of 3, on from the last").arg(count, m_wrapped));
    const bool canStep = m_model->count() > 0 || m_model->state() == State::Searching;
    m_next->setEnabled(canStep);
    m_previous->setEnabled(canStep);
    showNote();
}

void FindBar::showNote()
{
    const auto &fault = m_model->fault();
    m_note->setMistake(fault ? fault->sentence : m_model->failure());
    m_note->setVisible(m_note->isMistake());
}

QString FindBar::countText() const
{
    using State = SearchModel::State;
    const int count = static_cast<int>(m_model->count());
    const QString number = QLocale().toString(count);
    const qsizetype current = m_model->currentNumber();
    // Short of the end nobody knows how many there are, or whether there is one.
    const bool wasStopped = m_model->state() == State::Stopped;
    if (m_model->state() == State::Idle || m_model->state() == State::Failed || (wasStopped && count == 0))
        return {};
    if (current > 0 && m_model->hasMore())
        return tr("%1 of more than %2").arg(QLocale().toString(current), number);
    if (current > 0)
        return tr("%1 of %2").arg(QLocale().toString(current), number);
    if (m_model->hasMore())
        return tr("more than %1").arg(number);
    if (m_model->state() == State::Searching && count == 0)
        return m_model->isSlow() ? tr("Searching …") : QString();
    return count == 0 ? tr("No match") : tr("%Ln match(es)", nullptr, count);
}

/// Under the character where it goes wrong. A line edit draws formats only for what an input method composes.
void FindBar::markFault()
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (const auto &fault = m_model->fault()) {
        const auto size = static_cast<int>(m_text->text().size());
        const int start = std::clamp(static_cast<int>(fault->position), 0, std::max(0, size - 1));
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(Theme::of(palette()).error);
        format.setForeground(Theme::of(palette()).error);
        attributes.append({QInputMethodEvent::TextFormat, start - m_text->cursorPosition(),
            std::max(1, static_cast<int>(fault->length)), format});
    }
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(m_text, &event);
}

void FindBar::retranslate()
{
    setAccessibleName(tr("Find"));
    m_text->setPlaceholderText(tr("Find in the bytes of this log"));
    m_text->setAccessibleName(tr("What to find"));
    m_mode->setAccessibleName(tr("Kind of pattern"));
    m_mode->setSegment(0, tr("Text"), tr("Text, in the encoding of each connection"), tr("Find text"));
    m_mode->setSegment(1, tr("Hex"), tr("Bytes, written as hex digits: 0d 0a"), tr("Find bytes in hex"));
    m_mode->setSegment(2, tr("Regex"), tr("A regular expression over bytes (PCRE2): ^HTTP/1\\.[01] \\d+"),
        tr("Find a regular expression"));
    const auto name = [](QAbstractButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    m_case->setText(tr("aA", "stands on the button that ignores case"));
    name(m_case, tr("Ignore case"));
    name(m_previous, tr("Previous match (Shift+Enter)"));
    name(m_next, tr("Next match (Enter)"));
    name(m_stop, tr("Stop searching"));
    name(m_close, tr("Close (Esc)"));
    m_progress->setAccessibleName(tr("How far the search is"));
    m_count->setAccessibleDescription(tr("Matches"));
    m_wrapped.clear();
    showStanding();
}

void FindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        search();
    }
    QWidget::changeEvent(event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    QWidget::keyPressEvent(event);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            key->modifiers().testFlag(Qt::ShiftModifier) ? m_model->previous() : m_model->next();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace swb::ui

#include "pages/filterbar.h"

#include "bench/sentences.h"
#include "pages/fieldnote.h"
#include "pages/labeltext.h"
#include "widgets/icons.h"
#include "widgets/segmentedswitch.h"
#include "widgets/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swb::ui {

namespace {

/// After the last key: nobody wants to see what half a word leaves.
constexpr auto TypingPause = 200ms;
/// In characters: the pattern then has as much room as all beside it.
constexpr int RoomForTwoLines = 120;

/// A button with a menu that looks like the boxes beside it.
class MenuBox : public QToolButton
{
public:
    QSize sizeHint() const override
    {
        const QStyleOptionComboBox option = look();
        const QSize words(fontMetrics().horizontalAdvance(text()) + Space::Half, fontMetrics().height());
        return style()->sizeFromContents(QStyle::CT_ComboBox, &option, words, this);
    }
    QSize minimumSizeHint() const override { return {8 * Space::One, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        const QStyleOptionComboBox option = look();
        painter.drawComplexControl(QStyle::CC_ComboBox, option);
        painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    }

private:
    QStyleOptionComboBox look() const
    {
        QStyleOptionComboBox option;
        option.initFrom(this);
        option.editable = false;
        option.currentText = text();
        option.subControls = QStyle::SC_All;
        option.state.setFlag(QStyle::State_On, isDown());
        return option;
    }
};

QLineEdit *makeField(const QString &name)
{
    auto *field = new QLineEdit;
    field->setObjectName(name);
    field->setClearButtonEnabled(true);
    return field;
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_pattern(makeField(u"filterPattern"_s))
    , m_mode(new SegmentedSwitch)
    , m_case(new QToolButton)
    , m_direction(new SegmentedSwitch)
    , m_kinds(new MenuBox)
    , m_connections(makeField(u"filterConnections"_s))
    , m_from(makeField(u"filterFrom"_s))
    , m_until(new QLabel(u"–"_s))
    , m_to(makeField(u"filterTo"_s))
    , m_count(new QLabel)
    , m_clear(new QPushButton)
    , m_close(new QToolButton)
    , m_note(new FieldNote)
{
    setObjectName(u"filterBar"_s);
    m_mode->setObjectName(u"filterMode"_s);
    for (const QString &name : {u"filterAsText"_s, u"filterAsHex"_s, u"filterAsExpression"_s})
        m_mode->addSegment(name);
    m_case->setObjectName(u"filterCase"_s);
    m_case->setCheckable(true);
    m_case->setAutoRaise(true);
    m_direction->setObjectName(u"filterDirection"_s);
    for (const QString &name : {u"filterBoth"_s, u"filterReceived"_s, u"filterSent"_s})
        m_direction->addSegment(name);
    m_count->setObjectName(u"filterCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_clear->setObjectName(u"filterClear"_s);
    m_clear->setAutoDefault(false);
    m_close->setObjectName(u"filterClose"_s);
    m_close->setIcon(Icons::named("remove"_L1));
    m_close->setAutoRaise(true);
    m_note->setObjectName(u"filterNote"_s);
    makeKinds();
    layOut();

    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPause);
    connect(&m_typing, &QTimer::timeout, this, &FilterBar::inputChanged);
    for (const QLineEdit *field : fields())
        connect(field, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_mode, &SegmentedSwitch::chosen, this, &FilterBar::inputChanged);
    connect(m_case, &QToolButton::toggled, this, &FilterBar::inputChanged);
    connect(m_direction, &SegmentedSwitch::chosen, this, &FilterBar::inputChanged);
    connect(m_clear, &QPushButton::clicked, this, &FilterBar::clear);
    connect(m_close, &QToolButton::clicked, this, &FilterBar::closed);
    hide();
    retranslate();
}

void FilterBar::makeKinds()
{
    m_kinds->setObjectName(u"filterKinds"_s);
    m_kinds->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_kinds);
    menu->setObjectName(u"filterKindsMenu"_s);
    const std::array names{u"filterData"_s, u"filterLifecycle"_s, u"filterErrors"_s, u"filterAnnotated"_s};
    for (size_t i = 0; i < names.size(); ++i) {
        if (i == 3)
            menu->addSeparator();
        QAction *action = menu->addAction(QString());
        action->setObjectName(names[i]);
        action->setCheckable(true);
        action->setChecked(i < 3);
        connect(action, &QAction::toggled, this, [this] {
            showKinds();
            emit inputChanged();
        });
        m_kindActions[i] = action;
    }
    m_kinds->setMenu(menu);
}

void FilterBar::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::One, Space::Half, Space::One, Space::Half);
    column->setSpacing(Space::Half);
    for (QHBoxLayout *&line : m_lines) {
        line = new QHBoxLayout;
        line->setSpacing(Space::One);
        column->addLayout(line);
    }
    column->addWidget(m_note);
    m_note->hide();
    m_from->setMinimumWidth(12 * Space::One);
    m_to->setMinimumWidth(12 * Space::One);
    m_connections->setMinimumWidth(10 * Space::One);
    fillLines();
}

/// Where there is not room enough for all in two lines, there are three.
void FilterBar::fillLines()
{
    for (QHBoxLayout *line : m_lines) {
        while (QLayoutItem *item = line->takeAt(0))
            delete item;
    }
    QHBoxLayout *times = m_lines[m_isNarrow ? 2 : 1];
    QHBoxLayout *standing = m_lines[m_isNarrow ? 2 : 0];
    m_lines[0]->addWidget(m_pattern, 1);
    m_lines[0]->addWidget(m_mode);
    m_lines[0]->addWidget(m_case);
    m_lines[1]->addWidget(m_direction);
    m_lines[1]->addWidget(m_kinds);
    m_lines[1]->addWidget(m_connections, 2);
    m_lines[1]->addStretch(0); // where no connections are to be chosen
    times->addWidget(m_from, 3);
    times->addWidget(m_until);
    times->addWidget(m_to, 3);
    standing->addWidget(m_count);
    standing->addWidget(m_clear);
    m_lines[0]->addWidget(m_close);
}

/// Of the three lines: wherever the bar is, it may become as narrow as that.
QSize FilterBar::minimumSizeHint() const
{
    const auto width = [](std::initializer_list<const QWidget *> widgets) {
        int sum = 2 * Space::One;
        for (const QWidget *widget : widgets)
            sum += std::max(widget->minimumSizeHint().width(), widget->minimumWidth()) + Space::One;
        return sum;
    };
    return {
        std::max({width({m_pattern, m_mode, m_case, m_close}), width({m_direction, m_kinds, m_connections}),
            width({m_from, m_until, m_to, m_count, m_clear})}),
        QWidget::minimumSizeHint().height()};
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < RoomForTwoLines * fontMetrics().averageCharWidth();
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    fillLines();
    updateGeometry();
}

FilterInput FilterBar::input() const
{
    FilterInput input;
    input.query = {m_pattern->text(), static_cast<lens::Query::Mode>(m_mode->current()), m_case->isChecked()};
    input.direction = static_cast<journal::Criteria::Direction>(m_direction->current());
    input.data = m_kindActions[0]->isChecked();
    input.lifecycle = m_kindActions[1]->isChecked();
    input.errors = m_kindActions[2]->isChecked();
    input.annotatedOnly = m_kindActions[3]->isChecked();
    input.connections = m_connections->text();
    input.from = m_from->text();
    input.to = m_to->text();
    return input;
}

void FilterBar::setInput(const FilterInput &input)
{
    const QSignalBlocker silent(this);
    m_pattern->setText(input.query.text);
    m_mode->setCurrent(static_cast<int>(input.query.mode));
    m_case->setChecked(input.query.ignoreCase);
    m_direction->setCurrent(static_cast<int>(input.direction));
    const std::array kinds{input.data, input.lifecycle, input.errors, input.annotatedOnly};
    for (size_t i = 0; i < kinds.size(); ++i)
        m_kindActions[i]->setChecked(kinds[i]);
    m_connections->setText(input.connections);
    m_from->setText(input.from);
    m_to->setText(input.to);
    m_typing.stop();
    showKinds();
}

void FilterBar::clear()
{
    setInput({});
    emit inputChanged();
}

void FilterBar::setConnectionsOffered(bool offered)
{
    m_connections->setVisible(offered);
}

void FilterBar::showFault(const std::optional<FilterFault> &fault)
{
    m_note->setMistake(fault ? fault->sentence : QString());
    m_note->setVisible(fault.has_value());
    if (!fault)
        return;
    QLineEdit *field = fields()[static_cast<int>(fault->field)];
    m_note->setField(field);
    if (field->hasFocus())
        field->setCursorPosition(static_cast<int>(fault->position));
}

void FilterBar::showStanding(int shown, quint32 total, const LogModel::Sifting &sifting)
{
    const QLocale locale;
    m_filters = input() != FilterInput();
    m_clear->setEnabled(m_filters);
    m_count->setText(tr("%1 of %Ln row(s)", nullptr, static_cast<int>(std::min<quint32>(total, INT_MAX)))
                         .arg(locale.toString(shown)));
    m_progress = sifting.busy && sifting.total > 0
        ? static_cast<double>(sifting.done) / static_cast<double>(sifting.total)
        : 1;
    if (sifting.gaveUp && !m_note->isMistake()) {
        m_note->setMistake(tr("The expression takes too many steps at one place; the rows after it are not "
                              "shown. Make it simpler."));
        m_note->show();
    }
    update();
}

void FilterBar::focusPattern()
{
    m_pattern->setFocus(Qt::ShortcutFocusReason);
    m_pattern->selectAll();
}

void FilterBar::showKinds()
{
    QStringList kinds;
    for (size_t i = 0; i < 3; ++i) {
        if (m_kindActions[i]->isChecked())
            kinds.append(labelText(m_kindActions[i]->text()));
    }
    QString text = kinds.size() == 3 ? tr("All kinds")
        : kinds.isEmpty()            ? tr("No kind")
                                     : bench::Sentences::list(kinds);
    if (m_kindActions[3]->isChecked())
        text = tr("%1, marked").arg(text);
    m_kinds->setText(text);
}

void FilterBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        emit closed();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_typing.isActive()) {
            m_typing.stop();
            emit inputChanged();
        }
        if (!m_note->isMistake())
            emit left();
        return;
    }
    QWidget::keyPressEvent(event);
}

void FilterBar::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    QColor accent = palette().color(QPalette::Highlight);
    if (m_filters) {
        QColor ground = accent;
        ground.setAlphaF(0.13F);
        painter.fillRect(rect(), ground);
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.hairline);
    if (m_progress < 1)
        painter.fillRect(QRect(0, height() - 2, static_cast<int>(width() * m_progress), 2), accent);
}

void FilterBar::retranslate()
{
    setAccessibleName(tr("Filter of the log"));
    m_pattern->setPlaceholderText(tr("Rows with these bytes"));
    m_pattern->setAccessibleName(tr("Bytes that rows must have"));
    m_mode->setAccessibleName(tr("Kind of pattern"));
    m_mode->setSegment(0, tr("Text"), tr("Text, in the encoding of each connection"), tr("As text"));
    m_mode->setSegment(1, tr("Hex"), tr("Bytes in hex: 0d 0a"), tr("As hex"));
    m_mode->setSegment(
        2, tr("Regex"), tr("A regular expression over the bytes"), tr("As a regular expression"));
    m_case->setText(tr("aA", "stands on the button that ignores case"));
    m_case->setToolTip(tr("Upper and lower case are the same"));
    m_case->setAccessibleName(tr("Ignore case"));
    m_direction->setAccessibleName(tr("Direction"));
    m_direction->setSegment(0, tr("Both"), tr("Both directions"), tr("Both directions"));
    m_direction->setSegment(1, tr("Received"), tr("Only what came from the peer"), tr("Only received"));
    m_direction->setSegment(2, tr("Sent"), tr("Only what was sent"), tr("Only sent"));
    m_kinds->setAccessibleName(tr("Kinds of rows"));
    m_kinds->setToolTip(tr("Which kinds of rows are shown"));
    m_kindActions[0]->setText(tr("&Data"));
    m_kindActions[1]->setText(tr("&Lifecycle"));
    m_kindActions[2]->setText(tr("&Errors"));
    m_kindActions[3]->setText(tr("Only &marked and noted rows"));
    m_connections->setPlaceholderText(tr("Connections: 1, 4-7"));
    m_connections->setAccessibleName(tr("Numbers of connections"));
    m_from->setPlaceholderText(tr("from 18:05:03 or +1.5 s"));
    m_from->setAccessibleName(tr("From this time"));
    m_to->setPlaceholderText(tr("to"));
    m_to->setAccessibleName(tr("To this time"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Show all rows, and leave the filter open"));
    m_close->setToolTip(tr("Show all rows, and close the filter (Esc)"));
    m_close->setAccessibleName(tr("Close the filter"));
    showKinds();
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace swb::ui

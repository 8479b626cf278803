#include "widgets/streamview.h"

#include "models/searchmodel.h"
#include "models/timetext.h"
#include "widgets/announcer.h"
#include "widgets/markedscrollbar.h"
#include "widgets/streamfacts.h"
#include "widgets/streammatches.h"
#include "widgets/streampainter.h"
#include "widgets/streamviewaccessible.h"
#include "widgets/theme.h"

#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace swb::ui {

namespace {

/// The scroll bar counts in an int, with room for its page.
constexpr quint64 MostSteps = 1'000'000'000;

} // namespace

StreamView::StreamView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_marks(new MarkedScrollBar(this))
    , m_newButton(new QPushButton(this))
    , m_announcer(new Announcer(this))
{
    installStreamViewAccessibility();
    m_marks->setObjectName(QStringLiteral("streamMarks"));
    setVerticalScrollBar(m_marks);
    setObjectName(QStringLiteral("streamView"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    viewport()->setCursor(Qt::IBeamCursor);
    m_newButton->setObjectName(QStringLiteral("newBytesButton"));
    m_newButton->setFocusPolicy(Qt::NoFocus);
    m_newButton->hide();
    connect(m_newButton, &QPushButton::clicked, this, [this] { setFollowing(true); });
    connect(verticalScrollBar(), &QAbstractSlider::actionTriggered, this, &StreamView::scrollByAction);
    readLook();
    retranslate();
}

StreamView::~StreamView() = default;

void StreamView::retranslate()
{
    setAccessibleName(tr("Stream"));
    m_newButton->setToolTip(tr("Show the newest bytes and follow them"));
    updateNewButton();
}

void StreamView::readLook()
{
    m_painter = std::make_unique<StreamPainter>(font(), dataFont(), palette());
    QPalette accent = palette();
    accent.setColor(QPalette::Button, palette().color(QPalette::Highlight));
    accent.setColor(QPalette::ButtonText, palette().color(QPalette::HighlightedText));
    m_newButton->setPalette(accent);
}

void StreamView::setSource(std::shared_ptr<const journal::Recording> recording, ConnectionId connection,
    const codec::Encoding &encoding)
{
    m_layout.reset();
    m_rows.reset();
    m_streams = recording ? std::make_unique<lens::StreamText>(recording) : nullptr;
    if (recording)
        m_rows = std::make_unique<Conversation>(std::move(recording), connection);
    m_encoding = encoding;
    m_anchor = m_caret = m_selection = {};
    m_top = {};
    m_newEvents = 0;
    m_following = true;
    m_marks->updateMarks();
    relayout();
}

void StreamView::setEncoding(const codec::Encoding &encoding)
{
    if (m_encoding == encoding)
        return;
    m_encoding = encoding;
    relayout();
}

void StreamView::setMode(StreamMode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    relayout();
}

void StreamView::setTimesShown(bool shown)
{
    m_timesShown = shown;
    relayout();
}

void StreamView::setSearch(const SearchModel *search)
{
    m_matches = std::make_unique<StreamMatches>(search);
    m_marks->setMarks(MarkedScrollBar::Mark::Match,
        [this](double from, double to) { return m_rows && m_matches->hasAnyIn(*m_rows, from, to); });
    connect(search, &SearchModel::changed, this, [this] {
        m_marks->updateMarks();
        viewport()->update();
    });
    connect(search, &SearchModel::currentChanged, viewport(), qOverload<>(&QWidget::update));
}

void StreamView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void StreamView::relayout()
{
    m_layout.reset();
    if (m_rows && m_rows->rowCount() > 0) {
        const int room = viewport()->width() - m_painter->gutterWidth(m_timesShown) - Space::Two;
        m_layout = std::make_unique<StreamLayout>(*m_rows, *m_streams, m_encoding, m_painter->dataFont(),
            m_mode, static_cast<int>(room / m_painter->columnWidth()));
    }
    updateScrollBar();
    updateNewButton();
    viewport()->update();
}

void StreamView::refresh()
{
    if (!m_rows || !isVisible())
        return;
    const quint32 before = m_rows->rowCount();
    const auto events = static_cast<int>(m_rows->refresh());
    if (events == 0)
        return;
    if (!m_following)
        m_newEvents += events;
    if (!m_layout)
        return relayout();
    m_layout->grown(before - 1);
    updateScrollBar();
    updateNewButton();
    announce(events);
    viewport()->update();
}

void StreamView::announce(int events)
{
    m_announcer->announce(
        events, [](int news) { return tr("%n new event(s) in the stream", nullptr, news); });
}

void StreamView::setFollowing(bool following)
{
    if (following)
        m_newEvents = 0;
    const bool changed = m_following != following;
    m_following = following;
    updateScrollBar();
    updateNewButton();
    viewport()->update();
    if (changed)
        emit followingChanged(following);
}

int StreamView::barValue(const StreamSpot &spot) const
{
    return static_cast<int>(m_rows->weight(spot) / m_barScale);
}

void StreamView::updateScrollBar()
{
    const QScopedValueRollback guard(m_barMoves, true);
    if (isEmpty()) {
        verticalScrollBar()->setRange(0, 0);
        return;
    }
    const int whole = std::max(1, viewport()->height() / m_painter->lineHeight());
    m_lowestTop = m_layout->lineRange(m_layout->moved(m_layout->last(), 1 - whole)).start;
    m_barScale = 1 + m_rows->weight() / MostSteps;
    m_top = m_following ? m_lowestTop : std::min(m_top, m_lowestTop);
    const int most = barValue(m_lowestTop);
    verticalScrollBar()->setRange(0, most);
    verticalScrollBar()->setPageStep(std::max(1, static_cast<int>(m_rows->weight() / m_barScale) - most));
    verticalScrollBar()->setValue(barValue(m_top));
}

void StreamView::scrollContentsBy(int, int)
{
    viewport()->update();
    const int value = verticalScrollBar()->value();
    if (m_barMoves || isEmpty() || value == barValue(m_top))
        return;
    const StreamSpot spot = m_rows->spotAt(static_cast<quint64>(value) * m_barScale);
    setTop(value == verticalScrollBar()->maximum() ? m_lowestTop
                                                   : m_layout->lineRange(m_layout->placeOf(spot)).start,
        true);
}

void StreamView::setTop(const StreamSpot &top, bool byHand)
{
    const StreamSpot before = m_top;
    m_top = std::min(top, m_lowestTop);
    if (byHand && m_following != (m_top == m_lowestTop))
        setFollowing(m_top == m_lowestTop);
    {
        const QScopedValueRollback guard(m_barMoves, true);
        verticalScrollBar()->setSliderPosition(barValue(m_top));
    }
    viewport()->update();
    if (byHand && m_top != before)
        emit scrolled();
}

void StreamView::scrollLines(int lines)
{
    if (!isEmpty())
        setTop(m_layout->lineRange(m_layout->moved(topPlace(), lines)).start, true);
}

void StreamView::scrollByAction(int action)
{
    // The bar counts bytes, but its buttons and pages mean lines.
    const int page = std::max(1, viewport()->height() / m_painter->lineHeight() - 1);
    if (action == QAbstractSlider::SliderSingleStepAdd)
        scrollLines(1);
    else if (action == QAbstractSlider::SliderSingleStepSub)
        scrollLines(-1);
    else if (action == QAbstractSlider::SliderPageStepAdd)
        scrollLines(page);
    else if (action == QAbstractSlider::SliderPageStepSub)
        scrollLines(-page);
}

/// What is shown on purpose must not be carried away by what comes in, also where it is the end.
void StreamView::scrollTo(const StreamSpot &spot)
{
    const StreamPlace place = m_layout->placeOf(spot);
    const StreamPlace top = topPlace();
    const int whole = std::max(1, viewport()->height() / m_painter->lineHeight());
    const bool isAbove = place < top;
    if (!isAbove && place <= m_layout->moved(top, whole - 1))
        return;
    setFollowing(false);
    setTop(m_layout->lineRange(isAbove ? place : m_layout->moved(place, 1 - whole)).start, false);
    emit scrolled();
}

StreamPlace StreamView::topPlace() const
{
    return m_layout->placeOf(m_top);
}

void StreamView::showBytes(EventKind direction, qint64 streamOffset, qint64 length)
{
    if (isEmpty() || length <= 0)
        return;
    const auto first = m_rows->spotOf(direction, static_cast<quint64>(streamOffset));
    const auto last = m_rows->spotOf(direction, static_cast<quint64>(streamOffset + length - 1));
    if (!first || !last)
        return;
    setFollowing(false);
    m_anchor = m_layout->unitOf(*first);
    m_caret = m_layout->unitOf(*last);
    m_selection = {*first, {last->row, last->offset + 1}};
    scrollTo(*last);
    scrollTo(*first);
    viewport()->update();
}

bool StreamView::showMatch(const journal::Match &match)
{
    if (!m_rows || !m_matches || !m_matches->isAbout(*m_rows) || match.connection != connection())
        return false;
    showBytes(match.direction, qint64(match.streamOffset), qint64(match.length));
    return true;
}

void StreamView::showEventOf(EventSeq seq)
{
    const quint32 row = isEmpty() ? 0 : m_rows->rowOf(seq);
    if (isEmpty() || row >= m_rows->rowCount() || m_rows->seqAt(row) != seq)
        return;
    const quint64 size = m_rows->recording()->summary(seq).size;
    m_anchor = m_caret = m_layout->unitOf({row, 0});
    m_selection = {{row, 0}, {row, std::max<quint64>(1, size)}};
    if (row + 1 < m_rows->rowCount())
        setFollowing(false);
    scrollTo({row, 0});
    viewport()->update();
}

Timestamp StreamView::topTime() const
{
    return isEmpty() ? Timestamp() : m_rows->timeOf(m_top.row);
}

Timestamp StreamView::currentTime() const
{
    return isEmpty() || m_caret.isEmpty() ? Timestamp() : m_rows->timeOf(m_caret.end.row);
}

void StreamView::scrollToTime(Timestamp time)
{
    if (isEmpty())
        return;
    const quint32 row = std::min(m_rows->rowAtTime(time), m_rows->rowCount() - 1);
    m_following = false;
    setTop(m_layout->lineRange(m_layout->placeOf({row, 0})).start, false);
}

void StreamView::showTime(Timestamp time)
{
    if (isEmpty())
        return;
    quint32 row = std::min(m_rows->rowAtTime(time), m_rows->rowCount() - 1);
    if (row > 0 && time - m_rows->timeOf(row - 1) < m_rows->timeOf(row) - time)
        --row;
    showEventOf(m_rows->seqAt(row));
}

void StreamView::updateNewButton()
{
    const bool shown = !m_following && m_newEvents > 0;
    if (shown) {
        m_newButton->setText(tr("%n new", "events below, not yet seen", m_newEvents));
        m_newButton->adjustSize();
    }
    // On a strip of its own below the lines: it must not cover what one reads.
    setViewportMargins(0, 0, 0, shown ? m_newButton->height() + Space::One : 0);
    const QRect above = viewport()->geometry();
    m_newButton->move(above.right() - m_newButton->width() - Space::One, above.bottom() + Space::Half + 1);
    m_newButton->setVisible(shown);
}

void StreamView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setLayoutDirection(Qt::LeftToRight);
    if (isEmpty()) {
        const QRect room =
            viewport()->rect().adjusted(Space::Three, Space::Three, -Space::Three, -Space::Three);
        painter.setPen(m_painter->theme().faint);
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    StreamPlace place = topPlace();
    for (int line = 0; line * m_painter->lineHeight() < viewport()->height(); ++line) {
        paintLine(painter, place, line);
        const StreamPlace next = m_layout->moved(place, 1);
        if (next == place)
            break;
        place = next;
    }
}

void StreamView::paintLine(QPainter &painter, const StreamPlace &place, int line) const
{
    const StreamLine shown = m_layout->line(place);
    const bool turns = m_layout->isTurn(place);
    StreamPainter::Extras extras;
    extras.selection = m_layout->within(place, m_selection);
    extras.isSelected = (shown.kind == StreamLine::Kind::Event || shown.bytes.isEmpty())
        && !m_selection.isEmpty() && m_layout->lineRange(place).overlaps(m_selection);
    extras.hasFocus = hasFocus();
    extras.boundaries = m_layout->boundaries(place);
    extras.hasArrow = turns || line == 0;
    const EventKind direction = m_layout->block(place).run.kind;
    if (m_matches && shown.kind == StreamLine::Kind::Bytes)
        extras.matches = m_matches->of(*m_rows, direction, shown.bytes);
    if (m_timesShown)
        extras.time = turns || line == 0
            ? TimeText::timeOfDay(m_rows->timeOf(m_layout->lineRange(place).start.row))
            : QStringLiteral("");
    m_painter->paint(painter, *m_layout, m_layout->block(place), shown, lineRect(line), extras);
}

void StreamView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

void StreamView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    refresh();
}

void StreamView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    const QEvent::Type type = event->type();
    if (type == QEvent::LanguageChange)
        retranslate();
    else if (type == QEvent::FontChange || type == QEvent::PaletteChange || type == QEvent::StyleChange)
        readLook();
    else
        return;
    relayout(); // events are sentences, in the language of the window
}

} // namespace swb::ui

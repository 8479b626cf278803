#include "widgets/logview.h"

#include "models/logmodel.h"
#include "models/rowmatches.h"
#include "models/searchmodel.h"
#include "widgets/announcer.h"
#include "widgets/logheader.h"
#include "widgets/logplace.h"
#include "widgets/logrowpainter.h"
#include "widgets/logviewaccessible.h"
#include "widgets/markedscrollbar.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace swb::ui {

namespace {

constexpr int LeastTextWidth = 20 * Space::One;

} // namespace

LogView::LogView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_header(new LogHeader(this))
    , m_newButton(new QPushButton(this))
    , m_announcer(new Announcer(this))
    , m_marks(new MarkedScrollBar(this))
{
    installLogViewAccessibility();
    m_marks->setObjectName(QStringLiteral("logMarks"));
    setVerticalScrollBar(m_marks);
    setObjectName(QStringLiteral("logView"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    viewport()->setCursor(Qt::ArrowCursor);

    m_marks->setMarks(MarkedScrollBar::Mark::Note,
        [this](double from, double to) { return m_model && m_model->hasAnnotationIn(from, to); });

    m_newButton->setObjectName(QStringLiteral("newRowsButton"));
    m_newButton->setFocusPolicy(Qt::NoFocus);
    m_newButton->hide();
    connect(m_newButton, &QPushButton::clicked, this, [this] { setFollowing(true); });
    m_header->offerMenu();
    connect(m_header, &LogHeader::menuRequested, this, &LogView::timeMenuRequested);
    connect(m_header, &QHeaderView::sectionResized, viewport(), qOverload<>(&QWidget::update));
    updateMetrics();
    retranslate();
}

LogView::~LogView() = default;

void LogView::retranslate()
{
    setAccessibleName(tr("Log"));
    m_header->setAccessibleName(tr("Columns of the log"));
    m_newButton->setToolTip(tr("Show the newest rows and follow them"));
    updateNewButton();
}

void LogView::setModel(LogModel *model)
{
    if (m_model) {
        m_model->disconnect(this);
        m_model->disconnect(m_marks);
    }
    m_model = model;
    m_place.reset();
    m_header->setModel(model);
    if (model) {
        setUpColumns();
        connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { rowsArrived(first, last); });
        connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { rowsLeft(first, last); });
        connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &LogView::keepPlace);
        connect(model, &QAbstractItemModel::modelReset, this, &LogView::rowsReset);
        connect(model, &QAbstractItemModel::dataChanged, this, [this] { viewport()->update(); });
        connect(model, &LogModel::annotationsChanged, m_marks, &MarkedScrollBar::updateMarks);
        connect(model, &LogModel::siftingChanged, this, [this] {
            returnToPlace();
            if (rows() == 0) // it says whether rows may still come
                viewport()->update();
        });
        connect(model, &QObject::destroyed, this, [this] {
            m_model = nullptr;
            rowsReset();
        });
    }
    rowsReset();
}

void LogView::setUpColumns()
{
    m_header->setSectionHidden(static_cast<int>(LogModel::Column::Connection), false); // hidden has no width
    for (int column = 0; column < m_header->count() - 1; ++column)
        m_header->resizeSection(column,
            std::max(m_header->sectionSizeHint(column),
                m_rowPainter->columnWidth(static_cast<LogModel::Column>(column))));
    setConnectionColumnShown(m_connectionShown);
}

void LogView::setConnectionColumnShown(bool shown)
{
    m_connectionShown = shown;
    if (m_model)
        m_header->setSectionHidden(static_cast<int>(LogModel::Column::Connection), !shown);
    fitColumns();
    viewport()->update();
}

/// Where the text would have next to no room, what can be read elsewhere goes: the peer, then the size.
void LogView::fitColumns()
{
    if (!m_model)
        return;
    const auto spared = {LogModel::Column::Peer, LogModel::Column::Size};
    for (const LogModel::Column column : spared)
        m_header->setSectionHidden(static_cast<int>(column), false);
    const int widestStart = m_header->width() - LeastTextWidth;
    for (const LogModel::Column column : spared) {
        if (m_header->sectionPosition(static_cast<int>(LogModel::Column::Text)) > widestStart)
            m_header->setSectionHidden(static_cast<int>(column), true);
    }
}

void LogView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void LogView::setSearch(const SearchModel *search)
{
    m_matches = std::make_unique<RowMatches>(search);
    m_marks->setMarks(MarkedScrollBar::Mark::Match,
        [search](double from, double to) { return search->hasMatchIn(from, to); });
    connect(search, &SearchModel::changed, this, [this] {
        m_marks->updateMarks();
        viewport()->update();
    });
    connect(search, &SearchModel::currentChanged, viewport(), qOverload<>(&QWidget::update));
}

int LogView::rows() const
{
    return m_model ? m_model->rowCount() : 0;
}

void LogView::setFollowing(bool following)
{
    if (following)
        m_place.reset();
    else if (m_following)
        m_newFrom = nextEvent();
    if (following && !m_currentSticks && m_current == m_anchor && m_current == rows() - 1)
        m_currentSticks = true;
    const bool changed = m_following != following;
    m_following = following;
    updateScrollBar();
    updateNewButton();
    if (changed)
        emit followingChanged(following);
}

void LogView::updateScrollBar()
{
    m_marks->updateMarks();
    const QScopedValueRollback guard(m_rangeChanges, true);
    verticalScrollBar()->setPageStep(visibleRowCount());
    verticalScrollBar()->setRange(0, std::max(0, rows() - visibleRowCount()));
    if (m_following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void LogView::scrollContentsBy(int, int)
{
    if (!m_rangeChanges) {
        m_place.reset();
        setFollowing(verticalScrollBar()->value() == verticalScrollBar()->maximum());
    }
    viewport()->update();
}

void LogView::updateNewButton()
{
    const int newRows = newRowCount();
    const bool shown = newRows > 0;
    if (shown) {
        m_newButton->setText(tr("%n new", "rows below, not yet seen", newRows));
        m_newButton->adjustSize();
    }
    // On a strip of its own below the rows: it must not cover what one reads.
    const int strip = shown ? m_newButton->height() + Space::One : 0;
    setViewportMargins(0, m_header->sizeHint().height(), 0, strip);
    const QRect above = viewport()->geometry();
    m_newButton->move(above.right() - m_newButton->width() - Space::One, above.bottom() + Space::Half + 1);
    m_newButton->setVisible(shown);
}

void LogView::updateMetrics()
{
    m_rowPainter = std::make_unique<LogRowPainter>(font(), dataFont(), palette());
    m_rowHeight = m_rowPainter->rowHeight();
    updateNewButton();
    m_header->setGeometry(0, 0, viewport()->width(), viewportMargins().top());
    QPalette accent = palette();
    accent.setColor(QPalette::Button, palette().color(QPalette::Highlight));
    accent.setColor(QPalette::ButtonText, palette().color(QPalette::HighlightedText));
    m_newButton->setPalette(accent);
    updateScrollBar();
}

int LogView::firstVisibleRow() const
{
    return verticalScrollBar()->value();
}

int LogView::visibleRowCount() const
{
    return std::max(1, viewport()->height() / m_rowHeight);
}

QRect LogView::rowRect(int row) const
{
    // In 64 bits: ten million rows are more pixels than an int holds.
    const qint64 top = (static_cast<qint64>(row) - firstVisibleRow()) * m_rowHeight;
    if (top < -m_rowHeight || top > viewport()->height())
        return {};
    return {0, static_cast<int>(top), viewport()->width(), m_rowHeight};
}

int LogView::rowAtY(int y) const
{
    const int row = firstVisibleRow() + (y < 0 ? -1 : y / m_rowHeight);
    return row >= 0 && row < rows() ? row : -1;
}

void LogView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setLayoutDirection(Qt::LeftToRight);
    if (rows() == 0) {
        paintEmpty(painter);
        return;
    }
    const int first = firstVisibleRow() + event->rect().top() / m_rowHeight;
    const int last = std::min(rows() - 1, firstVisibleRow() + event->rect().bottom() / m_rowHeight);
    for (int row = first; row <= last; ++row) {
        LogRowPainter::State state;
        if (row >= selectionStart() && row <= selectionEnd())
            state.selection = hasFocus() ? LogRowPainter::Selection::Focused : LogRowPainter::Selection::Idle;
        state.current = row == m_current;
        state.striped = row % 2 == 1;
        if (m_matches)
            state.matches = m_matches->of(*m_model, m_model->row(row));
        m_rowPainter->paint(painter, m_model->row(row), rowRect(row), *m_header, state);
    }
}

void LogView::paintEmpty(QPainter &painter) const
{
    painter.setPen(m_rowPainter->theme().faint);
    const QRect room = viewport()->rect().adjusted(Space::Three, Space::Three, -Space::Three, -Space::Three);
    const QString filtered = m_model && m_model->sifting().busy
        ? tr("Looking for rows that pass the filter …")
        : tr("No row passes the filter");
    painter.drawText(
        room, Qt::AlignCenter | Qt::TextWordWrap, m_model && m_model->isFiltered() ? filtered : m_emptyText);
}

int LogView::selectionStart() const
{
    return std::min(m_anchor, m_current);
}

int LogView::selectionEnd() const
{
    return m_current < 0 ? -1 : std::max(m_anchor, m_current);
}

void LogView::setCurrentRow(int row)
{
    if (row >= 0 && row < rows())
        moveCurrent(row, false);
}

void LogView::selectEvent(EventSeq seq)
{
    if (m_model)
        setCurrentRow(m_model->rowOf(seq));
}

void LogView::moveCurrent(int row, bool extend)
{
    m_place.reset();
    const bool isEnd = row == rows() - 1;
    m_currentSticks = isEnd && !extend;
    // Somebody looks at a row: it must not be carried away by what comes in.
    if (!isEnd && verticalScrollBar()->maximum() > 0)
        setFollowing(false);
    setSelection(extend && m_anchor >= 0 ? m_anchor : row, row);
    scrollTo(row);
}

void LogView::setSelection(int anchor, int current)
{
    const bool changed = current != m_current;
    m_anchor = anchor;
    m_current = current;
    viewport()->update();
    if (!changed)
        return;
    emit currentEventChanged(m_model->seqAt(current), true);
    announceCurrentRow(this);
}

void LogView::scrollTo(int row)
{
    QScrollBar *bar = verticalScrollBar();
    if (row < bar->value())
        bar->setValue(row);
    else if (row >= bar->value() + visibleRowCount())
        bar->setValue(row - visibleRowCount() + 1);
    if (row == rows() - 1)
        setFollowing(true);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_header->setGeometry(0, 0, viewport()->width(), viewportMargins().top());
    fitColumns();
    updateScrollBar();
    updateNewButton();
}

void LogView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    announceCurrentRow(this);
}

void LogView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    const QEvent::Type type = event->type();
    if (type == QEvent::LanguageChange) {
        retranslate();
        if (m_model)
            m_model->renderAnew();
    }
    if (type != QEvent::FontChange && type != QEvent::PaletteChange && type != QEvent::StyleChange)
        return;
    updateMetrics();
    if (m_model && type == QEvent::FontChange)
        setUpColumns();
    viewport()->update();
}

} // namespace swb::ui

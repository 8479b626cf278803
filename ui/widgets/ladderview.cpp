#include "widgets/ladderview.h"

#include "models/laddermodel.h"
#include "models/laddertext.h"
#include "widgets/ladderpainter.h"
#include "widgets/ladderviewaccessible.h"

#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace swb::ui {

using lens::Ladder;
using lens::LadderBlock;

namespace {

/// Steps of the scroll bar for a row: there is an int for all of them.
constexpr double StepsOfARow = 16;

} // namespace

/// Who stands where; stays while the ladder scrolls.
class LadderView::Head : public QWidget
{
public:
    explicit Head(LadderView *view)
        : QWidget(view)
        , m_view(view)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setLayoutDirection(Qt::LeftToRight);
        painter.fillRect(rect(), palette().color(QPalette::Base));
        if (!m_view->isEmpty())
            m_view->m_painter->paintHead(painter, m_view->m_layout->ladder().rows(), rect());
    }

private:
    LadderView *m_view;
};

LadderView::LadderView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_head(new Head(this))
{
    installLadderViewAccessibility();
    setObjectName(QStringLiteral("ladderView"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    connect(verticalScrollBar(), &QAbstractSlider::actionTriggered, this, &LadderView::scrollByAction);
    readLook();
    retranslate();
}

LadderView::~LadderView() = default;

void LadderView::retranslate()
{
    setAccessibleName(tr("Ladder"));
}

void LadderView::readLook()
{
    m_painter = std::make_unique<LadderPainter>(font(), palette());
    setViewportMargins(0, m_painter->headHeight(), 0, 0);
}

void LadderView::setModel(LadderModel *model)
{
    m_model = model;
    connect(model, &QAbstractItemModel::modelReset, this, &LadderView::startOver);
    connect(model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int) { takeGrowth(first); });
    connect(model, &QAbstractItemModel::dataChanged, this, &LadderView::relayout);
    startOver();
}

void LadderView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void LadderView::startOver()
{
    m_current = -1;
    m_top = {};
    m_layout.reset();
    if (!m_following) {
        m_following = true;
        emit followingChanged(true);
    }
    relayout();
}

void LadderView::takeGrowth(int firstRow)
{
    if (!m_layout)
        return relayout();
    // What was sent before may have been read now, but stands where it stood.
    m_layout->forgetFrom(quint32(firstRow > 0 ? firstRow - 1 : 0));
    updateScrollBar();
}

void LadderView::relayout()
{
    m_layout.reset();
    if (m_model && m_model->rowCount() > 0)
        m_layout = std::make_unique<LadderLayout>(*m_model->ladder(), m_scale, m_painter->lineHeight());
    updateScrollBar();
    m_head->update();
}

int LadderView::barValue(const LadderLayout::Spot &spot) const
{
    return int(m_layout->rowsAbove(spot) * StepsOfARow);
}

void LadderView::updateScrollBar()
{
    const QScopedValueRollback guard(m_barMoves, true);
    if (isEmpty()) {
        verticalScrollBar()->setRange(0, 0);
    } else {
        m_lowestTop = std::max(m_layout->moved(m_layout->end(), -viewport()->height()), LadderLayout::Spot{});
        m_top = m_following ? m_lowestTop : std::clamp(m_top, LadderLayout::Spot{}, m_lowestTop);
        const int most = barValue(m_lowestTop);
        verticalScrollBar()->setRange(0, most);
        verticalScrollBar()->setPageStep(std::max(1, barValue(m_layout->end()) - most));
        verticalScrollBar()->setValue(barValue(m_top));
    }
    updateVisible();
}

void LadderView::updateVisible()
{
    m_visible.clear();
    int offset = -m_top.y;
    for (quint32 index = m_top.page; !isEmpty() && index < m_layout->ladder().pageCount(); ++index) {
        const LadderLayout::Page &page = m_layout->page(index);
        for (size_t i = page.blockAt(-offset); i < page.blocks.size(); ++i) {
            const LadderLayout::Placed &placed = page.blocks[i];
            if (offset + placed.top >= viewport()->height())
                break;
            if (offset + placed.top + placed.height > 0)
                m_visible.push_back({placed.block, offset + placed.top, placed.height});
        }
        offset += page.height;
        if (offset >= viewport()->height())
            break;
    }
    viewport()->update();
}

void LadderView::setTop(LadderLayout::Spot top, bool byHand)
{
    m_top = std::clamp(top, LadderLayout::Spot{}, m_lowestTop);
    if (byHand)
        setFollowing(m_top == m_lowestTop);
    {
        const QScopedValueRollback guard(m_barMoves, true);
        verticalScrollBar()->setSliderPosition(barValue(m_top));
    }
    updateVisible();
}

void LadderView::scrollBy(int pixels)
{
    if (!isEmpty())
        setTop(m_layout->moved(m_top, pixels), true);
}

void LadderView::scrollByAction(int action)
{
    // The bar counts rows, but its buttons and pages mean what is seen.
    const int line = m_painter->lineHeight();
    const int page = std::max(line, viewport()->height() - line);
    if (action == QAbstractSlider::SliderSingleStepAdd)
        scrollBy(line);
    else if (action == QAbstractSlider::SliderSingleStepSub)
        scrollBy(-line);
    else if (action == QAbstractSlider::SliderPageStepAdd)
        scrollBy(page);
    else if (action == QAbstractSlider::SliderPageStepSub)
        scrollBy(-page);
}

void LadderView::scrollContentsBy(int, int)
{
    const int value = verticalScrollBar()->value();
    if (m_barMoves || isEmpty() || value == barValue(m_top))
        return;
    setTop(
        value == verticalScrollBar()->maximum() ? m_lowestTop : m_layout->spotAt(value / StepsOfARow), true);
}

void LadderView::setFollowing(bool following)
{
    if (m_following == following)
        return;
    m_following = following;
    if (following)
        updateScrollBar();
    emit followingChanged(following);
}

void LadderView::setScale(const LadderScale &scale)
{
    if (m_scale == scale)
        return;
    // What one looks at stays where it is.
    const int index = currentIndex() >= 0 ? currentIndex() : visibleBlockCount() / 2;
    const bool hasAnchor = !m_following && index < visibleBlockCount();
    const quint32 row = hasAnchor ? visibleBlock(index).firstRow : 0;
    const int top = hasAnchor ? visibleBlockRect(index).top() : 0;
    m_scale = scale;
    relayout();
    if (hasAnchor && !isEmpty())
        setTop(m_layout->moved(m_layout->spotOf(row), -top), false);
    emit scaleChanged();
}

void LadderView::zoomIn()
{
    if (m_scale.canZoomIn())
        setScale(m_scale.zoomedIn());
}

void LadderView::zoomOut()
{
    if (m_scale.canZoomOut())
        setScale(m_scale.zoomedOut());
}

void LadderView::zoomToUsual()
{
    setScale({});
}

QString LadderView::sentence(const LadderBlock &block) const
{
    return isEmpty() ? QString() : LadderText::sentence(*m_model->ladder(), block);
}

QRect LadderView::visibleBlockRect(int index) const
{
    const Visible &visible = m_visible[size_t(index)];
    return {0, visible.top, viewport()->width(), visible.height};
}

int LadderView::visibleIndexAt(int y) const
{
    for (int i = 0; i < visibleBlockCount(); ++i) {
        if (visibleBlockRect(i).contains(0, y))
            return i;
    }
    return -1;
}

int LadderView::currentIndex() const
{
    for (int i = 0; i < visibleBlockCount(); ++i) {
        const LadderBlock &block = visibleBlock(i);
        if (m_current >= int(block.firstRow) && m_current < int(block.endRow))
            return i;
    }
    return -1;
}

void LadderView::paintEvent(QPaintEvent *)
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
    LadderPainter::Extras extras;
    if (m_current >= 0)
        extras.currentRow = quint32(m_current);
    extras.hasFocus = hasFocus();
    m_painter->paint(painter, *m_layout, m_top, viewport()->size(), extras);
}

void LadderView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_head->setGeometry(0, 0, width() - (verticalScrollBar()->isVisible() ? verticalScrollBar()->width() : 0),
        m_painter->headHeight());
    updateScrollBar();
}

void LadderView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    const QEvent::Type type = event->type();
    if (type == QEvent::LanguageChange)
        retranslate();
    else if (type == QEvent::FontChange || type == QEvent::PaletteChange || type == QEvent::StyleChange)
        readLook();
    else
        return;
    relayout();
}

} // namespace swb::ui

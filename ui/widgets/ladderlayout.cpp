#include "widgets/ladderlayout.h"

#include <algorithm>

namespace swb::ui {

using namespace std::chrono_literals;
using lens::Ladder;
using lens::LadderBlock;
using lens::LadderGrain;
using lens::LadderPage;

namespace {

constexpr std::array<std::chrono::nanoseconds, 15> scales{
    1us, 3us, 10us, 30us, 100us, 300us, 1ms, 3ms, 10ms, 30ms, 100ms, 300ms, 1s, 10s, 60s};
/// From here on a whole exchange is smaller than a line.
constexpr std::chrono::nanoseconds FromAfar = 30ms;
constexpr int CachedPages = 128;
constexpr int LinesOfSilence = 3; ///< a longer one becomes a break

} // namespace

LadderScale::LadderScale(int level)
    : m_level(std::clamp(level, 0, int(scales.size()) - 1))
{
}

std::chrono::nanoseconds LadderScale::perPixel() const
{
    return scales[size_t(m_level)];
}

LadderGrain LadderScale::grain() const
{
    return {perPixel(), perPixel() >= FromAfar};
}

bool LadderScale::canZoomIn() const
{
    return m_level > 0;
}

bool LadderScale::canZoomOut() const
{
    return m_level + 1 < int(scales.size());
}

size_t LadderLayout::Page::blockOf(quint32 row) const
{
    const auto behind = std::upper_bound(blocks.begin(), blocks.end(), row,
        [](quint32 wanted, const Placed &placed) { return wanted < placed.block.firstRow; });
    return size_t(std::max<qsizetype>(0, behind - blocks.begin() - 1));
}

size_t LadderLayout::Page::blockAt(int y) const
{
    const auto behind = std::upper_bound(blocks.begin(), blocks.end(), y,
        [](int wanted, const Placed &placed) { return wanted < placed.top; });
    return size_t(std::max<qsizetype>(0, behind - blocks.begin() - 1));
}

LadderLayout::LadderLayout(Ladder &ladder, const LadderScale &scale, int lineHeight)
    : m_ladder(ladder)
    , m_scale(scale)
    , m_lineHeight(lineHeight)
    , m_pages(CachedPages)
{
}

void LadderLayout::forgetFrom(quint32 row)
{
    for (quint32 page = row / Ladder::PageRows; page < m_ladder.pageCount(); ++page)
        m_pages.remove(page);
}

const LadderLayout::Page &LadderLayout::page(quint32 index)
{
    if (!m_pages.contains(index))
        m_pages.insert(index, new Page(readPage(index)));
    return *m_pages.object(index);
}

LadderLayout::Page LadderLayout::readPage(quint32 index)
{
    Page page;
    page.index = index;
    const quint32 first = index * Ladder::PageRows;
    std::optional<Timestamp> before;
    if (first > 0)
        before = m_ladder.rung(first - 1).time;
    int y = 0;
    for (const LadderBlock &block : lens::blocksOf(m_ladder.page(index), m_scale.grain())) {
        Placed placed{block, 0, heightOf(block), {}};
        const std::chrono::nanoseconds silence = before ? std::max(block.first - *before, 0ns) : 0ns;
        const int line = m_lineHeight;
        const auto wanted = silence / m_scale.perPixel();
        if (wanted > LinesOfSilence * line) {
            placed.silence = silence;
            y += breakHeight();
        } else {
            y += std::max(0, int(wanted) - line); // the line before it is some of it
        }
        placed.top = y;
        y += placed.height;
        before = block.last;
        page.blocks.push_back(placed);
    }
    page.height = y;
    return page;
}

int LadderLayout::heightOf(const LadderBlock &block)
{
    if (block.isBurst())
        return 3 * m_lineHeight;
    const lens::Rung rung = m_ladder.rung(block.firstRow);
    if (rung.kind == lens::Rung::Kind::Handshake)
        return 4 * m_lineHeight;
    // An arrow to an end that tells nothing has to find its room in the line of the other.
    const bool isAlone = rung.carriesBytes() && !m_ladder.rows().isTold(opposite(rung.end));
    return isAlone ? m_lineHeight * 3 / 2 : m_lineHeight;
}

LadderLayout::Spot LadderLayout::moved(Spot spot, int pixels)
{
    spot.y += pixels;
    while (spot.y < 0 && spot.page > 0)
        spot.y += page(--spot.page).height;
    while (spot.page + 1 < m_ladder.pageCount() && spot.y >= page(spot.page).height)
        spot.y -= page(spot.page++).height;
    return spot;
}

LadderLayout::Spot LadderLayout::end()
{
    const quint32 last = m_ladder.pageCount() - 1;
    return {last, page(last).height};
}

LadderLayout::Spot LadderLayout::spotOf(quint32 row)
{
    const Page &there = page(row / Ladder::PageRows);
    return {there.index, there.blocks[there.blockOf(row)].top};
}

double LadderLayout::rowsAbove(const Spot &spot)
{
    const Page &there = page(spot.page);
    const double part = there.height > 0 ? double(spot.y) / there.height : 0;
    const quint32 rows = m_ladder.page(spot.page).endRow() - spot.page * Ladder::PageRows;
    return spot.page * double(Ladder::PageRows) + part * rows;
}

LadderLayout::Spot LadderLayout::spotAt(double rowsAbove)
{
    const auto row = quint32(std::clamp(rowsAbove, 0.0, m_ladder.rowCount() - 1.0));
    const Page &there = page(row / Ladder::PageRows);
    const quint32 rows = m_ladder.page(there.index).endRow() - there.index * Ladder::PageRows;
    const double part = std::max(0.0, rowsAbove - there.index * double(Ladder::PageRows)) / rows;
    return {there.index, int(part * there.height)};
}

} // namespace swb::ui

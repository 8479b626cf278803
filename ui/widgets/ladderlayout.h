#pragma once

#include "lens/ladder.h"

#include <QCache>

#include <array>

#include <optional>
#include <vector>

namespace swb::ui {

/// How much time a pixel of the ladder stands for.
class LadderScale
{
public:
    LadderScale() = default;
    std::chrono::nanoseconds perPixel() const;
    lens::LadderGrain grain() const;
    bool canZoomIn() const;
    bool canZoomOut() const;
    LadderScale zoomedIn() const { return LadderScale(m_level - 1); }
    LadderScale zoomedOut() const { return LadderScale(m_level + 1); }
    friend bool operator==(const LadderScale &, const LadderScale &) = default;

private:
    explicit LadderScale(int level);
    static constexpr int UsualLevel = 6; ///< a millisecond
    int m_level = UsualLevel;
};

/// Where the blocks of a ladder stand on paper. Time runs down, true to scale where things happen; what is
/// closer together than a line of text takes a line each, and a longer silence becomes a break. Lays out a
/// page at a time, so any place is found at once. All heights are whole pixels.
class LadderLayout
{
public:
    /// A block within its page.
    struct Placed
    {
        lens::LadderBlock block;
        int top = 0; ///< of its own room; the silence before it is above
        int height = 0;
        std::optional<std::chrono::nanoseconds> silence; ///< a break stands before it
    };
    struct Page
    {
        quint32 index = 0;
        std::vector<Placed> blocks; ///< never empty
        int height = 0;

        size_t blockOf(quint32 row) const;
        size_t blockAt(int y) const; ///< the one there, or else the nearest above; the first
    };
    /// A place in the ladder: pixels from the top of a page.
    struct Spot
    {
        quint32 page = 0;
        int y = 0;
        friend auto operator<=>(const Spot &, const Spot &) = default;
    };

    /// `ladder` must outlive the layout.
    LadderLayout(lens::Ladder &ladder, const LadderScale &scale, int lineHeight);

    lens::Ladder &ladder() const { return m_ladder; }
    int lineHeight() const { return m_lineHeight; }
    int breakHeight() const { return 2 * m_lineHeight; }
    void forgetFrom(quint32 row); ///< what stands there has changed or grown
    const Page &page(quint32 index); ///< valid until the next call
    Spot moved(Spot spot, int pixels); ///< stops at the first and at the last page
    Spot end(); ///< below the last block
    Spot spotOf(quint32 row); ///< the top of its block
    /// How far into the rows a place is, for a scroll bar; and back.
    double rowsAbove(const Spot &spot);
    Spot spotAt(double rowsAbove);

private:
    Page readPage(quint32 index);
    int heightOf(const lens::LadderBlock &block);

    lens::Ladder &m_ladder;
    LadderScale m_scale;
    int m_lineHeight;
    QCache<quint32, Page> m_pages;
};

} // namespace swb::ui

#pragma once

#include <QScrollBar>

#include <array>
#include <functional>
#include <vector>

namespace swb::ui {

/// A vertical scroll bar that shows with ticks where in the whole something is: matches of a search across
/// it, and at its left edge, in another colour, what somebody has marked or noted. However many there are, it
/// asks once for each line of its pixels, and again only when told.
class MarkedScrollBar : public QScrollBar
{
    Q_OBJECT

public:
    explicit MarkedScrollBar(QWidget *parent = nullptr);

    enum class Mark : quint8
    {
        Match,
        Note
    };
    /// Whether there is something in this part of what is scrolled: 0 is its beginning, 1 its end. Called on
    /// painting. Null: there are no marks.
    using Question = std::function<bool(double from, double to)>;
    void setMarks(Mark kind, Question isMarked);
    void updateMarks(); ///< there may be more, or others, or what is scrolled has grown
    int markCount(Mark kind) const; ///< lines of pixels with a tick

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRect groove() const;
    struct Marks
    {
        Question isMarked;
        mutable std::vector<int> ticks; ///< y of each, within the groove
        mutable bool isStale = true;
    };
    const std::vector<int> &ticks(Mark kind) const;

    std::array<Marks, 2> m_marks; ///< by kind
};

} // namespace swb::ui

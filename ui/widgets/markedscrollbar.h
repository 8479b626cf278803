#pragma once

#include <QScrollBar>

#include <functional>
#include <vector>

namespace swb::ui {

/// A vertical scroll bar that shows where in the whole something is, with ticks of one colour: matches of a
/// search. However many there are, it asks once for each line of its pixels, and again only when told.
class MarkedScrollBar : public QScrollBar
{
    Q_OBJECT

public:
    explicit MarkedScrollBar(QWidget *parent = nullptr);

    /// Whether there is something in this part of what is scrolled: 0 is its beginning, 1 its end. Called on
    /// painting. Null: there are no marks.
    using Question = std::function<bool(double from, double to)>;
    void setMarks(Question isMarked);
    void updateMarks(); ///< there may be more, or others, or what is scrolled has grown
    int markCount() const; ///< lines of pixels with a tick

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRect groove() const;
    const std::vector<int> &ticks() const;

    Question m_isMarked;
    mutable std::vector<int> m_ticks; ///< y of each, within the groove
    mutable bool m_isStale = true;
};

} // namespace swb::ui

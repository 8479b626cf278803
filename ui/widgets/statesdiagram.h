#pragma once

#include "models/statesmodel.h"
#include "widgets/diagram.h"
#include "widgets/theme.h"

#include <array>

namespace swb::ui {

/// The state machine of RFC 9293 (figure 5) twice, side by side: for our end and for theirs. The way taken is
/// drawn strong, what was passed unseen dashed, and where an end is now is filled.
class StatesDiagram : public Diagram
{
public:
    explicit StatesDiagram(const StatesModel *model); ///< not owned

    QSize arrange(const QFont &font, const QSize &room) override;
    QRect rectOf(int row) const override;
    void paint(QPainter &painter, const Look &look) const override;

private:
    /// CLOSED stands at the top and, as in the RFC, once more at the foot: where it begins, where it ends.
    static constexpr int boxTotal = 12;
    struct Pen
    {
        QPainter &painter;
        const Look &look;
        Theme theme;
        QFont bold;
        QFont small;
    };
    static int boxOf(kernel::TcpState state, bool isStart);
    int boxOf(int row) const;
    QRect boxRect(int end, int box) const;
    void paintEnd(const Pen &pen, int end) const;
    void paintStep(const Pen &pen, int end, int from, int to, const QPen &line) const;
    void paintDetour(const Pen &pen, int end, int from, const QPen &line, const QString &label) const;
    void paintPath(const Pen &pen, int end) const;
    void paintBox(const Pen &pen, int end, int box, int row) const;
    void write(
        const Pen &pen, const QRect &rect, const QString &text, const QFont &font, const QColor &ink) const;

    const StatesModel *m_model;
    QFont m_font;
    int m_line = 0;
    QSize m_box;
    QSize m_pitch; ///< from one box to the next
    std::array<QRect, StatesModel::endTotal> m_titles;
    std::array<QPoint, StatesModel::endTotal> m_origins; ///< of the boxes
};

} // namespace swb::ui

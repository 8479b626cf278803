#pragma once

#include "models/hallmodel.h"
#include "widgets/diagram.h"

#include <QList>

#include <array>

namespace swb::ui {

/// The listener's hall: three rooms from left to right, or one below the other where that is too wide. Who is
/// connected has a solid frame; free places in the hall are drawn empty.
class HallDiagram : public Diagram
{
public:
    explicit HallDiagram(const HallModel *model); ///< not owned

    QSize arrange(const QFont &font, const QSize &room) override;
    QRect rectOf(int row) const override;
    void paint(QPainter &painter, const Look &look) const override;

private:
    class Sheet;
    struct Room
    {
        QRect words; ///< title and caption
        QRect meter; ///< of the hall: how full it is
        QList<QRect> freePlaces;
        QRect arrow; ///< to the next room
    };
    /// Puts everything in the room below `corner`; where it ends.
    int arrangeRoom(HallRoom room, const QPoint &corner, int width);
    QRect cardAt(int number, const QPoint &corner, int width) const;

    const HallModel *m_model;
    QFont m_font;
    int m_line = 0; ///< height of a line of text
    int m_card = 0; ///< least width of a card
    bool m_isStacked = false;
    std::array<Room, hallRoomTotal> m_rooms;
    QList<QRect> m_parts; ///< by row of the model
};

} // namespace swb::ui

#pragma once

#include "models/pipelinemodel.h"
#include "widgets/diagram.h"

#include <QFontMetrics>

#include <array>

namespace swb::ui {

/// The byte pipeline: our program and kernel on the left, theirs on the right; what we send goes along the
/// upper row, what they send along the lower one. Each queue is a vessel filled to scale, and the same scale
/// holds for all; the receiver's window is a bracket over what is unread.
class PipelineDiagram : public Diagram
{
public:
    explicit PipelineDiagram(const PipelineModel *model); ///< not owned

    QSize arrange(const QFont &font, const QSize &room) override;
    QRect rectOf(int row) const override;
    void paint(QPainter &painter, const Look &look) const override;

private:
    struct Band
    {
        QRect rect;
        int vesselTop = 0;
        std::array<QRect, pipeItemTotal> columns; ///< by PipeItem; the sum: beside the title
    };
    class Sheet;
    void arrangeBand(int flow, const QRect &rect);
    QRect vesselOf(int flow, PipeItem item) const;

    const PipelineModel *m_model;
    QFont m_font;
    QSize m_size;
    int m_line = 0; ///< height of a line of text
    std::array<Band, pipeFlowTotal> m_bands;
    QRect m_scale; ///< of the line that tells the scale
};

} // namespace swb::ui

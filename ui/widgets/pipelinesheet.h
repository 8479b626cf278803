#pragma once

#include "widgets/pipelinediagram.h"
#include "widgets/theme.h"

namespace swb::ui {

/// A pipeline as it is being drawn.
class PipelineDiagram::Sheet
{
public:
    Sheet(const PipelineDiagram &diagram, QPainter &painter, const Look &look);

    void paintFlow(int flow);
    void paintScale();

private:
    QColor colour(int flow) const { return flow == 0 ? m_theme.sent : m_theme.received; }
    int heightOf(qint64 bytes, int vessel) const; ///< to scale; what is there can be seen
    void paintHeads(int flow);
    void paintHead(int flow, PipeItem first, PipeItem last, const QString &text);
    void paintProgram(int flow, PipeItem item);
    void paintVessel(int flow, PipeItem item);
    void paintWindow(int flow);
    void paintWords(int flow, PipeItem item);
    void paintSteps(int flow);
    void paintStep(const QPointF &at, int direction, const QColor &colour);
    void paintSum(int flow);
    void paintCurrent(const QRect &rect);
    void write(const QRect &rect, int flags, const QString &text, const QFont &font, const QColor &colour);

    const PipelineDiagram &m_diagram;
    const PipelineModel &m_model;
    QPainter &m_painter;
    Look m_look;
    Theme m_theme;
    QFont m_bold;
    QFont m_small;
    qint64 m_scale;
};

} // namespace swb::ui

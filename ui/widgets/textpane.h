#pragma once

#include "widgets/bytepane.h"
#include "widgets/textlayout.h"

#include <memory>

namespace swb::ui {

/// Bytes as text on a grid of columns, wrapped. The scroll bar counts bytes, because how many lines a large
/// event has is known only to who decodes all of it.
class TextPane : public BytePane
{
    Q_OBJECT

public:
    TextPane(ByteSelection *selection, QWidget *parent);
    ~TextPane() override;

    void relayout() override;
    QRectF rectOf(
        qint64 byteOffset); ///< the character that this byte belongs to; empty: scrolled out of sight

protected:
    ByteRange rangeAt(const QPoint &inViewport) override;
    ByteRange moved(const ByteRange &from, Move move) override;
    void scrollTo(const ByteRange &range) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    bool isEmpty() const { return !bytes() || bytes()->size() == 0; }
    LinePlace topLine();
    void scrollLines(int lines);
    void scrollByAction(int action);
    const TextCell *cellAt(const LinePlace &place, qreal x);
    const TextCell *cellOf(const LinePlace &place, qint64 byteOffset);
    ByteRange beside(const ByteRange &from, Move move);
    ByteRange lineEdge(const ByteRange &from, bool end);
    ByteRange linesAway(const ByteRange &from, int lines);
    void paintLine(QPainter &painter, const LinePlace &place, qreal top);
    qreal cellLeft(const TextCell &cell) const;

    std::unique_ptr<TextLayout> m_layout; ///< null while there are no bytes
    int m_wheel = 0; ///< eighths of a degree not yet used
};

} // namespace swb::ui

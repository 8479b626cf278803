#pragma once

#include "widgets/bytepane.h"

namespace swb::ui {

/// Bytes as hex digits: offsets in front, sixteen (or eight, in a narrow pane) to a line.
class HexPane : public BytePane
{
    Q_OBJECT

public:
    HexPane(ByteSelection *selection, QWidget *parent);

    void relayout() override;
    QSize sizeHint() const override; ///< sixteen to a line, of all but huge events
    QRectF byteRect(qint64 offset) const; ///< in the viewport; empty: scrolled out of sight

protected:
    ByteRange rangeAt(const QPoint &inViewport) override;
    ByteRange moved(const ByteRange &from, Move move) override;
    void scrollTo(const ByteRange &range) override;
    void paintEvent(QPaintEvent *event) override;

private:
    qint64 size() const { return bytes() ? bytes()->size() : 0; }
    int offsetDigits() const;
    qreal byteLeft(int place) const;
    void paintLine(QPainter &painter, qint64 line, QByteArrayView content) const;
    void paintBehind(
        QPainter &painter, qint64 line, qsizetype count, const ByteRange &range, const QColor &colour) const;
    qreal lineTop(qint64 line) const;

    int m_perLine = 16;
    qreal m_digit = 8; ///< width of a hex digit, pixels
};

} // namespace swb::ui

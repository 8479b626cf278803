#pragma once

#include "models/encodingmodel.h"
#include "widgets/theme.h"

#include <QAbstractScrollArea>

namespace swb::ui {

/// Characters above and below their bytes: what one encoding makes of them above, the other below. A line
/// runs through where one read ends and the next begins, and a character that it cuts stands out. The arrow
/// keys go from byte to byte, with Ctrl from cut to cut.
class EncodingSheet : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit EncodingSheet(QWidget *parent = nullptr);

    void setModel(const EncodingModel *model); ///< not owned, must outlive this
    const EncodingModel *model() const { return m_model; }
    int current() const { return m_current; } ///< a row of the model; -1: none
    void setCurrent(int row); ///< and scrolls to it
    QRectF byteRect(int row) const; ///< in the viewport
    int rowAt(const QPointF &inViewport) const; ///< -1: none
    QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged(int row);
    void copyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// Some bytes of one stretch, side by side.
    struct Line
    {
        size_t stretch = 0;
        int firstRow = 0;
        int count = 0;
        bool begins = false; ///< bytes between this line and the one before are not shown
    };
    void layOut();
    void readLook();
    int lineOf(int row) const;
    qreal lineHeight() const;
    qreal rowHeight() const;
    qreal lineTop(int line) const;
    qreal gutter() const;
    void paintLine(QPainter &painter, int line) const;
    void paintCells(QPainter &painter, int line, EncodingModel::Which which) const;
    void paintCell(QPainter &painter, const QRectF &place, const lens::CharacterCell &cell, bool isCut,
        bool showsText) const;
    void paintBytes(QPainter &painter, int line) const;
    void paintCuts(QPainter &painter, int line) const;

    const EncodingModel *m_model = nullptr;
    std::vector<Line> m_lines;
    int m_perLine = 16;
    int m_current = -1;
    qreal m_cell = 24; ///< width of a byte, pixels
    QFont m_font;
    Theme m_theme;
};

} // namespace swb::ui

#pragma once

#include "models/layersmodel.h"
#include "widgets/theme.h"

#include <QAbstractScrollArea>

namespace swb::ui {

/// The bytes of a packet as hex, each in the colour of its layer; those of the chosen field stand out. The
/// arrow keys go from byte to byte.
class PacketHex : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PacketHex(QWidget *parent = nullptr);

    void setModel(const LayersModel *model); ///< not owned, must outlive this
    void setChosen(const PacketRange &range); ///< and scrolls to it
    const PacketRange &chosen() const { return m_chosen; }

    QRectF byteRect(qsizetype at) const; ///< in the viewport
    int visibleLineCount() const;
    int caretLine() const; ///< of the visible ones
    QRect lineRect(int line) const;
    QString lineText(int line) const;
    bool isLineSelected(int line) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void byteChosen(qsizetype at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    qsizetype size() const { return m_model ? m_model->bytes().size() : 0; }
    qreal lineHeight() const;
    qreal byteLeft(int place) const;
    qsizetype firstOfLine(int line) const;
    void layOut();
    void readLook();
    void choose(qsizetype at);
    void paintLine(QPainter &painter, int line) const;

    const LayersModel *m_model = nullptr;
    PacketRange m_chosen;
    qsizetype m_caret = 0;
    int m_perLine = 16;
    QFont m_font;
    Theme m_theme;
};

} // namespace swb::ui

#pragma once

#include "widgets/diagram.h"

#include <QAbstractScrollArea>

#include <memory>

class QAbstractItemModel;

namespace swb::ui {

/// Shows a diagram: its parts can be walked through with the arrow keys, pointed at, and read out.
class DiagramView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// The model is what the diagram draws; it is not owned and must outlive the view.
    DiagramView(std::unique_ptr<Diagram> diagram, QAbstractItemModel *model, QWidget *parent = nullptr);
    ~DiagramView() override;

    /// Stands in place of the drawing until there is something to see; empty: there is.
    void setEmptyText(const QString &text);
    QByteArray svg(const QString &title); ///< for paper

    int partCount() const; ///< rows of the model
    int currentPart() const { return m_current; } ///< -1: none
    QRect partRect(int part) const; ///< in the viewport; null: it is not drawn
    QString partText(int part) const; ///< a sentence
    int partAt(const QPoint &position) const; ///< -1: nothing stands there
    QSize sizeHint() const override { return {640, 320}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

Q_SIGNALS:
    void partChosen(int part); ///< by hand

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void takeModel();
    void arrange();
    void choose(int part);
    int besides(int part, int key) const; ///< the nearest one in that direction
    int endPart(bool last) const;
    QPoint origin() const; ///< of the drawing in the viewport

    std::unique_ptr<Diagram> m_diagram;
    QAbstractItemModel *m_model;
    QString m_emptyText;
    QSize m_size;
    int m_current = -1;
};

} // namespace swb::ui

#pragma once

#include "widgets/ladderlayout.h"

#include <QAbstractScrollArea>

#include <memory>

namespace swb::ui {

class LadderModel;
class LadderPainter;

/// A connection as a ladder: time runs down, the ends stand left and right, and what passed between them goes
/// across. Only what is visible is read. Follows its end until somebody scrolls up.
class LadderView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LadderView(QWidget *parent = nullptr);
    ~LadderView() override;

    /// Not owned; must outlive the view.
    void setModel(LadderModel *model);
    LadderModel *model() const { return m_model; }
    void setEmptyText(const QString &text); ///< what to do to see something here

    const LadderScale &scale() const { return m_scale; }
    void setScale(const LadderScale &scale); ///< what stands in the middle, or is current, stays in sight
    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    int currentRow() const { return m_current; } ///< the first of a burst; -1: none
    void showRow(int row); ///< makes it current and scrolls to it
    QString sentence(const lens::LadderBlock &block) const;

    /// What is visible, from top to bottom.
    int visibleBlockCount() const { return int(m_visible.size()); }
    const lens::LadderBlock &visibleBlock(int index) const { return m_visible[size_t(index)].block; }
    QRect visibleBlockRect(int index) const; ///< in the viewport
    int visibleIndexAt(int y) const; ///< -1: nothing stands there
    int currentIndex() const; ///< of the current row among what is visible; -1: it is not
    QSize sizeHint() const override { return {640, 320}; }

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void zoomToUsual();

Q_SIGNALS:
    void rowChosen(int row); ///< by hand; the first of a burst
    void rowActivated(int row); ///< by Enter or a double click
    void scaleChanged();
    void followingChanged(bool following);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    class Head;
    struct Visible
    {
        lens::LadderBlock block;
        int top = 0; ///< in the viewport
        int height = 0;
    };
    bool isEmpty() const { return !m_layout; }
    void retranslate();
    void readLook();
    void startOver();
    void takeGrowth(int firstRow);
    void relayout();
    void updateScrollBar();
    void updateVisible();
    void setTop(LadderLayout::Spot top, bool byHand);
    void scrollBy(int pixels);
    void scrollByAction(int action);
    void scrollTo(int row);
    void choose(int row);
    void stepTo(int row);
    int besides(int row, int step) const; ///< the row of the block before or behind that of a row
    int barValue(const LadderLayout::Spot &spot) const;

    LadderModel *m_model = nullptr;
    std::unique_ptr<LadderPainter> m_painter;
    std::unique_ptr<LadderLayout> m_layout; ///< null while there is no row
    Head *m_head;
    QString m_emptyText;
    LadderScale m_scale;
    LadderLayout::Spot m_top;
    LadderLayout::Spot m_lowestTop;
    std::vector<Visible> m_visible;
    int m_current = -1;
    int m_wheel = 0; ///< eighths of a degree not yet used, of zooming
    bool m_following = true;
    bool m_barMoves = false; ///< the scroll bar is moved by us
};

} // namespace swb::ui

#pragma once

#include "base/ids.h"

#include <QAbstractScrollArea>

#include <memory>

class QPushButton;

namespace swb::ui {

class Announcer;
class LogHeader;
class LogModel;
struct LogPlace;
class LogRowPainter;
class MarkedScrollBar;
class RowMatches;
class SearchModel;

/// The log: one uniform row an event, painted straight from the model. Nothing is kept per row, so ten
/// million rows scroll like ten. It follows its end until somebody scrolls up; a button then counts what is
/// new.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);
    ~LogView() override;

    void setModel(LogModel *model); ///< not owned; null: none
    LogModel *model() const { return m_model; }
    void setConnectionColumnShown(bool shown); ///< for timelines that merge several connections
    void setEmptyText(const QString &text); ///< shown while there are no rows: what to do next

    /// Whose matches stand out in the rows and in the scroll bar; not owned, must outlive this.
    void setSearch(const SearchModel *search);

    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    int newRowCount() const; ///< rows added since following stopped

    int currentRow() const { return m_current; } ///< -1: none
    void setCurrentRow(int row);
    void selectEvent(EventSeq seq); ///< makes it current and scrolls to it
    int selectionStart() const;
    int selectionEnd() const; ///< inclusive; -1: nothing is selected
    QString selectedText() const; ///< the shown text, tab separated, a line a row
    int firstVisibleRow() const;
    int visibleRowCount() const; ///< whole rows that fit
    QRect rowRect(int row) const; ///< in the viewport
    int rowAtY(int y) const; ///< of the viewport; -1: below the last
    /// More than its neighbours: the log is the largest thing in the window.
    QSize sizeHint() const override { return {640, 320}; }

public Q_SLOTS:
    void copy();
    void selectAll();

Q_SIGNALS:
    /// Another event is current, by hand or because the view follows its end. `has` is false: no event is.
    void currentEventChanged(swb::EventSeq seq, bool has);
    void followingChanged(bool following);
    void timeMenuRequested(const QPoint &globalPosition); ///< at the title of the Time column

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;

private:
    int rows() const;
    void retranslate();
    void setUpColumns();
    void fitColumns();
    void rowsArrived(int first, int last);
    void rowsLeft(int first, int last);
    void rowsReset();
    void keepPlace();
    void returnToPlace();
    EventSeq nextEvent() const;
    void moveSilently(int firstRow); ///< nobody has scrolled
    void showToolTip(const QPoint &at, const QPoint &globalPosition);
    void announce(int first, int last);
    int rowForKey(int key) const;
    void moveCurrent(int row, bool extend);
    void setSelection(int anchor, int current);
    void stickToEnd(int first, int last);
    void scrollTo(int row);
    void updateMetrics();
    void updateScrollBar();
    void updateNewButton();
    void paintEmpty(QPainter &painter) const;

    LogModel *m_model = nullptr;
    LogHeader *m_header;
    QPushButton *m_newButton;
    Announcer *m_announcer;
    std::unique_ptr<LogRowPainter> m_rowPainter;
    MarkedScrollBar *m_marks;
    std::unique_ptr<RowMatches> m_matches; ///< null: nothing is searched
    QString m_emptyText;
    int m_rowHeight = 24;
    int m_current = -1;
    int m_anchor = -1;
    EventSeq m_newFrom; ///< since following stopped
    std::unique_ptr<LogPlace> m_place; ///< to be found again; null: nothing is
    bool m_connectionShown = false;
    bool m_following = true;
    bool m_currentSticks = true; ///< the current row moves along with the end, until the user picks one
    bool m_rangeChanges = false; ///< the scroll bar moves because rows came, not because somebody scrolled
};

} // namespace swb::ui

#pragma once

#include "codec/encoding.h"
#include "widgets/streamlayout.h"

#include <QAbstractScrollArea>

#include <memory>

class QPushButton;

namespace swb::journal {
struct Match;
}

namespace swb::ui {

class Announcer;
class MarkedScrollBar;
class SearchModel;
class StreamMatches;
class StreamPainter;

/// One connection as a conversation: what was received and what was sent in one text (or hex dump), in the
/// order in which it passed, with a hairline where each read begins. Only what is visible is read and
/// decoded. The scroll bar counts bytes of the conversation; lines and pages are exact. Follows its end until
/// somebody scrolls up.
class StreamView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit StreamView(QWidget *parent = nullptr);
    ~StreamView() override;

    /// Null: nothing is shown but the empty text.
    void setSource(std::shared_ptr<const journal::Recording> recording, ConnectionId connection,
        const codec::Encoding &encoding);
    void setEncoding(const codec::Encoding &encoding);
    void setEmptyText(const QString &text); ///< what to do to see something here
    StreamMode mode() const { return m_mode; }
    void setMode(StreamMode mode);
    void setTimesShown(bool shown); ///< in the gutter, at each turn of direction
    /// Whose matches stand out in the lines and in the scroll bar; not owned, must outlive this.
    void setSearch(const SearchModel *search);
    /// Shows what the recording has gained. Call it at most once a frame; costs nothing while hidden.
    void refresh();

    ConnectionId connection() const { return m_rows ? m_rows->connection() : ConnectionId(); }
    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    int newEventCount() const { return m_newEvents; } ///< since following stopped
    const StreamRange &selection() const { return m_selection; }
    QString selectedAsText() const; ///< at most StreamCopy::MostCopied bytes
    QString selectedAsHex() const;
    /// Selects these bytes and scrolls to them; nothing happens where the recording has none.
    void showBytes(EventKind direction, qint64 streamOffset, qint64 length);
    bool showMatch(const journal::Match &match); ///< false: it is in another conversation
    void showEventOf(EventSeq seq); ///< selects the bytes of this event and scrolls to them
    Timestamp topTime() const; ///< of the event at the top; the epoch: nothing is shown
    void scrollToTime(Timestamp time); ///< the first event that is not before it stands at the top
    Timestamp currentTime() const; ///< of the event with the caret; the epoch: there is none
    void showTime(Timestamp time); ///< selects the event nearest to it

    int visibleLineCount() const; ///< whole lines with something on them
    QString lineText(int line) const; ///< "received: hello"; 0 is at the top
    bool isLineSelected(int line) const;
    int caretLine() const; ///< -1: none is visible
    QRect lineRect(int line) const; ///< in the viewport
    QSize sizeHint() const override { return {640, 320}; }

public Q_SLOTS:
    void copyAsText();
    void copyAsHex();
    void selectAll();

Q_SIGNALS:
    /// The caret has come to another event, by hand.
    void eventActivated(swb::EventSeq seq);
    void followingChanged(bool following);
    void scrolled(); ///< by hand: another line stands at the top

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    bool isEmpty() const { return !m_layout; }
    void retranslate();
    void readLook();
    void relayout();
    void updateScrollBar();
    void updateNewButton();
    void announce(int events);
    int barValue(const StreamSpot &spot) const;
    void scrollByAction(int action);
    void scrollLines(int lines);
    void setTop(const StreamSpot &top, bool byHand);
    void scrollTo(const StreamSpot &spot);
    StreamPlace topPlace() const;
    StreamPlace placeAtLine(int line) const; ///< of the lines that are visible
    int lineAtY(int y) const; ///< -1: above the first, or below the last
    StreamRange unitAt(const QPoint &inViewport) const; ///< empty: nothing stands there
    StreamRange unitForKey(const QKeyEvent &key) const; ///< empty: it is no key that moves
    void choose(const StreamRange &unit, bool extend);
    void paintLine(QPainter &painter, const StreamPlace &place, int line) const;
    QString toolTipAt(const QPoint &inViewport) const;
    QString copied(bool asHex) const;

    std::unique_ptr<Conversation> m_rows;
    std::unique_ptr<lens::StreamText> m_streams;
    std::unique_ptr<StreamLayout> m_layout; ///< null while there is no row
    std::unique_ptr<StreamPainter> m_painter;
    codec::Encoding m_encoding;
    StreamMode m_mode = StreamMode::Text;
    std::unique_ptr<StreamMatches> m_matches; ///< null: nothing is searched
    QString m_emptyText;
    MarkedScrollBar *m_marks;
    QPushButton *m_newButton;
    Announcer *m_announcer;
    StreamSpot m_top; ///< somewhere on the line at the top
    StreamSpot m_lowestTop; ///< with it at the top the last line is the lowest
    quint64 m_barScale = 1; ///< weight of a step of the scroll bar
    StreamRange m_anchor; ///< what was chosen first
    StreamRange m_caret; ///< what was chosen last; empty: nothing is
    StreamRange m_selection;
    int m_newEvents = 0;
    int m_wheel = 0; ///< eighths of a degree not yet used
    bool m_timesShown = false;
    bool m_following = true;
    bool m_barMoves = false; ///< the scroll bar is moved by us
};

} // namespace swb::ui

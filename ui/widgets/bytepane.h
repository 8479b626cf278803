#pragma once

#include "widgets/byteselection.h"
#include "widgets/eventbytes.h"
#include "widgets/theme.h"

#include <QAbstractScrollArea>

#include <functional>
#include <vector>

namespace swb::ui {

/// What the two panes of a BytesView have in common: an event's bytes, the shared selection, mouse and
/// keyboard.
class BytePane : public QAbstractScrollArea
{
    Q_OBJECT

public:
    enum class Move
    {
        Left,
        Right,
        Up,
        Down,
        LineStart,
        LineEnd,
        PageUp,
        PageDown,
        Start,
        End
    };

    /// `bytes` may be null (nothing is shown) and must live until the next call.
    void setBytes(EventBytes *bytes);
    /// The bytes are read differently from now on, or fonts and colours have changed.
    virtual void relayout() = 0;
    /// Asked for the bytes that are painted; null: nothing is searched.
    using MatchSource = std::function<std::vector<ByteMatch>(const ByteRange &range)>;
    void setMatches(MatchSource matchesIn);
    void reveal(const ByteRange &range); ///< scrolls to it

Q_SIGNALS:
    void copyRequested();
    void menuRequested(const QPoint &globalPosition);

protected:
    BytePane(ByteSelection *selection, QWidget *parent);

    virtual ByteRange rangeAt(const QPoint &inViewport) = 0; ///< empty: nothing stands there
    virtual ByteRange moved(const ByteRange &from, Move move) = 0;
    virtual void scrollTo(const ByteRange &range) = 0;

    EventBytes *bytes() const { return m_bytes; }
    const ByteSelection &selection() const { return *m_selection; }
    QColor colourOf(lens::RowText::Look look) const;
    QColor selectionColour() const;
    std::vector<ByteMatch> matchesIn(const ByteRange &range) const;
    QColor matchColour(const ByteMatch &match) const;
    const Theme &theme() const { return m_theme; }
    const QFont &font() const { return m_font; }
    qreal lineHeight() const;
    int wholeLines() const; ///< that fit

    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void selectionMoved();
    void readLook();

    EventBytes *m_bytes = nullptr;
    ByteSelection *m_selection;
    MatchSource m_matchesIn;
    QFont m_font;
    Theme m_theme;
};

} // namespace swb::ui

#pragma once

#include <QObject>

namespace swb::ui {

/// Bytes [start, end) of an event, or of a stream.
struct ByteRange
{
    qint64 start = 0;
    qint64 end = 0;

    qint64 length() const { return end - start; }
    bool isEmpty() const { return end <= start; }
    bool contains(qint64 offset) const { return offset >= start && offset < end; }
    bool overlaps(const ByteRange &other) const { return start < other.end && other.start < end; }
    friend bool operator==(const ByteRange &, const ByteRange &) = default;
};

/// Bytes that a search has found.
struct ByteMatch
{
    ByteRange range;
    bool isCurrent = false; ///< the one that is looked at
};

/// The one selection that both panes of a BytesView share. What was chosen first and what was chosen last are
/// ranges themselves (one byte of the hex pane, all bytes of a character of the text pane); everything from
/// the one to the other is selected.
class ByteSelection : public QObject
{
    Q_OBJECT

public:
    explicit ByteSelection(QObject *parent = nullptr);

    const ByteRange &range() const { return m_range; }
    const ByteRange &caret() const { return m_caret; } ///< what was chosen last; empty: nothing is
    void choose(const ByteRange &range);
    void extendTo(const ByteRange &range); ///< from what choose() was given
    void clear();

Q_SIGNALS:
    void changed();

private:
    void set(const ByteRange &anchor, const ByteRange &caret);
    ByteRange m_anchor;
    ByteRange m_caret;
    ByteRange m_range;
};

} // namespace swb::ui

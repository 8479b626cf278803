#pragma once

#include "widgets/conversation.h"
#include "widgets/textcells.h"

#include <QByteArray>
#include <QCoreApplication>

namespace swb::ui {

enum class StreamMode
{
    Text,
    Hex,
    Both
};

/// One line of a conversation.
struct StreamLine
{
    enum class Kind : quint8
    {
        Bytes,
        Event, ///< something that carries no bytes, said in a sentence
        Unreadable, ///< bytes that the recording has lost
    };
    Kind kind = Kind::Bytes;
    ByteRange bytes; ///< in the stream of the run's direction
    size_t firstCell = 0; ///< in StreamBlock::text
    size_t endCell = 0;
};

/// A part of a run, laid out. Every block begins a line.
struct StreamBlock
{
    Conversation::Run run;
    TextBlock text; ///< of StreamMode::Text and Both
    QByteArray content; ///< the bytes themselves, of StreamMode::Hex and Both
    qint64 begin = 0; ///< of the part, in the stream of the direction
    lens::RowText sentence; ///< of an event without bytes
    bool isError = false;
    std::vector<StreamLine> lines; ///< never empty

    QByteArrayView contentOf(const StreamLine &line) const;
};

struct StreamPlace
{
    struct Block
    {
        quint32 page = 0;
        quint32 run = 0; ///< in the page
        quint64 part = 0; ///< of the run
        friend auto operator<=>(const Block &, const Block &) = default;
        friend size_t qHash(const Block &block, size_t seed = 0)
        {
            return qHashMulti(seed, block.page, block.run, block.part);
        }
    };
    Block block;
    int line = 0;

    friend auto operator<=>(const StreamPlace &, const StreamPlace &) = default;
};

/// Breaks a conversation into lines, a part of a run at a time as they are asked for, and knows where on
/// its grid of columns each character stands. What it needs next to the few parts that it keeps does not
/// depend on how long the conversation is. There must be a row before anything but grown() is called.
class StreamLayout
{
    Q_DECLARE_TR_FUNCTIONS(swb::ui::StreamLayout)

public:
    static constexpr qint64 PartBytes = 16 * 1024;

    /// All must outlive the layout. `columns` is the room there is for a line.
    StreamLayout(Conversation &rows, lens::StreamText &streams, const codec::Encoding &encoding,
        const QFont &font, StreamMode mode, int columns);

    /// Rows have come: what was laid out of the run that ended with `lastRow` is laid out anew.
    void grown(quint32 lastRow);

    const StreamBlock &block(const StreamPlace &place); ///< valid until the next call
    const StreamLine &line(const StreamPlace &place);
    StreamPlace first() const { return {}; }
    StreamPlace last();
    StreamPlace placeOf(const StreamSpot &spot);
    /// So many lines on (or back, when negative), but never beyond the first or the last.
    StreamPlace moved(StreamPlace from, int lines);
    StreamRange lineRange(const StreamPlace &place);

    /// What is chosen as one: a character, in hex a byte, or a whole line that has none.
    StreamRange unitAt(const StreamPlace &place, qreal column);
    StreamRange unitOf(const StreamSpot &spot);
    StreamRange beside(const StreamRange &unit, bool forward);
    StreamRange linesAway(const StreamRange &unit, int lines);
    StreamRange lineEdge(const StreamRange &unit, bool end);
    /// What of it lies in the run of this place, in the stream of the run's direction.
    ByteRange within(const StreamPlace &place, const StreamRange &range);
    quint32 rowAt(const StreamPlace &place, qint64 streamOffset); ///< the event with this byte of the run
    bool isTurn(const StreamPlace &place); ///< the line is the first after a change of direction
    std::vector<qint64> boundaries(const StreamPlace &place); ///< where on the line an event begins
    QString text(const StreamPlace &place); ///< what can be read on the line
    static QString unreadableText(qint64 size); ///< what a line of lost bytes says

    StreamMode mode() const { return m_mode; }
    int bytesPerLine() const { return m_perLine; }
    int offsetDigits() const { return m_offsetDigits; }
    int hexColumn(int byteOfLine) const;
    int textColumn() const; ///< where text begins
    const TextCells &cells() const { return m_cells; }

private:
    StreamBlock *make(const StreamPlace::Block &key);
    void makeText(StreamBlock &block, const lens::StreamPart &part);
    void makeHex(StreamBlock &block, const lens::StreamPart &part);
    void placeBesideHex(StreamBlock &block) const;
    void makeEvent(StreamBlock &block, EventSeq seq) const;
    quint64 partCount(const StreamPlace::Block &block);
    bool step(StreamPlace::Block &block, bool forward);
    ByteRange unitIn(const StreamPlace &place, qint64 streamOffset);
    ByteRange cellAt(const StreamPlace &place, qreal column);
    ByteRange byteAt(const StreamLine &line, qreal column) const;
    qreal columnOf(const StreamPlace &place, const StreamRange &unit);
    StreamRange spots(const StreamPlace &place, const ByteRange &bytes);
    void fitBytes(int columns);

    Conversation &m_rows;
    lens::StreamText &m_streams;
    codec::Encoding m_encoding;
    TextCells m_cells;
    StreamMode m_mode;
    int m_columns;
    int m_perLine = 16;
    int m_offsetDigits = 8;
    QCache<StreamPlace::Block, StreamBlock> m_blocks;
};

} // namespace swb::ui

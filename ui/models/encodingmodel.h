#pragma once

#include "base/event.h"
#include "lens/encodingcells.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace swb::journal {
class Recording;
}

namespace swb::ui {

/// The bytes around an event, in the stream of its direction, as two encodings read them; and what each read
/// does to a program that decodes it by itself. A row for each byte that is shown: those of the event, of a
/// long one only those at its two ends, and some before and behind.
class EncodingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Offset,
        Byte,
        First,
        Second
    };
    static constexpr int ColumnCount = 4;
    enum class Which : quint8
    {
        First,
        Second
    };
    /// Bytes that follow one another.
    struct Stretch
    {
        qint64 start = 0; ///< in the stream
        QByteArray bytes;
        QList<lens::StreamChunk> chunks; ///< that touch it, in order
        lens::EncodingCells first;
        lens::EncodingCells second;
        bool assumed = false; ///< the true state of a decoder lies too far back

        qint64 end() const { return start + bytes.size(); }
        const lens::EncodingCells &cells(Which which) const { return which == Which::First ? first : second; }
    };

    explicit EncodingModel(QObject *parent = nullptr);
    ~EncodingModel() override;

    /// An event without bytes clears the model.
    void setEvent(std::shared_ptr<const journal::Recording> recording, EventSeq seq);
    void setEncodings(const codec::Encoding &first, const codec::Encoding &second);
    void renderAnew(); ///< the language has changed

    const codec::Encoding &encoding(Which which) const { return which == Which::First ? m_first : m_second; }
    EventKind direction() const { return m_direction; }
    const std::vector<Stretch> &stretches() const { return m_stretches; } ///< at most two
    /// The bytes of the event itself, in the stream.
    qint64 eventStart() const { return m_eventStart; }
    qint64 eventEnd() const { return m_eventEnd; }

    qint64 offsetOf(int row) const; ///< in the stream
    int rowOf(qint64 streamOffset) const; ///< -1: not shown
    const Stretch &stretchOf(int row) const;
    /// The row with the last byte before the next (or previous) cut; -1: there is none.
    int nextCut(int row, int step) const;
    /// "byte 12 of the stream, e4; UTF-8: 你, first of 3 bytes; …": as a screen reader says it.
    QString accessibleText(int row) const;
    /// What the chunk with this byte does to a program: one line for the chunk, one for each encoding.
    QString chunkText(int row) const;
    QString chunkName(const lens::StreamChunk &chunk) const; ///< "read, 5 bytes"
    QString plainText() const; ///< for the clipboard: characters, their bytes, and the cuts

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void build();
    Stretch stretch(qint64 start, qint64 end) const;
    bool endsChunk(int row) const; ///< a read (or write, or segment) ends behind this byte
    QString cellText(int row, Which which) const;
    QString readingText(const lens::ChunkReading &reading, Which which) const;

    std::shared_ptr<const journal::Recording> m_recording;
    EventSeq m_seq;
    ConnectionId m_connection;
    EventKind m_direction = EventKind::Received;
    codec::Encoding m_first;
    codec::Encoding m_second;
    qint64 m_eventStart = 0;
    qint64 m_eventEnd = 0;
    std::vector<Stretch> m_stretches;
};

} // namespace swb::ui

#pragma once

#include "base/event.h"
#include "base/result.h"
#include "codec/encoding.h"

#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace swb::journal {
class Recording;
}

namespace swb::lens {

enum class ExportFormat : quint8
{
    Text, ///< the rows as the log shows them, columns separated by tabs; nothing is cut
    Csv, ///< RFC 4180, UTF-8
    JsonLines, ///< what `swb show --json` prints
    HexDump, ///< a heading and a dump for each row with bytes
    Raw, ///< the bytes of one direction and nothing else
    CArray, ///< an array for each row with bytes
    Pcapng, ///< a recording of the rows, for Wireshark and for this program
};

/// Which bytes Raw takes. Two directions make two files, for nothing would tell them apart in one.
enum class ExportSide : quint8
{
    Received,
    Sent,
    Both
};

/// The rows of a view. `seqAt` is called on the thread that exports and must stand that.
struct ExportRows
{
    quint32 count = 0;
    std::function<EventSeq(quint32)> seqAt; ///< ascending
};

/// The time of a row as it is shown; `before` is that of the row before it in the view.
using ShownTime = std::function<QString(Timestamp time, std::optional<Timestamp> before)>;

/// What is exported, and how. Holds values only, so it can go to another thread.
struct ExportJob
{
    std::shared_ptr<const journal::Recording> recording;
    ExportRows rows;
    quint32 first = 0; ///< the rows from here …
    quint32 end = 0; ///< … up to but not including this one; at most rows.count
    ExportFormat format = ExportFormat::Text;
    ExportSide side = ExportSide::Received; ///< Raw
    bool csvHex = true; ///< Csv: a column with the exact bytes
    /// Csv: Excel takes a file without one for the computer's old 8-bit encoding. RFC 4180 readers may take
    /// it for a part of the first heading, so it is left out unless asked for.
    bool csvByteOrderMark = false;
    QHash<ConnectionId, codec::Encoding> encodings;
    codec::Encoding defaultEncoding; ///< of connections that have none of their own
    ShownTime shownTime; ///< Text; empty: local, with microseconds, and the date unless all is of today

    codec::Encoding encodingOf(ConnectionId id) const { return encodings.value(id, defaultEncoding); }
};

/// Shared with the thread that exports.
struct ExportProgress
{
    std::atomic<quint32> rowsDone = 0;
    std::atomic<quint32> rowsTotal = 0;
    std::atomic<bool> cancelled = false;
};

/// Where exported bytes go.
class ExportSink
{
public:
    virtual ~ExportSink() = default;
    virtual Outcome write(QByteArrayView bytes) = 0;
    /// A row ends behind what was written and `held` bytes that are still to come. False: that is enough.
    virtual bool rowEnded(qsizetype held)
    {
        Q_UNUSED(held)
        return true;
    }
};

/// What came of it.
struct ExportReport
{
    quint32 rows = 0;
    quint32 damagedRows = 0; ///< whose bytes the recording no longer holds whole; they end before the damage
};

} // namespace swb::lens

#include "lens/exportformats.h"

#include "bench/sentences.h"
#include "codec/hexdump.h"
#include "lens/eventjson.h"
#include "lens/exportcapture.h"
#include "lens/exportcells.h"
#include "lens/exportrow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace swb::lens {

namespace {

class TextRows : public RowFormat
{
    Q_DECLARE_TR_FUNCTIONS(swb::lens::TextRows)

public:
    void putRow(ExportRow &row, ExportOutput &output) override
    {
        const bool data = row.event.carriesBytes();
        const QString number = row.number();
        const QString kind = !data                  ? QString()
            : row.event.kind == EventKind::Received ? tr("received")
                                                    : tr("sent");
        const QStringList cells{row.shownTime(), number.isEmpty() ? number : u'#' + number, kind,
            row.peer.toString(), data ? bench::Sentences::size(row.event.size) : QString()};
        output.putText(cells.join(u'\t') + u'\t');
        if (data)
            putBytes(row, output);
        else
            output.putText(row.sentence());
        if (row.annotation.isSet())
            output.putText(u'\t' + annotationText(row.annotation));
        output.put("\n");
    }

private:
    static void putBytes(ExportRow &row, ExportOutput &output)
    {
        row.eachText([&output](const EventText &part) {
            if (part.stateAssumed)
                output.putText(u"≈"_s);
            output.putText(part.decoded.text);
            output.putText(hexMark(part.pending));
        });
        row.eachPiece([](QByteArrayView) {});
    }
};

class CsvRows : public RowFormat
{
public:
    explicit CsvRows(const ExportJob &job)
        : m_hex(job.csvHex)
        , m_byteOrderMark(job.csvByteOrderMark)
    {
    }

    void begin(ExportOutput &output) override
    {
        if (m_byteOrderMark)
            output.put("\xef\xbb\xbf");
        output.put("event,time,connection,direction,local,peer,size,text,");
        output.put(m_hex ? "hex,note\r\n" : "note\r\n");
    }

    void putRow(ExportRow &row, ExportOutput &output) override
    {
        const bool data = row.event.carriesBytes();
        const QStringList cells{eventName(row.event.kind), isoTime(row.event.time), row.number(),
            directionOf(row.event.kind), row.local.toString(), row.peer.toString(),
            data ? QString::number(row.event.size) : QString()};
        for (const QString &cell : cells)
            output.put(csvCell(cell) + ',');
        if (data)
            putBytes(row, output);
        else
            output.put(csvCell(row.sentence()));
        output.put(",");
        if (m_hex) {
            row.eachPiece([&output](QByteArrayView bytes) { output.put(EventJson::hex(bytes)); });
            output.put(",");
        }
        output.put(csvCell(annotationText(row.annotation, NoteLines::Kept)) + "\r\n");
    }

private:
    static QString directionOf(EventKind kind)
    {
        switch (kind) {
        case EventKind::Received:
        case EventKind::PeerFinished:
        case EventKind::ResetByPeer:
            return u"in"_s;
        case EventKind::Sent:
        case EventKind::Finished:
        case EventKind::ResetByUs:
            return u"out"_s;
        default:
            return {};
        }
    }

    static void putBytes(ExportRow &row, ExportOutput &output)
    {
        bool begun = false;
        row.eachText([&](const EventText &part) {
            const QString text = part.decoded.withLineEnds() + hexMark(part.pending);
            output.put(begun ? csvCellMore(text) : csvCellBegin(text));
            begun = true;
        });
        output.put(begun ? "\"" : "");
    }

    bool m_hex;
    bool m_byteOrderMark;
};

class JsonRows : public RowFormat
{
public:
    void putRow(ExportRow &row, ExportOutput &output) override
    {
        const QString unfinished = row.event.kind == EventKind::Closed ? row.unfinishedText() : QString();
        const EventJson json(row.event, row.local, row.peer, row.annotation, unfinished);
        output.put(json.beforeHex());
        if (row.event.carriesBytes()) {
            row.eachPiece([&output](QByteArrayView bytes) { output.put(EventJson::hex(bytes)); });
            output.put(json.beforeText());
            row.eachText([&output](const EventText &part) {
                output.put(EventJson::escaped(part.decoded.withLineEnds()));
            });
        }
        output.put(json.end());
    }
};

/// What stands above the bytes of an event: facts that have one form in every language.
QString headingOf(const ExportRow &row)
{
    const bool received = row.event.kind == EventKind::Received;
    return u"event %1, connection %2, %3, %4 -> %5, %6, %7 bytes"_s.arg(row.seq.value)
        .arg(row.number(), isoTime(row.event.time), (received ? row.peer : row.local).toString(),
            (received ? row.local : row.peer).toString(), eventName(row.event.kind))
        .arg(row.event.size);
}

class HexDumps : public RowFormat
{
public:
    void putRow(ExportRow &row, ExportOutput &output) override
    {
        if (!row.event.carriesBytes())
            return;
        output.putText(u"# "_s + headingOf(row) + u'\n');
        quint64 at = 0;
        row.eachPiece([&](QByteArrayView bytes) {
            output.putText(codec::hexDump(bytes, at) + u'\n');
            at += quint64(bytes.size());
        });
        output.put("\n");
    }
};

class RawBytes : public RowFormat
{
public:
    explicit RawBytes(ExportSide side)
        : m_kind(side == ExportSide::Sent ? EventKind::Sent : EventKind::Received)
    {
    }

    void putRow(ExportRow &row, ExportOutput &output) override
    {
        if (row.event.kind == m_kind)
            row.eachPiece([&output](QByteArrayView bytes) { output.put(bytes); });
    }

private:
    EventKind m_kind;
};

class CArrays : public RowFormat
{
public:
    void putRow(ExportRow &row, ExportOutput &output) override
    {
        if (!row.event.carriesBytes())
            return;
        output.putText(u"/* "_s + headingOf(row) + u" */\n"_s);
        if (row.event.size == 0) // C has no empty arrays
            return;
        output.putText(
            u"const unsigned char event_%1_%2[] = {\n"_s.arg(row.seq.value).arg(eventName(row.event.kind)));
        row.eachPiece([&output](QByteArrayView bytes) { output.put(cBytes(bytes)); });
        output.put("};\n\n");
    }
};

} // namespace

std::unique_ptr<RowFormat> makeRowFormat(const ExportJob &job)
{
    switch (job.format) {
    case ExportFormat::Text:
        return std::make_unique<TextRows>();
    case ExportFormat::Csv:
        return std::make_unique<CsvRows>(job);
    case ExportFormat::JsonLines:
        return std::make_unique<JsonRows>();
    case ExportFormat::HexDump:
        return std::make_unique<HexDumps>();
    case ExportFormat::Raw:
        return std::make_unique<RawBytes>(job.side);
    case ExportFormat::CArray:
        return std::make_unique<CArrays>();
    case ExportFormat::Pcapng:
        return std::make_unique<CaptureRows>(*job.recording);
    }
    return nullptr;
}

} // namespace swb::lens

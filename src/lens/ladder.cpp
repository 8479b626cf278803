#include "lens/ladder.h"

#include <QDebug>

#include <algorithm>

namespace swb::lens {

namespace {

constexpr int CachedPages = 64;
/// So many sends that one read takes are told apart.
constexpr quint32 MostInFan = 32;

std::optional<Timestamp> acknowledgedAt(const std::vector<SendTimes> &sends, quint64 endOffset)
{
    const auto found = std::lower_bound(sends.begin(), sends.end(), endOffset,
        [](const SendTimes &times, quint64 offset) { return times.endOffset < offset; });
    return found == sends.end() ? std::nullopt : found->acknowledged;
}

} // namespace

/// Makes one page.
struct Ladder::Builder
{
    const LadderRows &rows;
    const LadderEvidence &evidence;
    LadderPage page;

    void addRungs(quint32 end);
    void addCrossings();

private:
    using Kind = Crossing::Kind;
    void addRung(const LadderRows::Row &row);
    void addHandshake(quint32 row);
    void addWireHandshake(quint32 row, const Rung &rung);
    void addData(quint32 row, const Rung &rung);
    void addArrivals(quint32 row, const Rung &rung);
    void addDeparture(quint32 row, const Rung &rung);
    void addLeaving(Kind kind, quint32 row, const Rung &rung, std::optional<quint32> arrival);
    void addArriving(Kind kind, quint32 row, const Rung &rung, std::optional<quint32> departure);
    bool isTold(LadderEnd end) const { return rows.isTold(end); }
    Certainty certaintyOf(const Crossing &crossing) const;
    Crossing &add(Kind kind, LadderEnd from, std::optional<quint32> fromRow, std::optional<quint32> toRow);
};

void Ladder::Builder::addRungs(quint32 end)
{
    page.rungs.reserve(end - page.firstRow);
    for (const LadderRows::Row &row : rows.rows(page.firstRow, end))
        addRung(row);
    // Nobody saw it: it follows upon connect, and where nobody saw that either, it comes before accept.
    for (size_t i = 0; i < page.rungs.size(); ++i) {
        if (page.rungs[i].kind != Rung::Kind::Handshake)
            continue;
        const bool dialled = i > 0 && page.rungs[i - 1].event == EventKind::Connecting;
        if (dialled || i + 1 < page.rungs.size())
            page.rungs[i].time = page.rungs[dialled ? i - 1 : i + 1].time;
    }
}

void Ladder::Builder::addRung(const LadderRows::Row &row)
{
    Rung rung;
    rung.end = row.end;
    rung.seq = row.seq;
    if (row.isHandshake) {
        rung.kind = Rung::Kind::Handshake;
        page.rungs.push_back(rung);
        return;
    }
    const journal::EventSummary summary = rows.recording().summary(row.seq);
    const Result<Event> event = rows.recording().event(row.seq);
    rung.event = summary.kind;
    rung.offset = summary.streamOffset;
    rung.size = summary.size;
    // A damaged record has lost its time.
    rung.time = event ? event->time : page.rungs.empty() ? Timestamp() : page.rungs.back().time;
    if (rung.event == EventKind::Sent)
        rung.acknowledged = acknowledgedAt(evidence.sends[size_t(rung.end)], rung.offset + rung.size);
    page.rungs.push_back(rung);
}

void Ladder::Builder::addCrossings()
{
    for (quint32 row = page.firstRow; row < page.endRow(); ++row) {
        const Rung &rung = page.rung(row);
        const LadderEnd other = opposite(rung.end);
        if (rung.kind == Rung::Kind::Handshake)
            addHandshake(row);
        else if (rung.carriesBytes())
            addData(row, rung);
        else if (rung.event == EventKind::Finished)
            addLeaving(Kind::Fin, row, rung, isTold(other) ? rows.rowOfPeerFinish(other) : std::nullopt);
        else if (rung.event == EventKind::PeerFinished)
            addArriving(Kind::Fin, row, rung, isTold(other) ? rows.rowOfFinish(other) : std::nullopt);
        else if (rung.event == EventKind::ResetByUs)
            addLeaving(Kind::Rst, row, rung, rows.rowOfEnding(other, EventKind::ResetByPeer));
        else if (rung.event == EventKind::ResetByPeer)
            addArriving(Kind::Rst, row, rung, rows.rowOfEnding(other, EventKind::ResetByUs));
        else if (rows.isForeign())
            addWireHandshake(row, rung);
    }
}

void Ladder::Builder::addHandshake(quint32 row)
{
    add(Kind::Syn, LadderEnd::Left, row, row).certainty =
        evidence.synSaved ? Certainty::Observed : Certainty::Inferred;
    add(Kind::SynAck, LadderEnd::Right, row, row).certainty = Certainty::Inferred;
    add(Kind::Ack, LadderEnd::Left, row, row).certainty = Certainty::Inferred;
}

void Ladder::Builder::addWireHandshake(quint32 row, const Rung &rung)
{
    if (rung.event == EventKind::Connecting)
        add(Kind::Syn, rung.end, row, {});
    if (rung.event != EventKind::Opened || rows.isDatagrams())
        return;
    // A gap of nothing behind it: the capture began later.
    const bool seesBeginning =
        row + 1 >= rows.count() || rows.recording().summary(rows.row(row + 1).seq).kind != EventKind::Gap;
    if (seesBeginning)
        add(Kind::SynAck, opposite(rung.end), {}, row);
}

void Ladder::Builder::addData(quint32 row, const Rung &rung)
{
    if (rung.event == EventKind::Received)
        addArrivals(row, rung);
    else
        addDeparture(row, rung);
    if (rung.acknowledged)
        add(Kind::DataAck, opposite(rung.end), {}, row).certainty = Certainty::Observed;
}

/// From each send whose bytes this read has taken.
void Ladder::Builder::addArrivals(quint32 row, const Rung &rung)
{
    const LadderEnd sender = opposite(rung.end);
    const quint64 end = rung.offset + rung.size;
    quint64 at = rung.offset;
    for (quint32 sends = 0; isTold(sender) && at < end; ++sends) {
        const auto seq = rows.recording().eventAt(rows.connection(sender), EventKind::Sent, at);
        const std::optional<quint32> from = seq ? rows.rowOf(*seq) : std::nullopt;
        if (!from)
            break;
        const journal::EventSummary send = rows.recording().summary(*seq);
        Crossing &crossing = add(Kind::Data, sender, from, row);
        crossing.begin = at;
        crossing.end = at = std::min(end, send.streamOffset + send.size);
        if (sends + 1 < MostInFan || at >= end)
            continue;
        const auto last = rows.rowOfByte(sender, EventKind::Sent, end - 1);
        crossing.sends = last ? 1 + (*last - *from) : 1; // at most: reads may stand between them
        crossing.end = at = end;
    }
    if (at >= end)
        return;
    Crossing &crossing = add(Kind::Data, sender, {}, row);
    crossing.begin = at;
    crossing.end = end;
}

/// To where the last of its bytes are read, unless that is on this page.
void Ladder::Builder::addDeparture(quint32 row, const Rung &rung)
{
    const LadderEnd reader = opposite(rung.end);
    const quint64 end = rung.offset + rung.size;
    const quint64 read = isTold(reader) ? rows.byteCount(reader, EventKind::Received) : rung.offset;
    std::optional<quint32> to;
    if (isTold(reader) && rung.size > 0 && read >= end)
        to = rows.rowOfByte(reader, EventKind::Received, end - 1);
    if (to && page.contains(*to))
        return;
    Crossing &crossing = add(Kind::Data, rung.end, row, to);
    crossing.begin = to ? rung.offset : std::clamp(read, rung.offset, end);
    crossing.end = end;
    page.isSettled &= to || !isTold(reader);
}

void Ladder::Builder::addLeaving(Kind kind, quint32 row, const Rung &rung, std::optional<quint32> arrival)
{
    if (!arrival || !page.contains(*arrival))
        add(kind, rung.end, row, arrival);
    page.isSettled &= arrival || !isTold(opposite(rung.end));
}

void Ladder::Builder::addArriving(Kind kind, quint32 row, const Rung &rung, std::optional<quint32> departure)
{
    add(kind, opposite(rung.end), departure, row);
}

Certainty Ladder::Builder::certaintyOf(const Crossing &crossing) const
{
    if (rows.isForeign())
        return Certainty::Wire;
    return crossing.fromRow && crossing.toRow ? Certainty::Observed : Certainty::Inferred;
}

Crossing &Ladder::Builder::add(
    Kind kind, LadderEnd from, std::optional<quint32> fromRow, std::optional<quint32> toRow)
{
    Crossing crossing;
    crossing.kind = kind;
    crossing.from = from;
    crossing.fromRow = fromRow;
    crossing.toRow = toRow;
    crossing.certainty = certaintyOf(crossing);
    page.crossings.push_back(crossing);
    return page.crossings.back();
}

Ladder::Ladder(
    std::shared_ptr<const journal::Recording> recording, ConnectionId connection, LadderEvidence evidence)
    : m_recording(recording)
    , m_evidence(std::move(evidence))
    , m_rows(std::move(recording), connection)
    , m_pages(CachedPages)
{
}

quint32 Ladder::refresh()
{
    const quint32 before = rowCount();
    const quint32 fresh = m_rows.refresh();
    if (fresh == 0)
        return 0;
    if (before > 0)
        m_pages.remove((before - 1) / PageRows);
    for (const quint32 index : m_unsettled)
        m_pages.remove(index);
    m_unsettled.clear();
    return fresh;
}

void Ladder::setEvidence(LadderEvidence evidence)
{
    m_evidence = std::move(evidence);
    m_pages.clear();
    m_unsettled.clear();
}

const LadderPage &Ladder::page(quint32 index)
{
    if (!m_pages.contains(index)) {
        auto *made = new LadderPage(readPage(index));
        if (!made->isSettled)
            m_unsettled.push_back(index);
        m_pages.insert(index, made);
    }
    return *m_pages.object(index);
}

LadderPage Ladder::readPage(quint32 index) const
{
    const quint32 first = index * PageRows;
    Builder builder{m_rows, m_evidence, {}};
    builder.page.firstRow = first;
    builder.addRungs(first + std::min(PageRows, rowCount() - first));
    builder.addCrossings();
    return std::move(builder.page);
}

Timestamp Ladder::start()
{
    quint32 row = 0;
    while (row + 1 < rowCount() && rung(row).kind == Rung::Kind::Event
        && rung(row).event == EventKind::Listening)
        ++row;
    if (rowCount() > row + 1 && rung(row).kind == Rung::Kind::Handshake)
        ++row;
    return rowCount() > 0 ? rung(row).time : Timestamp();
}

namespace {

/// How many rungs from `first` on may become one.
quint32 burstLength(const LadderPage &page, size_t first, const LadderGrain &grain)
{
    const auto &rungs = page.rungs;
    size_t next = first;
    while (next < rungs.size() && rungs[next].carriesBytes()
        && (grain.acrossTurns || rungs[next].flow() == rungs[first].flow())
        && (next == first || rungs[next].time - rungs[next - 1].time <= grain.within))
        ++next;
    return quint32(next - first);
}

LadderBlock blockOf(const LadderPage &page, size_t first, size_t count)
{
    LadderBlock block;
    block.firstRow = page.firstRow + quint32(first);
    block.endRow = block.firstRow + quint32(count);
    block.first = page.rungs[first].time;
    block.last = page.rungs[first + count - 1].time;
    for (size_t i = first; count > 1 && i < first + count; ++i) {
        const Rung &rung = page.rungs[i];
        LadderBlock::Flow &flow = block.flows[size_t(rung.flow())];
        const bool isSend = rung.event == EventKind::Sent;
        ++(isSend ? flow.sends : flow.reads);
        (isSend ? flow.sentBytes : flow.readBytes) += rung.size;
    }
    return block;
}

} // namespace

std::vector<LadderBlock> blocksOf(const LadderPage &page, const LadderGrain &grain)
{
    std::vector<LadderBlock> blocks;
    for (size_t first = 0; first < page.rungs.size();) {
        const quint32 near = grain.within.count() > 0 ? burstLength(page, first, grain) : 0;
        const bool isBurst = near >= LadderGrain::FewestInBurst;
        // A short run is no burst: its rungs stand alone, all of them.
        const size_t end = first + std::max<quint32>(1, near);
        const size_t step = isBurst ? near : 1;
        for (; first < end; first += step)
            blocks.push_back(blockOf(page, first, step));
    }
    return blocks;
}

QDebug operator<<(QDebug debug, const Crossing &crossing)
{
    const QDebugStateSaver saver(debug);
    const auto row = [](const std::optional<quint32> &number) { return number ? qint64(*number) : -1; };
    debug.nospace() << "Crossing(" << int(crossing.kind) << (crossing.from == LadderEnd::Left ? " > " : " < ")
                    << row(crossing.fromRow) << " to " << row(crossing.toRow) << ", " << crossing.begin
                    << ".." << crossing.end << " of " << crossing.sends << ", " << int(crossing.certainty)
                    << ')';
    return debug;
}

QDebug operator<<(QDebug debug, const LadderBlock &block)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "LadderBlock(" << block.firstRow << ".." << block.endRow << ')';
    return debug;
}

} // namespace swb::lens

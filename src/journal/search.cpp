#include "journal/search.h"

#include <deque>
#include <map>
#include <set>

namespace swb::journal {

namespace {

/// The end of one direction of one connection, as far as a match could still begin in it.
struct Tail
{
    struct Part
    {
        EventSeq seq;
        qsizetype size;
    };
    QByteArray bytes;
    std::deque<Part> parts; ///< whose bytes these are
};

void shorten(Tail &tail, qsizetype size)
{
    qsizetype surplus = tail.bytes.size() - size;
    if (surplus <= 0)
        return;
    tail.bytes.remove(0, surplus);
    while (surplus > 0) {
        Tail::Part &first = tail.parts.front();
        const qsizetype cut = std::min(surplus, first.size);
        first.size -= cut;
        surplus -= cut;
        if (first.size == 0)
            tail.parts.pop_front();
    }
}

/// Adds whoever owns the bytes from `begin` to `end`.
void collect(const Tail &tail, qsizetype begin, qsizetype end, std::set<EventSeq> &found)
{
    qsizetype at = 0;
    for (const Tail::Part &part : tail.parts) {
        if (at < end && at + part.size > begin)
            found.insert(part.seq);
        at += part.size;
    }
}

} // namespace

std::vector<EventSeq> findBytes(const Recording &recording, const RowFilter &filter, QByteArrayView needle)
{
    std::set<EventSeq> found;
    std::map<std::pair<ConnectionId, EventKind>, Tail> tails;
    const quint32 rows = needle.isEmpty() ? 0 : recording.rowCount(filter);
    for (quint32 row = 0; row < rows; ++row) {
        const EventSeq seq = recording.rowAt(filter, row);
        const EventSummary summary = recording.summary(seq);
        if (summary.kind != EventKind::Received && summary.kind != EventKind::Sent)
            continue;
        Tail &tail = tails[{summary.connection, summary.kind}];
        const QByteArray bytes = recording.bytes(seq);
        tail.bytes += bytes;
        tail.parts.push_back({seq, bytes.size()});
        for (qsizetype at = 0; (at = QByteArrayView(tail.bytes).indexOf(needle, at)) >= 0; ++at)
            collect(tail, at, at + needle.size(), found);
        shorten(tail, needle.size() - 1);
    }
    return {found.begin(), found.end()};
}

} // namespace swb::journal

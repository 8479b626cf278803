#include "bench/samplerecord.h"

#include "journal/recording.h"

#include <QtEndian>

namespace swb::bench {

using kernel::Facts;
using kernel::Sample;
using kernel::Source;

namespace {

constexpr qsizetype lengthSize = sizeof(quint16);

} // namespace

QByteArray toRecord(const Facts &facts, const std::optional<Facts> &otherEnd)
{
    const QByteArray own = facts.toBytes();
    QByteArray record(lengthSize, '\0');
    qToLittleEndian(static_cast<quint16>(own.size()), record.data());
    record += own;
    return otherEnd ? record + otherEnd->toBytes() : record;
}

std::optional<std::pair<Facts, std::optional<Facts>>> fromRecord(QByteArrayView record)
{
    if (record.size() < lengthSize)
        return std::nullopt;
    const qsizetype size = qFromLittleEndian<quint16>(record.data());
    if (record.size() < lengthSize + size)
        return std::nullopt;
    const auto facts = Facts::fromBytes(record.sliced(lengthSize, size));
    const QByteArrayView rest = record.sliced(lengthSize + size);
    const auto otherEnd = rest.isEmpty() ? std::nullopt : Facts::fromBytes(rest);
    if (!facts || (!rest.isEmpty() && !otherEnd))
        return std::nullopt;
    return std::pair(*facts, otherEnd);
}

QList<ConnectionSample> recordedSamples(
    const journal::Recording &recording, ConnectionId connection, Timestamp from, Timestamp to, quint32 most)
{
    QList<ConnectionSample> samples;
    for (const journal::RecordedSample &recorded : recording.samples(connection, from, to, most)) {
        if (auto both = fromRecord(recorded.facts))
            samples.append({connection, Sample{recorded.time, Source::Recorded, both->first}, both->second});
    }
    return samples;
}

QList<ListenerSample> recordedSamples(
    const journal::Recording &recording, EndpointId listener, Timestamp from, Timestamp to, quint32 most)
{
    QList<ListenerSample> samples;
    for (const journal::RecordedSample &recorded : recording.samples(listener, from, to, most)) {
        if (auto both = fromRecord(recorded.facts))
            samples.append({listener, Sample{recorded.time, Source::Recorded, both->first}});
    }
    return samples;
}

} // namespace swb::bench

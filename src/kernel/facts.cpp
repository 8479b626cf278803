#include "kernel/facts.h"

#include <QDebug>

#include <algorithm>
#include <bit>

namespace swb::kernel {

using namespace Qt::StringLiterals;

namespace {

template <class Bits>
bool has(const Bits &bits, int bit)
{
    return bits[bit / 64] >> (bit % 64) & 1;
}

template <class Bits>
void change(Bits &bits, int bit, bool on)
{
    const quint64 mask = quint64(1) << (bit % 64);
    bits[bit / 64] = on ? bits[bit / 64] | mask : bits[bit / 64] & ~mask;
}

/// Seven bits a byte, the lowest first; the sign is in the lowest bit, so small negative numbers stay short.
void appendNumber(QByteArray &bytes, qint64 value)
{
    quint64 rest = (static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value >> 63);
    for (; rest >= 0x80; rest >>= 7)
        bytes.append(static_cast<char>(rest | 0x80));
    bytes.append(static_cast<char>(rest));
}

std::optional<qint64> takeNumber(QByteArrayView &bytes)
{
    quint64 number = 0;
    for (int shift = 0; shift < 64 && !bytes.isEmpty(); shift += 7) {
        const auto byte = static_cast<quint8>(bytes.front());
        bytes = bytes.sliced(1);
        if (shift == 63 && byte > 1)
            return std::nullopt;
        number |= quint64(byte & 0x7f) << shift;
        if (!(byte & 0x80))
            return static_cast<qint64>(number >> 1) ^ -static_cast<qint64>(number & 1);
    }
    return std::nullopt;
}

} // namespace

qsizetype Facts::place(int bit) const
{
    qsizetype before = 0;
    for (int word = 0; word < bit / 64; ++word)
        before += std::popcount(m_given[word]);
    return before + std::popcount(m_given[bit / 64] & ((quint64(1) << (bit % 64)) - 1));
}

void Facts::set(FactId id, qint64 value)
{
    const int bit = int(id);
    if (bit >= factIdLimit)
        return;
    if (has(m_given, bit))
        m_values[place(bit)] = value;
    else
        m_values.insert(place(bit), value);
    change(m_asked, bit, true);
    change(m_given, bit, true);
}

void Facts::setUnavailable(FactId id)
{
    const int bit = int(id);
    if (bit >= factIdLimit)
        return;
    if (has(m_given, bit))
        m_values.removeAt(place(bit));
    change(m_asked, bit, true);
    change(m_given, bit, false);
}

void Facts::set(FactId id, std::optional<qint64> value)
{
    if (value)
        set(id, *value);
    else
        setUnavailable(id);
}

void Facts::merge(const Facts &other)
{
    for (const FactId id : other.asked()) {
        if (other.isGiven(id) || !isGiven(id))
            set(id, other.value(id));
    }
}

std::optional<qint64> Facts::value(FactId id) const
{
    return isGiven(id) ? std::optional(m_values[place(int(id))]) : std::nullopt;
}

bool Facts::isGiven(FactId id) const
{
    return int(id) < factIdLimit && has(m_given, int(id));
}

bool Facts::wasAsked(FactId id) const
{
    return int(id) < factIdLimit && has(m_asked, int(id));
}

QList<FactId> Facts::asked() const
{
    QList<FactId> ids;
    for (int bit = 0; bit < factIdLimit; ++bit) {
        if (has(m_asked, bit))
            ids.append(FactId(bit));
    }
    return ids;
}

QByteArray Facts::toBytes() const
{
    QByteArray bytes;
    const QList<FactId> ids = asked();
    bytes.append(static_cast<char>(ids.size()));
    for (const FactId id : ids)
        bytes.append(static_cast<char>(id));
    for (qsizetype first = 0; first < ids.size(); first += 8) {
        quint8 given = 0;
        for (qsizetype i = first; i < std::min(first + 8, ids.size()); ++i)
            given = static_cast<quint8>(given | (isGiven(ids[i]) ? 1 << (i - first) : 0));
        bytes.append(static_cast<char>(given));
    }
    for (const qint64 value : m_values)
        appendNumber(bytes, value);
    return bytes;
}

std::optional<Facts> Facts::fromBytes(QByteArrayView bytes)
{
    const qsizetype count = bytes.isEmpty() ? -1 : static_cast<quint8>(bytes.front());
    const qsizetype values = 1 + count + (count + 7) / 8;
    if (count < 0 || count > factIdLimit || bytes.size() < values)
        return std::nullopt;
    const QByteArrayView ids = bytes.sliced(1, count);
    const QByteArrayView given = bytes.sliced(1 + count, values - 1 - count);
    QByteArrayView rest = bytes.sliced(values);
    Facts facts;
    int previous = -1;
    for (qsizetype i = 0; i < count; ++i) {
        const int id = static_cast<quint8>(ids[i]);
        if (id <= previous || id >= factIdLimit)
            return std::nullopt;
        previous = id;
        std::optional<qint64> value;
        if (static_cast<quint8>(given[i / 8]) >> (i % 8) & 1) {
            value = takeNumber(rest);
            if (!value)
                return std::nullopt;
        }
        facts.set(FactId(id), value);
    }
    return rest.isEmpty() ? std::optional(facts) : std::nullopt;
}

QDebug operator<<(QDebug debug, const Facts &facts)
{
    QDebugStateSaver saver(debug);
    debug.nospace().noquote() << "Facts(";
    QLatin1StringView gap;
    for (const FactId id : facts.asked()) {
        const QLatin1StringView name = factName(id);
        debug << gap << (name.isEmpty() ? QString::number(int(id)) : QString(name)) << '=';
        if (const auto value = facts.value(id))
            debug << *value;
        else
            debug << '?';
        gap = " "_L1;
    }
    return debug << ')';
}

} // namespace swb::kernel

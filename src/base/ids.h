#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>

namespace swb {

/// A number that cannot be mistaken for another kind of number. 0 means "none" for ids that count from 1.
template <class Tag, class Value>
struct StrongId
{
    Value value = 0;

    constexpr StrongId() = default;
    constexpr explicit StrongId(Value v)
        : value(v)
    {
    }
    constexpr bool isValid() const { return value != 0; }
    friend constexpr auto operator<=>(const StrongId &, const StrongId &) = default;
    friend size_t qHash(const StrongId &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

/// What a user starts: a server or a client. Counts from 1 within a bench.
using EndpointId = StrongId<struct EndpointTag, quint32>;

/// One TCP connection, accepted or dialled. Counts from 1 within a bench and is never used again.
using ConnectionId = StrongId<struct ConnectionTag, quint32>;

/// The place of an event in its recording; counts from 0 without gaps. Annotations are not counted.
using EventSeq = StrongId<struct EventTag, quint32>;

} // namespace swb

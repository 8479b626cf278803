#pragma once

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <memory>

namespace swb::journal {

/// A list that grows without ever moving what it holds: each segment is twice as long as the one before, so
/// an append never copies millions of entries, and an entry's place is found from its number alone. The first
/// entry is in the list itself, for there are lists by the million that never hold another.
template <class T>
class SegmentedList
{
public:
    quint32 size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

    const T &operator[](quint32 i) const { return i == 0 ? m_first : entry(placeOf(i)); }
    const T &last() const { return (*this)[m_size - 1]; }

    void append(const T &value)
    {
        if (m_size > 0) {
            const Place place = placeOf(m_size);
            if (place.index == 0)
                addSegment(place.segment);
            entry(place) = value;
        } else {
            m_first = value;
        }
        ++m_size;
    }

    /// The number of leading entries for which `before` holds; it must hold for none behind the first that
    /// fails.
    template <class Predicate>
    quint32 partitionPoint(Predicate before) const
    {
        quint32 from = 0;
        quint32 to = m_size;
        while (from < to) {
            const quint32 middle = from + (to - from) / 2;
            if (before((*this)[middle]))
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    }

private:
    static constexpr quint64 firstSize = 4;
    struct Place
    {
        size_t segment;
        size_t index;
    };
    /// Of any but the first.
    static Place placeOf(quint32 i)
    {
        const quint64 shifted = i - 1 + firstSize;
        const auto segment = size_t(std::bit_width(shifted) - std::bit_width(firstSize));
        return {segment, size_t(shifted - (firstSize << segment))};
    }
    T &entry(Place place) const { return m_segments[place.segment][place.index]; }
    void addSegment(size_t count)
    {
        auto segments = std::make_unique<std::unique_ptr<T[]>[]>(count + 1);
        std::move(m_segments.get(), m_segments.get() + count, segments.get());
        segments[count] = std::make_unique_for_overwrite<T[]>(firstSize << count);
        m_segments = std::move(segments);
    }

    std::unique_ptr<std::unique_ptr<T[]>[]> m_segments; ///< as many as the size needs: at most 31
    quint32 m_size = 0;
    T m_first{};
};

} // namespace swb::journal

#pragma once

#include <QtGlobal>

#include <bit>
#include <memory>
#include <vector>

namespace swb::journal {

/// A list that grows without ever moving what it holds: each segment is twice as long as the one before, so
/// an append never copies millions of entries, and an entry's place is found from its number alone.
template <class T>
class SegmentedList
{
public:
    quint32 size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

    const T &operator[](quint32 i) const
    {
        const Place place = placeOf(i);
        return m_segments[place.segment][place.index];
    }
    const T &last() const { return (*this)[m_size - 1]; }

    void append(const T &value)
    {
        const Place place = placeOf(m_size);
        if (place.segment == m_segments.size())
            m_segments.push_back(std::make_unique_for_overwrite<T[]>(firstSize << place.segment));
        m_segments[place.segment][place.index] = value;
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
    static Place placeOf(quint32 i)
    {
        const quint64 shifted = i + firstSize;
        const auto segment = size_t(std::bit_width(shifted) - std::bit_width(firstSize));
        return {segment, size_t(shifted - (firstSize << segment))};
    }

    std::vector<std::unique_ptr<T[]>> m_segments;
    quint32 m_size = 0;
};

} // namespace swb::journal

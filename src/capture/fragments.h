#pragma once

#include "capture/headers.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace swb::capture {

/// A TCP segment or UDP datagram that came in fragments.
struct Reassembled
{
    Segment segment; ///< its payload only says how large it is
    std::vector<Extent> payload; ///< in order
    Timestamp time; ///< of the fragment that completed it
};

/// Puts fragments together, by their places in the file: of their bytes only the transport header is kept.
/// Bounded: of the many that a damaged or hostile capture may begin, only the latest are waited for.
class Fragments
{
public:
    /// The whole, when this was the last that was missing.
    std::optional<Reassembled> add(const Fragment &fragment, Timestamp time);
    /// The fragments of what never became whole; those that still wait count, too.
    quint64 lost() const;

private:
    struct Piece
    {
        quint32 position;
        Extent content;
    };
    struct Partial
    {
        IpAddress source;
        IpAddress destination;
        quint32 id;
        quint8 protocol;
        Timestamp begun;
        std::vector<Piece> pieces; ///< by position, none overlapping another
        QByteArray head; ///< the first bytes of the whole
        std::optional<quint32> size; ///< once the last has come
        quint32 received;
    };
    size_t partialOf(const Fragment &fragment, Timestamp time);
    bool insert(Partial &partial, const Fragment &fragment) const;
    void discard(size_t at);
    static quint32 knownHead(const Partial &partial);
    std::optional<Reassembled> complete(const Partial &partial, Timestamp time) const;

    std::vector<Partial> m_partials; ///< the oldest first
    quint64 m_lost = 0;
};

} // namespace swb::capture

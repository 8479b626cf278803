#pragma once

#include "base/address.h"
#include "base/clock.h"
#include "bench/watch.h"

#include <QList>

#include <optional>

namespace swb::lens {

/// A client on its way through a listener.
struct HallGuest
{
    SocketAddress address; ///< the client's end
    Timestamp since; ///< when it was here for certain; it may have come earlier
    std::optional<qint64> unread; ///< bytes it has sent that no program has read; nothing: does not apply
    std::optional<qint64> tries; ///< SYN, or its answer, was sent again so often
    bool hasFinished = false; ///< its FIN has come: nothing more will

    friend bool operator==(const HallGuest &, const HallGuest &) = default;
};

/// Who stands around a listener, by how far each has come; in each room who was seen there first comes first.
struct Hall
{
    /// SYN-SENT: they have knocked and got no answer. Only clients on this computer can be seen.
    QList<HallGuest> knocking;
    QList<HallGuest> handshakes; ///< SYN-RECEIVED: answered; their last acknowledgement has not been taken
    QList<HallGuest> waiting; ///< connected, and no program has accepted them
    QList<HallGuest> served; ///< accepted: a program holds them
    std::optional<qint64> queue; ///< how many wait, as the kernel counts
    std::optional<qint64> limit; ///< of the queue: the backlog as the kernel took it
    std::optional<qint64> overflows; ///< of all listeners of this computer since it was started
    std::optional<qint64> drops; ///< the same
    bool complete = true; ///< false: some may be missing

    /// How many the queue admits: Linux refuses when there are more than the limit, so one more fits.
    std::optional<qint64> places() const { return limit ? std::optional(*limit + 1) : std::nullopt; }

    friend bool operator==(const Hall &, const Hall &) = default;
};

/// `before`: the hall of the same listener a moment ago; who was there already has waited since then.
Hall hallOf(const bench::HallSample &sample, const Hall &before);

} // namespace swb::lens

#include "lens/hall.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace swb::lens {

using kernel::FactId;
using kernel::SocketRow;
using kernel::TcpState;

namespace {

HallGuest guestOf(const SocketRow &row, const SocketAddress &client, Timestamp now)
{
    HallGuest guest{client, now, {}, {}, row.state() == TcpState::CloseWait};
    if (row.state() == TcpState::SynSent || row.state() == TcpState::SynReceived)
        guest.tries = row.facts.value(FactId::TimerTries).value_or(0);
    else
        guest.unread = row.facts.value(FactId::UnreadBytes);
    // It is connected at least since its last acknowledgement came.
    if (row.isUnaccepted())
        guest.since -= std::chrono::microseconds(row.facts.value(FactId::LastAckReceived).value_or(0));
    return guest;
}

/// Keeps since when who was here before is here, and puts who has been here longest first.
void settle(QList<HallGuest> &room, const QList<HallGuest> &before)
{
    std::map<SocketAddress, Timestamp> since;
    for (const HallGuest &guest : before)
        since.emplace(guest.address, guest.since);
    for (HallGuest &guest : room) {
        if (const auto known = since.find(guest.address); known != since.end())
            guest.since = known->second;
    }
    std::sort(room.begin(), room.end(), [](const HallGuest &a, const HallGuest &b) {
        return a.since != b.since ? a.since < b.since : a.address < b.address;
    });
}

bool isHeld(const SocketRow &row)
{
    return row.facts.value(FactId::Inode).value_or(0) != 0;
}

void take(Hall &hall, const SocketRow &row, const bench::HallSample &sample)
{
    const auto state = row.state();
    const bool isOurs = kernel::listensFor(sample.listener, row.local);
    if (state == TcpState::Listen) {
        if (row.local != sample.listener)
            return;
        hall.queue = row.facts.value(FactId::AcceptQueue);
        hall.limit = row.facts.value(FactId::AcceptQueueLimit);
    } else if (state == TcpState::SynSent) {
        if (kernel::listensFor(sample.listener, row.peer))
            hall.knocking.append(guestOf(row, row.local, sample.time));
    } else if (isOurs && state == TcpState::SynReceived) {
        hall.handshakes.append(guestOf(row, row.peer, sample.time));
    } else if (isOurs && row.isUnaccepted()) {
        hall.waiting.append(guestOf(row, row.peer, sample.time));
    } else if (isOurs && isHeld(row)) {
        hall.served.append(guestOf(row, row.peer, sample.time));
    }
}

} // namespace

Hall hallOf(const bench::HallSample &sample, const Hall &before)
{
    Hall hall;
    for (const SocketRow &row : sample.rows)
        take(hall, row, sample);
    // A client that waits for the answer to its SYN is seen from both ends once that is on its way.
    std::set<SocketAddress> answered;
    for (const HallGuest &guest : std::as_const(hall.handshakes))
        answered.insert(guest.address);
    hall.knocking.removeIf([&](const HallGuest &guest) { return answered.contains(guest.address); });
    settle(hall.knocking, before.knocking);
    settle(hall.handshakes, before.handshakes);
    settle(hall.waiting, before.waiting);
    settle(hall.served, before.served);
    hall.overflows = sample.counters.listenOverflows;
    hall.drops = sample.counters.listenDrops;
    hall.complete = sample.complete;
    return hall;
}

} // namespace swb::lens

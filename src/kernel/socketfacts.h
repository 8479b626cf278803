#pragma once

#include "kernel/facts.h"

#include <QByteArray>

#include <optional>

namespace swb::kernel {

/// The two system calls that tell about a socket: the door that a test, or a system without one of them, can
/// close. Both give nothing when the system has no answer.
class SocketCalls
{
public:
    virtual ~SocketCalls() = default;
    virtual std::optional<QByteArray> option(int descriptor, int level, int name, int size) const;
    virtual std::optional<int> control(int descriptor, unsigned long request) const;
};

/// Everything that the kernel tells about a TCP socket of this process, without the options: state, times,
/// windows, counts, queues, memory; of a listener its accept queue. Any descriptor is safe: what does not
/// fit is not available. Some 10 µs; any thread.
Facts readTcp(int descriptor, const SocketCalls &calls = SocketCalls());
/// The same of a UDP socket: the next datagram, memory, drops.
Facts readUdp(int descriptor, const SocketCalls &calls = SocketCalls());
/// The options as getsockopt(2) reads them back.
Facts readOptions(int descriptor, const SocketCalls &calls = SocketCalls());

/// SO_MEMINFO, or INET_DIAG_SKMEMINFO of the socket table: nine numbers of 32 bits, fewer on older kernels.
Facts parseMemory(QByteArrayView numbers);

} // namespace swb::kernel

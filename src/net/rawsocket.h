#pragma once

#include "base/uniquedescriptor.h"
#include "net/socketcall.h"

#include <QObject>

#include <memory>
#include <optional>

class QSocketNotifier;

namespace swb::net {

/// A plain descriptor driven by hand: each call is one system call and means what it means to a program in
/// Python or C with a blocking socket, except that it never holds up its thread: a call that would sleep says
/// for what, and finished() follows. Inside, the descriptor is non-blocking. Any one thread with an event
/// loop.
class RawSocket : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostReceived = 1 << 20; ///< what one recv may ask for

    explicit RawSocket(QObject *parent = nullptr);
    ~RawSocket() override; ///< closes the descriptor, as the end of its program would

    /// Does it now. While another call waits, the socket is busy as its thread would be: EALREADY, and
    /// nothing is done. A recv asks for 1 to MostReceived bytes: EINVAL otherwise.
    CallOutcome call(const SocketCall &call);
    /// What a signal does to a call that sleeps. A connect that is given up goes on in the kernel; bytes that
    /// a send has handed over stay sent. Nothing waits: an outcome that is not given up.
    CallOutcome giveUp();

    bool isWaiting() const { return m_waiting.has_value(); }
    bool isOpen() const { return bool(m_descriptor); }
    int descriptor() const { return m_descriptor.get(); } ///< -1: none, or closed
    SocketAddress localEnd() const; ///< getsockname(2); null while there is none
    SocketAddress peerEnd() const; ///< getpeername(2)
    std::unique_ptr<RawSocket> takeAccepted(); ///< the socket that the last accept gave; once

Q_SIGNALS:
    /// A call that waited has returned. Not after giveUp().
    void finished(const swb::net::CallOutcome &outcome);

private:
    explicit RawSocket(UniqueDescriptor descriptor, Transport transport);

    CallOutcome attempt(const SocketCall &call);
    CallOutcome openSocket(const SocketCall &call);
    CallOutcome setOption(const SocketCall &call);
    CallOutcome bindTo(const SocketCall &call);
    CallOutcome acceptNext();
    CallOutcome connectTo(const SocketCall &call);
    CallOutcome sendAll(const SocketCall &call);
    CallOutcome sendDatagram(const SocketCall &call);
    CallOutcome receive(const SocketCall &call);
    CallOutcome closeNow();
    bool hasPendingError() const;
    void wait(WaitsFor what);
    void stopWaiting();
    void goOn();

    UniqueDescriptor m_descriptor;
    Transport m_transport = Transport::Tcp;
    std::optional<SocketCall> m_waiting;
    qint64 m_sent = 0; // of the send that waits
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::unique_ptr<RawSocket> m_accepted;
};

} // namespace swb::net

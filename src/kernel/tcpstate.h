#pragma once

#include <QLatin1StringView>

#include <optional>

namespace swb::kernel {

/// The eleven states of RFC 9293, section 3.3.2. The numbers are those of FactId::State: append only.
enum class TcpState : quint8
{
    Closed = 1,
    Listen = 2,
    SynSent = 3,
    SynReceived = 4,
    Established = 5,
    FinWait1 = 6,
    FinWait2 = 7,
    CloseWait = 8,
    Closing = 9,
    LastAck = 10,
    TimeWait = 11,
};

/// What the kernel waits for on a connection. The numbers are those of FactId::TimerKind.
enum class TimerKind : quint8
{
    None = 0,
    Retransmit = 1,
    KeepAlive = 2, ///< keepalive, or the end of FIN_WAIT_2
    TimeWait = 3,
    ZeroWindowProbe = 4,
};

/// Linux's own number of a state (include/net/tcp_states.h). TCP_NEW_SYN_RECV is SynReceived, too.
std::optional<TcpState> stateFromLinux(int number);
/// "ESTABLISHED", "FIN-WAIT-1", …: as RFC 9293 writes it.
QLatin1StringView stateName(TcpState state);
/// The peer's FIN has come, so its one number is counted among the bytes received.
constexpr bool hasPeerFinished(TcpState state)
{
    return state == TcpState::CloseWait || state == TcpState::Closing || state == TcpState::LastAck
        || state == TcpState::TimeWait;
}
/// Our FIN stands in the queue or is on its way, and is not acknowledged.
constexpr bool isFinUnderWay(TcpState state)
{
    return state == TcpState::FinWait1 || state == TcpState::Closing || state == TcpState::LastAck;
}

} // namespace swb::kernel

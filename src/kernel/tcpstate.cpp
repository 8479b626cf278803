#include "kernel/tcpstate.h"

namespace swb::kernel {

using namespace Qt::StringLiterals;

std::optional<TcpState> stateFromLinux(int number)
{
    switch (number) {
    case 1:
        return TcpState::Established;
    case 2:
        return TcpState::SynSent;
    case 3:
    case 12: // a request that has no socket of its own yet
        return TcpState::SynReceived;
    case 4:
        return TcpState::FinWait1;
    case 5:
        return TcpState::FinWait2;
    case 6:
        return TcpState::TimeWait;
    case 7:
        return TcpState::Closed;
    case 8:
        return TcpState::CloseWait;
    case 9:
        return TcpState::LastAck;
    case 10:
        return TcpState::Listen;
    case 11:
        return TcpState::Closing;
    default:
        return std::nullopt;
    }
}

QLatin1StringView stateName(TcpState state)
{
    switch (state) {
    case TcpState::Closed:
        return "CLOSED"_L1;
    case TcpState::Listen:
        return "LISTEN"_L1;
    case TcpState::SynSent:
        return "SYN-SENT"_L1;
    case TcpState::SynReceived:
        return "SYN-RECEIVED"_L1;
    case TcpState::Established:
        return "ESTABLISHED"_L1;
    case TcpState::FinWait1:
        return "FIN-WAIT-1"_L1;
    case TcpState::FinWait2:
        return "FIN-WAIT-2"_L1;
    case TcpState::CloseWait:
        return "CLOSE-WAIT"_L1;
    case TcpState::Closing:
        return "CLOSING"_L1;
    case TcpState::LastAck:
        return "LAST-ACK"_L1;
    case TcpState::TimeWait:
        return "TIME-WAIT"_L1;
    }
    return {};
}

} // namespace swb::kernel

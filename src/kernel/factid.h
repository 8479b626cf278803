#pragma once

#include <QLatin1StringView>
#include <QList>

namespace swb::kernel {

/// Where a number comes from. Shown beside it.
enum class Source : quint8
{
    Kernel = 1, ///< asked of the running kernel
    Wire = 2, ///< read from a packet's header
    Application = 3, ///< counted by this program
    Recorded = 4, ///< read from a recording; it was the kernel's or ours when it was made
    Derived = 5, ///< calculated from other facts of the same moment
};

/// What a value counts. Times are microseconds whatever unit the kernel gave.
enum class Unit : quint8
{
    Number, ///< a plain number or one of an enumeration
    Flag, ///< 0 or 1
    Bytes,
    BytesPerSecond,
    Segments,
    Connections,
    Datagrams,
    Microseconds,
};

/// One thing the kernel tells about a socket. The numbers are part of the recording format: append only.
/// "Times" count back from the moment of the sample. Facts about queues and byte counts are of the payload:
/// SYN and FIN, which take one number each, are left out, unless it says otherwise.
enum class FactId : quint8
{
    // where the connection stands
    State = 1, ///< a TcpState; a TIME_WAIT is seen only in the table of all sockets, not from a descriptor
    CongestionState = 2, ///< 0 open, 1 disorder, 2 CWR, 3 recovery, 4 loss (Linux tcp_ca_state)
    TimerKind = 3, ///< a TimerKind
    TimerRemaining = 4,
    TimerTries = 5, ///< retransmissions, probes or keepalives the timer has led to without an answer

    // times
    Rtt = 8, ///< smoothed round-trip time
    RttVariation = 9,
    MinRtt = 10, ///< not available until one was measured
    ReceiveRtt = 11, ///< estimated by the receiver; not available before it had a chance
    Rto = 12, ///< retransmission timeout
    Ato = 13, ///< delayed-acknowledgement timeout
    LastDataSent = 14, ///< ago
    LastDataReceived = 15, ///< ago
    LastAckReceived = 16, ///< ago
    BusyTime = 17, ///< with something to send
    ReceiveWindowLimitedTime = 18, ///< of that, waited for the peer's window
    SendBufferLimitedTime = 19, ///< of that, waited for room in the send buffer

    // windows and sizes
    CongestionWindow = 24, ///< segments
    SlowStartThreshold = 25, ///< segments; not available while there is none yet ("infinite")
    PeerWindow = 26, ///< bytes the peer allows: its last advertised receive window, scaled
    OurWindow = 27, ///< bytes we allow
    ReceiveSpace = 28, ///< what the receiver tunes its buffer for
    ReceiveSlowStartThreshold = 29, ///< bytes: bound of the window we advertise
    SendMss = 30,
    ReceiveMss = 31, ///< estimated from what came
    AdvertisedMss = 32,
    PathMtu = 33,

    // bytes
    UnreadBytes = 40, ///< received and not yet read by the program (SIOCINQ)
    OutQueueBytes = 41, ///< unsent and unacknowledged together (SIOCOUTQ)
    UnsentBytes = 42, ///< taken from the program and not yet sent (SIOCOUTQNSD)
    UnackedBytes = 43, ///< sent and not yet acknowledged: OutQueueBytes less UnsentBytes
    BytesSent = 44, ///< retransmissions counted again
    BytesRetransmitted = 45,
    BytesAcked =
        46, ///< payload the peer's kernel has confirmed, exactly; not available when it cannot be told
    BytesReceived = 47, ///< payload that came in order, read or not; not available once the state is CLOSE
    AckedSequence =
        48, ///< bytes_acked as `ss` prints it: one more for our SYN if we dialled, one for our FIN
    ReceivedSequence = 49, ///< bytes_received as `ss` prints it: one more once the peer's FIN has come

    // segments
    SegmentsOut = 56,
    SegmentsIn = 57,
    DataSegmentsOut = 58,
    DataSegmentsIn = 59,
    UnackedSegments = 60,
    SackedSegments = 61,
    LostSegments = 62, ///< believed lost, now
    RetransmittedNow = 63, ///< retransmitted and not yet acknowledged
    RetransmittedTotal = 64,
    RetransmitTries = 65, ///< timeouts in a row without an answer
    Probes = 66, ///< zero-window or keepalive probes in a row without an answer
    Backoff = 67, ///< the timeout was doubled so often
    OutOfOrderSegments = 68, ///< received
    DsackDuplicates = 69, ///< the peer said that it got something twice
    Reordering = 70, ///< how far segments may overtake each other before one counts as lost
    ReorderingSeen = 71,
    DeliveredSegments = 72,
    DeliveredMarked = 73, ///< of these with an ECN mark
    TimeoutsTotal = 74,
    TimeoutRecoveries = 75,
    TimeoutTime = 76, ///< microseconds spent recovering from timeouts

    // rates
    PacingRate = 80, ///< not available while it is not limited
    MaxPacingRate = 81, ///< the same
    DeliveryRate = 82,
    DeliveryRateAppLimited = 83, ///< the program had too little to send for more

    // agreed in the handshake
    TimestampsAgreed = 88,
    SackAgreed = 89,
    WindowScalingAgreed = 90,
    SendWindowScale = 91, ///< shift of the windows the peer advertises
    ReceiveWindowScale = 92, ///< shift of those we advertise
    EcnAgreed = 93,
    EcnSeen = 94,
    FastOpenData = 95, ///< the SYN carried data and it was acknowledged

    // buffers and memory, as getsockopt(2) tells them: Linux doubles what was asked for
    SendBufferSize = 104,
    ReceiveBufferSize = 105,
    ReceiveMemory = 106, ///< SO_MEMINFO: in use, overhead included
    SendMemory = 107, ///< in use, overhead included
    ForwardMemory = 108, ///< reserved and free
    QueuedMemory = 109, ///< in the send queue
    OptionMemory = 110,
    BacklogMemory = 111, ///< arrived while the socket was in use
    Drops = 112, ///< datagrams, or segments, dropped for want of room

    // a listener
    AcceptQueue = 116, ///< connections complete and not yet accepted
    AcceptQueueLimit = 117, ///< backlog as the kernel took it; one more fits

    // options read back
    OptionNoDelay = 120,
    OptionKeepAlive = 121,
    OptionReuseAddress = 122,
    OptionReusePort = 123,
    OptionLinger = 124, ///< SO_LINGER: microseconds; -1 when it is off
    OptionUserTimeout = 125, ///< TCP_USER_TIMEOUT; 0: the system's
    OptionKeepAliveIdle = 126,
    OptionKeepAliveInterval = 127,
    OptionKeepAliveCount = 128,
    OptionQuickAck = 129,
    OptionCork = 130,
    OptionOnlyV6 = 131,
    OptionNotSentLowWater = 132,

    // who and where
    Uid = 140,
    Inode = 141, ///< 0: no descriptor has it: in an accept queue, or over
    Process = 142, ///< process id of one that has it open
    InterfaceIndex = 143, ///< bound to; 0: any

    // counted by this program in the same moment
    QueuedBytes = 150, ///< in the program's own queue, not yet given to the kernel
    GivenBytes = 151, ///< taken by the kernel since the connection began
    ReadBytes = 152, ///< read from the kernel since the connection began

    // a UDP socket
    NextDatagramBytes = 160, ///< 0: none waits, or an empty one
};
constexpr int factIdLimit = 192; ///< every id is below

Unit unitOf(FactId id);
Source originOf(FactId id); ///< Kernel, Application or Derived: who says it while it lives
/// "rtt", "unacked-bytes", …: names for JSON, CSV and the command line. Empty for an id not known here.
QLatin1StringView factName(FactId id);
const QList<FactId> &allFacts(); ///< in the order of their numbers

} // namespace swb::kernel

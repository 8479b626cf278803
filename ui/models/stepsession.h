#pragma once

#include "kernel/facts.h"
#include "kernel/sockdiag.h"
#include "lens/performedcall.h"
#include "net/rawsocket.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace swb::ui {

/// One call made by hand, with what the kernel said about its socket before and after.
struct StepCall
{
    lens::PerformedCall performed;
    kernel::Facts before;
    kernel::Facts after; ///< while it waits: the latest
};

/// One socket that was made by hand. A value: what is true of it now.
struct StepSocket
{
    QString name; ///< as its program calls it: "server", "conn2"
    lens::CallSide side = lens::CallSide::Server;
    net::Transport transport = net::Transport::Tcp;
    IpAddress::Family family = IpAddress::Family::V4;
    bool isOpen = false; ///< false: closed, or there never was a descriptor
    std::optional<int> waiting; ///< the call that waits, by its place among all
    SocketAddress local;
    SocketAddress peer;
    kernel::Facts facts;
};

/// Two programs, a server and a client, that somebody plays by hand, call by call, with real sockets. A call
/// that waits holds up its own socket only, as if each had a thread of its own.
/// It lives on the window's thread: no call blocks, each takes microseconds, and the order of the clicks is
/// the order of the calls, with the facts before and after from the same moments.
class StepSession : public QObject
{
    Q_OBJECT

public:
    explicit StepSession(QObject *parent = nullptr);
    ~StepSession() override;

    /// socket(2). Which of sockets() it is.
    int open(lens::CallSide side, net::Transport transport, IpAddress::Family family);
    /// Any other call on that socket.
    void call(int socket, const net::SocketCall &call);
    void giveUp(int socket); ///< what waits there
    void startOver(); ///< closes and forgets everything
    void refreshFacts(); ///< asks the kernel about every socket anew

    const QList<StepCall> &calls() const { return m_calls; }
    const QList<StepSocket> &sockets() const { return m_sockets; }
    QString nextName(lens::CallSide side) const; ///< of the socket that open() would make
    QString nextAcceptedName() const; ///< of the one that an accept() would give
    QString program() const; ///< the same in Python

Q_SIGNALS:
    void callAppended(int index);
    void callChanged(int index); ///< it has returned, or was given up
    void socketAppended(int index);
    void socketsChanged(); ///< something that is true of one of them
    void startedOver();

private:
    QString nextNamed(const QString &word) const;
    int addSocket(lens::CallSide side, const QString &name, std::unique_ptr<net::RawSocket> socket);
    int make(int socket, const net::SocketCall &call);
    void conclude(int index, int socket, const net::CallOutcome &outcome);
    kernel::Facts factsOf(int socket);
    kernel::Facts factsWithoutDescriptor(const StepSocket &socket);

    QList<StepCall> m_calls;
    QList<StepSocket> m_sockets;
    std::vector<std::unique_ptr<net::RawSocket>> m_raw; ///< beside m_sockets
    std::optional<kernel::SockDiag> m_table; ///< for what lives on behind close()
    Clock m_clock;
    int m_moments = 0;
};

} // namespace swb::ui

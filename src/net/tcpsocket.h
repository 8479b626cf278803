#pragma once

#include "base/address.h"
#include "base/result.h"
#include "base/uniquedescriptor.h"

#include <QTcpSocket>

#include <memory>

class QSocketNotifier;

namespace swb::net {

/// A QTcpSocket with native reads and writes behind the same interface, the way QSslSocket does it. The plain
/// class shows a RST as a FIN, tears the socket down on a half-close, sends FIN on abort(), and reads ahead
/// without bound. Here nothing is buffered: each receive() is one recv(2), each transmit() one send(2), and
/// readyRead(), writable() and hungUp() are the kernel's own readiness, switched on and off by the owner.
class TcpSocket : public QTcpSocket
{
    Q_OBJECT

public:
    /// What one recv(2) or send(2) did.
    struct Transfer
    {
        enum class Outcome : quint8
        {
            Done,
            WouldBlock,
            EndOfStream,
            Failed
        };
        Outcome outcome = Outcome::WouldBlock;
        qint64 size = 0;
        int error = 0; ///< errno, when Failed
    };

    explicit TcpSocket(QObject *parent = nullptr);
    ~TcpSocket()
        override; ///< closes the descriptor: FIN, or RST when unread bytes stand in the kernel (RFC 2525)

    /// Starts connect(2) without blocking; connected() or connectFailed() follows. `local` null: the system
    /// chooses.
    Outcome dial(const SocketAddress &peer, const SocketAddress &local);
    /// Takes over a connected, non-blocking socket. `peer` is from accept(2): after a RST the socket no
    /// longer knows it.
    void adopt(UniqueDescriptor descriptor, const SocketAddress &peer);

    Transfer receive(char *buffer, qint64 size);
    Transfer transmit(const char *bytes, qint64 size); ///< MSG_NOSIGNAL
    Outcome finishSending(); ///< shutdown(2) SHUT_WR: FIN behind what the kernel holds; receive() goes on
    bool hasHungUp() const; ///< a RST or another error is pending
    int takeError(); ///< SO_ERROR: the pending errno, which this clears
    void resetConnection(); ///< SO_LINGER {1, 0} and close(2): RST at once

    void watchReadable(bool on); ///< readyRead() while something, or the end, can be read
    void watchWritable(bool on); ///< writable() while the kernel takes bytes
    void watchHangUp(
        bool on); ///< hungUp() on a RST or when both directions have ended, while nothing else watches

    bool isOpenNatively() const { return bool(m_descriptor); }
    const SocketAddress &localEnd() const { return m_local; }
    const SocketAddress &peerEnd() const { return m_peer; }
    /// The peer had accepted the connection and reset it before connected() was emitted. errno; 0: it had
    /// not.
    int earlyError() const { return m_earlyError; }

    bool setSocketDescriptor(
        qintptr descriptor, SocketState state = ConnectedState, OpenMode openMode = ReadWrite) override;
    qintptr socketDescriptor() const override { return m_descriptor.get(); }
    qint64 bytesAvailable() const override; ///< unread bytes in the kernel (SIOCINQ)
    qint64 bytesToWrite() const override { return 0; }
    void disconnectFromHost() override; ///< close(2)
    void close() override;
    void setSocketOption(SocketOption option, const QVariant &value) override;
    QVariant socketOption(SocketOption option) override;

Q_SIGNALS:
    void writable();
    void hungUp();
    void connectFailed(int error); ///< errno

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    enum class Watch : quint8
    {
        Readable,
        Writable,
        HangUp
    };
    void watch(std::unique_ptr<QSocketNotifier> &notifier, Watch what, bool on);
    void concludeDial();
    void becomeConnected();

    UniqueDescriptor m_descriptor;
    SocketAddress m_local;
    SocketAddress m_peer;
    int m_earlyError = 0;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
    std::unique_ptr<QSocketNotifier> m_hangUp;
};

} // namespace swb::net

#pragma once

#include "base/address.h"
#include "plainpeer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>
#include <vector>

/// Sockets whose facts are read, and the other mouths of the kernel to compare with.
namespace kernelsockets {

struct Pair
{
    PlainPeer listener;
    PlainPeer client;
    PlainPeer server;

    static Pair connected()
    {
        Pair pair;
        pair.listener = PlainPeer::listening();
        pair.client = PlainPeer::connectedTo(pair.listener.address());
        pair.server = pair.listener.accept();
        return pair;
    }
};

inline void makeNonBlocking(const PlainPeer &peer)
{
    fcntl(peer.get(), F_SETFL, fcntl(peer.get(), F_GETFL) | O_NONBLOCK);
}

/// Sends until the kernel takes no more; how much it took.
inline qint64 fill(const PlainPeer &peer)
{
    makeNonBlocking(peer);
    const QByteArray block(50'000, 'x');
    qint64 taken = 0;
    for (;;) {
        const ssize_t size = ::send(peer.get(), block.constData(), size_t(block.size()), MSG_NOSIGNAL);
        if (size < 0)
            return taken;
        taken += size;
    }
}

/// Starts to connect without waiting for it.
inline PlainPeer knock(const swb::SocketAddress &address)
{
    PlainPeer peer(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_storage storage;
    const socklen_t length = address.toSockaddr(storage);
    ::connect(peer.get(), reinterpret_cast<sockaddr *>(&storage), length);
    return peer;
}

inline QByteArray recorded(const QString &name)
{
    QFile file(QFINDTESTDATA(QStringLiteral("../data/kernel/") + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a program prints that was given `descriptor` as its standard input.
inline QByteArray output(const QString &program, const QStringList &arguments, int descriptor = -1)
{
    QProcess process;
    process.setInputChannelMode(QProcess::ForwardedInputChannel);
    if (descriptor >= 0)
        process.setChildProcessModifier([descriptor] { ::dup2(descriptor, 0); });
    process.start(program, arguments);
    process.waitForFinished();
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0
        ? process.readAllStandardOutput()
        : QByteArray();
}

/// This whole test program once more as a user without any privilege, which the same facts are promised to.
inline void runAsNobody()
{
    using namespace Qt::StringLiterals;
    if (::geteuid() != 0)
        QSKIP("this is an ordinary user already");
    // The checkout may be in a place that only its owner may enter.
    QTemporaryDir folder(u"/tmp/swb-test-XXXXXX"_s);
    const auto give = [&](const QString &from, const QString &name) {
        const QString path = folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        return QFile::copy(from, path) && QFile::setPermissions(path, QFile::Permissions(0x7755));
    };
    const QString program = QCoreApplication::applicationFilePath();
    QVERIFY(give(program, u"unit/"_s + QFileInfo(program).fileName()));
    const QString data = QFINDTESTDATA(QStringLiteral("../data/kernel"));
    for (const QString &name : QDir(data).entryList(QDir::Files))
        QVERIFY(give(data + u'/' + name, u"data/kernel/"_s + name));
    QFile::setPermissions(folder.path(), QFile::Permissions(0x7755));
    const QString copy = folder.filePath(u"unit/"_s + QFileInfo(program).fileName());
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(u"/"_s);
    process.start(u"setpriv"_s,
        {u"--reuid=65534"_s, u"--clear-groups"_s, u"--no-new-privs"_s, u"--bounding-set=-all"_s, copy});
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray said = process.readAll();
    QVERIFY2(process.exitCode() == 0 && said.contains("already"), said.constData());
}

} // namespace kernelsockets

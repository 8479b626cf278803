#include "cli/feed.h"

#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

namespace swb::cli {

namespace {

constexpr qint64 pieceSize = 256 * 1024;
constexpr qint64 sizeATurn = 1024 * 1024; // of the event loop

} // namespace

Feed::Feed(QList<Source> sources, TypedText typed, std::function<bool(const QByteArray &)> send)
    : m_sources(std::move(sources))
    , m_typed(std::move(typed))
    , m_send(std::move(send))
{
}

Feed::~Feed() = default;

void Feed::drained()
{
    if (const QByteArray again = std::exchange(m_refused, {}); !again.isEmpty())
        hand(again);
    next();
}

QString Feed::unfinished() const
{
    if (m_file)
        return m_file->fileName();
    int waiting = 0;
    const bool holds =
        m_stdin && (!m_refused.isEmpty() || (ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting > 0));
    return holds ? QStringLiteral("stdin") : QString();
}

void Feed::hand(const QByteArray &bytes)
{
    if (!bytes.isEmpty() && !m_send(bytes))
        m_refused = bytes;
}

void Feed::next()
{
    qint64 handed = 0;
    while (m_refused.isEmpty() && !m_ended && !m_stdin) {
        if (handed >= sizeATurn)
            return continueLater();
        if (m_file) {
            const QByteArray bytes = m_file->read(pieceSize);
            handed += bytes.size();
            if (bytes.isEmpty())
                m_file.reset();
            hand(bytes);
        } else if (m_sources.isEmpty()) {
            m_ended = true;
            emit ended();
        } else {
            open(m_sources.takeFirst());
        }
    }
    if (m_stdin)
        m_stdin->setEnabled(m_refused.isEmpty());
}

void Feed::continueLater()
{
    if (std::exchange(m_continues, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_continues = false;
            next();
        },
        Qt::QueuedConnection);
}

void Feed::open(const Source &source)
{
    if (source.file.isEmpty())
        return hand(source.bytes);
    if (source.file == QLatin1Char('-')) {
        m_stdin = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
        connect(m_stdin.get(), &QSocketNotifier::activated, this, &Feed::readStdin);
        return;
    }
    m_file = std::make_unique<QFile>(source.file);
    if (!m_file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const int error = errno;
        m_file.reset();
        m_ended = true;
        emit failed(source.file, error);
    }
}

void Feed::readStdin()
{
    QByteArray bytes(pieceSize, Qt::Uninitialized);
    const ssize_t size = ::read(STDIN_FILENO, bytes.data(), size_t(bytes.size()));
    if (size < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    bytes.resize(std::max<ssize_t>(size, 0));
    const codec::Composed typed = size > 0 ? m_typed.feed(bytes) : m_typed.finish();
    hand(typed.bytes);
    if (typed.fault)
        emit untypeable(*typed.fault);
    if (size <= 0) {
        m_stdin->setEnabled(false);
        m_stdin.release()->deleteLater(); // this is its activation
    }
    next();
}

} // namespace swb::cli

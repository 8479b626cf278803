#include "cli/feed.h"

#include <QSocketNotifier>

#include <cerrno>
#include <unistd.h>
#include <utility>

namespace swb::cli {

namespace {

constexpr qint64 pieceSize = 256 * 1024;

} // namespace

Feed::Feed(QList<Source> sources, codec::LineEnding stdinEnding, std::function<void(const QByteArray &)> send)
    : m_sources(std::move(sources))
    , m_stdinEnding(stdinEnding)
    , m_send(std::move(send))
{
}

Feed::~Feed() = default;

void Feed::drained()
{
    m_busy = false;
    next();
}

void Feed::next()
{
    while (!m_busy && !m_ended && !m_stdin) {
        if (m_file) {
            const QByteArray bytes = m_file->read(pieceSize);
            if (bytes.isEmpty()) {
                m_file.reset();
                continue;
            }
            m_busy = true;
            m_send(bytes);
            continue;
        }
        if (m_sources.isEmpty()) {
            m_ended = true;
            emit ended();
            return;
        }
        const Source source = m_sources.takeFirst();
        if (source.file == QLatin1Char('-')) {
            m_stdin = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
            connect(m_stdin.get(), &QSocketNotifier::activated, this, &Feed::readStdin);
        } else if (!source.file.isEmpty()) {
            m_file = std::make_unique<QFile>(source.file);
            if (!m_file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
                emit failed(source.file, errno);
                return;
            }
        } else if (!source.bytes.isEmpty()) {
            m_busy = true;
            m_send(source.bytes);
        }
    }
    if (m_stdin)
        m_stdin->setEnabled(!m_busy);
}

void Feed::readStdin()
{
    QByteArray bytes(pieceSize, Qt::Uninitialized);
    const ssize_t size = ::read(STDIN_FILENO, bytes.data(), size_t(bytes.size()));
    if (size < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (size <= 0) {
        m_stdin->setEnabled(false);
        m_stdin.release()->deleteLater(); // this is its activation
        next();
        return;
    }
    bytes.resize(size);
    m_busy = true;
    m_stdin->setEnabled(false);
    m_send(withEnding(std::move(bytes)));
}

/// Line ends as the protocol wants them: a lone LF becomes CR LF, one that has its CR already stays.
QByteArray Feed::withEnding(QByteArray bytes)
{
    if (m_stdinEnding != codec::LineEnding::CrLf)
        return bytes;
    QByteArray result;
    result.reserve(bytes.size());
    for (const char byte : std::as_const(bytes)) {
        if (byte == '\n' && m_lastByte != '\r')
            result += '\r';
        result += byte;
        m_lastByte = byte;
    }
    return result;
}

} // namespace swb::cli

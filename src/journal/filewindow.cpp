#include "journal/filewindow.h"

#include "journal/file.h"

#include <sys/stat.h>

namespace swb::journal {

namespace {

constexpr qsizetype mostReadAhead = 256 * 1024;

} // namespace

FileWindow::FileWindow(int fd)
    : m_fd(fd)
{
    struct stat status
    {
    };
    if (::fstat(fd, &status) == 0)
        m_size = quint64(std::max<off_t>(status.st_size, 0));
}

QByteArrayView FileWindow::bytesAt(quint64 offset, qsizetype size)
{
    const bool inWindow =
        offset >= m_windowAt && offset + quint64(size) <= m_windowAt + quint64(m_window.size());
    if (!inWindow) {
        const quint64 left = m_size - std::min(offset, m_size);
        m_window.resize(qsizetype(std::min<quint64>(left, quint64(std::max(size, m_readAhead)))));
        m_window.resize(readAt(m_fd, offset, m_window.data(), m_window.size()));
        m_windowAt = offset;
        m_readAhead = std::min(m_readAhead * 4, mostReadAhead);
    }
    const QByteArrayView window(m_window);
    const auto from = qsizetype(offset - m_windowAt);
    return window.sliced(from, std::min(size, window.size() - from));
}

} // namespace swb::journal

#pragma once

#include "base/failure.h"

#include <QByteArray>
#include <QByteArrayView>

#include <span>
#include <utility>

namespace swb::journal {

/// Owns a file descriptor.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~Descriptor();

    int fd() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    int release() { return std::exchange(m_fd, -1); }

private:
    int m_fd = -1;
};

/// open(2) with O_CLOEXEC, begun again after EINTR. Closed: see errno.
Descriptor openFile(const QString &path, int flags, unsigned mode = 0);

/// What an errno of open(2), write(2) and their like means for a recording; `path` becomes the subject.
Failure fileFailure(int systemError, const QString &path);

/// Reads up to `size` bytes at `offset` into `target`; short only at the end of the file or after an error.
qsizetype readAt(int fd, quint64 offset, char *target, qsizetype size);
/// The same into an array. `size` has been bounded by the caller.
QByteArray readAt(int fd, quint64 offset, qsizetype size);

/// Writes all the pieces one after another from `offset` on, in spite of short writes and EINTR. Returns 0 or
/// the errno that stopped it; some bytes may be in the file then.
int writeAt(int fd, quint64 offset, std::span<const QByteArrayView> pieces);

/// Makes a folder and its parents, mode 0700. Returns 0 or the errno.
int makePath(const QString &folder);

} // namespace swb::journal

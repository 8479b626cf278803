#include "cli/output.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace swb::cli {

namespace {

/// What a pipe that poll(2) calls writable takes without blocking (pipe(7)).
constexpr qsizetype sureSize = PIPE_BUF;

bool waitUntilWritable(int descriptor, int interrupt)
{
    pollfd either[]{{descriptor, POLLOUT, 0}, {interrupt, POLLIN, 0}};
    while (::poll(either, 2, -1) < 0 && errno == EINTR) { }
    return either[0].revents != 0;
}

} // namespace

int writeAll(int descriptor, QByteArrayView bytes, int interrupt)
{
    struct stat info
    {
    };
    const bool neverBlocks = ::fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode);
    while (!bytes.isEmpty()) {
        if (!neverBlocks && !waitUntilWritable(descriptor, interrupt))
            return EINTR;
        const qsizetype size = neverBlocks ? bytes.size() : std::min(bytes.size(), sureSize);
        const ssize_t written = ::write(descriptor, bytes.data(), size_t(size));
        if (written > 0)
            bytes = bytes.sliced(written);
        else if (written < 0 && errno != EINTR && errno != EAGAIN)
            return errno;
    }
    return 0;
}

void complain(const QString &message)
{
    writeAll(STDERR_FILENO, (QLatin1StringView("swb: ") + message + QLatin1Char('\n')).toUtf8());
}

} // namespace swb::cli

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
constexpr int patience = 1000; // milliseconds without progress, once the program is to end

int interrupt = -1; // standard output belongs to the process, and so does what may interrupt it

bool waitUntilWritable(int descriptor)
{
    pollfd either[]{{descriptor, POLLOUT, 0}, {interrupt, POLLIN, 0}};
    while (::poll(either, 2, -1) < 0 && errno == EINTR) { }
    return either[0].revents != 0 || ::poll(either, 1, patience) > 0;
}

} // namespace

void interruptWritesBy(int descriptor)
{
    interrupt = descriptor;
}

bool interrupted()
{
    pollfd either{interrupt, POLLIN, 0};
    return ::poll(&either, 1, 0) > 0;
}

int writeAll(int descriptor, QByteArrayView bytes)
{
    struct stat info = {};
    const bool neverBlocks = ::fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode);
    while (!bytes.isEmpty()) {
        if (!neverBlocks && !waitUntilWritable(descriptor))
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

#include "cli/output.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <mutex>
#include <utility>

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace swb::cli {

namespace {

/// What a pipe that poll(2) calls writable takes without blocking (pipe(7)).
constexpr qsizetype sureSize = PIPE_BUF;
constexpr int patience = 1000; // milliseconds without progress, once the program is to end

std::mutex statusMutex; // the terminal is one, too
bool statusShown = false;
int interrupt = -1; // standard output belongs to the process, and so does what may interrupt it

/// Back to the line's beginning, and nothing right of it (ECMA-48: CR, EL).
constexpr QByteArrayView eraseLine = "\r\x1b[K";

void writeMessage(const QString &message)
{
    writeAll(STDERR_FILENO, (QLatin1StringView("swb: ") + message).toUtf8());
}

void eraseStatus()
{
    if (std::exchange(statusShown, false))
        writeAll(STDERR_FILENO, eraseLine);
}

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

bool isStdoutTerminal()
{
    return ::isatty(STDOUT_FILENO) == 1;
}

void complain(const QString &message)
{
    const std::lock_guard lock(statusMutex);
    eraseStatus();
    writeMessage(message + QLatin1Char('\n'));
}

void showStatus(const QString &status)
{
    const std::lock_guard lock(statusMutex);
    eraseStatus();
    if (status.isEmpty())
        return;
    statusShown = true;
    writeMessage(status);
}

} // namespace swb::cli

#include "cli/output.h"

#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace swb::cli {

bool writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), size_t(bytes.size()));
        if (written > 0) {
            bytes = bytes.sliced(written);
        } else if (written < 0 && errno == EAGAIN) { // whoever gave us the pipe made it non-blocking
            pollfd ready{descriptor, POLLOUT, 0};
            ::poll(&ready, 1, -1);
        } else if (written < 0 && errno != EINTR) {
            return false;
        }
    }
    return true;
}

void complain(const QString &message)
{
    writeAll(STDERR_FILENO, (QLatin1StringView("swb: ") + message + QLatin1Char('\n')).toUtf8());
}

} // namespace swb::cli

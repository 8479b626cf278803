#include "cli/progressline.h"

#include "cli/output.h"

#include <unistd.h>

namespace swb::cli {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 500ms; // what is over sooner needs no line
constexpr auto interval = 100ms;

bool isTerminal()
{
    return ::isatty(STDERR_FILENO) == 1 && qgetenv("TERM") != "dumb";
}

} // namespace

ProgressLine::ProgressLine(QString sentence, bool unseen)
    : m_sentence(std::move(sentence))
    , m_isSeen(!unseen && isTerminal())
    , m_watcher([this](const std::stop_token &stop) { watch(stop); })
{
}

ProgressLine::~ProgressLine()
{
    m_watcher.request_stop();
    m_watcher.join();
    if (m_isSeen)
        showStatus({});
}

void ProgressLine::watch(const std::stop_token &stop)
{
    const auto begun = std::chrono::steady_clock::now();
    std::unique_lock lock(m_mutex);
    do {
        if (interrupted())
            progress.cancelled = true;
        if (m_isSeen && std::chrono::steady_clock::now() - begun >= patience)
            show();
        m_end.wait_for(lock, stop, interval, [] { return false; });
    } while (!stop.stop_requested());
}

void ProgressLine::show() const
{
    const quint64 total = progress.bytesTotal.load(std::memory_order_relaxed);
    const quint64 done = std::min(progress.bytesDone.load(std::memory_order_relaxed), total);
    if (total > 0)
        showStatus(m_sentence.arg(quint64(double(done) / double(total) * 100)));
}

} // namespace swb::cli

#include "app/terminationsignals.h"

#include <array>
#include <csignal>
#include <unistd.h>

namespace swb::ui {

namespace {

// A signal handler can reach nothing but globals; write(2) is async-signal-safe (signal-safety(7)).
std::array<int, 2> pipeEnds{-1, -1};

void wake(int)
{
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(pipeEnds[1], &byte, 1);
}

} // namespace

TerminationSignals::TerminationSignals(std::function<void()> onSignal)
    : m_onSignal(std::move(onSignal))
{
    if (::pipe(pipeEnds.data()) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] {
        char byte = 0;
        if (::read(pipeEnds[0], &byte, 1) == 1)
            m_onSignal();
    });
    std::signal(SIGINT, wake);
    std::signal(SIGTERM, wake);
}

TerminationSignals::~TerminationSignals()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    m_notifier.reset();
    for (int &end : pipeEnds) {
        ::close(end);
        end = -1;
    }
}

} // namespace swb::ui

#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace swb::ui {

/// SIGINT and SIGTERM as an ordinary event: the program then ends as if its window had been closed, with
/// everything recorded. One at a time in a program.
class TerminationSignals
{
public:
    explicit TerminationSignals(std::function<void()> onSignal);
    ~TerminationSignals();
    Q_DISABLE_COPY_MOVE(TerminationSignals)

private:
    std::function<void()> m_onSignal;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace swb::ui

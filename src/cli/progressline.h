#pragma once

#include "journal/openprogress.h"

#include <QString>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace swb::cli {

/// How far something that may take long has come, as a line on stderr that changes in place: only on a
/// terminal, not at once, and gone at the end. Even unseen it cancels when a signal asks for the end.
class ProgressLine
{
public:
    /// `sentence` has %1 where the percentage goes.
    ProgressLine(QString sentence, bool unseen);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    journal::OpenProgress progress; ///< any thread

private:
    void watch(const std::stop_token &stop);
    void show() const;

    QString m_sentence;
    bool m_isSeen;
    std::mutex m_mutex;
    std::condition_variable_any m_end;
    std::jthread m_watcher; ///< the last member: it uses the others
};

} // namespace swb::cli

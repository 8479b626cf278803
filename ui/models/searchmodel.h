#pragma once

#include "lens/query.h"
#include "models/matchlist.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <limits>
#include <memory>
#include <optional>

namespace swb::ui {

class LogModel;

/// Looks for what somebody typed in the bytes of the log that is shown, on a thread of its own, and goes on
/// as the log grows. Its matches are those whose first row the log shows. Used on the window's thread; the
/// log is asked once a frame.
class SearchModel : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8
    {
        Idle, ///< nothing is looked for, or what was typed has a fault
        Searching,
        Done, ///< everything recorded has been looked through; goes on when there is more
        Stopped, ///< by the user, with what was found by then
        Failed, ///< see failure()
    };

    /// Holds at most so many matches at once, and searches on for others as one steps on.
    explicit SearchModel(QObject *parent = nullptr, quint64 mostHeld = journal::Search::MostMatches);
    ~SearchModel() override; ///< the worker ends by itself

    void setLog(LogModel *log); ///< not owned; null: none
    void setQuery(const lens::Query &query); ///< begins anew, also with the same one
    const lens::Query &query() const { return m_query; }
    void stop();

    State state() const { return m_state; }
    const std::optional<lens::QueryFault> &fault() const { return m_fault; }
    const QString &failure() const { return m_failure; } ///< a sentence: where an expression gave up, and why
    qsizetype count() const;
    bool hasMore() const { return m_hasMore; } ///< and more behind them: next() goes on there
    double progress() const; ///< 0 to 1
    bool isSlow() const; ///< searching for so long that one wants to know how far it is

    /// The match that is looked at: number among the shown ones from 1; 0: it is none of those that are held.
    const std::optional<journal::Match> &current() const { return m_current; }
    qsizetype currentNumber() const;
    /// Where next() and previous() begin: this row was chosen by hand.
    void setPosition(EventSeq seq);
    /// To the match behind (before) the current one or the position, around the end if need be; as soon as it
    /// is known.
    void next() { step(Step::Next); }
    void previous() { step(Step::Previous); }

    /// What is searched; null: nothing.
    std::shared_ptr<const journal::Recording> recording() const;
    /// For highlighting: shown matches with bytes in this part of a stream, and whether one is the current
    /// one.
    std::vector<MatchList::Span> matchesIn(
        ConnectionId connection, EventKind direction, quint64 from, quint64 to) const;
    bool isCurrent(ConnectionId connection, EventKind direction, const MatchList::Span &span) const;
    /// For a stream's scroll bar: whether a shown match begins in this part of it.
    bool hasMatchIn(ConnectionId connection, EventKind direction, quint64 from, quint64 to) const;
    /// For the log's: whether one begins in this part of the rows, 0 to 1.
    bool hasMatchIn(double from, double to) const;

Q_SIGNALS:
    void changed(); ///< state, count, progress or matches
    void currentChanged(const swb::journal::Match &match);
    void wrapped(bool forwards); ///< the search for the next match went around an end

private:
    enum class Step : quint8
    {
        None,
        Next, ///< behind the current match or the position
        Previous,
        First, ///< of the window that is wanted
        Last
    };
    /// Only so many matches are held at once; what is known of those before them.
    struct Window
    {
        int number = 0;
        int wanted = 0; ///< the search is on its way to this one
        qsizetype before = 0; ///< shown matches in the windows before
        int lastShown = 0; ///< of these: the last that has some
        std::vector<EventSeq> passed; ///< of these: the events where matches begin, in order
        EventSeq end; ///< behind the last of them
    };
    static constexpr int LastWindow = std::numeric_limits<int>::max();
    struct Job;
    void restart();
    void rowsReset();
    std::optional<journal::Patterns> patterns();
    journal::Pattern patternFor(const codec::Encoding &encoding);
    bool takeNewEncodings();
    void logChanged();
    void advance();
    void takeResults();
    void finish(journal::Search::Status status);
    void setState(State state);
    void step(Step step);
    bool tryStep();
    bool isForwards() const { return m_wanted == Step::Next || m_wanted == Step::First; }
    qsizetype wantedIndex() const;
    void choose(qsizetype index);
    bool stepBeyond();
    bool goAround();
    void goTo(int window, Step step);
    void openNextWindow();
    bool hasPassedIn(int first, int last) const;
    qsizetype heldCount() const;
    qsizetype currentIndex() const;
    bool isFiltered() const;
    void forgetShownFrom(qsizetype match) const;
    void rowsChangedFrom(int row);
    const std::vector<qsizetype> &shown() const;
    const journal::Match &shownAt(qsizetype index) const;
    qsizetype shownFrom(EventSeq seq, quint64 streamOffset) const;

    QPointer<LogModel> m_log;
    lens::Query m_query;
    State m_state = State::Idle;
    std::optional<lens::QueryFault> m_fault;
    QString m_failure;
    bool m_hasMore = false;
    MatchList m_matches; ///< of the window
    Window m_window;
    mutable std::vector<qsizetype> m_shown; ///< of a filtered log: which of the first m_shownTo matches
    mutable qsizetype m_shownTo = 0;
    QHash<QString, journal::Pattern> m_patterns; ///< by encoding; empty: it cannot be written in it
    qsizetype m_encodingsTaken = 0;
    bool m_encodingsAreStale = false; ///< one may have changed
    std::pair<std::shared_ptr<const journal::Recording>, journal::RowFilter> m_searched;
    quint64 m_mostHeld;
    std::shared_ptr<journal::Search> m_search; ///< the worker's while there is a job
    std::shared_ptr<Job> m_job;
    bool m_again = false; ///< the log has grown meanwhile
    quint64 m_bytesDone = 0;
    quint64 m_bytesTotal = 0;
    QElapsedTimer m_since;
    QTimer m_poll;
    std::optional<journal::Match> m_current;
    int m_currentWindow = 0;
    EventSeq m_position;
    Step m_wanted = Step::None;
    bool m_goesAround = false; ///< has come to an end once, and goes on from the other
};

} // namespace swb::ui

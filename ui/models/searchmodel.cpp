#include "models/searchmodel.h"

#include "models/logmodel.h"

#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>

using namespace std::chrono_literals;

namespace swb::ui {

namespace {

using journal::Search;

constexpr auto pollInterval = 16ms;
constexpr qint64 bearable = 300; // milliseconds

/// The first row from `row` on that is at or behind this event, which is near as a rule; as many as there
/// are: none.
int nextRow(const LogModel &log, int row, EventSeq seq)
{
    const int rows = log.rowCount();
    int step = 1;
    int low = row; // what lies before it comes before the event
    int high = row;
    while (high < rows && log.seqAt(high) < seq) {
        low = high + 1;
        high = step < rows - low ? low + step : rows;
        step *= 2;
    }
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (log.seqAt(middle) < seq)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace

/// What the worker and the window share; either may outlive the other.
struct SearchModel::Job
{
    std::atomic_bool cancelled = false;
    std::mutex mutex;
    std::vector<journal::Match> settled; ///< not yet taken
    quint64 bytesDone = 0;
    quint64 bytesTotal = 0;
    std::optional<Search::Status> ended;
};

SearchModel::SearchModel(QObject *parent, quint64 mostHeld)
    : QObject(parent)
    , m_mostHeld(mostHeld)
{
    m_poll.setInterval(pollInterval);
    connect(&m_poll, &QTimer::timeout, this, &SearchModel::takeResults);
}

SearchModel::~SearchModel()
{
    if (m_job)
        m_job->cancelled = true;
}

void SearchModel::setLog(LogModel *log)
{
    if (m_log == log)
        return;
    if (m_log)
        m_log->disconnect(this);
    m_log = log;
    if (log) {
        connect(log, &QAbstractItemModel::modelReset, this, &SearchModel::rowsReset);
        const auto rowsChanged = [this](const QModelIndex &, int first) { rowsChangedFrom(first); };
        connect(log, &QAbstractItemModel::rowsInserted, this, rowsChanged);
        connect(log, &QAbstractItemModel::rowsRemoved, this, rowsChanged);
        connect(log, &QAbstractItemModel::dataChanged, this, [this] {
            m_encodingsAreStale = true;
            logChanged();
        });
    }
    restart();
}

void SearchModel::setQuery(const lens::Query &query)
{
    m_query = query;
    restart();
}

void SearchModel::stop()
{
    if (m_state != State::Searching)
        return;
    m_job->cancelled = true;
    m_job.reset();
    m_search.reset();
    m_poll.stop();
    m_wanted = Step::None;
    setState(State::Stopped);
}

void SearchModel::restart()
{
    if (m_job)
        m_job->cancelled = true;
    m_job.reset();
    m_search.reset();
    m_poll.stop();
    m_matches.clear();
    m_window = {};
    m_patterns.clear();
    forgetShownFrom(0);
    m_hasMore = false;
    m_again = false;
    m_failure.clear();
    m_fault.reset();
    m_current.reset();
    m_wanted = Step::None;
    m_goesAround = false;
    m_bytesDone = m_bytesTotal = 0;
    if (m_query.isEmpty() || !m_log || !m_log->recording())
        return setState(State::Idle);
    const std::optional<journal::Patterns> wanted = patterns();
    if (!wanted)
        return setState(State::Idle);
    m_searched = {m_log->recording(), m_log->filter()};
    m_search = std::make_shared<Search>(m_log->recording(), m_log->filter(), *wanted, m_mostHeld);
    m_since.start();
    m_state = State::Searching;
    advance();
    emit changed();
}

/// Each connection's, in its encoding; nothing when it can be written in none.
std::optional<journal::Patterns> SearchModel::patterns()
{
    journal::Patterns patterns;
    const ConnectionId only = m_log->filter().connection;
    patterns.usual = patternFor(m_log->encodingOf(only));
    bool isAny = !patterns.usual.isEmpty();
    const auto &encodings = m_log->encodings();
    for (auto entry = encodings.cbegin(); entry != encodings.cend() && !only.isValid(); ++entry) {
        const journal::Pattern pattern = patternFor(entry.value());
        patterns.own.insert(entry.key(), pattern);
        isAny = isAny || !pattern.isEmpty();
    }
    if (!isAny)
        return {};
    m_fault.reset(); // not in every encoding
    return patterns;
}

journal::Pattern SearchModel::patternFor(const codec::Encoding &encoding)
{
    const auto known = m_patterns.constFind(encoding.name());
    if (known != m_patterns.cend())
        return *known;
    const auto made = lens::patternOf(m_query, encoding);
    if (const auto *fault = std::get_if<lens::QueryFault>(&made))
        m_fault = *fault;
    const auto *pattern = std::get_if<journal::Pattern>(&made);
    return *m_patterns.insert(encoding.name(), pattern ? *pattern : journal::Pattern());
}

/// False: bytes have been searched for what is wrong now.
bool SearchModel::takeNewEncodings()
{
    const ConnectionId only = m_log->filter().connection;
    if (only.isValid())
        return m_search->setPattern(only, patternFor(m_log->encodingOf(only)));
    const auto &encodings = m_log->encodings();
    if (!std::exchange(m_encodingsAreStale, false) && encodings.size() == m_encodingsTaken)
        return true;
    m_encodingsTaken = encodings.size();
    for (auto entry = encodings.cbegin(); entry != encodings.cend(); ++entry) {
        if (!m_search->setPattern(entry.key(), patternFor(entry.value())))
            return false;
    }
    return true;
}

/// Under another filter the same matches are found, and other ones of them shown.
void SearchModel::rowsReset()
{
    const bool isSame = m_search && m_searched == std::pair(m_log->recording(), m_log->filter());
    if (!isSame || m_window.number > 0)
        return restart();
    forgetShownFrom(0);
    logChanged();
    emit changed();
}

void SearchModel::logChanged()
{
    if (m_state == State::Searching || m_state == State::Done)
        advance();
}

void SearchModel::advance()
{
    m_again = m_job != nullptr;
    if (m_job)
        return;
    if (!takeNewEncodings())
        return restart();
    if (m_hasMore) // no more are held at once
        return;
    m_job = std::make_shared<Job>();
    m_job->bytesDone = m_bytesDone;
    m_job->bytesTotal = m_bytesTotal;
    QThreadPool::globalInstance()->start([search = m_search, job = m_job] {
        const auto sink = [&job](Search::Batch &&batch) {
            const std::lock_guard lock(job->mutex);
            job->settled.insert(job->settled.end(), batch.matches.begin(), batch.matches.end());
            job->bytesDone = batch.bytesDone;
            job->bytesTotal = batch.bytesTotal;
        };
        const Search::Status status = search->advance(sink, job->cancelled);
        const std::lock_guard lock(job->mutex);
        job->ended = status;
    });
    m_poll.start();
}

void SearchModel::takeResults()
{
    const std::shared_ptr<Job> job = m_job;
    std::vector<journal::Match> settled;
    std::optional<Search::Status> ended;
    {
        const std::lock_guard lock(job->mutex);
        settled.swap(job->settled);
        m_bytesDone = job->bytesDone;
        m_bytesTotal = job->bytesTotal;
        ended = job->ended;
    }
    // The search is the worker's until it has ended; what may still change is told only then.
    forgetShownFrom(m_matches.add(settled));
    if (ended) {
        forgetShownFrom(m_matches.setTentative(m_search->unsettled()));
        finish(*ended);
    }
    tryStep();
    emit changed();
}

void SearchModel::finish(Search::Status status)
{
    m_job.reset();
    m_poll.stop();
    if (status == Search::Status::LimitHit) {
        m_failure = lens::limitSentence(*m_search->limitPlace());
        m_state = State::Failed;
        return;
    }
    m_hasMore = status == Search::Status::TooMany;
    m_state = State::Done;
    if (m_hasMore)
        return;
    if (std::exchange(m_again, false))
        advance();
}

void SearchModel::setState(State state)
{
    m_state = state;
    emit changed();
}

double SearchModel::progress() const
{
    return m_bytesTotal > 0 ? static_cast<double>(m_bytesDone) / static_cast<double>(m_bytesTotal) : 0;
}

bool SearchModel::isSlow() const
{
    return m_state == State::Searching && m_since.hasExpired(bearable);
}

bool SearchModel::isFiltered() const
{
    return m_log && m_log->isFiltered();
}

/// This match and those behind it are others now, or other ones of them are shown.
void SearchModel::forgetShownFrom(qsizetype match) const
{
    m_shownTo = std::min(m_shownTo, match);
    m_shown.erase(std::lower_bound(m_shown.begin(), m_shown.end(), m_shownTo), m_shown.end());
}

void SearchModel::rowsChangedFrom(int row)
{
    const EventSeq first(row > 0 ? m_log->seqAt(row - 1).value + 1 : 0);
    if (first < m_window.end)
        return restart(); // other ones were shown before this window
    forgetShownFrom(m_matches.firstFrom(first, 0));
    logChanged();
}

/// Two lists in the same order: each leaps to where the other one is.
const std::vector<qsizetype> &SearchModel::shown() const
{
    const qsizetype matches = m_matches.count();
    const int rows = m_log->rowCount();
    int row = m_shownTo < matches ? m_log->rowFrom(m_matches.at(m_shownTo).first) : rows;
    while (m_shownTo < matches && row < rows) {
        const EventSeq seq = m_matches.at(m_shownTo).first;
        row = nextRow(*m_log, row, seq);
        if (row == rows)
            break;
        if (m_log->seqAt(row) == seq)
            m_shown.push_back(m_shownTo++);
        else
            m_shownTo = m_matches.firstFrom(m_log->seqAt(row), 0);
    }
    m_shownTo = matches;
    return m_shown;
}

qsizetype SearchModel::count() const
{
    return m_window.before + heldCount();
}

qsizetype SearchModel::heldCount() const
{
    return isFiltered() ? static_cast<qsizetype>(shown().size()) : m_matches.count();
}

const journal::Match &SearchModel::shownAt(qsizetype index) const
{
    return m_matches.at(isFiltered() ? shown()[static_cast<size_t>(index)] : index);
}

qsizetype SearchModel::shownFrom(EventSeq seq, quint64 streamOffset) const
{
    const qsizetype index = m_matches.firstFrom(seq, streamOffset);
    if (!isFiltered())
        return index;
    const std::vector<qsizetype> &list = shown();
    return std::lower_bound(list.begin(), list.end(), index) - list.begin();
}

std::vector<MatchList::Span> SearchModel::matchesIn(
    ConnectionId connection, EventKind direction, quint64 from, quint64 to) const
{
    std::vector<MatchList::Span> spans = m_matches.inStream(connection, direction, from, to);
    if (isFiltered()) {
        std::erase_if(spans, [&](const MatchList::Span &span) {
            const auto first = m_log->recording()->eventAt(connection, direction, span.offset);
            return !first || m_log->rowOf(*first) < 0;
        });
    }
    return spans;
}

std::shared_ptr<const journal::Recording> SearchModel::recording() const
{
    return m_log ? m_log->recording() : nullptr;
}

bool SearchModel::hasMatchIn(ConnectionId connection, EventKind direction, quint64 from, quint64 to) const
{
    if (!isFiltered())
        return m_matches.hasAnyIn(connection, direction, from, to);
    const auto first = to > from ? m_log->recording()->eventAt(connection, direction, from) : std::nullopt;
    if (!first)
        return false;
    const auto last = m_log->recording()->eventAt(connection, direction, to - 1);
    for (qsizetype index = shownFrom(*first, from); index < heldCount(); ++index) {
        const journal::Match &match = shownAt(index);
        if (last && match.first > *last)
            return false;
        if (match.connection == connection && match.direction == direction)
            return match.streamOffset < to;
    }
    return false;
}

bool SearchModel::isCurrent(ConnectionId connection, EventKind direction, const MatchList::Span &span) const
{
    return m_current && m_current->connection == connection && m_current->direction == direction
        && m_current->streamOffset == span.offset;
}

bool SearchModel::hasMatchIn(double from, double to) const
{
    const auto [first, last] = m_log ? m_log->rowsIn(from, to) : LogModel::RowRange();
    if (last < first)
        return false;
    if (hasPassedIn(first, last))
        return true;
    const qsizetype index = shownFrom(m_log->seqAt(first), 0);
    return index < heldCount() && shownAt(index).first <= m_log->seqAt(last);
}

} // namespace swb::ui

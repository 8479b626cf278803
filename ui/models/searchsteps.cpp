#include "models/logmodel.h"
#include "models/searchmodel.h"

#include <algorithm>
#include <utility>

// From match to match. Only so many are held at once, a window; a step beyond it searches on for the next
// ones, a step back before it searches anew.
namespace swb::ui {

qsizetype SearchModel::currentIndex() const
{
    if (!m_current)
        return -1;
    const qsizetype index = shownFrom(m_current->first, m_current->streamOffset);
    return index < heldCount() && shownAt(index) == *m_current ? index : -1;
}

qsizetype SearchModel::currentNumber() const
{
    const qsizetype index = currentIndex();
    return index < 0 ? 0 : m_window.before + index + 1;
}

void SearchModel::setPosition(EventSeq seq)
{
    if (m_current && m_current->first == seq)
        return;
    m_position = seq;
    if (m_current) {
        m_current.reset();
        emit changed();
    }
}

void SearchModel::step(Step step)
{
    m_goesAround = false;
    const int here = m_position < m_window.end ? 0 : m_window.number;
    goTo(m_current ? m_currentWindow : here, step);
    if (tryStep())
        emit changed();
}

/// False: nothing is wanted, or it is not known yet.
bool SearchModel::tryStep()
{
    if (m_wanted == Step::None)
        return false;
    const bool isSearching = m_state == State::Searching;
    if (m_window.number < m_window.wanted) {
        if (!isSearching && m_hasMore)
            openNextWindow();
        if (m_state == State::Searching)
            return false;
        m_window.wanted = m_window.number; // there is none behind it
    }
    const qsizetype index = wantedIndex();
    // What lies before a place is known only once the search has got there.
    const bool isAtEnd = !isForwards() && !m_current && index == heldCount() - 1;
    if (isSearching && (m_wanted == Step::Last || isAtEnd))
        return false;
    const bool isBeyond = index < 0 || index >= heldCount();
    if (isBeyond || (isAtEnd && m_hasMore && m_wanted == Step::Previous))
        return !isSearching && stepBeyond();
    choose(index);
    return true;
}

/// Among those that are held; beyond their ends: in another window, or around an end of the log.
qsizetype SearchModel::wantedIndex() const
{
    if (m_wanted == Step::First)
        return 0;
    if (m_wanted == Step::Last)
        return heldCount() - 1;
    const qsizetype index =
        m_current ? shownFrom(m_current->first, m_current->streamOffset) : shownFrom(m_position, 0);
    if (m_wanted == Step::Previous)
        return index - 1;
    return currentIndex() >= 0 ? index + 1 : index;
}

void SearchModel::choose(qsizetype index)
{
    const bool forwards = isForwards();
    m_wanted = Step::None;
    m_current = shownAt(index);
    m_currentWindow = m_window.number;
    m_position = m_current->first;
    emit currentChanged(*m_current);
    if (std::exchange(m_goesAround, false))
        emit wrapped(forwards);
}

/// Into the window behind or before this one.
bool SearchModel::stepBeyond()
{
    const bool isPlace = !m_current && (m_wanted == Step::Next || m_wanted == Step::Previous);
    const bool isBehind = isForwards() || (isPlace && wantedIndex() >= 0);
    if (isBehind && m_hasMore)
        goTo(m_window.number + 1, isPlace ? m_wanted : Step::First);
    else if (!isBehind && m_window.before > 0)
        goTo(m_window.lastShown, Step::Last);
    else
        return goAround();
    return tryStep();
}

bool SearchModel::goAround()
{
    const bool isAnyShown = count() > 0 || m_hasMore;
    if (std::exchange(m_goesAround, true) || !isAnyShown) {
        m_wanted = Step::None;
        m_goesAround = false;
        return false;
    }
    isForwards() ? goTo(0, Step::First) : goTo(LastWindow, Step::Last);
    return tryStep();
}

void SearchModel::goTo(int window, Step step)
{
    if (window < m_window.number) {
        const std::optional<journal::Match> current = m_current;
        const bool goesAround = m_goesAround;
        restart();
        m_current = current;
        m_goesAround = goesAround;
    }
    m_wanted = step;
    m_window.wanted = window;
}

void SearchModel::openNextWindow()
{
    if (heldCount() > 0)
        m_window.lastShown = m_window.number;
    m_window.before += heldCount();
    const auto old = std::ptrdiff_t(m_window.passed.size());
    for (qsizetype i = 0; i < m_matches.count(); ++i) {
        const EventSeq seq = m_matches.at(i).first;
        if (i == 0 || m_window.passed.back() != seq)
            m_window.passed.push_back(seq);
    }
    std::inplace_merge(m_window.passed.begin(), m_window.passed.begin() + old, m_window.passed.end());
    m_window.end = EventSeq(m_window.passed.back().value + 1);
    ++m_window.number;
    m_matches.clear();
    forgetShownFrom(0);
    m_hasMore = false;
    m_search->resume();
    m_since.start();
    m_state = State::Searching;
    advance();
    emit changed();
}

/// Whether a row of these has a match of the windows before.
bool SearchModel::hasPassedIn(int first, int last) const
{
    const EventSeq end = m_log->seqAt(last);
    auto seq = std::lower_bound(m_window.passed.begin(), m_window.passed.end(), m_log->seqAt(first));
    while (seq != m_window.passed.end() && *seq <= end && m_log->rowOf(*seq) < 0)
        ++seq;
    return seq != m_window.passed.end() && *seq <= end;
}

} // namespace swb::ui

#include "lab/lab.h"

#include <algorithm>
#include <utility>

namespace swb::lab {

using namespace std::chrono_literals;

namespace {

bool fits(const QList<Question> &questions, const QList<qint64> &answers)
{
    return std::equal(questions.begin(), questions.end(), answers.begin(), answers.end(),
        [](const Question &question, qint64 answer) { return question.accepts(answer); });
}

} // namespace

Learner Learner::fixed(QList<qint64> predictions, QList<Move> moves)
{
    return {std::move(predictions), [moves = std::move(moves)](const Evidence &soFar) {
                const qsizetype done = soFar.moves.size();
                return done < moves.size() ? std::optional(moves.at(done)) : std::nullopt;
            }};
}

Lab::Lab()
{
    m_poll.setInterval(5ms);
    connect(&m_poll, &QTimer::timeout, this, &Lab::poll);
}

bool Lab::isPossible(const QString &action) const
{
    if (m_phase != Phase::Doing || isBusy())
        return false;
    const QList<Action> all = actions();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Action &one) { return one.id == action; });
    return found != all.end() && (found->after.isEmpty() || m_evidence.has(found->after))
        && (found->again || !m_evidence.has(action));
}

bool Lab::lock(const QList<qint64> &answers)
{
    const QList<Question> asked = questions();
    if (m_phase != Phase::Predicting || !fits(asked, answers))
        return false;
    m_evidence.lab = id();
    m_evidence.began = m_clock.now();
    for (qsizetype i = 0; i < asked.size(); ++i)
        m_evidence.predictions.append({asked.at(i).id, answers.at(i), asked.at(i).fact});
    m_phase = Phase::Doing;
    return true;
}

bool Lab::perform(const Move &move)
{
    if (!isPossible(move.action))
        return false;
    for (const QList<Action> all = actions(); const Action &action : all) {
        if (action.id == move.action && !fits(action.fields, move.arguments))
            return false;
    }
    m_action = move.action;
    m_evidence.moves.append({move, m_clock.now()});
    start(move);
    return true;
}

void Lab::finish()
{
    emit performed(std::exchange(m_action, {}));
}

void Lab::conclude()
{
    if (m_phase == Phase::Over)
        return;
    m_poll.stop();
    m_isSo = nullptr;
    m_then = nullptr;
    m_action.clear();
    m_sockets.closeAll();
    if (m_phase == Phase::Predicting)
        m_evidence.began = m_clock.now();
    m_phase = Phase::Over;
    m_evidence.lab = id();
    m_evidence.ended = m_clock.now();
    m_evidence.verdict = judge(m_evidence);
    emit concluded();
}

void Lab::waitUntil(
    std::function<bool()> isSo, std::function<void()> then, std::chrono::milliseconds patience)
{
    m_isSo = std::move(isSo);
    m_then = std::move(then);
    m_deadline.setRemainingTime(patience);
    m_poll.start();
}

void Lab::waitFor(std::chrono::milliseconds time, std::function<void()> then)
{
    waitUntil([] { return false; }, std::move(then), time);
}

void Lab::poll()
{
    const auto isSo = m_isSo; // whoever is told of an observation may conclude
    if ((!isSo() && !m_deadline.hasExpired()) || !m_then)
        return;
    m_poll.stop();
    m_isSo = nullptr;
    std::exchange(m_then, nullptr)(); // which may wait for something else
}

void Lab::observe(
    const QString &key, const QString &words, std::optional<qint64> value, kernel::Source source)
{
    add({key, words, value, {}, {}, source, kernel::Unit::Number, {}});
}

void Lab::observeFlag(
    const QString &key, const QString &words, std::optional<bool> flag, kernel::Source source)
{
    add({key, words, flag ? std::optional<qint64>(*flag) : std::nullopt, {}, {}, source, kernel::Unit::Flag,
        {}});
}

void Lab::observeState(const QString &key, const QString &words, std::optional<kernel::TcpState> state)
{
    add({key, words, state ? std::optional(qint64(*state)) : std::nullopt,
        state ? QString(stateName(*state)) : QString(), {}, kernel::Source::Kernel, kernel::Unit::Number,
        {}});
}

void Lab::observeError(const QString &key, const QString &words, int error)
{
    add({key, words, error, QString(net::errnoName(error)), {}, kernel::Source::Kernel, kernel::Unit::Number,
        {}});
}

void Lab::observeBytes(const QString &key, const QString &words, const QByteArray &bytes)
{
    add({key, words, bytes.size(), {}, bytes, kernel::Source::Application, kernel::Unit::Bytes, {}});
}

void Lab::observePacket(const QString &key, const QString &words, const QByteArray &bytes)
{
    add({key, words, bytes.size(), {}, bytes, kernel::Source::Wire, kernel::Unit::Bytes, {}});
}

void Lab::add(Observation observation)
{
    observation.time = m_clock.now();
    m_evidence.observations.append(observation);
    emit observed(observation);
}

} // namespace swb::lab

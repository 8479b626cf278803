#pragma once

#include "lab/evidence.h"
#include "lab/sockets.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace swb::lab {

/// The words of a lab, for people. Plain text.
struct Story
{
    QString title;
    QString claim; ///< what the tutorials say, in their words
    QString scene; ///< the picture to have in mind
    QString task; ///< what has to be seen to pass
    QString explanation; ///< shown once it was done
    QString variation; ///< what to try next
};

/// Something that the learner can do. Each drives real sockets.
struct Action
{
    QString id;
    QString words;
    QList<Question> fields; ///< what it needs to know
    QString after; ///< possible only once this one was done; empty: at once
    bool again = false; ///< may be done several times: a trial of its own each time
};

/// One who goes through a lab by a script.
struct Learner
{
    QList<qint64> predictions; ///< an answer to each question
    /// The next thing to do; nothing: all is done.
    std::function<std::optional<Move>(const Evidence &)> next;

    /// Does these moves, whatever is seen.
    static Learner fixed(QList<qint64> predictions, QList<Move> moves);
};

/// One run through a lab: first the prediction, which is locked; then the doing, where everything that the
/// kernel shows becomes evidence; then the verdict, which follows from that evidence alone. Never blocks: an
/// action that waits does so for a bounded time. Loopback only. Any one thread with an event loop.
class Lab : public QObject
{
    Q_OBJECT

public:
    enum class Phase : quint8
    {
        Predicting,
        Doing,
        Over
    };

    virtual QString id() const = 0; ///< "L4"
    virtual Story story() const = 0;
    virtual QList<Question> questions() const = 0;
    virtual QList<Action> actions() const = 0;
    virtual Verdict judge(const Evidence &evidence) const = 0;
    virtual Learner learner() const = 0; ///< one who passes

    Phase phase() const { return m_phase; }
    const Evidence &evidence() const { return m_evidence; }
    bool isBusy() const { return !m_action.isEmpty(); }
    bool isPossible(const QString &action) const; ///< now

    /// An answer to each question, for good. False: they do not fit, or it was done before.
    bool lock(const QList<qint64> &answers);
    /// Starts it; performed() follows, perhaps before this returns. False: it is not possible now, or the
    /// arguments do not fit.
    bool perform(const Move &move);
    /// The end, at any time but in a slot of observed(): every socket is closed, and what was seen is judged.
    void conclude();

Q_SIGNALS:
    void observed(const swb::lab::Observation &observation);
    void performed(const QString &action);
    void concluded();

protected:
    Lab();

    /// Does it, and calls finish() at its end.
    virtual void start(const Move &move) = 0;
    void finish();
    /// Goes on as soon as `isSo`, which is asked every few milliseconds, or with things as they are when the
    /// patience has run out.
    void waitUntil(std::function<bool()> isSo, std::function<void()> then,
        std::chrono::milliseconds patience = std::chrono::seconds(5));
    /// Waits some time, in which the kernel may do something by itself.
    void waitFor(std::chrono::milliseconds time, std::function<void()> then);

    void observe(const QString &key, const QString &words, std::optional<qint64> value,
        kernel::Source source = kernel::Source::Kernel);
    void observeFlag(const QString &key, const QString &words, std::optional<bool> flag,
        kernel::Source source = kernel::Source::Kernel);
    void observeState(const QString &key, const QString &words, std::optional<kernel::TcpState> state);
    void observeError(const QString &key, const QString &words, int error); ///< errno of a call
    void observeBytes(const QString &key, const QString &words, const QByteArray &bytes); ///< received
    void observePacket(const QString &key, const QString &words, const QByteArray &bytes); ///< from the wire

    Sockets &sockets() { return m_sockets; }

private:
    void add(Observation observation);
    void poll();

    Phase m_phase = Phase::Predicting;
    Clock m_clock;
    Evidence m_evidence;
    QString m_action; // under way
    Sockets m_sockets;
    QTimer m_poll;
    QDeadlineTimer m_deadline;
    std::function<bool()> m_isSo;
    std::function<void()> m_then;
};

} // namespace swb::lab

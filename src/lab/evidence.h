#pragma once

#include "base/clock.h"
#include "kernel/factid.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace swb::lab {

/// One of the answers that can be chosen. Its value is what the kernel would show if it were so.
struct Choice
{
    qint64 value = 0;
    QString words;

    friend bool operator==(const Choice &, const Choice &) = default;
};

/// Something that the learner is asked: a number, or one of some choices.
struct Question
{
    QString id;
    QString words;
    QList<Choice> choices; ///< empty: a number from `least` to `most`
    qint64 least = 0;
    qint64 most = 0;
    QString fact; ///< the key of the observation that answers it; empty: of an action, nothing does

    bool accepts(qint64 answer) const;
    QString inWords(qint64 answer) const; ///< the choice's words, or the number
};

/// What the learner did: an action and the answers to its fields.
struct Move
{
    QString action;
    QList<qint64> arguments;

    friend bool operator==(const Move &, const Move &) = default;
};

/// One thing that was seen, and who said so.
struct Observation
{
    QString key; ///< "clients.connected": what the judgement and the evidence go by
    QString words;
    std::optional<qint64> value; ///< nothing: not available here
    QString means; ///< of a value that is a code: "ECONNRESET", "FIN-WAIT-2"
    QByteArray bytes; ///< what was received, where that is what was seen
    kernel::Source source = kernel::Source::Kernel;
    kernel::Unit unit = kernel::Unit::Number; ///< Flag: yes or no
    Timestamp time;

    friend bool operator==(const Observation &, const Observation &) = default;
};

enum class Grade : quint8
{
    NotYet, ///< what was seen does not show it
    Passed,
    CannotTell, ///< this system does not give the facts that would show it
};

struct Verdict
{
    Grade grade = Grade::NotYet;
    QStringList reasons; ///< what is missing; empty when passed

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// The record of one run through a lab: what was predicted, done and seen, and what follows.
struct Evidence
{
    struct Prediction
    {
        QString question;
        qint64 answer = 0;
        QString fact; ///< the key of the observation that answers it

        friend bool operator==(const Prediction &, const Prediction &) = default;
    };
    struct Done
    {
        Move move;
        Timestamp time;

        friend bool operator==(const Done &, const Done &) = default;
    };

    QString lab;
    int version = 1; ///< of the lab: what its keys mean
    Timestamp began;
    Timestamp ended; ///< the epoch while it goes on
    QList<Prediction> predictions;
    QList<Done> moves;
    QList<Observation> observations;
    Verdict verdict;

    const Observation *last(QStringView key) const; ///< the newest of that key; nullptr: none
    std::optional<qint64> number(QStringView key) const; ///< its value
    bool has(QStringView action) const; ///< that was done
    bool isIncomplete() const; ///< something is not available here

    /// For keeping: docs/labs.md.
    QJsonObject toJson() const;

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

QLatin1StringView gradeName(Grade grade); ///< "passed", "not-yet", "cannot-tell"
QLatin1StringView sourceName(kernel::Source source); ///< "kernel", "application", …

/// Collects what is missing.
class Judging
{
public:
    explicit Judging(const Evidence &evidence)
        : m_evidence(evidence)
    {
    }
    void want(bool isSo, const QString &otherwise);
    Verdict verdict() const;

private:
    const Evidence &m_evidence;
    QStringList m_missing;
};

} // namespace swb::lab

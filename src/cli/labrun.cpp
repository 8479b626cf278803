#include "cli/labrun.h"

#include "bench/sentences.h"
#include "cli/output.h"
#include "cli/words.h"
#include "lab/labs.h"

#include <QJsonDocument>

#include <cerrno>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace swb::cli {

namespace {

/// Returns the exit code.
int print(const QString &text)
{
    const int error = writeAll(STDOUT_FILENO, text.toUtf8());
    if (error != 0 && error != EPIPE && error != EINTR) // whoever closed or stopped reading the pipe knows it
        complain(bench::Sentences::failure({FailureKind::System, error, u"stdout"_s}));
    return error == 0 ? 0 : 1;
}

QString jsonLine(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n';
}

QString gradeInWords(lab::Grade grade)
{
    switch (grade) {
    case lab::Grade::Passed:
        return Words::tr("passed");
    case lab::Grade::NotYet:
        return Words::tr("not passed");
    case lab::Grade::CannotTell:
        return Words::tr("cannot be told here");
    }
    return {};
}

QString valueInWords(const lab::Observation &seen)
{
    if (!seen.value)
        return Words::tr("not available here");
    if (seen.unit == kernel::Unit::Flag)
        return *seen.value ? Words::tr("yes") : Words::tr("no");
    return seen.means.isEmpty() ? QString::number(*seen.value) : seen.means;
}

} // namespace

int listLabs(const Plan &plan)
{
    QString text;
    for (const QString &id : lab::labIds()) {
        const lab::Story story = lab::makeLab(id)->story();
        text += plan.format == Format::Json
            ? jsonLine({{u"lab"_s, id}, {u"title"_s, story.title}, {u"claim"_s, story.claim},
                {u"task"_s, story.task}})
            : u"%1  %2\n     %3\n"_s.arg(id, -3).arg(story.title, story.claim);
    }
    return print(text);
}

bool LabRun::start()
{
    next();
    return true;
}

void LabRun::stop()
{
    m_exitCode = 1;
    m_plan.labs.clear();
    m_rehearsal->stop();
}

void LabRun::next()
{
    if (m_plan.labs.isEmpty()) {
        emit finished();
        return;
    }
    auto lab = lab::makeLab(m_plan.labs.takeFirst());
    lab::Learner learner = lab->learner();
    m_rehearsal = std::make_unique<lab::Rehearsal>(std::move(lab), std::move(learner));
    // Queued: the rehearsal is replaced in there.
    connect(
        m_rehearsal.get(), &lab::Rehearsal::finished, this,
        [this] {
            tell(m_rehearsal->lab());
            next();
        },
        Qt::QueuedConnection);
    m_rehearsal->start();
}

void LabRun::tell(const lab::Lab &lab)
{
    const bool asJson = m_plan.format == Format::Json;
    if (print(asJson ? jsonLine(lab.evidence().toJson()) : inWords(lab)) != 0) {
        m_exitCode = 1;
        m_plan.labs.clear(); // nobody reads it
    }
    if (lab.evidence().verdict.grade != lab::Grade::Passed)
        m_exitCode = 1;
}

QString LabRun::inWords(const lab::Lab &lab) const
{
    const lab::Evidence &evidence = lab.evidence();
    QString text =
        u"%1  %2: %3\n"_s.arg(lab.id(), -3).arg(lab.story().title, gradeInWords(evidence.verdict.grade));
    for (const lab::Observation &seen : evidence.observations)
        text += u"     %1: %2\n"_s.arg(seen.words, valueInWords(seen));
    for (const QString &reason : evidence.verdict.reasons)
        text += u"  !  %1\n"_s.arg(reason);
    return text;
}

} // namespace swb::cli

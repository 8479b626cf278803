#include "lab/progress.h"

#include "base/safefile.h"

#include <QFile>
#include <QJsonDocument>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace swb::lab {

namespace {

constexpr qint64 longestFile = 16 * 1024 * 1024;

} // namespace

Result<Progress> Progress::open(const QString &path)
{
    Progress progress;
    progress.m_path = path;
    QFile file(path);
    if (!file.exists())
        return progress;
    if (!file.open(QIODevice::ReadOnly))
        return fileFailure(errno, path);
    const QJsonObject root = QJsonDocument::fromJson(file.read(longestFile)).object();
    if (root.value(u"version").toInt() != 1)
        return Failure{FailureKind::System, EBADMSG, path};
    const QJsonObject labs = root.value(u"labs").toObject();
    for (auto lab = labs.begin(); lab != labs.end(); ++lab) {
        const QJsonObject entry = lab.value().toObject();
        progress.m_entries.insert(
            lab.key(), {entry.value(u"tries").toInt(), entry.value(u"evidence").toObject()});
    }
    return progress;
}

bool Progress::hasPassed(const QJsonObject &evidence)
{
    return evidence.value(u"verdict").toString() == gradeName(Grade::Passed);
}

bool Progress::isPassed(const QString &lab) const
{
    return hasPassed(evidence(lab));
}

Outcome Progress::add(const Evidence &evidence)
{
    Entry &entry = m_entries[evidence.lab];
    ++entry.tries;
    if (evidence.verdict.grade == Grade::Passed || !hasPassed(entry.evidence))
        entry.evidence = evidence.toJson();
    auto file = SafeFile::create(m_path);
    if (!file)
        return file.failure();
    if (auto written = file->write(QJsonDocument(toJson()).toJson()); !written)
        return written;
    return file->finish();
}

QJsonObject Progress::toJson() const
{
    QJsonObject labs;
    for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry)
        labs.insert(entry.key(), QJsonObject{{u"tries"_s, entry->tries}, {u"evidence"_s, entry->evidence}});
    return {{u"version"_s, 1}, {u"labs"_s, labs}};
}

} // namespace swb::lab

#pragma once

#include "base/result.h"
#include "lab/evidence.h"

#include <QHash>
#include <QJsonObject>
#include <QString>

namespace swb::lab {

/// What was achieved in the labs, kept in one JSON file (docs/labs.md): of each lab how often it was tried,
/// and the evidence of the newest run that passed, or else of the newest. One thread.
class Progress
{
public:
    /// A file that is not there yet is no progress. One that is damaged, or of a later version, is a failure,
    /// and stays as it is.
    static Result<Progress> open(const QString &path);

    int tries(const QString &lab) const { return m_entries.value(lab).tries; }
    bool isPassed(const QString &lab) const;
    QJsonObject evidence(const QString &lab) const { return m_entries.value(lab).evidence; }

    /// Takes a run that was concluded, and writes the file; the folder must be there.
    Outcome add(const Evidence &evidence);

private:
    struct Entry
    {
        int tries = 0;
        QJsonObject evidence;
    };
    static bool hasPassed(const QJsonObject &evidence);
    QJsonObject toJson() const;

    QString m_path;
    QHash<QString, Entry> m_entries;
};

} // namespace swb::lab

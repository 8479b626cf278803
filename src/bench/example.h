#pragma once

#include "bench/workspace.h"

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace swb::bench {

/// A program of the socket tutorials as a bench that is ready to run, with both sides. A value; its words are
/// in the language of the moment it was made.
struct Example
{
    Q_DECLARE_TR_FUNCTIONS(swb::bench::Example)

public:
    QString id; ///< for the command line: "http-by-hand"; never changes
    QString title; ///< what it shows
    QString text; ///< what will be seen, and where that is not what the tutorial says
    Workspace workspace;
    qsizetype telling = 0; ///< of the workspace's endpoints, the client whose connection tells most

    static QList<Example> all();
    static QStringList ids();
    static std::optional<Example> find(const QString &id);
};

} // namespace swb::bench

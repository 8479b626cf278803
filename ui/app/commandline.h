#pragma once

#include "app/actions.h"
#include "base/result.h"
#include "bench/endpointspec.h"

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

namespace swb::ui {

/// What the program was asked for when it was started.
struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(swb::ui::CommandLine)

public:
    QList<bench::EndpointSpec> endpoints; ///< --listen and --connect, in this order
    QString workspace; ///< a saved bench; empty: none
    QStringList recordings;
    QList<Command> commands; ///< for the window to begin with: --new-server, --open-recording
    bool example = false;
    QString screenshot; ///< empty: none

    /// It says what is to be on the bench.
    bool makesBench() const { return !endpoints.isEmpty() || !workspace.isEmpty() || example; }

    /// Ends the program for --help, --version and unknown options, as QCommandLineParser does; an option's
    /// value that cannot be read is a sentence in `mistake`.
    static CommandLine parse(const QStringList &arguments, QString *mistake);
};

} // namespace swb::ui

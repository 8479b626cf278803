#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "bench/endpointspec.h"
#include "codec/compose.h"
#include "journal/pattern.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

namespace swb::cli {

/// What is printed of events and bytes.
enum class Format : quint8
{
    Text,
    Hex,
    Json,
    Raw,
    Csv, ///< this one and the next ones: show
    CArray,
    Pcapng
};

/// Something to send: bytes made from the command line, or a file that is read as it goes out.
struct Source
{
    QByteArray bytes;
    QString file; ///< "-": stdin
};

struct Plan
{
    enum class Command : quint8
    {
        Listen,
        Connect,
        Run,
        Show,
        Check,
        Lab
    };
    Command command = Command::Listen;
    bench::EndpointSpec spec;
    QList<Source> sources;
    codec::LineEnding ending = codec::LineEnding::None;
    Format format = Format::Text;
    bool quiet = false;
    bool once = false;
    bool halfClose = false;
    QString record; ///< empty: nothing is recorded
    std::optional<std::chrono::milliseconds> timeout;

    QString workspace; ///< of run
    QString example; ///< run: this one instead of a workspace; empty: none
    QString recording; ///< of show and check
    ConnectionId connection; ///< show: only this one; invalid: all
    QStringList eventNames; ///< show: only these; empty: all
    journal::Pattern pattern; ///< show: only events that hold a match, or a part of one; empty: all
    QStringList labs; ///< lab: which to check; empty: list them
    QString output; ///< show: the file to write; empty: standard output
    bool countOnly = false; ///< show: only how many matches there are
};

/// The user asked for something that is printed at once: help, the version.
struct Answer
{
    QString text;
};
/// Wrong use: a sentence that names the culprit. Exit code 2.
struct Misuse
{
    QString message;
};

/// The command line without the program's name.
std::variant<Plan, Answer, Misuse> readArguments(const QStringList &arguments);

} // namespace swb::cli

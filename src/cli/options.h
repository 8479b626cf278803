#pragma once

#include "cli/arguments.h"

#include <QLatin1StringView>

#include <span>

class QCommandLineParser;

namespace swb::cli {

/// A command as the help lists it.
struct CommandInfo
{
    Plan::Command command;
    QLatin1StringView name;
    QLatin1StringView operand;
    const char *summary; ///< not yet translated
};
std::span<const CommandInfo> commands();

/// The options and the operand of a command, with what --help says about them.
void addOptions(QCommandLineParser &parser, const CommandInfo &info);

} // namespace swb::cli

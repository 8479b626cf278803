#pragma once

#include "protocol/behaviour.h"

#include <QLatin1StringView>

#include <array>
#include <utility>

namespace swb::bench {

/// The words of a workspace file (docs/workspace-format.md). They never change their meaning.
namespace Key {

constexpr QLatin1StringView formatName("socket-workbench-workspace");
constexpr QLatin1StringView format("format");
constexpr QLatin1StringView version("version");
constexpr QLatin1StringView endpoints("endpoints");

constexpr QLatin1StringView role("role");
constexpr QLatin1StringView server("server");
constexpr QLatin1StringView client("client");
constexpr QLatin1StringView address("address");
constexpr QLatin1StringView port("port");
constexpr QLatin1StringView encoding("encoding");
constexpr QLatin1StringView greeting("greeting");
constexpr QLatin1StringView closeByReset("closeByReset");
constexpr QLatin1StringView keepHalfOpen("keepHalfOpen");
constexpr QLatin1StringView queueLimitMiB("queueLimitMiB");

constexpr QLatin1StringView echo("echo");
constexpr QLatin1StringView reply("reply");
constexpr QLatin1StringView replyDelayMs("replyDelayMs");
constexpr QLatin1StringView closeOn("closeOn");
constexpr QLatin1StringView closeAfterReply("closeAfterReply");
constexpr QLatin1StringView backlog("backlog");
constexpr QLatin1StringView maxConnections("maxConnections");
constexpr QLatin1StringView oneAtATime("oneAtATime");
constexpr QLatin1StringView reuseAddress("reuseAddress");

constexpr QLatin1StringView script("script");
constexpr QLatin1StringView hangUp("hangUp");
constexpr QLatin1StringView localAddress("localAddress");
constexpr QLatin1StringView localPort("localPort");
constexpr QLatin1StringView connectTimeoutSeconds("connectTimeoutSeconds");

} // namespace Key

constexpr qint64 mebibyte = 1024 * 1024;

constexpr std::array hangUpNames{
    std::pair(protocol::HangUp::Never, QLatin1StringView("never")),
    std::pair(protocol::HangUp::WhenSaid, QLatin1StringView("when-said")),
    std::pair(protocol::HangUp::WhenAnswered, QLatin1StringView("when-answered")),
};

constexpr QLatin1StringView hangUpName(protocol::HangUp hangUp)
{
    return hangUpNames[size_t(hangUp)].second;
}

} // namespace swb::bench

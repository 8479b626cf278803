#include "cli/options.h"

#include "bench/example.h"
#include "bench/sentences.h"
#include "cli/words.h"

#include <QCommandLineParser>

#include <array>

using namespace Qt::StringLiterals;

namespace swb::cli {

namespace {

using Command = Plan::Command;

constexpr std::array allCommands{
    CommandInfo{Command::Listen, QLatin1StringView("listen"), QLatin1StringView("[ADDRESS:]PORT"),
        QT_TRANSLATE_NOOP("swb::cli", "start a TCP server; prints each event")},
    CommandInfo{Command::Connect, QLatin1StringView("connect"), QLatin1StringView("HOST:PORT"),
        QT_TRANSLATE_NOOP("swb::cli", "dial; stdin goes out, what arrives is printed")},
    CommandInfo{Command::Run, QLatin1StringView("run"), QLatin1StringView("WORKSPACE"),
        QT_TRANSLATE_NOOP("swb::cli", "run a saved bench, or an example")},
    CommandInfo{Command::Show, QLatin1StringView("show"), QLatin1StringView("JOURNAL"),
        QT_TRANSLATE_NOOP("swb::cli", "print a recording as text, JSON or raw bytes")},
    CommandInfo{Command::Check, QLatin1StringView("check"), QLatin1StringView("JOURNAL"),
        QT_TRANSLATE_NOOP("swb::cli", "verify a recording; say what is torn and where")},
    CommandInfo{Command::Lab, QLatin1StringView("lab"), QLatin1StringView("list|check"),
        QT_TRANSLATE_NOOP("swb::cli", "list the labs, or check them: list, check ID, check all")},
};

class Adder
{
public:
    Adder(QCommandLineParser &parser, const CommandInfo &info)
        : m_parser(parser)
        , m_info(info)
    {
    }
    void addOptions();

private:
    void add(const char *name, const char *description, const char *value = nullptr);
    void addFormats();
    void addFilters();
    void addRunning();

    QCommandLineParser &m_parser;
    const CommandInfo &m_info;
};

void Adder::add(const char *name, const char *description, const char *value)
{
    m_parser.addOption({QString::fromLatin1(name), Words::tr(description), QString::fromLatin1(value)});
}

void Adder::addOptions()
{
    m_parser.addOption({{u"h"_s, u"help"_s}, Words::tr("Print this help.")});
    m_parser.addPositionalArgument(QString(m_info.operand), Words::tr(m_info.summary));
    const bool isLive = m_info.command == Command::Listen || m_info.command == Command::Connect;
    const bool isRun = m_info.command == Command::Run;
    const bool isOfBytes = m_info.command != Command::Check && m_info.command != Command::Lab;
    if (isOfBytes && !isRun)
        add("encoding", QT_TRANSLATE_NOOP("swb::cli", "The encoding of texts, UTF-8 unless given."), "NAME");
    add("json", QT_TRANSLATE_NOOP("swb::cli", "Print one JSON object a line."));
    if (isOfBytes)
        add("hex", QT_TRANSLATE_NOOP("swb::cli", "Print the bytes of events as a hex dump."));
    if (isOfBytes && !isRun)
        add("raw", QT_TRANSLATE_NOOP("swb::cli", "Print exactly the bytes that arrived."));
    if (m_info.command == Command::Show)
        addFormats();
    if (m_info.command == Command::Lab)
        return;
    add("quiet", QT_TRANSLATE_NOOP("swb::cli", "Print no events, only what arrived and what failed."));
    if (m_info.command == Command::Show)
        addFilters();
    if (!isLive && !isRun)
        return;
    add("record", QT_TRANSLATE_NOOP("swb::cli", "Record everything into a new pcapng file."), "FILE");
    add("timeout", QT_TRANSLATE_NOOP("swb::cli", "End after so many seconds."), "SECONDS");
    if (isRun)
        return addRunning();
    add("send", QT_TRANSLATE_NOOP("swb::cli", "Send this text first; may be given several times."), "TEXT");
    add("send-hex", QT_TRANSLATE_NOOP("swb::cli", "Send these bytes, written as hex digits."), "HEX");
    add("send-file", QT_TRANSLATE_NOOP("swb::cli", "Send the bytes of this file; - is stdin."), "PATH");
    add("eol",
        QT_TRANSLATE_NOOP("swb::cli", "End each sent text, and lines from stdin, with: none, lf or crlf."),
        "EOL");
    add("escapes", QT_TRANSLATE_NOOP("swb::cli", "Texts hold escapes: \\r \\n \\t \\0 \\\\ \\xNN \\uNNNN."));
    add("once",
        m_info.command == Command::Listen
            ? QT_TRANSLATE_NOOP("swb::cli", "End when the first connection has ended.")
            : QT_TRANSLATE_NOOP("swb::cli", "End after the first answer."));
    add("reset", QT_TRANSLATE_NOOP("swb::cli", "End connections by RST instead of FIN."));
    add("keep-half-open",
        QT_TRANSLATE_NOOP("swb::cli", "Stay connected after the peer has finished sending."));
    if (m_info.command == Command::Connect) {
        add("half-close",
            QT_TRANSLATE_NOOP("swb::cli", "Finish sending (FIN) when stdin ends, and go on receiving."));
        return;
    }
    add("echo", QT_TRANSLATE_NOOP("swb::cli", "Send back every byte that arrives."));
    add("reply",
        QT_TRANSLATE_NOOP("swb::cli", "Answer each read; {text} {peer} {size} {time} are filled in."),
        "TEXT");
    add("greet", QT_TRANSLATE_NOOP("swb::cli", "Send this text to each client as it connects."), "TEXT");
    add("delay", QT_TRANSLATE_NOOP("swb::cli", "Wait before each answer."), "MS");
    add("close-on", QT_TRANSLATE_NOOP("swb::cli", "Close the connection when exactly this text arrives."),
        "TEXT");
    add("close-after-reply", QT_TRANSLATE_NOOP("swb::cli", "Close the connection after the first answer."));
    add("max-connections", QT_TRANSLATE_NOOP("swb::cli", "Serve at most so many clients at once."), "N");
    add("one-at-a-time", QT_TRANSLATE_NOOP("swb::cli", "Serve one client after the other."));
    add("backlog", QT_TRANSLATE_NOOP("swb::cli", "The length of the accept queue, 128 unless given."), "N");
    add("no-reuse", QT_TRANSLATE_NOOP("swb::cli", "Do not set SO_REUSEADDR."));
}

void Adder::addRunning()
{
    add("once",
        QT_TRANSLATE_NOOP(
            "swb::cli", "End when all clients have ended; without clients, when the first connection has."));
    m_parser.addOption({u"example"_s,
        Words::tr("Run an example instead of a file: %1.").arg(bench::Sentences::list(bench::Example::ids())),
        u"NAME"_s});
}

void Adder::addFormats()
{
    add("csv", QT_TRANSLATE_NOOP("swb::cli", "Print a table (RFC 4180), the bytes as text and as hex."));
    add("c-array", QT_TRANSLATE_NOOP("swb::cli", "Print the bytes of each event as an array of C."));
    add("pcapng",
        QT_TRANSLATE_NOOP("swb::cli", "Make a recording of the events that are left; needs --output."));
    add("output",
        QT_TRANSLATE_NOOP(
            "swb::cli", "Write into this file instead; it appears whole, and replaces an older one."),
        "FILE");
}

void Adder::addFilters()
{
    add("connection", QT_TRANSLATE_NOOP("swb::cli", "Only the connection of this number."), "N");
    add("event",
        QT_TRANSLATE_NOOP("swb::cli", "Only events of this name, like received; may be given several times."),
        "NAME");
    add("find", QT_TRANSLATE_NOOP("swb::cli", "Only events that hold this text, also across their ends."),
        "TEXT");
    add("find-hex",
        QT_TRANSLATE_NOOP("swb::cli", "Only events that hold these bytes, written as hex digits."), "HEX");
    add("find-regex",
        QT_TRANSLATE_NOOP(
            "swb::cli", "Only events that hold a match of this expression (PCRE2, over bytes)."),
        "REGEX");
    add("ignore-case", QT_TRANSLATE_NOOP("swb::cli", "What is looked for matches in either case."));
    add("count", QT_TRANSLATE_NOOP("swb::cli", "Print only how many matches there are."));
}

} // namespace

std::span<const CommandInfo> commands()
{
    return allCommands;
}

void addOptions(QCommandLineParser &parser, const CommandInfo &info)
{
    Adder(parser, info).addOptions();
}

} // namespace swb::cli

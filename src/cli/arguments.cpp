#include "cli/arguments.h"

#include "bench/addresstext.h"
#include "bench/example.h"
#include "bench/sentences.h"
#include "cli/words.h"
#include "codec/encoding.h"
#include "lens/query.h"
#include "protocol/replytemplate.h"

#include <QCommandLineParser>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace swb::cli {

namespace {

using bench::Sentences;
using codec::InputMode;
using Command = Plan::Command;

struct CommandInfo
{
    Command command;
    QLatin1StringView name;
    QLatin1StringView operand;
    const char *summary;
};
constexpr std::array commands{
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
};

QString overallHelp()
{
    QString text = Words::tr("Usage: swb COMMAND [OPTIONS] OPERAND") + u"\n\n"_s;
    for (const CommandInfo &info : commands)
        text += u"  swb %1 %2  %3\n"_s.arg(info.name, -7).arg(info.operand, -15).arg(Words::tr(info.summary));
    return text + u'\n' + Words::tr("swb COMMAND --help lists the options of a command.") + u'\n'
        + Words::tr("Exit codes: 0 fine; 1 the connection, file or check failed; 2 wrong use.") + u'\n';
}

/// Turns the options of one command into a Plan; the first mistake stops it.
class Reader
{
public:
    explicit Reader(const CommandInfo &info)
        : m_info(info)
    {
        m_plan.command = info.command;
        addOptions();
    }
    std::variant<Plan, Answer, Misuse> read(const QStringList &arguments);

private:
    void add(const char *name, const char *description, const char *value = nullptr);
    void addOptions();
    void addFilters();
    void addRunning();
    bool has(const char *name) const { return m_parser.isSet(QLatin1StringView(name)); }
    QString value(const char *name) const { return m_parser.value(QLatin1StringView(name)); }

    QString help() const;
    void readCommon();
    void readSending();
    void readServer();
    void readClient();
    void readFilters();
    void readFind();
    void readRunning();
    void readOperand(const QString &operand);
    void checkTexts();
    QString literal(const char *name);
    int number(const char *name, int least, int most, int otherwise);
    std::optional<std::chrono::milliseconds> seconds(const char *name);
    void fail(const QString &message);

    const CommandInfo &m_info;
    QCommandLineParser m_parser;
    Plan m_plan;
    codec::Encoding m_encoding;
    QString m_mistake;
};

void Reader::add(const char *name, const char *description, const char *value)
{
    m_parser.addOption({QString::fromLatin1(name), Words::tr(description), QString::fromLatin1(value)});
}

void Reader::addOptions()
{
    m_parser.addOption({{u"h"_s, u"help"_s}, Words::tr("Print this help.")});
    m_parser.addPositionalArgument(QString(m_info.operand), Words::tr(m_info.summary));
    const bool isLive = m_info.command == Command::Listen || m_info.command == Command::Connect;
    const bool isRun = m_info.command == Command::Run;
    if (m_info.command != Command::Check && !isRun)
        add("encoding", QT_TRANSLATE_NOOP("swb::cli", "The encoding of texts, UTF-8 unless given."), "NAME");
    add("json", QT_TRANSLATE_NOOP("swb::cli", "Print one JSON object a line."));
    if (m_info.command != Command::Check)
        add("hex", QT_TRANSLATE_NOOP("swb::cli", "Print the bytes of events as a hex dump."));
    if (m_info.command != Command::Check && !isRun)
        add("raw", QT_TRANSLATE_NOOP("swb::cli", "Print exactly the bytes that arrived."));
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

void Reader::addRunning()
{
    add("once",
        QT_TRANSLATE_NOOP(
            "swb::cli", "End when all clients have ended; without clients, when the first connection has."));
    m_parser.addOption({u"example"_s,
        Words::tr("Run an example instead of a file: %1.").arg(bench::Example::ids().join(u", "_s)),
        u"NAME"_s});
}

void Reader::addFilters()
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

void Reader::fail(const QString &message)
{
    if (m_mistake.isEmpty())
        m_mistake = message;
}

std::variant<Plan, Answer, Misuse> Reader::read(const QStringList &arguments)
{
    if (!m_parser.parse(QStringList(u"swb"_s) + arguments))
        return Misuse{m_parser.unknownOptionNames().isEmpty()
                ? m_parser.errorText()
                : Words::tr("Unknown option --%1.").arg(m_parser.unknownOptionNames().first())};
    if (has("help"))
        return Answer{help()};
    readCommon();
    if (m_info.command == Command::Listen || m_info.command == Command::Connect) {
        readSending();
        m_info.command == Command::Listen ? readServer() : readClient();
    }
    if (m_info.command == Command::Show)
        readFilters();
    if (m_info.command == Command::Run)
        readRunning();
    const QStringList operands = m_parser.positionalArguments();
    if (!m_plan.example.isEmpty() && operands.isEmpty())
        m_plan.workspace = m_plan.example;
    else if (operands.isEmpty())
        fail(Words::tr("swb %1 needs %2.").arg(m_info.name, m_info.operand));
    else if (operands.size() > 1 || !m_plan.example.isEmpty())
        fail(Words::tr("“%1” is one operand too many.").arg(operands.constLast()));
    else
        readOperand(operands.first());
    if (!m_mistake.isEmpty())
        return Misuse{m_mistake};
    return m_plan;
}

QString Reader::help() const
{
    const QString text = m_parser.helpText(); // its first line names the program by its path
    return Words::tr("Usage: swb %1 [options] %2").arg(m_info.name, m_info.operand)
        + text.mid(text.indexOf(u'\n'));
}

void Reader::readCommon()
{
    m_plan.format = has("json") ? Format::Json : Format::Text;
    m_plan.quiet = has("quiet");
    if (m_info.command == Command::Check)
        return;
    if (m_info.command == Command::Run) { // its endpoints have encodings of their own, and their bytes mix
        if (has("json") && has("hex"))
            fail(Words::tr("Choose one of --json and --hex."));
        if (has("hex"))
            m_plan.format = Format::Hex;
        return;
    }
    if (int(has("raw")) + int(has("json")) + int(has("hex")) > 1)
        fail(Words::tr("Choose one of --json, --hex and --raw."));
    if (has("raw") || has("hex"))
        m_plan.format = has("raw") ? Format::Raw : Format::Hex;
    if (!has("encoding"))
        return;
    const auto encoding = codec::Encoding::find(value("encoding"));
    if (!encoding)
        return fail(Sentences::failure({FailureKind::UnknownEncoding, 0, value("encoding")}));
    m_encoding = *encoding;
    m_plan.spec.encoding = encoding->name();
}

void Reader::readSending()
{
    m_plan.record = value("record");
    m_plan.timeout = seconds("timeout");
    m_plan.once = has("once");
    m_plan.spec.closeByReset = has("reset");
    m_plan.spec.keepHalfOpen = has("keep-half-open");
    const QString eol = has("eol") ? value("eol") : u"none"_s;
    if (eol == u"lf")
        m_plan.ending = codec::LineEnding::Lf;
    else if (eol == u"crlf")
        m_plan.ending = codec::LineEnding::CrLf;
    else if (eol != u"none")
        fail(Words::tr("--eol %1: choose none, lf or crlf.").arg(eol));

    QHash<QString, qsizetype>
        next; // the values of each option come in their own lists; the order is kept here
    for (const QString &name : m_parser.optionNames()) {
        if (!name.startsWith(u"send"))
            continue;
        const QString given = m_parser.values(name).at(next[name]++);
        if (name == u"send-file") {
            m_plan.sources.append({{}, given});
            continue;
        }
        const InputMode mode = name == u"send-hex" ? InputMode::Hex
            : has("escapes")                       ? InputMode::Escapes
                                                   : InputMode::Text;
        const codec::Composed composed = codec::compose(given, mode, m_encoding, m_plan.ending);
        if (composed.fault)
            fail(u"--%1: "_s.arg(name) + Sentences::inputFault(*composed.fault, m_encoding.name()));
        m_plan.sources.append({composed.bytes, {}});
    }
}

void Reader::readServer()
{
    bench::EndpointSpec &spec = m_plan.spec;
    spec.role = bench::Role::TcpServer;
    spec.behaviour.echo = has("echo");
    spec.behaviour.reply = literal("reply");
    spec.behaviour.greeting = literal("greet");
    spec.behaviour.closeOn = literal("close-on");
    spec.behaviour.replyDelay = std::chrono::milliseconds(number("delay", 0, 3'600'000, 0));
    spec.behaviour.closeAfterReply = has("close-after-reply");
    spec.maxConnections = number("max-connections", 1, 1'000'000, 0);
    spec.oneAtATime = has("one-at-a-time");
    spec.backlog = number("backlog", 0, 65535, spec.backlog);
    spec.reuseAddress = !has("no-reuse");
    checkTexts();
    for (const Source &source : m_plan.sources) {
        if (source.file == u"-")
            fail(
                Words::tr("--send-file -: a server sends to every client, and stdin can be read only once."));
    }
}

void Reader::readClient()
{
    m_plan.spec.role = bench::Role::TcpClient;
    m_plan.halfClose = has("half-close");
    if (m_plan.timeout)
        m_plan.spec.connectTimeout = *m_plan.timeout;
}

void Reader::readRunning()
{
    m_plan.record = value("record");
    m_plan.timeout = seconds("timeout");
    m_plan.once = has("once");
    m_plan.example = value("example");
    if (has("example") && !bench::Example::find(m_plan.example))
        fail(Words::tr("--example %1: there is no example of that name; choose one of %2.")
                 .arg(m_plan.example, bench::Example::ids().join(u", "_s)));
}

void Reader::readFilters()
{
    m_plan.connection = ConnectionId{quint32(number("connection", 1, std::numeric_limits<int>::max(), 0))};
    m_plan.eventNames = m_parser.values(u"event"_s);
    for (const QString &name : std::as_const(m_plan.eventNames)) {
        if (!isEventName(name))
            fail(Words::tr("--event %1: there is no event of that name.").arg(name));
    }
    readFind();
}

void Reader::readFind()
{
    using Mode = lens::Query::Mode;
    const char *given = nullptr;
    Mode mode = Mode::Text;
    for (const auto &[name, itsMode] :
        {std::pair("find", Mode::Text), {"find-hex", Mode::Hex}, {"find-regex", Mode::Expression}}) {
        if (!has(name))
            continue;
        if (given)
            return fail(Words::tr("Choose one of --find, --find-hex and --find-regex."));
        given = name;
        mode = itsMode;
    }
    m_plan.countOnly = has("count");
    if (!given && (m_plan.countOnly || has("ignore-case")))
        return fail(Words::tr("--count and --ignore-case need --find, --find-hex or --find-regex."));
    if (!given)
        return;
    const auto pattern = lens::patternOf({value(given), mode, has("ignore-case")}, m_encoding);
    if (const auto *fault = std::get_if<lens::QueryFault>(&pattern))
        return fail(u"--%1: %2"_s.arg(QLatin1StringView(given), fault->sentence));
    m_plan.pattern = std::get<journal::Pattern>(pattern);
}

/// The texts of a Behaviour hold escapes; on the command line they do only with --escapes.
QString Reader::literal(const char *name)
{
    QString text = value(name);
    return has("escapes") ? text : text.replace(u'\\', u"\\\\"_s);
}

void Reader::checkTexts()
{
    const bench::Behaviour &behaviour = m_plan.spec.behaviour;
    if (const auto fault = protocol::ReplyTemplate::check(behaviour.reply, m_encoding))
        fail(u"--reply: "_s + Sentences::templateFault(*fault));
    for (const auto &[name, text] :
        {std::pair(u"greet"_s, behaviour.greeting), {u"close-on"_s, behaviour.closeOn}}) {
        if (const auto fault = codec::compose(text, InputMode::Escapes, m_encoding).fault)
            fail(u"--%1: "_s.arg(name) + Sentences::inputFault(*fault, m_encoding.name()));
    }
}

int Reader::number(const char *name, int least, int most, int otherwise)
{
    if (!has(name))
        return otherwise;
    bool ok = false;
    const int result = value(name).toInt(&ok);
    if (!ok || result < least || result > most)
        fail(Words::tr("--%1 %2: choose a number from %3 to %4.")
                 .arg(QLatin1StringView(name), value(name), QString::number(least), QString::number(most)));
    return result;
}

std::optional<std::chrono::milliseconds> Reader::seconds(const char *name)
{
    if (!has(name))
        return std::nullopt;
    bool ok = false;
    const double result = value(name).toDouble(&ok);
    if (!ok || !(result > 0 && result <= 1'000'000))
        fail(Words::tr("--%1 %2: choose a number of seconds above 0.")
                 .arg(QLatin1StringView(name), value(name)));
    return std::chrono::milliseconds(ok ? qint64(result * 1000) : 0);
}

void Reader::readOperand(const QString &operand)
{
    if (m_info.command == Command::Run) {
        m_plan.workspace = operand;
        return;
    }
    if (m_info.command == Command::Show || m_info.command == Command::Check) {
        m_plan.recording = operand;
        return;
    }
    const qsizetype colon = operand.lastIndexOf(u':');
    QString host = colon < 0 ? m_plan.spec.address : operand.left(colon);
    const QString port = operand.mid(colon + 1);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        return fail(Words::tr("“%1”: put an IPv6 address into brackets, like [::1]:9090.").arg(operand));
    const bool digits = !port.isEmpty() && port.size() <= 5
        && std::all_of(port.begin(), port.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const int least = m_info.command == Command::Connect ? 1 : 0;
    if (!digits || port.toInt() < least || port.toInt() > 65535)
        return fail(Words::tr("“%1” is no port; a port is a number from %2 to 65535.")
                        .arg(port, QString::number(least)));
    if (m_info.command == Command::Connect && colon <= 0)
        return fail(Words::tr("“%1” names no host; write HOST:PORT.").arg(operand));
    m_plan.spec.address = host;
    m_plan.spec.port = quint16(port.toInt());
    const auto address = bench::readListenAddress(host);
    if (m_info.command == Command::Listen && !address)
        return fail(Sentences::failure(address.failure()));
    if (const Outcome checked = bench::checkHost(host); m_info.command == Command::Connect && !checked)
        fail(Sentences::failure(checked.failure()));
}

} // namespace

std::variant<Plan, Answer, Misuse> readArguments(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return Misuse{
            Words::tr("No command: choose listen, connect, run, show or check; swb --help explains them.")};
    const QString &first = arguments.first();
    if (first == u"--help" || first == u"-h" || first == u"help")
        return Answer{overallHelp()};
    if (first == u"--version" || first == u"-v")
        return Answer{u"swb %1\n"_s.arg(QLatin1StringView(SWB_VERSION))};
    const auto info =
        std::find_if(commands.begin(), commands.end(), [&](const CommandInfo &c) { return first == c.name; });
    if (info == commands.end())
        return Misuse{
            Words::tr("There is no command “%1”; choose listen, connect, run, show or check.").arg(first)};
    return Reader(*info).read(arguments.mid(1));
}

} // namespace swb::cli

#include "cli/arguments.h"

#include "bench/addresstext.h"
#include "bench/example.h"
#include "bench/sentences.h"
#include "cli/options.h"
#include "cli/words.h"
#include "codec/encoding.h"
#include "lab/labs.h"
#include "lens/query.h"
#include "protocol/replytemplate.h"

#include <QCommandLineParser>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace swb::cli {

namespace {

using bench::Sentences;
using codec::InputMode;
using Command = Plan::Command;

QString overallHelp()
{
    QString text = Words::tr("Usage: swb COMMAND [OPTIONS] OPERAND") + u"\n\n"_s;
    for (const CommandInfo &info : commands())
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
        addOptions(m_parser, info);
    }
    std::variant<Plan, Answer, Misuse> read(const QStringList &arguments);

private:
    /// Also of an option that the command does not have, which isSet() would complain about.
    bool has(const char *name) const { return m_parser.optionNames().contains(QLatin1StringView(name)); }
    QString value(const char *name) const { return m_parser.value(QLatin1StringView(name)); }

    QString help() const;
    void readCommon();
    void readFormat();
    void readOutput();
    void readSending();
    void readServer();
    void readClient();
    void readFilters();
    void readFind();
    void readRunning();
    void readOperand(const QString &operand);
    void readLab(const QStringList &operands);
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
    if (m_info.command == Command::Show) {
        readFilters();
        readOutput();
    }
    if (m_info.command == Command::Run)
        readRunning();
    const QStringList operands = m_parser.positionalArguments();
    if (m_info.command == Command::Lab)
        readLab(operands);
    else if (!m_plan.example.isEmpty() && operands.isEmpty())
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
    if (m_info.command == Command::Check || m_info.command == Command::Lab)
        return;
    if (m_info.command == Command::Run) { // its endpoints have encodings of their own, and their bytes mix
        if (has("json") && has("hex"))
            fail(Words::tr("Choose one of --json and --hex."));
        if (has("hex"))
            m_plan.format = Format::Hex;
        return;
    }
    readFormat();
    if (!has("encoding"))
        return;
    const auto encoding = codec::Encoding::find(value("encoding"));
    if (!encoding)
        return fail(Sentences::failure({FailureKind::UnknownEncoding, 0, value("encoding")}));
    m_encoding = *encoding;
    m_plan.spec.encoding = encoding->name();
}

void Reader::readFormat()
{
    static constexpr std::pair<const char *, Format> formats[] = {{"json", Format::Json},
        {"hex", Format::Hex}, {"raw", Format::Raw}, {"csv", Format::Csv}, {"c-array", Format::CArray},
        {"pcapng", Format::Pcapng}};
    QStringList given;
    for (const auto &[name, format] : formats) {
        if (!has(name))
            continue;
        given += u"--"_s + QLatin1StringView(name);
        m_plan.format = format;
    }
    if (given.size() > 1)
        fail(Words::tr("Choose one of %1.").arg(bench::Sentences::list(given)));
}

/// Where it goes, and what does not go with that.
void Reader::readOutput()
{
    m_plan.output = value("output");
    if (has("output") && m_plan.output.isEmpty())
        fail(Words::tr("--output needs the name of a file."));
    if (m_plan.format == Format::Pcapng && !has("output"))
        fail(Words::tr("--pcapng makes a file; name it with --output."));
    if (m_plan.quiet && (has("csv") || has("c-array") || has("pcapng")))
        fail(Words::tr("--quiet leaves no rows to write; leave it out."));
    if (m_plan.countOnly && (has("output") || has("csv") || has("c-array")))
        fail(Words::tr("--count prints a number and no rows; leave out --output and the format."));
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
                 .arg(m_plan.example, bench::Sentences::list(bench::Example::ids())));
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

void Reader::readLab(const QStringList &operands)
{
    const QString what = operands.value(0);
    if (what != u"list" && what != u"check")
        return fail(what.isEmpty()
                ? Words::tr("swb lab needs list, check ID or check all.")
                : Words::tr("“%1” is nothing that swb lab does; choose list, check ID or check all.")
                      .arg(what));
    const qsizetype needed = what == u"check" ? 2 : 1;
    if (operands.size() > needed)
        return fail(Words::tr("“%1” is one operand too many.").arg(operands.constLast()));
    if (operands.size() < needed)
        return fail(Words::tr("swb lab check needs a lab: all, or one of %1.")
                        .arg(bench::Sentences::list(lab::labIds())));
    if (what == u"list")
        return;
    const QString id = operands.at(1);
    m_plan.labs = id == u"all" ? lab::labIds() : QStringList(id);
    if (id != u"all" && !lab::labIds().contains(id))
        fail(Words::tr("There is no lab “%1”; choose all, or one of %2.")
                 .arg(id, bench::Sentences::list(lab::labIds())));
}

} // namespace

std::variant<Plan, Answer, Misuse> readArguments(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return Misuse{Words::tr(
            "No command: choose listen, connect, run, show, check or lab; swb --help explains them.")};
    const QString &first = arguments.first();
    if (first == u"--help" || first == u"-h" || first == u"help")
        return Answer{overallHelp()};
    if (first == u"--version" || first == u"-v")
        return Answer{u"swb %1\n"_s.arg(QLatin1StringView(SWB_VERSION))};
    const auto all = commands();
    const auto info =
        std::find_if(all.begin(), all.end(), [&](const CommandInfo &c) { return first == c.name; });
    if (info == all.end())
        return Misuse{Words::tr("There is no command “%1”; choose listen, connect, run, show, check or lab.")
                          .arg(first)};
    return Reader(*info).read(arguments.mid(1));
}

} // namespace swb::cli

#include "app/commandline.h"

#include "codec/encoding.h"
#include "models/speccheck.h"

#include <QCommandLineParser>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

/// "9090", "127.0.0.1:9090", "[::1]:9090", "localhost:9090"
std::optional<bench::EndpointSpec> endpointOf(const QString &text, bench::Role role, QString *mistake)
{
    bench::EndpointSpec spec;
    spec.role = role;
    const qsizetype colon = text.lastIndexOf(u':');
    const auto port = SpecCheck::parsePort(text.mid(colon + 1), mistake);
    if (!port)
        return std::nullopt;
    spec.port = *port;
    if (colon > 0)
        spec.address = text.left(colon);
    if (spec.address.startsWith(u'[') && spec.address.endsWith(u']'))
        spec.address = spec.address.mid(1, spec.address.size() - 2);
    return spec;
}

} // namespace

CommandLine CommandLine::parse(const QStringList &arguments, QString *mistake)
{
    QCommandLineParser parser;
    const QCommandLineOption listen(u"listen"_s, tr("Starts a TCP server."), u"[ADDRESS:]PORT"_s);
    const QCommandLineOption connect(u"connect"_s, tr("Connects a TCP client."), u"HOST:PORT"_s);
    const QCommandLineOption encoding(
        u"encoding"_s, tr("The encoding of what is started."), u"NAME"_s, u"UTF-8"_s);
    const QCommandLineOption newServer(u"new-server"_s, tr("Opens the form for a TCP server."));
    const QCommandLineOption openRecording(u"open-recording"_s, tr("Asks for a recording to open."));
    const QCommandLineOption example(u"example"_s, tr("Starts an example: an echo server and two clients."));
    const QCommandLineOption screenshot(
        u"screenshot"_s, tr("Saves a picture of the window and ends."), u"FILE"_s);
    parser.setApplicationDescription(tr("A desktop bench for sockets."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({listen, connect, encoding, newServer, openRecording, example, screenshot});
    parser.addPositionalArgument(
        u"FILE"_s, tr("A saved bench (.swbench), put up and not started, or a recording."), u"[FILE…]"_s);
    parser.process(arguments);

    CommandLine line;
    const auto known = codec::Encoding::find(parser.value(encoding));
    if (!known)
        *mistake = tr("--encoding: no encoding is called “%1”").arg(parser.value(encoding));
    const auto add = [&](const QCommandLineOption &option, bench::Role role) {
        for (const QString &value : parser.values(option)) {
            QString why;
            auto spec = endpointOf(value, role, &why);
            if (!spec)
                *mistake = u"--%1 %2: %3"_s.arg(option.names().constFirst(), value, why);
            else if (known)
                line.endpoints.append(*spec), line.endpoints.last().encoding = known->name();
        }
    };
    add(listen, bench::Role::TcpServer);
    add(connect, bench::Role::TcpClient);
    for (const QString &file : parser.positionalArguments())
        QFileInfo(file).suffix() == u"swbench" ? void(line.workspace = file) : line.recordings.append(file);
    if (parser.isSet(newServer))
        line.commands.append(Command::NewServer);
    if (parser.isSet(openRecording))
        line.commands.append(Command::OpenRecording);
    line.example = parser.isSet(example);
    line.screenshot = parser.value(screenshot);
    return line;
}

} // namespace swb::ui

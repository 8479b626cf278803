#include "models/speccheck.h"

#include "bench/sentences.h"
#include "codec/compose.h"
#include "protocol/replytemplate.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

/// What nobody would take for a host name: digits and dots, or anything with a colon or a scope in it.
bool looksNumeric(const QString &text)
{
    return text.contains(u':') || text.contains(u'%')
        || std::ranges::all_of(text, [](QChar c) { return c == u'.' || (c >= u'0' && c <= u'9'); });
}

void note(QList<SpecCheck::Mistake> &mistakes, SpecCheck::Field field, const QString &text)
{
    if (!text.isEmpty())
        mistakes.append({field, text});
}

} // namespace

QList<SpecCheck::Mistake> SpecCheck::check(const bench::EndpointSpec &spec, const SystemFacts &facts)
{
    QList<Mistake> mistakes;
    const bool server = spec.role == bench::Role::TcpServer;
    note(mistakes, Field::Address,
        server ? listenAddress(spec.address, facts) : peerAddress(spec.address, facts));
    if (server)
        note(mistakes, Field::Port, privilegedPort(spec.port, facts));
    else if (spec.port == 0)
        note(mistakes, Field::Port,
            tr("Nobody can be reached at port 0; type the port that the server listens on"));
    if (!codec::Encoding::find(spec.encoding)) {
        note(mistakes, Field::Encoding,
            tr("No encoding is called “%1”; choose one from the list").arg(spec.encoding));
        return mistakes;
    }
    if (server)
        return mistakes + behaviour(spec);
    mistakes += talk(spec);
    if (!spec.localAddress.isEmpty())
        note(mistakes, Field::LocalAddress, listenAddress(spec.localAddress, facts));
    note(mistakes, Field::LocalPort, privilegedPort(spec.localPort, facts));
    return mistakes;
}

std::optional<quint16> SpecCheck::parsePort(const QString &text, QString *mistake)
{
    const QString trimmed = text.trimmed();
    const auto stranger = std::ranges::find_if_not(trimmed, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (trimmed.isEmpty()) {
        *mistake = tr("Type a port from 0 to 65535; 0 lets the system choose");
    } else if (stranger != trimmed.cend()) {
        *mistake = tr("A port is a number; “%1” at position %2 is not a digit")
                       .arg(*stranger)
                       .arg(stranger - trimmed.cbegin() + 1);
    } else if (trimmed.size() > 5 || trimmed.toUInt() > 65535) {
        *mistake = tr("Ports end at 65535");
    } else {
        return trimmed.toUShort();
    }
    return std::nullopt;
}

QString SpecCheck::ipAddress(const QString &text, const SystemFacts &facts)
{
    const std::optional<IpAddress> address = IpAddress::parse(text);
    const QString interfaces = bench::Sentences::list(facts.interfaceNames());
    const qsizetype percent = text.indexOf(u'%');
    if (!address && percent >= 0 && IpAddress::parse(text.left(percent))) {
        if (!IpAddress::parse(text.left(percent))->isLinkLocal())
            return tr("Only link-local addresses (fe80::…) take an interface; leave out “%1”")
                .arg(text.mid(percent));
        return tr("This computer has no interface “%1”; it has %2").arg(text.mid(percent + 1), interfaces);
    }
    if (!address) {
        return text.contains(u':')
            ? tr("This is no IPv6 address; an example is ::1")
            : tr("This is no IPv4 address: four numbers from 0 to 255 without leading zeros, "
                 "such as 127.0.0.1");
    }
    const bool needsScope = address->family() == IpAddress::Family::V6 && address->isLinkLocal();
    if (needsScope && address->scope() == 0)
        return tr("A link-local address needs its interface: write %1%%2; this computer has %3")
            .arg(text, facts.outwardInterface(), interfaces);
    return {};
}

QString SpecCheck::listenAddress(const QString &text, const SystemFacts &facts)
{
    if (text.isEmpty())
        return tr("Choose an address of this computer; 127.0.0.1 is reachable from this computer only");
    if (!looksNumeric(text))
        return tr("This must be an address of this computer in numbers, such as 127.0.0.1; “%1” is a name")
            .arg(text);
    const QString mistake = ipAddress(text, facts);
    if (!mistake.isEmpty())
        return mistake;
    return facts.isOurs(*IpAddress::parse(text))
        ? QString()
        : tr("No interface of this computer has this address; the list shows those that it has");
}

QString SpecCheck::peerAddress(const QString &text, const SystemFacts &facts)
{
    if (text.isEmpty())
        return tr("Type the server's name or address; 127.0.0.1 is this computer");
    if (!looksNumeric(text))
        return hostName(text);
    const QString mistake = ipAddress(text, facts);
    if (!mistake.isEmpty())
        return mistake;
    return IpAddress::parse(text)->isAny()
        ? tr("%1 stands for every address of a server and names no peer; 127.0.0.1 is this computer")
              .arg(text)
        : QString();
}

QString SpecCheck::hostName(const QString &text)
{
    const auto bad = std::ranges::find_if(text, [](QChar c) {
        return c.isSpace()
            || (c.unicode() < 128 && !c.isLetterOrNumber() && c != u'-' && c != u'.' && c != u'_');
    });
    if (bad != text.cend()) {
        return tr("A host name has no “%1” (position %2)").arg(*bad).arg(bad - text.cbegin() + 1);
    }
    return text.size() > 253 || QUrl::toAce(text).isEmpty() ? tr("This is no host name") : QString();
}

QString SpecCheck::privilegedPort(quint16 port, const SystemFacts &facts)
{
    return facts.isPrivileged(port)
        ? tr("This system keeps ports below %1 for administrators; choose %1 or higher")
              .arg(facts.firstUnprivilegedPort)
        : QString();
}

QList<SpecCheck::Mistake> SpecCheck::behaviour(const bench::EndpointSpec &spec)
{
    QList<Mistake> mistakes;
    note(mistakes, Field::Greeting, escapedText(spec.behaviour.greeting, spec.encoding));
    note(mistakes, Field::Reply, replyTemplate(spec.behaviour.reply, spec.encoding));
    note(mistakes, Field::CloseOn, escapedText(spec.behaviour.closeOn, spec.encoding));
    return mistakes;
}

QList<SpecCheck::Mistake> SpecCheck::talk(const bench::EndpointSpec &spec)
{
    QList<Mistake> mistakes;
    note(mistakes, Field::Greeting, escapedText(spec.behaviour.greeting, spec.encoding));
    int line = 0;
    for (const QString &message : spec.behaviour.script) {
        ++line;
        const QString mistake = escapedText(message, spec.encoding);
        if (mistake.isEmpty())
            continue;
        note(mistakes, Field::Script, tr("Message %1: %2").arg(QString::number(line), mistake));
        break;
    }
    return mistakes;
}

QString SpecCheck::escapedText(const QString &text, const QString &encoding)
{
    const codec::Composed composed =
        codec::compose(text, codec::InputMode::Escapes, *codec::Encoding::find(encoding));
    return composed.fault ? bench::Sentences::inputFault(*composed.fault, encoding) : QString();
}

QString SpecCheck::replyTemplate(const QString &text, const QString &encoding)
{
    const auto fault = protocol::ReplyTemplate::check(text, *codec::Encoding::find(encoding));
    return fault ? bench::Sentences::templateFault(*fault) : QString();
}

} // namespace swb::ui

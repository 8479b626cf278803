#include "bench/example.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace swb::bench {

using namespace std::chrono_literals;
using protocol::HangUp;

namespace {

/// All of them on this computer: a lesson is no reason to be reachable from elsewhere.
EndpointSpec endpoint(Role role, quint16 port, const QString &encoding)
{
    EndpointSpec spec;
    spec.role = role;
    spec.port = port;
    spec.encoding = encoding;
    return spec;
}

EndpointSpec server(quint16 port, const QString &encoding, const QString &reply)
{
    EndpointSpec spec = endpoint(Role::TcpServer, port, encoding);
    spec.behaviour.reply = reply;
    return spec;
}

EndpointSpec client(quint16 port, const QString &encoding, const QString &says, HangUp hangUp)
{
    EndpointSpec spec = endpoint(Role::TcpClient, port, encoding);
    spec.behaviour.greeting = says;
    spec.behaviour.hangUp = hangUp;
    return spec;
}

Workspace sameAnswer()
{
    return {{server(8888, u"GBK"_s, u"不好意思！我睡着了！"_s),
        client(8888, u"GBK"_s, u"你好，我是客户端！"_s, HangUp::WhenAnswered)}};
}

Workspace twoClients()
{
    return {{server(9090, u"GBK"_s, u"ok，问题正在处理中..."_s),
        client(9090, u"GBK"_s, u"你好，我是客户端！"_s, HangUp::Never),
        client(9090, u"GBK"_s, u"你好，我是客户端！"_s, HangUp::Never)}};
}

Workspace shorterComma()
{
    return {{server(9090, u"GBK"_s, u"ok,问题正在处理中..."_s),
        client(9090, u"GBK"_s, u"hello1"_s, HangUp::WhenAnswered),
        client(9090, u"GBK"_s, u"hello2"_s, HangUp::WhenAnswered)}};
}

Workspace bytesAndCharacters()
{
    return {{server(8080, u"GBK"_s, u"hello"_s),
        client(8080, u"GBK"_s, u"你好服务端,我是客户端小黑!"_s, HangUp::WhenAnswered)}};
}

Workspace oneShot()
{
    EndpointSpec answering = server(8989, u"GBK"_s, u"ok, 问题正在处理中..."_s);
    answering.behaviour.closeAfterReply = true;
    return {{answering, client(8989, u"GBK"_s, u"hello"_s, HangUp::Never)}};
}

Workspace httpByHand()
{
    // 36 bytes of UTF-8 follow the empty line.
    EndpointSpec site = server(8000, u"UTF-8"_s,
        u"HTTP/1.1 200 OK\\r\\nContent-Type: text/html; charset=utf-8\\r\\nContent-Length: 36\\r\\n"
        u"Connection: close\\r\\n\\r\\n<html><body>新浪 ✓</body></html>"_s);
    site.behaviour.closeAfterReply = true;
    return {{site,
        client(8000, u"UTF-8"_s,
            u"GET / HTTP/1.1\\r\\nHost:www.sina.com.cn\\r\\nConnection: close\\r\\n\\r\\n"_s,
            HangUp::Never)}};
}

Workspace lockstep()
{
    EndpointSpec hello = server(9999, u"UTF-8"_s, u"Hello,{text}!"_s);
    hello.backlog = 5;
    hello.behaviour.greeting = u"Welcome!"_s;
    hello.behaviour.replyDelay = 1s;
    hello.behaviour.closeOn = u"exit"_s;
    EndpointSpec names = client(9999, u"UTF-8"_s, {}, HangUp::WhenSaid);
    names.behaviour.script = {u"Michael"_s, u"Tracy"_s, u"Sarah"_s, u"exit"_s};
    return {{hello, names}};
}

Workspace unheardAnswer()
{
    EndpointSpec thankful = server(7788, u"GBK"_s, u"Thank You!"_s);
    thankful.behaviour.closeAfterReply = true;
    return {{thankful, client(7788, u"GBK"_s, u"提示输入的数据"_s, HangUp::WhenSaid)}};
}

Workspace oneAtATime()
{
    EndpointSpec patient = server(7788, u"GBK"_s, u"Thank You!"_s);
    patient.oneAtATime = true;
    patient.behaviour.replyDelay = 1s;
    EndpointSpec first = client(7788, u"GBK"_s, u"第一个客户端 1"_s, HangUp::WhenAnswered);
    first.behaviour.script = {u"第一个客户端 2"_s, u"第一个客户端 3"_s};
    return {{patient, first, client(7788, u"GBK"_s, u"第二个客户端"_s, HangUp::WhenAnswered)}};
}

Workspace answeredOnce()
{
    EndpointSpec once = server(8080, u"UTF-8"_s, u"已收到您({peer})的请求,本次连接将关闭"_s);
    once.behaviour.closeAfterReply = true;
    return {{once, client(8080, u"UTF-8"_s, u"Hello Server"_s, HangUp::Never)}};
}

} // namespace

QList<Example> Example::all()
{
    return {
        {u"same-answer"_s, tr("The same answer to everybody"),
            tr("A client says 18 bytes of GBK, and a server that is asleep answers 20. In the tutorial the "
               "client "
               "dials port 9000 while the server listens on 8888, so nobody would be there; here both use "
               "8888."),
            sameAnswer(), 1},
        {u"two-clients"_s, tr("Two clients at the same time"),
            tr("Both are connected and answered while the other one is. The tutorial's loop is indented so "
               "that "
               "Python refuses it; this is what it is meant to do."),
            twoClients(), 2},
        {u"shorter-comma"_s, tr("A comma that is one byte shorter"),
            tr("The answer before had a Chinese comma and 21 bytes of GBK; with an ASCII comma it has 20. "
               "One "
               "character is not one byte."),
            shorterComma(), 1},
        {u"bytes-and-characters"_s, tr("14 characters, 26 bytes"),
            tr("In GBK each of the twelve Chinese characters takes two bytes, the comma and the exclamation "
               "mark "
               "one. The answer “hello” is from the tutorial's printout; none of its servers sends it."),
            bytesAndCharacters(), 1},
        {u"one-shot"_s, tr("One question, one answer, goodbye"),
            tr("The server closes the connection behind its answer, so the client sees FIN. The tutorial's "
               "program ends there; this server goes on listening for the next client."),
            oneShot(), 1},
        {u"http-by-hand"_s, tr("HTTP by hand"),
            tr("59 bytes ask for a page, and the end of the connection ends the answer. The server is on "
               "this "
               "computer, so no network is needed."),
            httpByHand(), 1},
        {u"lockstep"_s, tr("A conversation in lockstep"),
            tr("Each name waits for the answer to the one before, and each answer takes a second. Sent all "
               "at "
               "once, the names could be read as one: “Hello,MichaelTracySarah!”."),
            lockstep(), 1},
        {u"unheard-answer"_s, tr("An answer that nobody waits for"),
            tr("The client closes behind its last byte. The server can still send its thanks; the tutorial's "
               "client never reads them, while here they are recorded as they arrive after our FIN."),
            unheardAnswer(), 1},
        {u"one-at-a-time"_s, tr("A server that serves one client at a time"),
            tr("The second client is connected and has sent at once, for the kernel queues it; the server "
               "reads "
               "it only when the first has gone, about three seconds later."),
            oneAtATime(), 2},
        {u"answered-once"_s, tr("Answered once, then closed"),
            tr("The server names the address it was asked from and closes. The port in it is new each time: "
               "the "
               "client's system chooses one."),
            answeredOnce(), 1},
    };
}

QStringList Example::ids()
{
    QStringList ids;
    for (const Example &example : all())
        ids.append(example.id);
    return ids;
}

std::optional<Example> Example::find(const QString &id)
{
    for (const Example &example : all()) {
        if (example.id == id)
            return example;
    }
    return std::nullopt;
}

} // namespace swb::bench

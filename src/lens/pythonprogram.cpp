#include "lens/pythonprogram.h"

#include "lens/calltext.h"
#include "lens/pythonliteral.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace swb::lens {

using net::CallKind;

namespace {

constexpr auto waitingClass = R"(class Waiting:
    """%1"""

    def __init__(self, call, *arguments):
        self.call, self.arguments = call, arguments
        self.value = self.error = None
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        try:
            self.value = self.call(*self.arguments)
        except OSError as error:
            self.error = error

    def result(self):
        self.thread.join()
        if self.error:
            raise self.error
        return self.value


)"_L1;

/// Writes one program; used once.
class Writer
{
    Q_DECLARE_TR_FUNCTIONS(swb::lens::PythonProgram)

public:
    explicit Writer(const QList<PerformedCall> &calls)
        : m_calls(calls)
    {
    }
    QString program();

private:
    void begin(qsizetype index);
    void end(qsizetype index);
    void writeGivenUp(const PerformedCall &call);
    void writeOutcome(const PerformedCall &call, const QString &line);
    void write(const QString &line) { m_lines.append(line); }
    void notePort(qsizetype index);
    bool choosesPort(qsizetype index) const;
    QString addressOf(const PerformedCall &call) const;
    QString expressionOf(const PerformedCall &call) const;
    QString assigned(const PerformedCall &call, const QString &expression) const;
    static QString label(const PerformedCall &call);
    QString head() const;
    QStringList stillOpen() const;

    const QList<PerformedCall> &m_calls;
    QHash<qsizetype, QString> m_waiting; ///< by call: the variable that its thread has
    QList<std::pair<SocketAddress, QString>> m_ports; ///< what a socket has, and the variable with its port
    int m_waits = 0; ///< threads so far
    int m_sendsWaiting = 0;
    bool m_usesStruct = false;
    QStringList m_lines;
};

bool isSend(const PerformedCall &call)
{
    return call.call.kind == CallKind::Send;
}

QString Writer::program()
{
    struct Moment
    {
        int order;
        qsizetype call;
        bool isEnd;
    };
    QList<Moment> moments;
    for (qsizetype i = 0; i < m_calls.size(); ++i) {
        moments.append({m_calls[i].began, i, false});
        if (!m_calls[i].isWaiting())
            moments.append({m_calls[i].ended, i, true});
    }
    std::sort(
        moments.begin(), moments.end(), [](const Moment &a, const Moment &b) { return a.order < b.order; });
    for (const Moment &moment : moments)
        moment.isEnd ? end(moment.call) : begin(moment.call);

    for (const QString &variable : std::as_const(m_waiting))
        write(u"# %1: %2"_s.arg(variable, tr("still waits")));
    const QStringList open = stillOpen();
    if (!open.isEmpty())
        write(u"# "_s + tr("Still open, and closed by the end of the program: %1").arg(open.join(u", "_s)));
    return head() + m_lines.join(u'\n') + u'\n';
}

QString Writer::head() const
{
    QString text = u"import socket\n"_s;
    if (m_usesStruct)
        text += u"import struct\n"_s;
    const bool threads = std::any_of(
        m_lines.begin(), m_lines.end(), [](const QString &line) { return line.contains(u" = Waiting("_s); });
    if (threads)
        text += u"import threading\n\n\n"_s
            + QString(waitingClass)
                  .arg(tr("A call that waits while others are made: in a thread of its own."));
    else
        text += u'\n';
    return text;
}

/// What an address is in the program: with the port's variable where the kernel has chosen the port.
QString Writer::addressOf(const PerformedCall &call) const
{
    const SocketAddress &address = call.call.address;
    for (const auto &[known, variable] : m_ports) {
        if (known.port == address.port && (known.ip == address.ip || known.ip.isAny()))
            return u"(%1, %2)"_s.arg(pythonString(address.ip.toString()), variable);
    }
    return {};
}

QString Writer::expressionOf(const PerformedCall &call) const
{
    const bool stream = call.call.kind == CallKind::Receive && call.outcome.value > 0;
    if (m_sendsWaiting > 0 && stream) // as much as it gave then, however fast the other thread is now
        return u"%1.recv(%2, socket.MSG_WAITALL)"_s.arg(call.socket).arg(call.outcome.value);
    return pythonExpression(call.call, call.socket, addressOf(call));
}

QString Writer::assigned(const PerformedCall &call, const QString &expression) const
{
    switch (call.call.kind) {
    case CallKind::Socket:
        return u"%1 = %2"_s.arg(call.socket, expression);
    case CallKind::Accept:
        return u"%1, peer = %2"_s.arg(call.accepted.isEmpty() ? u"conn"_s : call.accepted, expression);
    case CallKind::Receive:
        return u"data = "_s + expression;
    case CallKind::ReceiveFrom:
        return u"data, peer = "_s + expression;
    default:
        return expression;
    }
}

QString Writer::label(const PerformedCall &call)
{
    const QString expression = pythonExpression(call.call, call.socket);
    return pythonString(expression.left(expression.indexOf(u'(')) + u':');
}

void Writer::begin(qsizetype index)
{
    const PerformedCall &call = m_calls[index];
    m_usesStruct = m_usesStruct
        || (call.call.kind == CallKind::SetOption && call.call.option == net::RawOption::LingerZero);
    if (call.outcome.givenUp)
        return writeGivenUp(call);
    if (!call.overlapsOthers()) {
        writeOutcome(call, assigned(call, expressionOf(call)));
        return notePort(index);
    }
    const QString variable = u"waiting%1"_s.arg(++m_waits);
    QString expression = expressionOf(call); // server.accept() becomes server.accept and its arguments
    const qsizetype open = expression.indexOf(u'(');
    const QString arguments = expression.sliced(open + 1).chopped(1);
    expression.truncate(open);
    write(u"%1 = Waiting(%2)"_s.arg(
        variable, arguments.isEmpty() ? expression : expression + u", "_s + arguments));
    m_waiting.insert(index, variable);
    m_sendsWaiting += isSend(call) ? 1 : 0;
}

void Writer::end(qsizetype index)
{
    const PerformedCall &call = m_calls[index];
    const auto variable = m_waiting.constFind(index);
    if (variable == m_waiting.constEnd())
        return; // it was written where it began
    writeOutcome(call, assigned(call, *variable + u".result()"_s));
    m_waiting.erase(variable);
    m_sendsWaiting -= isSend(call) ? 1 : 0;
    notePort(index);
}

void Writer::writeOutcome(const PerformedCall &call, const QString &line)
{
    if (call.outcome.error != 0) {
        write(u"try:\n    "_s + line);
        write(u"except OSError as error:  # %1"_s.arg(net::errnoName(call.outcome.error)));
        write(u"    print(%1, error)"_s.arg(label(call)));
        return;
    }
    write(line);
    if (call.call.kind == CallKind::Receive || call.call.kind == CallKind::ReceiveFrom)
        write(u"print(%1, data)"_s.arg(label(call)));
}

void Writer::writeGivenUp(const PerformedCall &call)
{
    const QString expression = expressionOf(call);
    if (call.call.kind == CallKind::Connect) {
        write(u"# "_s + tr("This connect was given up; the kernel goes on with it."));
        write(call.socket + u".setblocking(False)"_s);
        write(QString(expression).replace(u".connect("_s, u".connect_ex("_s));
        write(call.socket + u".setblocking(True)"_s);
    } else if (isSend(call) && call.outcome.value > 0) {
        write(u"# "_s + tr("This send was given up; so much had been taken."));
        write(u"%1.send((%2)[:%3])"_s.arg(
            call.socket, pythonBytes(call.call.bytes), QString::number(call.outcome.value)));
    } else {
        write(u"# %1: %2"_s.arg(expression, tr("waited, and was given up")));
    }
}

/// Whether this call gave its socket a port of the kernel's choice.
bool Writer::choosesPort(qsizetype index) const
{
    const PerformedCall &call = m_calls[index];
    const bool mayChoose = call.call.kind == CallKind::Bind || call.call.kind == CallKind::Listen
        || call.call.kind == CallKind::Connect || call.call.kind == CallKind::SendTo;
    if (!mayChoose || call.local.port == 0 || (call.outcome.error != 0 && !call.outcome.givenUp))
        return false;
    if (call.call.kind == CallKind::Bind)
        return call.call.address.port == 0;
    // Not if an earlier call had given it one.
    return std::none_of(m_calls.begin(), m_calls.begin() + index, [&call](const PerformedCall &before) {
        return before.socket == call.socket && before.local.port == call.local.port;
    });
}

/// Keeps the port in a variable if a later call needs it.
void Writer::notePort(qsizetype index)
{
    if (!choosesPort(index))
        return;
    const PerformedCall &chooser = m_calls[index];
    const bool needed = std::any_of(m_calls.begin() + index + 1, m_calls.end(),
        [&chooser](const PerformedCall &later) { return later.call.address.port == chooser.local.port; });
    if (!needed)
        return;
    const QString variable = chooser.socket + u"_port"_s;
    write(u"%1 = %2.getsockname()[1]"_s.arg(variable, chooser.socket));
    m_ports.append({chooser.local, variable});
}

QStringList Writer::stillOpen() const
{
    QStringList open;
    for (const PerformedCall &call : m_calls) {
        const bool good = call.outcome.isGood();
        if (good && call.call.kind == CallKind::Socket)
            open.append(call.socket);
        else if (good && call.call.kind == CallKind::Accept)
            open.append(call.accepted);
        else if (good && call.call.kind == CallKind::Close)
            open.removeOne(call.socket);
    }
    return open;
}

} // namespace

QString pythonProgram(const QList<PerformedCall> &calls)
{
    return Writer(calls).program();
}

} // namespace swb::lens

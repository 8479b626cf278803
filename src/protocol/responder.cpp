#include "protocol/responder.h"

#include "codec/compose.h"

namespace swb::protocol {

using codec::compose;
using codec::InputMode;

Responder::Responder(const Behaviour &behaviour, const codec::Encoding &encoding)
    : m_greeting(compose(behaviour.greeting, InputMode::Escapes, encoding).bytes)
    , m_closeOn(compose(behaviour.closeOn, InputMode::Escapes, encoding).bytes)
    , m_lineEnds{codec::encodeText(u"\n", encoding).bytes, codec::encodeText(u"\r\n", encoding).bytes}
    , m_reply(behaviour.reply, encoding)
    , m_echo(behaviour.echo)
    , m_closeAfterReply(behaviour.closeAfterReply)
{
    for (const QString &message : behaviour.script)
        m_script.append(compose(message, InputMode::Escapes, encoding).bytes);
}

Responder::Answer Responder::answerTo(QByteArrayView received, const SocketAddress &peer, Timestamp now) const
{
    if (!m_closeOn.isEmpty() && received.startsWith(m_closeOn)) {
        const QByteArrayView rest = received.sliced(m_closeOn.size());
        if (rest.isEmpty() || m_lineEnds.contains(rest.toByteArray()))
            return {{}, true};
    }
    Answer answer;
    if (m_echo)
        answer.bytes = received.toByteArray();
    if (!m_reply.isEmpty())
        answer.bytes += m_reply.expand({received.toByteArray(), peer, now});
    answer.thenClose = m_closeAfterReply && !answer.bytes.isEmpty();
    return answer;
}

} // namespace swb::protocol

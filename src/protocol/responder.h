#pragma once

#include "protocol/behaviour.h"
#include "protocol/replytemplate.h"

#include <QByteArrayList>

#include <optional>

namespace swb::protocol {

/// A Behaviour made ready for one encoding: what was read in, what is to be said out. Keeps no state of its
/// own.
class Responder
{
public:
    struct Answer
    {
        QByteArray bytes; ///< empty: say nothing
        bool thenClose = false;
    };

    /// For texts that can be written in the encoding; check them with codec::compose() and
    /// ReplyTemplate::check().
    Responder(const Behaviour &behaviour, const codec::Encoding &encoding);

    const QByteArray &greeting() const { return m_greeting; }
    const QByteArrayList &script() const { return m_script; }
    Answer answerTo(QByteArrayView received, const SocketAddress &peer, Timestamp now) const;

private:
    QByteArray m_greeting;
    QByteArrayList m_script;
    QByteArray m_closeOn;
    QByteArrayList m_lineEnds;
    ReplyTemplate m_reply;
    bool m_echo;
    bool m_closeAfterReply;
};

} // namespace swb::protocol

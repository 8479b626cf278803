#pragma once

#include <QString>
#include <QStringList>

#include <chrono>

namespace swb::protocol {

/// When a client ends the conversation by itself.
enum class HangUp : quint8
{
    Never,
    WhenSaid, ///< behind the last thing it has to say; no answer is waited for
    WhenAnswered, ///< once the last thing it said has been answered
};

/// What an endpoint does by itself, enough for the programs of the tutorials. Texts are written in the
/// endpoint's encoding and may hold the escapes of codec::InputMode::Escapes.
struct Behaviour
{
    QString greeting; ///< sent as a connection opens; empty: none

    // server
    bool echo = false; ///< every byte received goes back
    QString reply; ///< a ReplyTemplate, sent for each read; empty: none
    std::chrono::milliseconds replyDelay{0};
    QString
        closeOn; ///< a read that is exactly this text (a line end behind it is ignored) ends the connection
    bool closeAfterReply = false;

    // client
    QStringList script; ///< said in lockstep: each read is an answer, and the next one's turn
    HangUp hangUp = HangUp::Never;

    friend bool operator==(const Behaviour &, const Behaviour &) = default;
};

} // namespace swb::protocol

#pragma once

#include <QString>

#include <chrono>

namespace swb::protocol {

/// What a server does by itself, enough for the programs of the tutorials. Texts are written in the
/// endpoint's encoding and may hold the escapes of codec::InputMode::Escapes.
struct Behaviour
{
    QString greeting; ///< sent to each client as it connects; empty: none
    bool echo = false; ///< every byte received goes back
    QString reply; ///< a ReplyTemplate, sent for each read; empty: none
    std::chrono::milliseconds replyDelay{0};
    QString
        closeOn; ///< a read that is exactly this text (a line end behind it is ignored) ends the connection
    bool closeAfterReply = false;

    friend bool operator==(const Behaviour &, const Behaviour &) = default;
};

} // namespace swb::protocol

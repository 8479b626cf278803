#pragma once

#include "base/address.h"
#include "base/clock.h"
#include "codec/encoding.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace swb::protocol {

/// A reply with places to fill: {text} what was received, {peer} its address and port, {size} its bytes,
/// {time} now (local, HH:MM:SS); {{ and }} are braces. Escapes as in codec::InputMode::Escapes.
class ReplyTemplate
{
public:
    struct Fault {
        enum class Kind : quint8 { UnknownPlaceholder, UnclosedBrace, StrayBrace, BadEscape };
        Kind kind = Kind::UnknownPlaceholder;
        qsizetype position = 0;
        qsizetype length = 1;
        QString culprit;
    };
    struct Facts {
        QByteArray received; ///< {text} gives these very bytes back
        SocketAddress peer;
        Timestamp time;
    };

    /// The first fault, or nothing when the text is a good template in this encoding.
    static std::optional<Fault> check(QStringView text, const codec::Encoding &encoding);
    /// Only for text that check() passed; places that cannot be written in the encoding come out as \xNN… never:
    /// they are all ASCII or the peer's own bytes.
    ReplyTemplate(QStringView text, const codec::Encoding &encoding);

    QByteArray expand(const Facts &facts) const;
    bool isEmpty() const { return m_parts.isEmpty(); }

private:
    struct Part {
        enum class Kind : quint8 { Bytes, Text, Peer, Size, Time } kind = Kind::Bytes;
        QByteArray bytes;
    };
    codec::Encoding m_encoding;
    QList<Part> m_parts;
};

} // namespace swb::protocol

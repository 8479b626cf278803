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
/// {time} now (local, HH:MM:SS); {{ and }} are braces. Escapes as in codec::InputMode::Escapes. A value.
class ReplyTemplate
{
public:
    struct Fault
    {
        enum class Kind : quint8
        {
            UnknownPlaceholder,
            UnclosedBrace,
            StrayBrace,
            BadEscape, ///< an escape that is none, or a character that the encoding does not have
        };
        Kind kind = Kind::UnknownPlaceholder;
        qsizetype position = 0; ///< UTF-16 units from the start
        qsizetype length = 1;
        QString culprit;

        friend bool operator==(const Fault &, const Fault &) = default;
    };
    struct Facts
    {
        QByteArray received; ///< {text} gives these very bytes back
        SocketAddress peer;
        Timestamp time;
    };

    struct Part
    {
        enum class Kind : quint8
        {
            Bytes,
            Text,
            Peer,
            Size,
            Time
        };
        Kind kind = Kind::Bytes;
        QByteArray bytes; ///< in the encoding; of Bytes only
    };

    /// The first fault, or nothing when the text is a good template in this encoding.
    static std::optional<Fault> check(QStringView text, const codec::Encoding &encoding);
    /// Only for text that check() passed; of other text, what comes before the fault.
    ReplyTemplate(QStringView text, const codec::Encoding &encoding);

    QByteArray expand(const Facts &facts) const;
    bool isEmpty() const { return m_parts.isEmpty(); }
    const QList<Part> &parts() const { return m_parts; } ///< in the order of the text

private:
    struct Parsed;
    static Parsed parse(QStringView text, const codec::Encoding &encoding);
    static std::optional<Part::Kind> placeNamed(QStringView name);

    codec::Encoding m_encoding;
    QList<Part> m_parts;
};

} // namespace swb::protocol

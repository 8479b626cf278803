#pragma once

#include "bench/endpointspec.h"
#include "models/systemfacts.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <optional>

namespace swb::ui {

/// Says what is wrong with a form before anything starts: which field, and in words.
class SpecCheck
{
    Q_DECLARE_TR_FUNCTIONS(swb::ui::SpecCheck)

public:
    enum class Field
    {
        Address,
        Port,
        Encoding,
        Greeting,
        Reply,
        CloseOn,
        Script,
        LocalAddress,
        LocalPort
    };
    struct Mistake
    {
        Field field = Field::Address;
        QString text;
        friend bool operator==(const Mistake &, const Mistake &) = default;
    };

    /// At most one mistake a field. Empty: it can be started, as far as one can know without trying.
    static QList<Mistake> check(const bench::EndpointSpec &spec, const SystemFacts &facts);
    /// 0 to 65535 in plain digits; otherwise nothing, and `mistake` says why.
    static std::optional<quint16> parsePort(const QString &text, QString *mistake);

private:
    static QString listenAddress(const QString &text, const SystemFacts &facts);
    static QString peerAddress(const QString &text, const SystemFacts &facts);
    static QString ipAddress(const QString &text, const SystemFacts &facts);
    static QString hostName(const QString &text);
    static QString privilegedPort(quint16 port, const SystemFacts &facts);
    static QList<Mistake> behaviour(const bench::EndpointSpec &spec); ///< of a server
    static QList<Mistake> talk(const bench::EndpointSpec &spec); ///< of a client
    static QString escapedText(const QString &text, const QString &encoding);
    static QString replyTemplate(const QString &text, const QString &encoding);
};

} // namespace swb::ui

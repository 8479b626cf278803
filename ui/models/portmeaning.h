#pragma once

#include "models/systemfacts.h"

#include <QCoreApplication>
#include <QString>

namespace swb::ui {

/// What a port number means, in a sentence for the place beside its field: IANA's range (RFC 6335), the
/// service that is known by it, and what this very system does.
class PortMeaning
{
    Q_DECLARE_TR_FUNCTIONS(swb::ui::PortMeaning)

public:
    static QString ofListening(quint16 port, const SystemFacts &facts);
    static QString ofPeer(quint16 port, const SystemFacts &facts); ///< a client's destination
    static QLatin1StringView serviceName(quint16 port); ///< empty: none that is widely known

private:
    static QString range(quint16 port, const SystemFacts &facts);
};

} // namespace swb::ui

#include "bench/addresstext.h"

#include <algorithm>

namespace swb::bench {

Result<IpAddress> readAddress(const QString &text)
{
    if (const auto address = IpAddress::parse(text)) {
        const bool needsScope = address->family() == IpAddress::Family::V6 && address->isLinkLocal();
        if (needsScope && address->scope() == 0)
            return Failure{FailureKind::BadScope, 0, text};
        return *address;
    }
    const qsizetype percent = text.indexOf(QLatin1Char('%'));
    if (percent > 0 && IpAddress::parse(QStringView(text).left(percent)))
        return Failure{FailureKind::BadScope, 0, text};
    return Failure{FailureKind::BadAddress, 0, text};
}

Result<IpAddress> readListenAddress(const QString &text)
{
    if (text.isEmpty() || text == QLatin1Char('*'))
        return IpAddress::any();
    if (text.compare(QLatin1StringView("localhost"), Qt::CaseInsensitive) == 0)
        return IpAddress::loopback();
    return readAddress(text);
}

Outcome checkHost(const QString &host)
{
    const auto address = readAddress(host);
    const bool numeric =
        std::all_of(host.begin(), host.end(), [](QChar c) { return c.isDigit() || c == u'.'; });
    const bool meantAsAddress = numeric || host.contains(u':') || host.contains(u'%');
    if (!address && meantAsAddress)
        return address.failure();
    return Done{};
}

} // namespace swb::bench

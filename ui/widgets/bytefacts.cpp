#include "widgets/bytefacts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QtEndian>

namespace swb::ui {

namespace {

struct Facts
{
    Q_DECLARE_TR_FUNCTIONS(swb::ui::Facts)
};

QString bytesOf(qint64 size)
{
    if (size == 1)
        return Facts::tr("1 byte");
    return Facts::tr("%Ln bytes", nullptr, static_cast<int>(qMin<qint64>(size, INT_MAX)));
}

template <class Number>
QString bothOrders(QByteArrayView content)
{
    return QStringLiteral("u%1 LE %2   BE %3")
        .arg(sizeof(Number) * 8)
        .arg(qFromLittleEndian<Number>(content.data()))
        .arg(qFromBigEndian<Number>(content.data()));
}

QString asNumber(qint64 length, QByteArrayView content)
{
    if (length != content.size())
        return {};
    switch (length) {
    case 1: {
        const auto value = static_cast<quint8>(content.front());
        return QStringLiteral("u8 %1   0b%2").arg(value).arg(value, 8, 2, QLatin1Char('0'));
    }
    case 2:
        return bothOrders<quint16>(content);
    case 4:
        return bothOrders<quint32>(content);
    case 8:
        return bothOrders<quint64>(content);
    }
    return {};
}

} // namespace

QString eventFacts(EventKind kind, qint64 size, const QString &encoding)
{
    const QString text =
        kind == EventKind::Sent ? Facts::tr("Sent %1, shown as %2") : Facts::tr("Received %1, shown as %2");
    return text.arg(bytesOf(size), encoding);
}

QString selectionFacts(const ByteRange &range, QByteArrayView content)
{
    const QString where =
        Facts::tr("%1 at offset %2 (0x%3)")
            .arg(bytesOf(range.length()), QLocale().toString(range.start), QString::number(range.start, 16));
    const QString number = asNumber(range.length(), content);
    return number.isEmpty() ? where : where + QStringLiteral("   ") + number;
}

} // namespace swb::ui

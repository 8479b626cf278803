#include "codec/encoding.h"

#include <QHash>
#include <QSet>

#include <unicode/ucnv.h>

using namespace Qt::StringLiterals;

namespace swb::codec {

namespace {

struct Usual
{
    const char *name;
    const char *icuName;
};

// Where several tables go by one name, the one that real peers mean by it.
constexpr Usual usuals[] = {
    {"UTF-8", "UTF-8"},
    {"GBK", "windows-936-2000"}, // Windows code page 936: 80 is the euro sign
    {"GB18030", "gb18030"},
    {"Big5", "windows-950-2000"}, // Windows code page 950
    {"UTF-16LE", "UTF-16LE"}, // these two read a byte order mark as the character it is
    {"UTF-16BE", "UTF-16BE"},
    {"Shift_JIS", "ibm-943_P15A-2003"}, // Windows code page 932: 5C is a backslash, not a yen sign
    {"EUC-JP", "euc-jp-2007"}, // with JIS X 0212 and Windows' choice among look-alikes
    {"EUC-KR", "windows-949-2000"}, // its superset UHC, as browsers read it
    {"ISO-8859-1", "ISO-8859-1"}, // 80 to 9F are C1 controls; windows-1252 has letters there
    {"windows-1251", "ibm-5347_P100-1998"}, // with the euro sign
    {"windows-1252", "ibm-5348_P100-1997"}, // with the euro sign
    {"IBM037", "ibm-37_P100-1995"},
};

// Aliases that ICU gives to an IBM table although they name Windows' one.
constexpr Usual windowsAliases[] = {{"cp949", "windows-949-2000"}, {"cp950", "windows-950-2000"}};

/// Lower-case letters and digits alone; empty where the name has others than ASCII.
QByteArray normalized(QStringView name)
{
    QByteArray key;
    for (const QChar c : name) {
        if (c.unicode() > 0x7f)
            return {};
        const char latin = c.toLower().toLatin1();
        if ((latin >= 'a' && latin <= 'z') || (latin >= '0' && latin <= '9'))
            key += latin;
    }
    return key;
}

/// ICU 72 crashes on bytes that a peer may send (ICU-23165), and when it clones the converter.
constexpr const char *crashing[] = {"ISO_2022,locale=zh,version=2", "x11-compound-text"};

/// The same bytes and characters as another converter, or that converter apart from eating a byte order mark.
bool isVariantOfAnother(const QByteArray &icuName)
{
    return icuName.endsWith("Endian") || icuName.startsWith("UTF-16BE,") || icuName.startsWith("UTF-16LE,")
        || icuName.startsWith("UTF-16,");
}

bool isCrashing(const QByteArray &icuName)
{
    return std::find(std::begin(crashing), std::end(crashing), icuName) != std::end(crashing);
}

QString standardName(const QByteArray &icuName)
{
    for (const char *standard : {"MIME", "IANA"}) {
        UErrorCode error = U_ZERO_ERROR;
        if (const char *name = ucnv_getStandardName(icuName.constData(), standard, &error))
            return QString::fromLatin1(name);
    }
    return QString::fromLatin1(icuName);
}

/// Positions in all() by name and by the name of the converter.
QHash<QByteArray, qsizetype> makeIndex()
{
    QHash<QByteArray, qsizetype> index;
    const QList<Encoding> &all = Encoding::all();
    for (qsizetype i = all.size() - 1; i >= 0; --i) // backwards: the usual ones win
        index.insert(normalized(QString::fromLatin1(all[i].icuName())), i);
    for (qsizetype i = all.size() - 1; i >= 0; --i)
        index.insert(normalized(all[i].name()), i);
    for (const Usual &alias : windowsAliases)
        index.insert(alias.name, index.value(normalized(QString::fromLatin1(alias.icuName))));
    return index;
}

} // namespace

Encoding::Encoding()
    : m_name(u"UTF-8"_s)
    , m_icuName("UTF-8"_ba)
{
}

Encoding::Encoding(QString name, QByteArray icuName)
    : m_name(std::move(name))
    , m_icuName(std::move(icuName))
{
}

QList<Encoding> Encoding::makeAll()
{
    QList<Encoding> all;
    QSet<QByteArray> converters;
    QSet<QByteArray> names;
    for (const Usual &usual : usuals) {
        all.append(Encoding(QString::fromLatin1(usual.name), usual.icuName));
        converters.insert(usual.icuName);
        names.insert(normalized(all.last().name()));
    }
    for (int32_t i = 0; i < ucnv_countAvailable(); ++i) {
        const QByteArray icuName = ucnv_getAvailableName(i);
        if (isVariantOfAnother(icuName) || converters.contains(icuName) || isCrashing(icuName))
            continue;
        QString name = standardName(icuName);
        if (names.contains(normalized(name)))
            name = QString::fromLatin1(icuName);
        names.insert(normalized(name));
        all.append(Encoding(name, icuName));
    }
    return all;
}

const QList<Encoding> &Encoding::all()
{
    static const QList<Encoding> list = makeAll();
    return list;
}

qsizetype Encoding::usualCount()
{
    return std::size(usuals);
}

std::optional<Encoding> Encoding::find(QStringView nameOrAlias)
{
    static const QHash<QByteArray, qsizetype> index = makeIndex();
    const QByteArray key = normalized(nameOrAlias);
    if (key.isEmpty())
        return std::nullopt;
    auto found = index.constFind(key);
    if (found == index.cend()) {
        UErrorCode error = U_ZERO_ERROR;
        const char *icuName = ucnv_getAlias(nameOrAlias.toLatin1().constData(), 0, &error);
        if (!icuName)
            return std::nullopt;
        found = index.constFind(normalized(QString::fromLatin1(icuName)));
    }
    return found == index.cend() ? std::nullopt : std::optional(all().at(*found));
}

QStringList Encoding::aliases() const
{
    QStringList names;
    UErrorCode error = U_ZERO_ERROR;
    const uint16_t count = ucnv_countAliases(m_icuName.constData(), &error);
    for (uint16_t i = 0; i < count; ++i) {
        const QString alias = QString::fromLatin1(ucnv_getAlias(m_icuName.constData(), i, &error));
        if (alias != m_name)
            names.append(alias);
    }
    return names;
}

} // namespace swb::codec

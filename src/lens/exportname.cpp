#include "lens/exportname.h"

#include "codec/visible.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace swb::lens {

namespace {

/// A name may have 255 bytes; "-received", and what another program appends, should still fit.
constexpr qsizetype MostBytes = 200;

/// What some file system refuses, or a shell takes for more than a character.
bool separates(char32_t character)
{
    return character < 0x80 && QStringView(u"/\\:*?\"<>|").contains(QChar(char16_t(character)));
}

bool isDeviceName(const QString &stem)
{
    static const QRegularExpression device(
        u"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$"_s, QRegularExpression::CaseInsensitiveOption);
    return device.match(stem.section(u'.', 0, 0).trimmed()).hasMatch();
}

QString cut(const QString &text, qsizetype mostBytes)
{
    QString result;
    qsizetype bytes = 0;
    for (const char32_t codePoint : text.toUcs4()) {
        const QString character = QString::fromUcs4(&codePoint, 1);
        bytes += character.toUtf8().size();
        if (bytes > mostBytes)
            break;
        result += character;
    }
    return result;
}

} // namespace

QString safeFileName(const QString &stem, const QString &extension)
{
    QString name;
    for (const char32_t character : stem.toUcs4()) {
        const codec::Nature nature = codec::natureOf(character);
        if (separates(character))
            name += u'-';
        else if (nature == codec::Nature::Plain || nature == codec::Nature::Mark)
            name += QString::fromUcs4(&character, 1);
        else
            name += u' ';
    }
    name = name.simplified();
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    if (isDeviceName(name))
        name.prepend(u'_');
    name = cut(name, MostBytes - extension.toUtf8().size());
    while (name.endsWith(u'.') || name.endsWith(u' ')) // Windows drops them
        name.chop(1);
    return (name.isEmpty() ? u"export"_s : name) + extension;
}

QString withSuffix(const QString &path, const QString &suffix)
{
    const QFileInfo info(path);
    const QString extension = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    return info.dir().filePath(info.completeBaseName() + suffix + extension);
}

} // namespace swb::lens

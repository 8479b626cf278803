#include "lens/exportcells.h"

#include "codec/visible.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::lens {

namespace {

/// Spreadsheets take the full-width forms for the plain ones, and skip a line end or tab before them.
bool needsApostrophe(const QString &text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r\n'＝＋－＠").contains(text.front());
}

bool needsQuotes(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c == u'"' || c == u',' || c == u'\r' || c == u'\n' || c == u';' || c == u'\t';
    });
}

} // namespace

QByteArray csvCellBegin(const QString &text)
{
    return (needsApostrophe(text) ? "\"'" : "\"") + csvCellMore(text);
}

QByteArray csvCellMore(const QString &text)
{
    return QString(text).replace(u'"', u"\"\""_s).toUtf8();
}

QByteArray csvCell(const QString &text)
{
    if (needsQuotes(text) || needsApostrophe(text))
        return csvCellBegin(text) + '"';
    return text.toUtf8();
}

QByteArray cBytes(QByteArrayView bytes)
{
    constexpr qsizetype InLine = 12;
    constexpr char digits[] = "0123456789abcdef";
    QByteArray text;
    text.reserve(bytes.size() * 6);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = quint8(bytes[i]);
        text += i % InLine == 0 ? "    0x" : " 0x";
        text += digits[byte >> 4];
        text += digits[byte & 0xf];
        text += i % InLine == InLine - 1 || i == bytes.size() - 1 ? ",\n" : ",";
    }
    return text;
}

QString annotationText(const Annotation &annotation, NoteLines lines)
{
    QString note;
    if (lines == NoteLines::Shown) {
        note = codec::visibleText(annotation.text);
    } else {
        QStringList parts = annotation.text.split(u'\n');
        for (QString &part : parts)
            part = codec::visibleText(part);
        note = parts.join(u'\n');
    }
    if (!annotation.marked)
        return note;
    return note.isEmpty() ? QStringLiteral("★") : QStringLiteral("★ ") + note;
}

} // namespace swb::lens

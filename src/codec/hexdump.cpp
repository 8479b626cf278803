#include "codec/hexdump.h"

using namespace Qt::StringLiterals;

namespace swb::codec {

namespace {

constexpr char digits[] = "0123456789abcdef";
constexpr qsizetype bytesPerLine = 16;

void appendDigits(QString &text, char byte)
{
    text += QLatin1Char(digits[quint8(byte) >> 4]);
    text += QLatin1Char(digits[quint8(byte) & 0xf]);
}

void appendLine(QString &text, QByteArrayView line, quint64 offset)
{
    text += QString::number(offset, 16).rightJustified(8, u'0');
    for (qsizetype i = 0; i < bytesPerLine; ++i) {
        text += i % 8 == 0 ? u"  "_s : u" "_s;
        if (i < line.size())
            appendDigits(text, line[i]);
        else
            text += u"  "_s;
    }
    text += u"  |"_s;
    for (const char byte : line)
        text += byte >= 0x20 && byte < 0x7f ? QLatin1Char(byte) : QLatin1Char('.');
    text += u'|';
}

} // namespace

QString hexDigits(QByteArrayView bytes, QChar separator)
{
    QString text;
    text.reserve(bytes.size() * 3);
    for (const char byte : bytes) {
        if (!text.isEmpty() && !separator.isNull())
            text += separator;
        appendDigits(text, byte);
    }
    return text;
}

QString hexDump(QByteArrayView bytes, quint64 firstOffset)
{
    QString text;
    for (qsizetype i = 0; i < bytes.size(); i += bytesPerLine) {
        if (i > 0)
            text += u'\n';
        appendLine(text, bytes.sliced(i, std::min(bytesPerLine, bytes.size() - i)), firstOffset + quint64(i));
    }
    return text;
}

QString cArray(QByteArrayView bytes)
{
    constexpr qsizetype InLine = 12;
    QString text = u"const unsigned char bytes[] = {"_s;
    text.reserve(bytes.size() * 7);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        text += i % InLine == 0 ? u"\n    0x"_s : u" 0x"_s;
        appendDigits(text, bytes[i]);
        text += u',';
    }
    return text + u"\n};\n"_s;
}

} // namespace swb::codec

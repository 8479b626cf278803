#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace swb::codec {

/// A text encoding by its canonical name. A small value; converters are made from it (StreamDecoder,
/// compose).
class Encoding
{
public:
    Encoding(); ///< UTF-8

    /// Any name or alias that ICU knows, case and punctuation ignored: "gbk", "cp936", "Windows-936".
    static std::optional<Encoding> find(QStringView nameOrAlias);
    /// Every encoding ICU has, each once, but for two obscure ones that make it crash; the usual ones first
    /// and in this order: UTF-8, GBK, GB18030, Big5, UTF-16LE, UTF-16BE, Shift_JIS, EUC-JP, EUC-KR,
    /// ISO-8859-1, windows-1251, windows-1252, IBM037.
    static const QList<Encoding> &all();
    static qsizetype usualCount(); ///< how many at the front of all() are the usual ones

    const QString &name() const { return m_name; } ///< what users see and files hold: "GBK"
    const QByteArray &icuName() const { return m_icuName; } ///< the exact ICU converter: "windows-936-2000"
    QStringList aliases() const; ///< other names, for a searchable list

    friend bool operator==(const Encoding &a, const Encoding &b) { return a.m_name == b.m_name; }

private:
    Encoding(QString name, QByteArray icuName);
    static QList<Encoding> makeAll();
    QString m_name;
    QByteArray m_icuName;
};

} // namespace swb::codec

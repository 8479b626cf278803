#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace swb::journal {

/// Finds one sequence of bytes fast: compares its two rarest bytes at sixteen places at a time.
class ByteSearch
{
public:
    /// `ignoreCase`: a to z are A to Z.
    ByteSearch(const QByteArray &needle, bool ignoreCase);

    qsizetype size() const { return m_needle.size(); }
    /// The first place at or behind `from` where the needle stands; -1: nowhere.
    qsizetype indexIn(QByteArrayView bytes, qsizetype from) const;

private:
    bool isAt(const char *place) const;

    QByteArray m_needle; ///< lower case when case is ignored
    bool m_ignoreCase;
    qsizetype m_rare = 0; ///< the places of the two bytes that are looked for first
    qsizetype m_rareToo = 0;
};

} // namespace swb::journal

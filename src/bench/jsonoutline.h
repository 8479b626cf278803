#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QSet>

namespace swb::bench {

/// Where things stand in a JSON text, which Qt's reader does not tell: on which line each key is, how deep
/// the text nests, and which key is given twice. Reads no further than it may nest. Of text that is no JSON
/// it says something harmless; Qt's reader says the rest. A value.
class JsonOutline
{
public:
    /// `text` has been bounded by the caller.
    JsonOutline(QByteArrayView text, qsizetype mostDeep);

    int tooDeepLine() const { return m_tooDeepLine; } ///< 0: it is not too deep
    /// "endpoints/2/port", array elements counted from 0. 0: not there, or deeper than a bench goes.
    int lineOf(const QByteArray &path) const { return m_lines.value(path); }
    const QByteArray &repeated() const { return m_repeated; } ///< path of the first key given twice
    int repeatedLine() const { return m_repeatedLine; }

private:
    struct Level
    {
        bool object = false;
        bool wantsKey = false;
        int index = 0; ///< of an array's element
        QByteArray key; ///< whose value is being read
        QSet<QByteArray> keys;
    };
    qsizetype readString(QByteArrayView text, qsizetype at);
    void noteKey(const QByteArray &key);
    void noteElement();
    QByteArray path() const;

    QList<Level> m_levels;
    int m_line = 1;
    QHash<QByteArray, int> m_lines;
    int m_tooDeepLine = 0;
    QByteArray m_repeated;
    int m_repeatedLine = 0;
};

} // namespace swb::bench

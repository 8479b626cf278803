#include "models/fuzzymatch.h"

#include <QList>

namespace swb::ui {

namespace {

constexpr int wordStart = 100;
constexpr int withinWord = 60;
constexpr int scattered = 20;

bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

/// The letters one after another, and the first of them at the start of a word: else everything would match.
bool isScattered(QStringView word, const QString &text)
{
    for (qsizetype start = 0; start < text.size(); ++start) {
        if (!startsWord(text, start) || text[start].toCaseFolded() != word[0].toCaseFolded())
            continue;
        qsizetype found = 0;
        for (qsizetype i = start; i < text.size() && found < word.size(); ++i)
            found += text[i].toCaseFolded() == word[found].toCaseFolded();
        if (found == word.size())
            return true;
    }
    return false;
}

std::optional<int> scoreOf(QStringView word, const QString &text)
{
    qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
    if (at < 0)
        return isScattered(word, text) ? std::optional(scattered) : std::nullopt;
    for (qsizetype next = at; next >= 0; next = text.indexOf(word, next + 1, Qt::CaseInsensitive)) {
        if (startsWord(text, next))
            return wordStart + (next == 0 ? 1 : 0);
    }
    return withinWord;
}

} // namespace

std::optional<int> fuzzyScore(QStringView query, const QString &text)
{
    int score = 0;
    for (const QStringView word : query.split(u' ', Qt::SkipEmptyParts)) {
        const auto one = scoreOf(word, text);
        if (!one)
            return std::nullopt;
        score += *one;
    }
    return score;
}

} // namespace swb::ui

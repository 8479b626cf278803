#include "pages/palettemodel.h"

#include "bench/sentences.h"
#include "models/fuzzymatch.h"
#include "pages/shortcutmodel.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

/// The words that are shown count for more than where it stands, and both for more than what is not shown.
std::optional<int> scoreOf(const PaletteEntry &entry, const QString &query)
{
    const auto own = fuzzyScore(query, entry.text);
    const auto withPlace = fuzzyScore(query, entry.place + u' ' + entry.text);
    const auto hidden = fuzzyScore(query, entry.otherWords);
    if (!own && !withPlace && !hidden)
        return std::nullopt;
    return std::max({3 * own.value_or(0), 2 * withPlace.value_or(0), hidden.value_or(0)});
}

} // namespace

void PaletteModel::setEntries(QList<PaletteEntry> entries, const QStringList &usedLast)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_usedLast = usedLast;
    m_query.clear();
    choose();
    endResetModel();
}

void PaletteModel::setQuery(const QString &query)
{
    if (query.simplified() == m_query)
        return;
    beginResetModel();
    m_query = query.simplified();
    choose();
    endResetModel();
}

int PaletteModel::rank(const PaletteEntry &entry) const
{
    const qsizetype used = entry.id.isEmpty() ? -1 : m_usedLast.indexOf(entry.id);
    return (entry.enabled ? 1'000 : 0) + (used < 0 ? 0 : int(m_usedLast.size() - used));
}

void PaletteModel::choose()
{
    struct Answer
    {
        qsizetype index;
        int score;
        int rank;
    };
    std::vector<Answer> answers;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const PaletteEntry &entry = m_entries[i];
        if (m_query.isEmpty() && entry.onlyWhenAsked)
            continue;
        if (const auto score = m_query.isEmpty() ? std::optional(0) : scoreOf(entry, m_query))
            answers.push_back({i, *score, rank(entry)});
    }
    std::ranges::stable_sort(answers, [](const Answer &a, const Answer &b) {
        return a.score != b.score ? a.score > b.score : a.rank > b.rank;
    });
    m_rows.clear();
    for (const Answer &answer : answers) {
        if (m_rows.size() < mostShown)
            m_rows.append(answer.index);
    }
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteEntry &entry = m_entries[m_rows[index.row()]];
    const QString keys = ShortcutModel::keysText(entry.keys.mid(0, 1));
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case Qt::AccessibleTextRole:
        return bench::Sentences::list({entry.text, entry.place, keys});
    case placeRole:
        return entry.place;
    case keysRole:
        return keys;
    case enabledRole:
        return entry.enabled;
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    // What cannot be done now can be looked at all the same: that is how its keys and its place are found.
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

} // namespace swb::ui

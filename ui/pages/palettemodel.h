#pragma once

#include <QAbstractListModel>
#include <QKeySequence>
#include <QList>
#include <QStringList>

#include <functional>

namespace swb::ui {

/// Something that the command palette can do.
struct PaletteEntry
{
    QString id; ///< by which it is remembered; empty: it is not
    QString text;
    QString place; ///< where else it is found: "View › Theme"
    QString otherWords; ///< by which it is found as well, and which are not shown
    QList<QKeySequence> keys;
    bool enabled = true;
    bool onlyWhenAsked = false; ///< not listed before something is typed
    std::function<void()> run;
};

/// The entries that answer what was typed, the best first; before that, those used last and then all in
/// order.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int placeRole = Qt::UserRole;
    static constexpr int keysRole = Qt::UserRole + 1;
    static constexpr int enabledRole = Qt::UserRole + 2;
    static constexpr int mostShown = 200; ///< more are not read, but narrowed down

    using QAbstractListModel::QAbstractListModel;

    /// `usedLast` are ids, the latest first.
    void setEntries(QList<PaletteEntry> entries, const QStringList &usedLast);
    void setQuery(const QString &query);
    const PaletteEntry &entry(int row) const { return m_entries[m_rows[row]]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void choose();
    int rank(const PaletteEntry &entry) const; ///< among equally good answers, the higher comes first

    QList<PaletteEntry> m_entries;
    QStringList m_usedLast;
    QString m_query;
    QList<qsizetype> m_rows; ///< indexes of what is shown
};

} // namespace swb::ui

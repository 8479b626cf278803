#include "models/factsmodel.h"

#include "models/timetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

using kernel::FactId;
using kernel::Sample;
using kernel::Source;

namespace {

bool standsBefore(FactId a, FactId b)
{
    return FactWords::place(a) < FactWords::place(b);
}

} // namespace

FactsModel::FactsModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void FactsModel::merge(Wanted &wanted, const Sample &sample)
{
    for (Told &told : wanted)
        told.isEarlier = true;
    for (const FactId id : sample.facts.asked()) {
        const Source source = sample.source == Source::Kernel ? kernel::originOf(id) : sample.source;
        wanted.insert(id, {sample.facts.value(id), source, sample.time, false});
    }
}

void FactsModel::show(const QList<Sample> &samples)
{
    Wanted wanted;
    for (const Sample &sample : samples)
        merge(wanted, sample);
    change(wanted);
}

void FactsModel::change(const Wanted &wanted)
{
    for (const FactId id : m_told.keys()) {
        if (!wanted.contains(id))
            remove(id);
    }
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        const auto known = m_told.find(it.key());
        if (known == m_told.end()) {
            insert(it.key(), *it);
            continue;
        }
        const bool isSame =
            known->value == it->value && known->source == it->source && known->isEarlier == it->isEarlier;
        *known = *it;
        if (!isSame)
            emit dataChanged(indexOf(it.key(), Column::Name), indexOf(it.key(), Column::Source));
    }
}

void FactsModel::insert(FactId id, const Told &told)
{
    const FactGroup group = FactWords::groupOf(id);
    const int row = groupRow(group);
    if (!hasGroup(group, row)) {
        beginInsertRows({}, row, row);
        m_groups.insert(row, {group, {id}});
        m_told.insert(id, told);
        endInsertRows();
        return;
    }
    QList<FactId> &facts = m_groups[row].facts;
    const auto before = std::lower_bound(facts.cbegin(), facts.cend(), id, standsBefore);
    const int factRow = int(before - facts.cbegin());
    beginInsertRows(index(row, 0), factRow, factRow);
    facts.insert(before, id);
    m_told.insert(id, told);
    endInsertRows();
}

void FactsModel::remove(FactId id)
{
    const int row = groupRow(FactWords::groupOf(id));
    QList<FactId> &facts = m_groups[row].facts;
    if (facts.size() == 1) {
        beginRemoveRows({}, row, row);
        m_groups.removeAt(row);
    } else {
        const int factRow = int(facts.indexOf(id));
        beginRemoveRows(index(row, 0), factRow, factRow);
        facts.removeAt(factRow);
    }
    m_told.remove(id);
    endRemoveRows();
}

int FactsModel::groupRow(FactGroup group) const
{
    const auto found = std::lower_bound(m_groups.cbegin(), m_groups.cend(), group,
        [](const Group &g, FactGroup wanted) { return g.group < wanted; });
    return int(found - m_groups.cbegin());
}

QModelIndex FactsModel::indexOf(FactId id, Column column) const
{
    const int row = groupRow(FactWords::groupOf(id));
    return index(int(m_groups[row].facts.indexOf(id)), int(column), index(row, 0));
}

/// A fact's index carries its group, counted from 1, a group's carries 0: neither moves with others.
QModelIndex FactsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(m_groups[parent.row()].group) + 1 : 0);
}

QModelIndex FactsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(groupRow(FactGroup(child.internalId() - 1)), 0, quintptr(0));
}

int FactsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == 0 && parent.column() == 0 ? int(m_groups[parent.row()].facts.size()) : 0;
}

int FactsModel::columnCount(const QModelIndex &) const
{
    return columnTotal;
}

std::optional<FactId> FactsModel::factAt(const QModelIndex &index) const
{
    if (index.internalId() == 0)
        return std::nullopt;
    return m_groups[groupRow(FactGroup(index.internalId() - 1))].facts[index.row()];
}

QVariant FactsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const auto fact = factAt(index))
        return factData(*fact, Column(index.column()), role);
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    return isText && index.column() == 0 ? FactWords::group(m_groups[index.row()].group) : QVariant();
}

QVariant FactsModel::factData(FactId id, Column column, int role) const
{
    const Told told = m_told.value(id);
    switch (role) {
    case Qt::DisplayRole:
        return text(id, column);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return explanation(id);
    case Qt::AccessibleTextRole:
        return column == Column::Name ? line(indexOf(id, column)) : text(id, column);
    case FactRole:
        return int(id);
    case QuietRole:
        return !told.value || told.isEarlier;
    default:
        return {};
    }
}

QString FactsModel::text(FactId id, Column column) const
{
    switch (column) {
    case Column::Name:
        return FactWords::name(id);
    case Column::Value:
        return valueText(id);
    case Column::Source:
        return FactWords::source(m_told.value(id).source);
    }
    return {};
}

QString FactsModel::valueText(FactId id) const
{
    const auto value = m_told.value(id).value;
    return value ? FactWords::value(id, *value) : FactWords::missing(id);
}

QString FactsModel::explanation(FactId id) const
{
    const Told told = m_told.value(id);
    QStringList parts{FactWords::name(id), FactWords::sentence(id)}; // the name may be cut in a narrow column
    if (const QString exact = told.value ? FactWords::exact(id, *told.value) : QString(); !exact.isEmpty())
        parts.append(exact);
    if (told.value)
        parts.append(FactWords::sourceSentence(told.source));
    if (told.isEarlier)
        parts.append(tr("Last told at %1.").arg(TimeText::timeOfDay(told.time)));
    return parts.join(u'\n');
}

QString FactsModel::line(const QModelIndex &index) const
{
    const auto id = index.isValid() ? factAt(index) : std::nullopt;
    if (!id)
        return index.isValid() ? FactWords::group(m_groups[index.row()].group) : QString();
    const auto value = m_told.value(*id).value;
    const QString exact = value ? FactWords::exact(*id, *value) : QString();
    return tr("%1: %2", "a fact and its value")
        .arg(FactWords::name(*id), exact.isEmpty() ? valueText(*id) : exact);
}

QVariant FactsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Name:
        return tr("Fact");
    case Column::Value:
        return tr("Value");
    case Column::Source:
        return tr("Source");
    }
    return {};
}

void FactsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnTotal - 1);
    for (int row = 0; row < m_groups.size(); ++row) {
        const QModelIndex group = index(row, 0);
        emit dataChanged(group, index(row, columnTotal - 1));
        emit dataChanged(index(0, 0, group), index(rowCount(group) - 1, columnTotal - 1, group));
    }
}

} // namespace swb::ui

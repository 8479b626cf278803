#include "models/addresslist.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

AddressList::AddressList(QObject *parent)
    : QAbstractListModel(parent)
{
    rebuild();
}

void AddressList::setUse(Use use)
{
    if (m_use == use)
        return;
    m_use = use;
    rebuild();
}

void AddressList::setFacts(const SystemFacts &facts)
{
    m_facts = facts;
    rebuild();
}

void AddressList::rebuild()
{
    beginResetModel();
    m_entries = {{Kind::ThisComputer, u"127.0.0.1"_s, {}}, {Kind::ThisComputerV6, u"::1"_s, {}}};
    if (m_use == Use::Listen) {
        m_entries.append({Kind::EveryV4, u"0.0.0.0"_s, {}});
        m_entries.append({Kind::EveryV6, u"::"_s, {}});
    } else {
        m_entries.append({Kind::ThisComputerByName, u"localhost"_s, {}});
    }
    for (const InterfaceAddress &entry : std::as_const(m_facts.addresses)) {
        if (!entry.address.isLoopback())
            m_entries.append({Kind::Interface, entry.address.toString(), entry.interface});
    }
    endResetModel();
}

void AddressList::retranslate()
{
    emit dataChanged(index(0), index(int(m_entries.size()) - 1));
}

QString AddressList::meaning(const Entry &entry)
{
    switch (entry.kind) {
    case Kind::ThisComputer:
        return tr("this computer only");
    case Kind::ThisComputerV6:
        return tr("this computer only, IPv6");
    case Kind::ThisComputerByName:
        return tr("this computer, by name");
    case Kind::EveryV4:
        return tr("every IPv4 address of this computer");
    case Kind::EveryV6:
        return tr("every IPv6 address, and IPv4 where the system maps it");
    case Kind::Interface:
        return tr("interface %1").arg(entry.interface);
    }
    return {};
}

QString AddressList::meaningOf(const QString &address) const
{
    const auto it = std::ranges::find(m_entries, address, &Entry::address);
    return it == m_entries.cend() ? QString() : meaning(*it);
}

int AddressList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant AddressList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Entry &entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return entry.address;
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "an address and what it is").arg(entry.address, meaning(entry));
    case MeaningRole:
        return meaning(entry);
    default:
        return {};
    }
}

} // namespace swb::ui

#pragma once

#include "models/systemfacts.h"

#include <QAbstractListModel>

namespace swb::ui {

/// The addresses a form offers, each with what it is: this computer, every IPv4, every IPv6, each interface's
/// own. The display text is the bare address, so that an editable combo box takes it over as it stands.
class AddressList : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Use
    {
        Listen, ///< with the any-addresses
        Connect, ///< with "localhost", without the any-addresses, which name no peer
    };
    enum Role
    {
        MeaningRole = Qt::UserRole
    };

    explicit AddressList(QObject *parent = nullptr);

    void setUse(Use use);
    void setFacts(const SystemFacts &facts); ///< interfaces come and go: call it again to refresh
    void retranslate();
    QString meaningOf(const QString &address) const; ///< empty: not in the list

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    enum class Kind
    {
        ThisComputer,
        ThisComputerV6,
        ThisComputerByName,
        EveryV4,
        EveryV6,
        Interface
    };
    struct Entry
    {
        Kind kind = Kind::Interface;
        QString address;
        QString interface;
    };
    void rebuild();
    static QString meaning(const Entry &entry);

    Use m_use = Use::Listen;
    SystemFacts m_facts;
    QList<Entry> m_entries;
};

} // namespace swb::ui

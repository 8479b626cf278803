#pragma once

#include "lens/hall.h"

#include <QAbstractListModel>

namespace swb::ui {

enum class HallRoom
{
    Door, ///< they have knocked, or their handshake is under way
    Hall, ///< the accept queue
    Desk ///< accepted
};
inline constexpr int hallRoomTotal = int(HallRoom::Desk) + 1;

/// Who stands around a listener, as rows that can be read out: the rooms, their guests below them, and what
/// the whole computer counts.
class HallModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind
    {
        Room,
        Knocking,
        Handshake,
        Waiting,
        Served,
        More, ///< those that are too many to be shown
        Counters
    };
    struct Part
    {
        Kind kind;
        HallRoom room;
        int guest = -1; ///< in its list of the hall

        friend bool operator==(const Part &, const Part &) = default;
    };
    static constexpr int mostGuests = 100; ///< of one kind

    using QAbstractListModel::QAbstractListModel;

    void setHall(const lens::Hall &hall, Timestamp now);
    void clear(); ///< there is nothing to see, or it is another listener
    void retranslate();

    const QList<Part> &parts() const { return m_parts; }
    const lens::Hall &hall() const { return m_hall; }
    static QString title(HallRoom room);
    QString caption(HallRoom room) const; ///< how many are there
    QString heading(const Part &part) const; ///< of a guest: its address
    QString detail(const Part &part) const; ///< of a guest: how long, what it has sent
    QString sentence(const Part &part) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: heading; the whole sentence as ToolTipRole and AccessibleTextRole.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    const QList<lens::HallGuest> &listOf(Kind kind) const;
    const lens::HallGuest &guestOf(const Part &part) const { return listOf(part.kind)[part.guest]; }
    QString patience(const lens::HallGuest &guest) const;
    QString roomSentence(HallRoom room) const;
    QString guestSentence(const Part &part) const;
    QString counters() const;
    int hidden(HallRoom room) const;

    lens::Hall m_hall;
    Timestamp m_now;
    QList<Part> m_parts; ///< empty: there is nothing to see
};

} // namespace swb::ui

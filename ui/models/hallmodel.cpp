#include "models/hallmodel.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

using lens::HallGuest;
using namespace std::chrono_literals;

namespace {

struct KindOfGuest
{
    HallModel::Kind kind;
    HallRoom room;
};
constexpr KindOfGuest guestKinds[] = {
    {HallModel::Kind::Knocking, HallRoom::Door},
    {HallModel::Kind::Handshake, HallRoom::Door},
    {HallModel::Kind::Waiting, HallRoom::Hall},
    {HallModel::Kind::Served, HallRoom::Desk},
};

QString number(std::optional<qint64> value)
{
    return value ? QLocale().toString(*value) : HallModel::tr("not available here");
}

} // namespace

void HallModel::setHall(const lens::Hall &hall, Timestamp now)
{
    m_hall = hall;
    m_now = now;
    QList<Part> parts;
    for (int room = 0; room < hallRoomTotal; ++room) {
        parts.append({Kind::Room, HallRoom(room)});
        for (const auto &[kind, where] : guestKinds) {
            const int shown = where == HallRoom(room) ? qMin(int(listOf(kind).size()), mostGuests) : 0;
            for (int guest = 0; guest < shown; ++guest)
                parts.append({kind, where, guest});
        }
        if (hidden(HallRoom(room)) > 0)
            parts.append({Kind::More, HallRoom(room)});
    }
    parts.append({Kind::Counters, HallRoom::Desk});
    if (parts == m_parts) {
        emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_parts = parts;
    endResetModel();
}

void HallModel::clear()
{
    if (m_parts.isEmpty())
        return;
    beginResetModel();
    m_parts.clear();
    m_hall = {};
    endResetModel();
}

void HallModel::retranslate()
{
    if (!m_parts.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

const QList<HallGuest> &HallModel::listOf(Kind kind) const
{
    switch (kind) {
    case Kind::Knocking:
        return m_hall.knocking;
    case Kind::Handshake:
        return m_hall.handshakes;
    case Kind::Waiting:
        return m_hall.waiting;
    default:
        return m_hall.served;
    }
}

int HallModel::hidden(HallRoom room) const
{
    int count = 0;
    for (const auto &[kind, where] : guestKinds)
        count += where == room ? qMax(0, int(listOf(kind).size()) - mostGuests) : 0;
    return count;
}

QString HallModel::title(HallRoom room)
{
    switch (room) {
    case HallRoom::Door:
        return tr("At the door");
    case HallRoom::Hall:
        return tr("In the hall");
    case HallRoom::Desk:
        return tr("At a desk");
    }
    return {};
}

QString HallModel::caption(HallRoom room) const
{
    const int waiting = int(m_hall.queue.value_or(m_hall.waiting.size()));
    switch (room) {
    case HallRoom::Door:
        return tr("%1 · %2", "two counts")
            .arg(tr("%n knock(s)", "clients", int(m_hall.knocking.size())),
                tr("%n handshake(s)", nullptr, int(m_hall.handshakes.size())));
    case HallRoom::Hall:
        return m_hall.limit ? tr("%1 of %2 places taken: listen(%3) admits one more")
                                  .arg(number(waiting), number(m_hall.places()), number(m_hall.limit))
                            : tr("%n wait(s) to be accepted", nullptr, waiting);
    case HallRoom::Desk:
        return tr("%n accepted", nullptr, int(m_hall.served.size()));
    }
    return {};
}

QString HallModel::heading(const Part &part) const
{
    switch (part.kind) {
    case Kind::Room:
        return title(part.room);
    case Kind::More:
        return tr("and %n more", nullptr, hidden(part.room));
    case Kind::Counters:
        return counters();
    default:
        return guestOf(part).address.toString();
    }
}

/// Tenths of a second as long as they can be read.
QString HallModel::patience(const HallGuest &guest) const
{
    const auto time = std::max<std::chrono::nanoseconds>(m_now - guest.since, 0ns);
    if (time >= 2min)
        return tr("%1 min").arg(QLocale().toString(std::chrono::floor<std::chrono::minutes>(time).count()));
    if (time >= 10s)
        return tr("%1 s").arg(QLocale().toString(std::chrono::floor<std::chrono::seconds>(time).count()));
    return tr("%1 s").arg(QLocale().toString(std::chrono::duration<double>(time).count(), 'f', 1));
}

QString HallModel::detail(const Part &part) const
{
    if (part.guest < 0)
        return {};
    const HallGuest &guest = guestOf(part);
    QStringList said;
    const int tries = int(guest.tries.value_or(0));
    if (part.kind == Kind::Knocking)
        said.append(tries > 0 ? tr("SYN sent again %n time(s)", nullptr, tries) : tr("SYN sent"));
    else if (part.kind == Kind::Handshake)
        said.append(tries > 0 ? tr("answered again %n time(s)", nullptr, tries) : tr("SYN answered"));
    said.append(patience(guest));
    if (guest.unread.value_or(0) > 0)
        said.append(tr("%n byte(s) unread", nullptr, int(*guest.unread)));
    if (guest.hasFinished)
        said.append(tr("has finished"));
    return said.join(u" · "_s);
}

QString HallModel::roomSentence(HallRoom room) const
{
    switch (room) {
    case HallRoom::Door:
        return tr("At the door: %1. Who knocks has sent a SYN and got no answer, because the hall is full or "
                  "the answer is on its way; this can be seen of clients on this computer only.")
            .arg(caption(room));
    case HallRoom::Hall:
        return tr("In the hall: %1. The kernel has connected them by itself, and no program has accepted "
                  "them. They can send already.")
            .arg(caption(room));
    case HallRoom::Desk:
        return tr("At a desk: %1. A program holds these connections, until it closes them.")
            .arg(caption(room));
    }
    return {};
}

QString HallModel::guestSentence(const Part &part) const
{
    const HallGuest &guest = guestOf(part);
    const QString address = guest.address.toString();
    const int tries = int(guest.tries.value_or(0));
    const QString unread = tr("%n byte(s) unread", nullptr, int(guest.unread.value_or(0)));
    const QString finished = guest.hasFinished ? u' ' + tr("It has finished sending (FIN).") : QString();
    switch (part.kind) {
    case Kind::Knocking:
        return tr("%1 has knocked for %2 and got no answer; its kernel has sent the SYN again %n time(s).",
            nullptr, tries)
            .arg(address, patience(guest));
    case Kind::Handshake:
        return tr("%1 shakes hands: its SYN is answered, and its acknowledgement has not been taken yet.")
            .arg(address);
    case Kind::Waiting:
        return tr("%1 is connected and has waited to be accepted for at least %2, with %3.")
                   .arg(address, patience(guest), unread)
            + finished;
    default:
        return tr("%1 is accepted: seen here for %2, with %3.").arg(address, patience(guest), unread)
            + finished;
    }
}

QString HallModel::counters() const
{
    return tr("On the whole computer, since it was started: %1 found a hall full (ListenOverflows), %2 were "
              "turned away for any reason (ListenDrops)")
        .arg(number(m_hall.overflows), number(m_hall.drops));
}

QString HallModel::sentence(const Part &part) const
{
    switch (part.kind) {
    case Kind::Room:
        return roomSentence(part.room);
    case Kind::More:
        return heading(part);
    case Kind::Counters:
        return m_hall.complete ? counters() : counters() + u". "_s + tr("Some clients may be missing here.");
    default:
        return guestSentence(part);
    }
}

int HallModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_parts.size());
}

QVariant HallModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Part &part = m_parts[index.row()];
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return sentence(part);
    return role == Qt::DisplayRole ? heading(part) : QVariant();
}

} // namespace swb::ui

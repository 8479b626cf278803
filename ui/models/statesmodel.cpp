#include "models/statesmodel.h"

#include "models/factwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

using kernel::TcpState;
using lens::StateEvidence;
using lens::StateVisit;

namespace {

QString duration(std::chrono::nanoseconds time)
{
    return FactWords::time(std::chrono::duration_cast<std::chrono::microseconds>(time).count());
}

/// So close that one number says it.
bool isNarrow(std::chrono::nanoseconds least, std::chrono::nanoseconds most)
{
    using namespace std::chrono_literals;
    return most - least <= std::max<std::chrono::nanoseconds>(1ms, most / 10);
}

} // namespace

void StatesModel::setEnds(const End &ours, const End &theirs, Timestamp now)
{
    const auto counts = [this] {
        return std::pair(m_ends[0].path.visits.size(), m_ends[1].path.visits.size());
    };
    const bool isSame = counts() == std::pair(ours.path.visits.size(), theirs.path.visits.size());
    if (!isSame)
        beginResetModel();
    m_ends = {ours, theirs};
    m_now = now;
    if (!isSame)
        endResetModel();
    else if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
}

void StatesModel::clear()
{
    beginResetModel();
    m_ends = {};
    endResetModel();
}

void StatesModel::retranslate()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
    emit headerDataChanged(Qt::Horizontal, 0, columnTotal - 1);
}

int StatesModel::placeOf(int row) const
{
    return endOf(row) == 0 ? row : row - int(m_ends[0].path.visits.size());
}

int StatesModel::rowOf(int end, int place) const
{
    return end == 0 ? place : int(m_ends[0].path.visits.size()) + place;
}

const StateVisit &StatesModel::visit(int row) const
{
    return end(endOf(row)).path.visits[size_t(placeOf(row))];
}

bool StatesModel::isCurrent(int row) const
{
    return placeOf(row) + 1 == int(end(endOf(row)).path.visits.size());
}

QString StatesModel::title(int end) const
{
    const QString &name = m_ends[size_t(end)].name;
    return end == 0 ? tr("Our end, %1", "an address").arg(name) : tr("Their end, %1", "an address").arg(name);
}

QString StatesModel::time(int row) const
{
    const StateVisit &visit = this->visit(row);
    const lens::StatePath &path = end(endOf(row)).path;
    if (visit.evidence == StateEvidence::NotSampled)
        return tr("not sampled");
    if (isStart(row) || !visit.first)
        return {};
    if (isCurrent(row)) {
        if (visit.state == TcpState::Closed)
            return {};
        if (path.timeWaitLeft)
            return tr("%1 left", "a time").arg(duration(*path.timeWaitLeft));
        return tr("for %1", "a time").arg(duration(std::max(m_now, *visit.last) - *visit.first));
    }
    const auto most = visit.atMost();
    if (!most) // nobody looked as it came here
        return u"≥ "_s + duration(visit.atLeast());
    if (isNarrow(visit.atLeast(), *most))
        return duration(*most);
    if (visit.atLeast() == std::chrono::nanoseconds::zero())
        return u"< "_s + duration(*most);
    return u"≈ "_s + duration((visit.atLeast() + *most) / 2);
}

QString StatesModel::evidence(int row) const
{
    switch (visit(row).evidence) {
    case StateEvidence::Sampled:
        return tr("sampled");
    case StateEvidence::Inferred:
        return tr("inferred");
    case StateEvidence::NotSampled:
        return tr("not sampled");
    }
    return {};
}

QString StatesModel::bounds(const StateVisit &visit) const
{
    const auto most = visit.atMost();
    if (visit.evidence == StateEvidence::NotSampled)
        return most ? tr("Passed in less than %1, between two looks.").arg(duration(*most))
                    : tr("Passed before the first look.");
    if (!most || isNarrow(visit.atLeast(), *most))
        return {};
    return tr("At least %1, at most %2: it is looked at from time to time.")
        .arg(duration(visit.atLeast()), duration(*most));
}

QString StatesModel::sentence(int row) const
{
    const StateVisit &visit = this->visit(row);
    QStringList parts{QStringLiteral("%1: %2").arg(title(endOf(row)), kernel::stateName(visit.state))};
    for (const QString &part : {time(row), evidence(row)}) {
        if (!part.isEmpty() && !parts.contains(part))
            parts.append(part);
    }
    QStringList sentences{parts.join(u", "_s) + u'.'};
    if (visit.byReset)
        sentences.append(tr("It came here by a RST."));
    sentences.append(bounds(visit));
    sentences.append(explanation(visit.state));
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString StatesModel::explanation(TcpState state)
{
    switch (state) {
    case TcpState::Closed:
        return tr("There is no connection.");
    case TcpState::Listen:
        return tr("A server waits for clients.");
    case TcpState::SynSent:
        return tr("A SYN went out; the answer has not come.");
    case TcpState::SynReceived:
        return tr("A SYN came and was answered; the last acknowledgement has not come.");
    case TcpState::Established:
        return tr("Both ends may send.");
    case TcpState::FinWait1:
        return tr("We have finished sending; our FIN is not acknowledged.");
    case TcpState::FinWait2:
        return tr("Our FIN is acknowledged; the other end may still send.");
    case TcpState::CloseWait:
        return tr("The other end has finished sending; the program here has yet to close.");
    case TcpState::Closing:
        return tr("Both ends have sent a FIN at the same time; ours is not acknowledged.");
    case TcpState::LastAck:
        return tr("The other end had finished; now our FIN waits for its acknowledgement.");
    case TcpState::TimeWait:
        return tr(
            "It is over. The kernel keeps the two addresses for a minute, so that late packets meet no new "
            "connection.");
    }
    return {};
}

QString StatesModel::unknownText()
{
    return tr("not available here");
}

int StatesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ends[0].path.visits.size() + m_ends[1].path.visits.size());
}

int StatesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant StatesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return sentence(row);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Column::End:
        return title(endOf(row));
    case Column::State:
        return QString(kernel::stateName(visit(row).state));
    case Column::Time:
        return time(row);
    case Column::Evidence:
        return evidence(row);
    }
    return {};
}

QVariant StatesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::End:
        return tr("End");
    case Column::State:
        return tr("State");
    case Column::Time:
        return tr("Time in it");
    case Column::Evidence:
        return tr("How it is known");
    }
    return {};
}

} // namespace swb::ui

#include "models/laddermodel.h"

#include "models/laddertext.h"
#include "models/timetext.h"

namespace swb::ui {

using lens::Ladder;
using lens::LadderEnd;
using lens::Rung;

namespace {

/// All connections are gone through for it.
constexpr std::chrono::milliseconds LookingPause{500};

} // namespace

LadderModel::LadderModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

LadderModel::~LadderModel() = default;

void LadderModel::setSource(std::shared_ptr<const journal::Recording> recording, ConnectionId connection)
{
    beginResetModel();
    m_recording = std::move(recording);
    m_connection = connection;
    m_evidence = {};
    m_ladder = m_recording ? std::make_unique<Ladder>(m_recording, connection) : nullptr;
    m_rows = m_ladder ? int(m_ladder->rowCount()) : 0;
    m_looked.start();
    endResetModel();
}

void LadderModel::setEvidence(const lens::LadderEvidence &evidence)
{
    m_evidence = evidence;
    if (!m_ladder)
        return;
    m_ladder->setEvidence(evidence);
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, columnTotal - 1));
}

void LadderModel::refresh()
{
    if (!m_ladder)
        return;
    if (hasNewTwin()) {
        const lens::LadderEvidence evidence = m_evidence;
        setSource(m_recording, m_connection);
        setEvidence(evidence);
        return;
    }
    // The ladder knows how many before it shows them; the rows of a model come in between.
    if (m_ladder->refresh() == 0)
        return;
    const int now = int(m_ladder->rowCount());
    beginInsertRows({}, m_rows, now - 1);
    m_rows = now;
    endInsertRows();
}

/// Two connections appear one after the other, and a server may accept much later than a client connects.
bool LadderModel::hasNewTwin()
{
    const lens::LadderRows &rows = m_ladder->rows();
    const bool isWhole = rows.isForeign() || rows.isTold(opposite(rows.ownEnd()));
    if (isWhole || !m_looked.hasExpired(LookingPause.count()))
        return false;
    m_looked.start();
    return lens::twinOf(*m_recording, m_connection).has_value();
}

void LadderModel::retranslate()
{
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, columnTotal - 1));
    emit headerDataChanged(Qt::Horizontal, 0, columnTotal - 1);
}

bool LadderModel::hasSeq(int row) const
{
    return row >= 0 && row < m_rows && m_ladder->rung(quint32(row)).kind == Rung::Kind::Event;
}

EventSeq LadderModel::seqAt(int row) const
{
    return m_ladder->rung(quint32(row)).seq;
}

QString LadderModel::sentence(int row) const
{
    return row >= 0 && row < m_rows ? LadderText::sentence(*m_ladder, quint32(row)) : QString();
}

int LadderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int LadderModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant LadderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return text(index.row(), Column(index.column()));
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return sentence(index.row());
    return {};
}

QString LadderModel::text(int row, Column column) const
{
    const Rung rung = m_ladder->rung(quint32(row));
    switch (column) {
    case Column::Time:
        return rung.kind == Rung::Kind::Event ? TimeText::elapsed(rung.time - m_ladder->start()) : QString();
    case Column::End:
        return rung.kind == Rung::Kind::Event ? LadderText::end(rung.end) : QString();
    case Column::Call:
        return LadderText::call(m_ladder->rows(), rung);
    case Column::Event:
        return LadderText::event(m_ladder->rows(), rung);
    case Column::Certainty:
        return LadderText::certainty(LadderText::certaintyOf(*m_ladder, rung));
    }
    return {};
}

QVariant LadderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Time:
        return tr("Time");
    case Column::End:
        return tr("End");
    case Column::Call:
        return tr("Call");
    case Column::Event:
        return tr("What happened");
    case Column::Certainty:
        return tr("How it is known");
    }
    return {};
}

} // namespace swb::ui

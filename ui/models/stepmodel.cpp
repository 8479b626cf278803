#include "models/stepmodel.h"

#include "lens/calltext.h"
#include "models/stepwords.h"

using namespace Qt::StringLiterals;

namespace swb::ui {

StepModel::StepModel(const StepSession *session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_rows(int(session->calls().size()))
{
    connect(session, &StepSession::callAppended, this, [this](int row) {
        beginInsertRows({}, row, row);
        m_rows = row + 1;
        endInsertRows();
    });
    connect(session, &StepSession::callChanged, this,
        [this](int row) { emit dataChanged(index(row, 0), index(row, columnCount() - 1)); });
    connect(session, &StepSession::startedOver, this, [this] {
        beginResetModel();
        m_rows = 0;
        endResetModel();
    });
}

void StepModel::setLanguage(CallLanguage language)
{
    m_language = language;
    retranslate();
}

void StepModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
}

int StepModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int StepModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QString StepModel::text(const StepCall &call, Column column) const
{
    const lens::PerformedCall &made = call.performed;
    switch (column) {
    case Column::Time: {
        const auto since = made.time - m_session->calls().first().performed.time;
        return QString::number(std::chrono::duration<double>(since).count(), 'f', 3);
    }
    case Column::Side:
        return StepWords::side(made.side);
    case Column::Call:
        return StepWords::line(made.call, made.socket, made.accepted, m_language);
    case Column::Result: {
        const QString result = m_language == CallLanguage::Python
            ? lens::pythonResult(made.call, made.outcome)
            : lens::cResult(made.outcome);
        return made.isWaiting() || result.isEmpty() ? StepWords::result(made) : result;
    }
    case Column::Count:
        break;
    }
    return {};
}

QVariant StepModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const StepCall &made = call(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(made, Column(index.column()));
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return StepWords::result(made.performed);
    case Qt::TextAlignmentRole:
        return index.column() == int(Column::Time) ? int(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case IsErrorRole:
        return made.performed.outcome.isOver() && made.performed.outcome.error != 0
            && !made.performed.outcome.givenUp;
    case IsCodeRole:
        return index.column() == int(Column::Call);
    default:
        return {};
    }
}

QVariant StepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Time:
        return tr("Seconds");
    case Column::Side:
        return tr("Side");
    case Column::Call:
        return tr("Call");
    case Column::Result:
        return tr("Result");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace swb::ui

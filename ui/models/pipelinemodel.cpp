#include "models/pipelinemodel.h"

#include "models/factwords.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

using lens::PipeCount;
using lens::PipeFlow;
using lens::PipePlace;

namespace {

constexpr qint64 smallestScale = 1024;

QString number(qint64 bytes)
{
    return QLocale().toString(bytes);
}

/// How many bytes have come out of a place since the connection began.
std::optional<qint64> passed(const PipeFlow &flow, PipePlace outOf)
{
    if (outOf == PipePlace::Read)
        return std::nullopt;
    if (outOf >= PipePlace::Unacked) {
        if (!flow.isReceiverKnown())
            return outOf == PipePlace::Unacked ? flow.acked.bytes : std::nullopt;
        const qint64 read = *flow.at(PipePlace::Read).bytes;
        return outOf == PipePlace::Unread ? read : read + *flow.at(PipePlace::Unread).bytes;
    }
    if (!flow.total.bytes)
        return std::nullopt;
    const qint64 given = *flow.total.bytes - flow.at(PipePlace::Queued).bytes.value_or(0);
    return outOf == PipePlace::Queued ? given : given - flow.at(PipePlace::Unsent).bytes.value_or(0);
}

} // namespace

void PipelineModel::setPipeline(const lens::Pipeline &pipeline, Moment moment, std::chrono::nanoseconds since)
{
    m_before = m_isEmpty || moment == Moment::Last ? pipeline : m_now;
    m_moment = moment;
    m_since = since;
    m_now = pipeline;
    m_isEmpty = false;
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
}

void PipelineModel::clear()
{
    if (m_isEmpty)
        return;
    m_now = m_before = {};
    m_isEmpty = true;
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
}

void PipelineModel::retranslate()
{
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
    emit headerDataChanged(Qt::Horizontal, 0, columnTotal - 1);
}

const PipeCount *PipelineModel::count(int flow, PipeItem item) const
{
    const PipeFlow &of = this->flow(flow);
    switch (item) {
    case PipeItem::Total:
        return &of.total;
    case PipeItem::Queued:
        return &of.at(PipePlace::Queued);
    case PipeItem::Unsent:
        return &of.at(PipePlace::Unsent);
    case PipeItem::Unacked:
        return &of.at(PipePlace::Unacked);
    case PipeItem::Window:
        return &of.window;
    case PipeItem::Unread:
        return &of.at(PipePlace::Unread);
    case PipeItem::Read:
        return &of.at(PipePlace::Read);
    case PipeItem::Sum:
        break;
    }
    return nullptr;
}

bool PipelineModel::moves(int flow, PipePlace outOf) const
{
    const auto before = passed(flow == 0 ? m_before.outgoing : m_before.incoming, outOf);
    const auto now = passed(this->flow(flow), outOf);
    return before && now && *now > *before;
}

qint64 PipelineModel::scale() const
{
    qint64 most = smallestScale;
    for (int flow = 0; flow < pipeFlowTotal; ++flow) {
        for (int item = int(PipeItem::Queued); item <= int(PipeItem::Unread); ++item)
            most = std::max(most, count(flow, PipeItem(item))->bytes.value_or(0));
        const qint64 room = this->flow(flow).at(PipePlace::Unread).bytes.value_or(0)
            + this->flow(flow).window.bytes.value_or(0);
        most = std::max(most, room);
    }
    qint64 scale = smallestScale;
    while (scale < most)
        scale *= 2;
    return scale;
}

QString PipelineModel::note() const
{
    const QString size = QLocale().formattedDataSize(scale(), 0, QLocale::DataSizeIecFormat);
    switch (m_moment) {
    case Moment::Now:
        break;
    case Moment::Last:
        return tr("The connection is over: this is how it was last seen. A full vessel holds %1.").arg(size);
    case Moment::Earlier:
        return tr("As it was %1 after the first look. A full vessel holds %2.")
            .arg(FactWords::time(std::chrono::duration_cast<std::chrono::microseconds>(m_since).count()),
                size);
    }
    return tr("Drawn to scale: a full vessel holds %1.").arg(size);
}

QString PipelineModel::title(int flow)
{
    return flow == 0 ? tr("What we send") : tr("What they send");
}

QString PipelineModel::name(int flow, PipeItem item) const
{
    const bool ours = flow == 0; // the sender
    switch (item) {
    case PipeItem::Total:
        return this->flow(flow).isQueueKnown() ? tr("Handed over") : tr("Given to the kernel");
    case PipeItem::Queued:
        return ours ? tr("Our queue") : tr("Their queue");
    case PipeItem::Unsent:
        return tr("Unsent");
    case PipeItem::Unacked:
        return tr("Unacknowledged");
    case PipeItem::Window:
        return ours ? tr("Their window") : tr("Our window");
    case PipeItem::Unread:
        return tr("Unread");
    case PipeItem::Read:
        return tr("Read");
    case PipeItem::Sum:
        return tr("Sum");
    }
    return {};
}

QString PipelineModel::amount(int flow, PipeItem item) const
{
    const PipeCount *bytes = count(flow, item);
    if (!bytes)
        return sum(flow);
    return bytes->bytes ? number(*bytes->bytes) : tr("not available here");
}

QString PipelineModel::source(int flow, PipeItem item) const
{
    const PipeCount *bytes = count(flow, item);
    return bytes && bytes->bytes ? FactWords::source(bytes->source) : QString();
}

QString PipelineModel::sum(int flow) const
{
    const PipeFlow &of = this->flow(flow);
    const auto between = of.betweenLooks();
    if (!between)
        return tr("Not all of these counts are available here");
    QStringList terms;
    const auto add = [&](PipeItem item) { terms.append(number(*count(flow, item)->bytes)); };
    if (of.isQueueKnown())
        add(PipeItem::Queued);
    add(PipeItem::Unsent);
    add(PipeItem::Unacked);
    if (of.isReceiverKnown()) {
        add(PipeItem::Unread);
        add(PipeItem::Read);
    } else {
        terms.append(tr("%1 acknowledged").arg(number(*of.acked.bytes)));
    }
    const QString text = number(*of.total.bytes) + u" = "_s + terms.join(u" + "_s);
    if (*between > 0)
        return tr("%1 − %2 counted at both ends").arg(text, number(*between));
    return *between < 0 ? tr("%1 + %2 between the two looks").arg(text, number(-*between)) : text;
}

QString PipelineModel::explanation(int flow, PipeItem item) const
{
    switch (item) {
    case PipeItem::Total:
        return tr("All that the sending program has written since the connection began.");
    case PipeItem::Queued:
        return tr("In the sending program, waiting until its kernel has room.");
    case PipeItem::Unsent:
        return tr("The sending kernel has taken these bytes and has not sent them yet.");
    case PipeItem::Unacked:
        return tr("Sent, and not acknowledged yet: on their way, or lost. Kept to be sent again.");
    case PipeItem::Window:
        return this->flow(flow).window.bytes == 0
            ? tr("Closed: the receiver has no room. Nothing more is sent until its program reads.")
            : tr("So much the receiver lets be sent beyond what it has acknowledged.");
    case PipeItem::Unread:
        return tr("The receiving kernel has acknowledged these bytes; its program has not read them.");
    case PipeItem::Read:
        return tr("All that the receiving program has read since the connection began.");
    case PipeItem::Sum: {
        const qint64 between = this->flow(flow).betweenLooks().value_or(0);
        if (between == 0)
            return {};
        return between > 0 ? tr("These have arrived and are not acknowledged yet.")
                           : tr("These moved on after one end and before the other was looked at.");
    }
    }
    return {};
}

QString PipelineModel::sentence(int row) const
{
    const int flow = row / pipeItemTotal;
    const auto item = PipeItem(row % pipeItemTotal);
    if (item == PipeItem::Sum)
        return QStringLiteral("%1: %2. %3").arg(title(flow), sum(flow), explanation(flow, item)).trimmed();
    const PipeCount &bytes = *count(flow, item);
    if (!bytes.bytes)
        return tr("%1, %2: not available here. %3")
            .arg(title(flow), name(flow, item), explanation(flow, item));
    return tr("%1, %2: %3 bytes. %4 %5")
        .arg(title(flow), name(flow, item), number(*bytes.bytes), explanation(flow, item),
            FactWords::sourceSentence(bytes.source));
}

int PipelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : pipeFlowTotal * pipeItemTotal;
}

int PipelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant PipelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return sentence(index.row());
    if (role != Qt::DisplayRole)
        return {};
    const int flow = index.row() / pipeItemTotal;
    const auto item = PipeItem(index.row() % pipeItemTotal);
    switch (Column(index.column())) {
    case Column::Direction:
        return title(flow);
    case Column::Place:
        return name(flow, item);
    case Column::Bytes:
        return amount(flow, item);
    case Column::Source:
        return source(flow, item);
    }
    return {};
}

QVariant PipelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Direction:
        return tr("Direction");
    case Column::Place:
        return tr("Place");
    case Column::Bytes:
        return tr("Bytes");
    case Column::Source:
        return tr("Source");
    }
    return {};
}

} // namespace swb::ui

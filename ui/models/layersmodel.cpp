#include "models/layersmodel.h"

#include "models/layerwords.h"

#include <QFont>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

QVariant boldFont()
{
    QFont font;
    font.setBold(true);
    return font;
}

} // namespace

LayersModel::LayersModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

LayersModel::~LayersModel() = default;

void LayersModel::setPacket(const QByteArray &bytes, quint16 linkType, PacketOrigin origin, quint32 wireSize)
{
    beginResetModel();
    m_bytes = bytes;
    m_origin = origin;
    m_dissection = lens::dissect(linkType, m_bytes, wireSize);
    build();
    endResetModel();
}

void LayersModel::clear()
{
    beginResetModel();
    m_bytes.clear();
    m_dissection = {};
    build();
    endResetModel();
}

void LayersModel::renderAnew()
{
    for (size_t layer = 0; layer < m_layers.size(); ++layer) {
        const QModelIndex top = indexOfLayer(layer);
        emit dataChanged(top, top.siblingAtColumn(ColumnCount - 1));
        if (const int rows = rowCount(top); rows > 0)
            emit dataChanged(index(0, 0, top), index(rows - 1, ColumnCount - 1, top));
    }
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void LayersModel::build()
{
    m_nodes.clear();
    m_layers.clear();
    for (size_t layer = 0; layer < m_dissection.layers.size(); ++layer) {
        const auto node = int(m_nodes.size());
        m_layers.push_back(node);
        m_nodes.push_back({-1, int(layer), layer, nullptr, {}});
        addFields(m_dissection.layers[layer].fields, node, layer);
    }
}

void LayersModel::addFields(const std::vector<lens::LayerField> &fields, int parent, size_t layer)
{
    int row = 0;
    for (const lens::LayerField &field : fields) {
        const auto node = int(m_nodes.size());
        m_nodes.push_back({parent, row++, layer, &field, {}});
        m_nodes[size_t(parent)].children.push_back(node);
        addFields(field.parts, node, layer);
    }
}

QString LayersModel::originText() const
{
    if (m_bytes.isEmpty())
        return {};
    switch (m_origin) {
    case PacketOrigin::Made:
        return tr("Headers made for the recording");
    case PacketOrigin::Captured:
        return tr("From the capture");
    case PacketOrigin::Kernel:
        return tr("Saved by the kernel");
    }
    return {};
}

QString LayersModel::originExplanation() const
{
    switch (m_origin) {
    case PacketOrigin::Made:
        return tr(
            "The data and the addresses are real. The kernel does not show its headers to programs, so the "
            "recording has headers made from what the socket told, for Wireshark to read.");
    case PacketOrigin::Captured:
        return tr("Every byte was on the wire, as the capturing program saw it.");
    case PacketOrigin::Kernel:
        return tr("The client's real SYN, which the kernel kept for the server.");
    }
    return {};
}

QString LayersModel::reachText() const
{
    return m_bytes.isEmpty() ? QString() : LayerWords::reach(m_dissection.reach);
}

PacketRange LayersModel::rangeOf(const Node &node) const
{
    const lens::Layer &layer = m_dissection.layers[node.layer];
    return node.field ? PacketRange{node.field->start, node.field->size}
                      : PacketRange{layer.start, layer.size};
}

PacketRange LayersModel::rangeOf(const QModelIndex &index) const
{
    return index.isValid() ? rangeOf(nodeOf(index)) : PacketRange();
}

QModelIndex LayersModel::indexOfByte(qsizetype at) const
{
    int found = -1;
    for (size_t node = 0; node < m_nodes.size(); ++node) {
        const bool isInner = found < 0 || m_nodes[node].parent == found;
        if (isInner && rangeOf(m_nodes[node]).contains(at))
            found = int(node);
    }
    if (found >= 0 || m_layers.empty())
        return found < 0 ? QModelIndex() : indexOfNode(found);
    // The trailer of the link stands behind all other layers.
    const std::vector<int> &fields = m_nodes[size_t(m_layers.front())].children;
    const auto trailer = std::find_if(
        fields.begin(), fields.end(), [&](int node) { return rangeOf(m_nodes[size_t(node)]).contains(at); });
    return trailer == fields.end() ? QModelIndex() : indexOfNode(*trailer);
}

lens::LayerKind LayersModel::kindOfByte(qsizetype at) const
{
    const QModelIndex index = indexOfByte(at);
    return index.isValid() ? m_dissection.layers[nodeOf(index).layer].kind : lens::LayerKind::Application;
}

QString LayersModel::nameOf(const Node &node) const
{
    return node.field ? LayerWords::field(node.field->id)
                      : LayerWords::layer(m_dissection.layers[node.layer]);
}

QString LayersModel::valueOf(const Node &node) const
{
    return node.field ? LayerWords::value(*node.field, m_bytes) : LayerWords::bytes(rangeOf(node).size);
}

QString LayersModel::placeOf(const Node &node) const
{
    const PacketRange range = rangeOf(node);
    const QString bytes = range.size == 1
        ? tr("byte %1").arg(range.start)
        : tr("bytes %1 to %2").arg(range.start).arg(range.start + range.size - 1);
    if (!node.field || node.field->bits == 0)
        return bytes;
    const int last = node.field->firstBit + node.field->bits - 1;
    return last == node.field->firstBit
        ? tr("%1, bit %2").arg(bytes).arg(last)
        : tr("%1, bits %2 to %3").arg(bytes).arg(node.field->firstBit).arg(last);
}

QString LayersModel::accessibleText(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Node &node = nodeOf(index);
    const QString value = valueOf(node);
    const QString name = value.isEmpty() ? nameOf(node) : tr("%1: %2").arg(nameOf(node), value);
    return tr("%1, %2").arg(name, placeOf(node));
}

QString LayersModel::plainText() const
{
    QString text;
    for (const Node &node : m_nodes) {
        int depth = 0;
        for (int parent = node.parent; parent >= 0; parent = m_nodes[size_t(parent)].parent)
            ++depth;
        text += QString(depth * 2, u' ') + nameOf(node);
        if (const QString value = valueOf(node); !value.isEmpty())
            text += u'\t' + value;
        text += u'\n';
    }
    return text;
}

QModelIndex LayersModel::indexOfNode(int node, int column) const
{
    return createIndex(m_nodes[size_t(node)].row, column, quintptr(node));
}

QModelIndex LayersModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const std::vector<int> &children = parent.isValid() ? nodeOf(parent).children : m_layers;
    return createIndex(row, column, quintptr(children[size_t(row)]));
}

QModelIndex LayersModel::parent(const QModelIndex &child) const
{
    const int parent = child.isValid() ? nodeOf(child).parent : -1;
    return parent < 0 ? QModelIndex() : indexOfNode(parent);
}

int LayersModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return int(parent.isValid() ? nodeOf(parent).children.size() : m_layers.size());
}

int LayersModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return ColumnCount;
}

QVariant LayersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == int(Column::Name) ? nameOf(node) : valueOf(node);
    case Qt::AccessibleTextRole:
        return index.column() == int(Column::Name) ? accessibleText(index) : valueOf(node);
    case Qt::ToolTipRole:
    case ExplanationRole:
        return node.field ? LayerWords::explanation(node.field->id)
                          : LayerWords::explanation(m_dissection.layers[node.layer]);
    case KindRole:
        return int(m_dissection.layers[node.layer].kind);
    case Qt::FontRole:
        return index.data(WrongRole).toBool() ? boldFont() : QVariant();
    case WrongRole:
        return node.field && node.field->check == lens::Check::Wrong;
    default:
        return {};
    }
}

QVariant LayersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == int(Column::Name) ? tr("Field") : tr("Value");
}

} // namespace swb::ui

#pragma once

#include "lens/layers.h"

#include <QAbstractItemModel>
#include <QByteArray>

#include <vector>

namespace swb::ui {

/// Where the headers of a packet come from, which must be told with them.
enum class PacketOrigin : quint8
{
    Made, ///< one of our own recordings: made from the socket's addresses and byte counts
    Captured, ///< another program's capture: they were on the wire
    Kernel, ///< the SYN that the kernel saved: they were on the wire
};

/// Bytes [start, start + size) of the packet.
struct PacketRange
{
    qsizetype start = 0;
    qsizetype size = 0;

    bool contains(qsizetype at) const { return at >= start && at < start + size; }
    friend bool operator==(const PacketRange &, const PacketRange &) = default;
};

/// A packet as a tree: its layers from the outside in, their fields, the parts of these. A column for what it
/// is and one for what it holds.
class LayersModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Name,
        Value
    };
    static constexpr int ColumnCount = 2;
    enum Role
    {
        ExplanationRole = Qt::UserRole, ///< a sentence
        KindRole, ///< lens::LayerKind of the layer that it is in
        WrongRole, ///< true: a checksum that is wrong
    };

    explicit LayersModel(QObject *parent = nullptr);
    ~LayersModel() override;

    /// `wireSize` 0: all of it is here. `linkType` is that of capture/linktype.h; 101 for bytes that begin
    /// with IP.
    void setPacket(const QByteArray &bytes, quint16 linkType, PacketOrigin origin, quint32 wireSize = 0);
    void clear();
    /// The language has changed.
    void renderAnew();

    const QByteArray &bytes() const { return m_bytes; }
    const lens::Dissection &dissection() const { return m_dissection; }
    QString originText() const; ///< a few words; empty: there is no packet
    QString originExplanation() const; ///< a sentence
    QString reachText() const; ///< why it was not read to its end; empty: it was

    PacketRange rangeOf(const QModelIndex &index) const;
    /// The innermost field with this byte; invalid: there is none.
    QModelIndex indexOfByte(qsizetype at) const;
    QModelIndex indexOfLayer(size_t number) const { return index(int(number), 0); }
    lens::LayerKind kindOfByte(qsizetype at) const;
    /// "Source port: 50001, bytes 20 to 21".
    QString accessibleText(const QModelIndex &index) const;
    QString plainText() const; ///< the whole tree, for the clipboard

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    /// What an index stands for: a layer, or a field of one.
    struct Node
    {
        int parent = -1; ///< in m_nodes; -1: the tree itself
        int row = 0;
        size_t layer = 0;
        const lens::LayerField *field = nullptr; ///< null: the layer
        std::vector<int> children;
    };
    void build();
    void addFields(const std::vector<lens::LayerField> &fields, int parent, size_t layer);
    const Node &nodeOf(const QModelIndex &index) const { return m_nodes[size_t(index.internalId())]; }
    QModelIndex indexOfNode(int node, int column = 0) const;
    QString nameOf(const Node &node) const;
    QString valueOf(const Node &node) const;
    QString placeOf(const Node &node) const; ///< "bytes 20 to 21"
    PacketRange rangeOf(const Node &node) const;

    QByteArray m_bytes;
    lens::Dissection m_dissection;
    PacketOrigin m_origin = PacketOrigin::Made;
    std::vector<Node> m_nodes;
    std::vector<int> m_layers; ///< the nodes of the layers
};

} // namespace swb::ui

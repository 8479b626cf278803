#include "widgets/packetboxes.h"

#include "models/layersmodel.h"
#include "widgets/layerlook.h"
#include "widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace swb::ui {

namespace {

constexpr int Inset = 4; ///< of a box in the one around it
constexpr int MostLayers = 4;

} // namespace

PacketBoxes::PacketBoxes(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("packetBoxes"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void PacketBoxes::setModel(const LayersModel *model)
{
    m_model = model;
    connect(model, &QAbstractItemModel::modelReset, this, &PacketBoxes::takeModel);
    connect(model, &QAbstractItemModel::dataChanged, this, qOverload<>(&QWidget::update));
    takeModel();
}

void PacketBoxes::takeModel()
{
    m_current = -1;
    updateGeometry();
    update();
}

void PacketBoxes::setCurrent(int layer)
{
    m_current = layer;
    update();
}

int PacketBoxes::layers() const
{
    return m_model ? m_model->rowCount() : 0;
}

QString PacketBoxes::label(int layer) const
{
    const QModelIndex index = m_model->index(layer, 0);
    return QStringLiteral("%1  %2").arg(index.data().toString(), index.siblingAtColumn(1).data().toString());
}

/// Each header is as wide as its label; what is inside has the rest. Where there is no room labels are cut.
QRect PacketBoxes::boxRect(int layer) const
{
    QRect box = rect().adjusted(Space::One, Space::Half, -Space::One, -Space::Half);
    const int share = box.width() / qMax(1, layers());
    for (int outer = 0; outer < layer; ++outer) {
        const int wanted = fontMetrics().horizontalAdvance(label(outer)) + Space::Two;
        box.adjust(qMin(wanted, share), Inset, -Inset, -Inset);
    }
    return box;
}

QSize PacketBoxes::sizeHint() const
{
    return {320, fontMetrics().height() + Space::Two + 2 * Inset * (MostLayers - 1)};
}

QSize PacketBoxes::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void PacketBoxes::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int layer = 0; layer < layers(); ++layer) {
        const auto kind = lens::LayerKind(m_model->index(layer, 0).data(LayersModel::KindRole).toInt());
        const QRect box = boxRect(layer);
        painter.setPen(QPen(layerColour(kind, palette()), layer == m_current ? 2 : 1));
        painter.setBrush(layerTint(kind, palette()));
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        const int right = layer + 1 < layers() ? boxRect(layer + 1).left() : box.right();
        const QRect place(
            box.left() + Space::One, box.top(), right - box.left() - Space::One - 2, box.height());
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(label(layer), Qt::ElideRight, place.width()));
    }
}

void PacketBoxes::mousePressEvent(QMouseEvent *event)
{
    for (int layer = layers() - 1; layer >= 0; --layer) {
        if (boxRect(layer).contains(event->position().toPoint())) {
            emit layerChosen(layer);
            return;
        }
    }
}

void PacketBoxes::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace swb::ui

#include "widgets/layersview.h"

#include "widgets/footlabel.h"
#include "widgets/icons.h"
#include "widgets/packetboxes.h"
#include "widgets/packethex.h"
#include "widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

/// Of an event that is many; 64 packets are at most 4 MiB.
constexpr qsizetype MostPackets = 64;

} // namespace

LayersView::LayersView(QWidget *parent)
    : QWidget(parent)
    , m_model(new LayersModel(this))
    , m_origin(new QLabel)
    , m_count(new QLabel)
    , m_previous(new QToolButton)
    , m_next(new QToolButton)
    , m_boxes(new PacketBoxes)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_tree(new QTreeView)
    , m_hex(new PacketHex)
    , m_explanation(new QLabel)
    , m_empty(new QLabel)
    , m_foot(new FootLabel)
{
    setObjectName(u"layersView"_s);
    layOut();
    wire();
    readLook();
    takePacket();
}

LayersView::~LayersView() = default;

void LayersView::layOut()
{
    m_origin->setObjectName(u"packetOrigin"_s);
    m_count->setObjectName(u"packetCount"_s);
    m_previous->setObjectName(u"previousPacket"_s);
    m_next->setObjectName(u"nextPacket"_s);
    m_empty->setObjectName(u"layersEmpty"_s);
    m_foot->setObjectName(u"layersFoot"_s);
    m_explanation->setObjectName(u"layersExplanation"_s);
    for (QLabel *label : {m_origin, m_count, m_empty, m_explanation})
        label->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_empty, m_explanation})
        label->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_explanation->setContentsMargins(Space::One, Space::Half, Space::One, Space::Half);
    auto *right = new QWidget;
    right->setObjectName(u"packetBytes"_s);
    right->setBackgroundRole(QPalette::Base);
    right->setAutoFillBackground(true);
    auto *bytes = new QVBoxLayout(right);
    bytes->setContentsMargins({});
    bytes->setSpacing(0);
    bytes->addWidget(m_hex, 1);
    bytes->addWidget(m_explanation);
    m_tree->setObjectName(u"layersTree"_s);
    m_tree->setModel(m_model);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setHeaderHidden(true);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_boxes->setModel(m_model);
    m_hex->setModel(m_model);
    m_splitter->setObjectName(u"layersSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(0, 1);
    setFocusProxy(m_tree);

    auto *line = new QHBoxLayout;
    line->setContentsMargins(Space::One, Space::Half, Space::One, 0);
    line->setSpacing(Space::Half);
    line->addWidget(m_origin, 1);
    for (QWidget *widget :
        {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_count), static_cast<QWidget *>(m_next)})
        line->addWidget(widget);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_boxes);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_foot);
}

void LayersView::wire()
{
    connect(m_previous, &QToolButton::clicked, this, [this] { showPacket(m_number - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { showPacket(m_number + 1); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &LayersView::takeCurrent);
    connect(m_hex, &PacketHex::byteChosen, this,
        [this](qsizetype at) { m_tree->setCurrentIndex(m_model->indexOfByte(at)); });
    connect(m_boxes, &PacketBoxes::layerChosen, this, [this](int layer) {
        m_tree->setCurrentIndex(m_model->index(layer, 0));
        m_tree->scrollTo(m_tree->currentIndex(), QTreeView::PositionAtTop);
    });
    auto *copy = new QAction(m_tree);
    copy->setObjectName(u"copyLayers"_s);
    connect(copy, &QAction::triggered, this, &LayersView::copyTree);
    m_tree->addAction(copy);
    m_tree->installEventFilter(this);
}

void LayersView::readLook()
{
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, Theme::of(palette()).faint);
    for (QLabel *label : {m_origin, m_count, m_empty, m_foot})
        label->setPalette(quiet);
    m_previous->setIcon(Icons::named("back"_L1));
    m_next->setIcon(Icons::named("chevron-right"_L1));
    for (QToolButton *button : {m_previous, m_next})
        button->setAutoRaise(true);
}

void LayersView::setEvent(std::shared_ptr<const journal::Recording> recording, EventSeq seq)
{
    m_recording = std::move(recording);
    m_seq = seq;
    m_isRead = false;
    if (isVisible())
        readEvent();
}

void LayersView::setPacket(const QByteArray &bytes, quint16 linkType, PacketOrigin origin)
{
    m_recording.reset();
    m_packets = {};
    m_isRead = true;
    m_model->setPacket(bytes, linkType, origin);
    takePacket();
}

void LayersView::clear()
{
    setEvent(nullptr, EventSeq());
}

void LayersView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isRead)
        readEvent();
}

void LayersView::readEvent()
{
    m_isRead = true;
    m_packets = m_recording ? m_recording->packets(m_seq, MostPackets) : journal::EventPackets();
    showPacket(0);
}

void LayersView::showPacket(int number)
{
    const auto count = int(m_packets.packets.size());
    m_number = qBound(0, number, qMax(0, count - 1));
    if (count == 0) {
        m_model->clear();
    } else {
        const journal::RecordedPacket &packet = m_packets.packets[m_number];
        m_model->setPacket(packet.bytes, packet.linkType,
            m_recording->isForeign() ? PacketOrigin::Captured : PacketOrigin::Made, packet.wireSize);
    }
    takePacket();
}

void LayersView::takePacket()
{
    const bool isThere = m_model->rowCount() > 0;
    for (QWidget *widget : {static_cast<QWidget *>(m_boxes), static_cast<QWidget *>(m_splitter),
             static_cast<QWidget *>(m_origin)})
        widget->setVisible(isThere);
    m_empty->setVisible(!isThere);
    const auto count = int(m_packets.packets.size());
    for (QWidget *widget :
        {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_count), static_cast<QWidget *>(m_next)})
        widget->setVisible(count > 1);
    m_previous->setEnabled(m_number > 0);
    m_next->setEnabled(m_number + 1 < count);
    m_tree->expandToDepth(0);
    m_tree->resizeColumnToContents(0);
    retranslate();
    if (isThere) // the innermost layer that there is: what the event is about
        m_tree->setCurrentIndex(m_model->index(m_model->rowCount() - 1, 0));
    // The tree learns its height only when all of this has been laid out.
    QMetaObject::invokeMethod(
        m_tree, [this] { m_tree->scrollTo(m_tree->currentIndex(), QTreeView::PositionAtTop); },
        Qt::QueuedConnection);
}

void LayersView::takeCurrent(const QModelIndex &index)
{
    m_hex->setChosen(m_model->rangeOf(index));
    QModelIndex top = index;
    while (top.parent().isValid())
        top = top.parent();
    m_boxes->setCurrent(top.isValid() ? top.row() : -1);
    m_tree->scrollTo(index);
    const QString about = m_model->accessibleText(index.siblingAtColumn(0));
    const QString explanation = index.data(LayersModel::ExplanationRole).toString();
    m_foot->setText(about);
    m_explanation->setText(explanation);
}

QString LayersView::emptyText() const
{
    return m_recording ? tr("No packet tells of this event.")
                       : tr("Select a row to see its packet unwrapped.");
}

void LayersView::retranslate()
{
    setAccessibleName(tr("Layers of the selected event"));
    m_tree->setAccessibleName(tr("Fields of the packet"));
    m_hex->setAccessibleName(tr("Bytes of the packet"));
    m_boxes->setAccessibleName(tr("The packet as boxes in boxes"));
    m_empty->setText(emptyText());
    const QString reach = m_model->reachText();
    m_origin->setText(
        reach.isEmpty() ? m_model->originText() : tr("%1. %2").arg(m_model->originText(), reach));
    m_origin->setToolTip(m_model->originExplanation());
    m_origin->setAccessibleDescription(m_model->originExplanation());
    const auto count = int(m_packets.packets.size());
    m_count->setText((m_packets.more ? tr("Packet %1 of the first %2") : tr("Packet %1 of %2"))
                         .arg(m_number + 1)
                         .arg(count));
    m_previous->setToolTip(tr("Previous packet of this event"));
    m_previous->setAccessibleName(m_previous->toolTip());
    m_next->setToolTip(tr("Next packet of this event"));
    m_next->setAccessibleName(m_next->toolTip());
    m_foot->setAccessibleName(tr("The chosen field"));
    m_explanation->setAccessibleName(tr("The chosen field explained"));
    m_tree->actions().constFirst()->setText(tr("&Copy all fields"));
    takeCurrent(m_tree->currentIndex());
}

/// The tree by itself would copy one cell.
bool LayersView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copyTree();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void LayersView::copyTree() const
{
    QGuiApplication::clipboard()->setText(m_model->plainText());
}

void LayersView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        readLook();
    } else if (event->type() == QEvent::LanguageChange) {
        m_model->renderAnew();
        retranslate();
    }
}

QSize LayersView::sizeHint() const
{
    return {80 * Space::One, 36 * Space::One};
}

} // namespace swb::ui

#pragma once

#include "base/ids.h"
#include "journal/recording.h"
#include "models/layersmodel.h"

#include <QWidget>

#include <memory>

class QLabel;
class QSplitter;
class QToolButton;
class QTreeView;

namespace swb::ui {

class PacketBoxes;
class PacketHex;

/// One event unwrapped: its packet as boxes in boxes, every field by name, and the bytes, where what is
/// chosen in one is shown in the others. An event of several packets can be stepped through.
class LayersView : public QWidget
{
    Q_OBJECT

public:
    explicit LayersView(QWidget *parent = nullptr);
    ~LayersView() override;

    /// Reads the packets of the event when the view is seen. Null: there is none.
    void setEvent(std::shared_ptr<const journal::Recording> recording, EventSeq seq);
    /// A packet that is in no recording, such as the SYN that the kernel saved.
    void setPacket(const QByteArray &bytes, quint16 linkType, PacketOrigin origin);
    void clear();
    void showPacket(int number); ///< of those of the event, from 0

    LayersModel *model() const { return m_model; }
    /// What is chosen, in words: stands under the view, unless whoever has the view puts it elsewhere.
    QLabel *foot() const { return m_foot; }
    void copyTree() const;

    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void wire();
    void readLook();
    void retranslate();
    void readEvent();
    void takePacket();
    void takeCurrent(const QModelIndex &index);
    QString emptyText() const;

    std::shared_ptr<const journal::Recording> m_recording;
    EventSeq m_seq;
    bool m_isRead = true;
    journal::EventPackets m_packets;
    int m_number = 0;
    LayersModel *m_model;
    QLabel *m_origin;
    QLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
    PacketBoxes *m_boxes;
    QSplitter *m_splitter;
    QTreeView *m_tree;
    PacketHex *m_hex;
    QLabel *m_explanation; ///< of what is chosen, under the bytes
    QLabel *m_empty;
    QLabel *m_foot;
};

} // namespace swb::ui

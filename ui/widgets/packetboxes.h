#pragma once

#include <QWidget>

#include <vector>

namespace swb::ui {

class LayersModel;

/// A packet as boxes in boxes: link around network around transport around the application's bytes. A picture
/// of what the tree beside it says in words; a click chooses the layer there.
class PacketBoxes : public QWidget
{
    Q_OBJECT

public:
    explicit PacketBoxes(QWidget *parent = nullptr);

    void setModel(const LayersModel *model); ///< not owned, must outlive this
    void setCurrent(int layer); ///< -1: none
    QRect boxRect(int layer) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void layerChosen(int layer);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int layers() const;
    QString label(int layer) const;
    void takeModel();

    const LayersModel *m_model = nullptr;
    int m_current = -1;
};

} // namespace swb::ui

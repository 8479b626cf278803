#pragma once

#include <QHeaderView>

namespace swb::ui {

/// The log's column titles: quiet text over a hairline. The first has a menu.
class LogHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit LogHeader(QWidget *parent = nullptr);

    QSize sizeHint() const override;

Q_SIGNALS:
    void menuRequested(const QPoint &globalPosition); ///< of the first column

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    QSize sectionSizeFromContents(int section) const override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace swb::ui

#pragma once

#include <QHeaderView>

namespace swb::ui {

/// The column titles of lists: quiet text over a hairline.
class LogHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit LogHeader(QWidget *parent = nullptr);

    /// The first title asks for a menu from now on, and shows it.
    void offerMenu() { m_offersMenu = true; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void menuRequested(const QPoint &globalPosition); ///< after offerMenu()

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    QSize sectionSizeFromContents(int section) const override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_offersMenu = false;
};

} // namespace swb::ui

#pragma once

#include <QScrollArea>

namespace swb::ui {

/// As high as what it holds wants to be at this width, and scrolls it where there is less room.
class FittingScroll : public QScrollArea
{
    Q_OBJECT

public:
    explicit FittingScroll(QWidget *content, QWidget *parent = nullptr); ///< takes it over

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace swb::ui

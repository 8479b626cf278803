#pragma once

#include <QLabel>

namespace swb::ui {

/// One line of plain text that ends in "…" where it finds no room, and so never makes the window wider.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace swb::ui

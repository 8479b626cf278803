#pragma once

#include <QLabel>

namespace swb::ui {

/// One quiet line of text that gives way: where there is no room it is cut with an ellipsis, and its tool tip
/// has all of it.
class FootLabel : public QLabel
{
    Q_OBJECT

public:
    explicit FootLabel(QWidget *parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace swb::ui

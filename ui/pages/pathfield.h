#pragma once

#include <QLineEdit>

namespace swb::ui {

/// For a path. While nobody writes in it, a path that is too long is cut in the middle: both its ends tell.
class PathField : public QLineEdit
{
    Q_OBJECT

public:
    explicit PathField(QWidget *parent = nullptr);

    QString shownText() const; ///< what is to be read without the focus

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRect textRect() const;
};

} // namespace swb::ui

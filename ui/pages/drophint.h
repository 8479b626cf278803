#pragma once

#include <QWidget>

namespace swb::ui {

/// Covers the window while files are dragged over it, and says what will happen to them.
class DropHint : public QWidget
{
    Q_OBJECT

public:
    explicit DropHint(QWidget *window);

    void showFor(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace swb::ui

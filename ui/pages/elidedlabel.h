#pragma once

#include <QLabel>

namespace swb::ui {

/// One line of plain text that is cut with "…" where it finds no room, and so never makes the window wider.
/// What is cut is in its tool tip, unless it has another.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setElideMode(Qt::TextElideMode mode); ///< at its end, unless told otherwise
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool isCut() const;

    Qt::TextElideMode m_elideMode = Qt::ElideRight;
};

} // namespace swb::ui

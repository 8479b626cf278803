#pragma once

#include <QPointer>
#include <QWidget>

namespace swb::ui {

/// Shows a part of the window alone: on the whole screen and in large type, until Esc. The part comes back to
/// its place. It has to stand in a layout; what it draws has to follow its font.
class Projector : public QWidget
{
    Q_OBJECT

public:
    explicit Projector(QWidget *window);
    ~Projector() override;

    void project(QWidget *part);
    void giveBack(); ///< does nothing while nothing is projected
    bool isProjecting() const { return m_part != nullptr; }

Q_SIGNALS:
    void projectingChanged(bool projecting);

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QPointer<QWidget> m_part;
    QPointer<QWidget> m_place; ///< stands where the part belongs
    QFont m_font; ///< that it had of its own
};

} // namespace swb::ui

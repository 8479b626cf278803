#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace swb::ui {

/// A strip across the window for what the user must know now: cause and next step. Red for alarms, calm
/// otherwise.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    void showAlarm(const QString &text); ///< stays until clear(): its cause lasts
    void showNotice(const QString &text); ///< can be dismissed
    void clearNotice(); ///< its cause is gone; an alarm stays
    void clear();
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(const QString &text, bool alarm);
    void applyColours();

    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_dismiss;
    bool m_alarm = false;
};

} // namespace swb::ui

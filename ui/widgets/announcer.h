#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

namespace swb::ui {

/// Says to a screen reader what happens while its user is elsewhere in the window, at a rate that can be
/// listened to: once a second at most, and then what has come together since. It is an accessible
/// notification that shows itself anew each time, which Orca speaks wherever the focus is; nothing of it can
/// be seen.
class Announcer : public QWidget
{
    Q_OBJECT

public:
    explicit Announcer(QWidget *parent);

    /// `sentence` is asked what to say when it is time to say it, with how many calls there have been since
    /// the last time; it must not outlive what it looks at by more than the announcer does. Costs nothing
    /// while no screen reader is there.
    void announce(int news, std::function<QString(int news)> sentence);

private:
    void speak();

    QTimer m_pause;
    std::function<QString(int)> m_sentence;
    int m_news = 0;
};

} // namespace swb::ui

#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace swb::ui {

class BenchSession;
class Question;

/// Stands between the user and a quit that would lose what the disk has not taken yet.
class QuitGuard : public QObject
{
    Q_OBJECT

public:
    QuitGuard(BenchSession *session, QWidget *window); ///< neither is owned

    /// False: the user is being asked, and the window closes when the answer is to quit anyway.
    bool mayClose();
    void insist(); ///< from now on nothing is asked

private:
    BenchSession *m_session;
    QWidget *m_window;
    QPointer<Question> m_question;
    bool m_insists = false;
};

} // namespace swb::ui

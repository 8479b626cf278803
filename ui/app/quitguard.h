#pragma once

#include <QMap>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QWidget;

namespace swb::ui {

class BenchSession;
class Question;

/// Stands between the user and a quit that would lose something: what the disk has not taken yet, and files
/// that are still being written. A changed bench is no reason to ask: it comes back at the next start,
/// changes and name and all (BenchKeeper).
class QuitGuard : public QObject
{
    Q_OBJECT

public:
    QuitGuard(BenchSession *session, QWidget *window); ///< neither is owned

    /// From now on a file is being written under this name, until release() is called with what this returns.
    int hold(const QString &name);
    void release(int hold, bool saved);

    /// False: the window closes later, when everything is written or when the user says to quit anyway.
    bool mayClose();
    void insist(); ///< from now on nothing is asked

private:
    void askAboutHeldBytes();
    void askAboutFiles();
    void quitAnyway();

    BenchSession *m_session;
    QWidget *m_window;
    QPointer<Question> m_question; ///< about held bytes
    QPointer<Question> m_waiting; ///< about files
    QMap<int, QString> m_held; ///< what is being written
    int m_last = 0;
    QTimer m_unnoticed; ///< running: the files may be written before anybody notices
    bool m_closes = false; ///< when everything is written
    bool m_insists = false;
};

} // namespace swb::ui

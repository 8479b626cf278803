#include "app/quitguard.h"

#include "app/benchsession.h"
#include "bench/sentences.h"
#include "pages/question.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace swb::ui {

using namespace std::chrono_literals;

QuitGuard::QuitGuard(BenchSession *session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
    m_unnoticed.setSingleShot(true);
    m_unnoticed.setInterval(300ms);
    connect(&m_unnoticed, &QTimer::timeout, this, &QuitGuard::askAboutFiles);
    connect(session, &BenchSession::framePassed, this, [this] {
        if (m_question && !m_session->recording().failure.isSet())
            m_question->reject();
    });
}

int QuitGuard::hold(const QString &name)
{
    m_held.insert(++m_last, name);
    return m_last;
}

void QuitGuard::release(int hold, bool saved)
{
    m_held.remove(hold);
    if (!m_closes || (saved && !m_held.isEmpty()))
        return;
    m_closes = false;
    m_unnoticed.stop();
    if (m_waiting)
        m_waiting->reject();
    if (saved) // later: whoever releases is not done yet, and may go on with another file
        QMetaObject::invokeMethod(m_window, &QWidget::close, Qt::QueuedConnection);
}

bool QuitGuard::mayClose()
{
    if (m_insists)
        return true;
    if (m_session->recording().failure.isSet()) {
        askAboutHeldBytes();
        return false;
    }
    if (m_held.isEmpty())
        return true;
    if (!m_closes)
        m_unnoticed.start();
    m_closes = true;
    return false;
}

void QuitGuard::askAboutHeldBytes()
{
    if (m_question)
        return;
    const bench::RecordingStatus &status = m_session->recording();
    const Question::Words words{
        tr("%1 of the recording are not on disk and would be lost. %2")
            .arg(bench::Sentences::size(status.heldBytes), bench::Sentences::failure(status.failure)),
        tr("&Quit anyway"), tr("&Wait")};
    m_question = Question::ask(m_window, u"quitQuestion"_s, words, [this] { quitAnyway(); });
}

/// To wait is what happens without an answer.
void QuitGuard::askAboutFiles()
{
    QStringList names = m_held.values();
    names.removeDuplicates();
    const Question::Words words{tr("Still being saved: %1\nThe window closes as soon as that is done.")
                                    .arg(bench::Sentences::list(names)),
        tr("&Quit anyway"), tr("&Cancel")};
    m_waiting = Question::ask(m_window, u"waitQuestion"_s, words, [this] { quitAnyway(); });
    connect(m_waiting, &QDialog::rejected, this, [this] { m_closes = false; });
}

void QuitGuard::quitAnyway()
{
    insist();
    m_window->close();
}

void QuitGuard::insist()
{
    m_insists = true;
}

} // namespace swb::ui

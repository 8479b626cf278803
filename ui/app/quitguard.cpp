#include "app/quitguard.h"

#include "app/benchsession.h"
#include "bench/sentences.h"
#include "pages/question.h"

using namespace Qt::StringLiterals;

namespace swb::ui {

QuitGuard::QuitGuard(BenchSession *session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
    connect(session, &BenchSession::framePassed, this, [this] {
        if (m_question && !m_session->recording().failure.isSet())
            m_question->reject();
    });
}

bool QuitGuard::mayClose()
{
    const bench::RecordingStatus &status = m_session->recording();
    if (m_insists || !status.failure.isSet())
        return true;
    if (!m_question) {
        const Question::Words words{
            tr("%1 of the recording are not on disk and would be lost. %2")
                .arg(bench::Sentences::size(status.heldBytes), bench::Sentences::failure(status.failure)),
            tr("&Quit anyway"), tr("&Wait")};
        m_question = Question::ask(m_window, u"quitQuestion"_s, words, [this] {
            insist();
            m_window->close();
        });
    }
    return false;
}

void QuitGuard::insist()
{
    m_insists = true;
}

} // namespace swb::ui

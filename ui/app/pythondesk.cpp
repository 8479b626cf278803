#include "app/pythondesk.h"

#include "app/benchsession.h"
#include "app/workpresenter.h"
#include "lens/endpointprogram.h"
#include "pages/banner.h"
#include "pages/pythondialog.h"

#include <QAction>

namespace swb::ui {

PythonDesk::PythonDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(parts.show, &QAction::triggered, this, &PythonDesk::show);
    connect(parts.session, &BenchSession::framePassed, this, &PythonDesk::refresh);
    connect(parts.presenter, &WorkPresenter::targetChanged, this, &PythonDesk::refresh);
    refresh();
}

void PythonDesk::refresh()
{
    m_parts.show->setEnabled(!m_parts.presenter->isDrafting()
        && m_parts.session->bench()->endpoint(m_parts.presenter->target().endpoint) != nullptr);
}

void PythonDesk::show()
{
    const auto *endpoint = m_parts.session->bench()->endpoint(m_parts.presenter->target().endpoint);
    if (!endpoint)
        return;
    const auto program = lens::pythonProgram(endpoint->spec);
    if (!program) {
        m_parts.banner->showNotice(tr("Python has no encoding that is known to be “%1”; choose another one.")
                                       .arg(program.failure().subject));
        return;
    }
    auto *dialog = new PythonDialog(*program, m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace swb::ui

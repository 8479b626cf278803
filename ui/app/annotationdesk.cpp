#include "app/annotationdesk.h"

#include "app/actions.h"
#include "app/benchsession.h"
#include "app/onthread.h"
#include "app/workpresenter.h"
#include "bench/sentences.h"
#include "journal/annotator.h"
#include "models/logmodel.h"
#include "pages/banner.h"
#include "pages/workpage.h"
#include "widgets/logview.h"
#include "widgets/noteeditor.h"

namespace swb::ui {

AnnotationDesk::AnnotationDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_editor(new NoteEditor(parts.page->log()))
{
    wire();
    showCommands();
}

AnnotationDesk::~AnnotationDesk()
{
    m_writing.waitForFinished();
    for (qsizetype i = 1; i < m_orders.size(); ++i) {
        // Nobody is left to be told.
        [[maybe_unused]] const Outcome written = write(m_orders[i]);
    }
}

void AnnotationDesk::wire()
{
    const auto on = [this](Command command, auto &&slot) {
        connect((*m_parts.actions)[command], &QAction::triggered, this, slot);
    };
    on(Command::MarkRow, &AnnotationDesk::toggleMark);
    on(Command::AnnotateRow, &AnnotationDesk::openEditor);
    on(Command::NextMark, [this] { goToAnnotated(1); });
    on(Command::PreviousMark, [this] { goToAnnotated(-1); });
    LogView *log = m_parts.page->log();
    for (const Command command : {Command::MarkRow, Command::AnnotateRow})
        log->addAction((*m_parts.actions)[command]); // in its context menu
    connect(log, &LogView::currentEventChanged, this, &AnnotationDesk::showCommands);
    connect(m_parts.presenter, &WorkPresenter::targetChanged, this, &AnnotationDesk::showCommands);
    connect(m_editor, &NoteEditor::written, this, [this](EventSeq about, const QString &text) {
        if (const auto recording = m_parts.session->recordingOf(m_editedTarget))
            annotate(about, {recording->annotationOf(about).marked, text});
    });
}

void AnnotationDesk::showCommands()
{
    const LogView *log = m_parts.page->log();
    const bool has = log->model() && log->currentRow() >= 0 && !m_parts.presenter->isDrafting();
    for (const Command command : {Command::MarkRow, Command::AnnotateRow})
        (*m_parts.actions)[command]->setEnabled(has);
}

void AnnotationDesk::toggleMark()
{
    const LogView *log = m_parts.page->log();
    if (!log->model() || log->currentRow() < 0)
        return;
    const LogRow row = log->model()->row(log->currentRow());
    m_editedTarget = m_parts.presenter->target();
    annotate(row.seq, {!row.annotation.marked, row.annotation.text});
}

void AnnotationDesk::openEditor()
{
    LogView *log = m_parts.page->log();
    if (!log->model() || log->currentRow() < 0 || !log->isVisible())
        return;
    log->setCurrentRow(log->currentRow()); // into sight
    const LogRow row = log->model()->row(log->currentRow());
    m_editedTarget = m_parts.presenter->target();
    m_editor->open(row.seq, row.annotation.text);
}

void AnnotationDesk::goToAnnotated(int step)
{
    LogView *log = m_parts.page->log();
    if (!log->model())
        return;
    const int here = log->currentRow() < 0 && step < 0 ? log->model()->rowCount() : log->currentRow();
    const int row = log->model()->annotatedRow(here, step);
    if (row >= 0)
        log->setCurrentRow(row);
    else
        m_parts.banner->showNotice(
            step > 0 ? tr("No marked or noted row follows") : tr("No marked or noted row comes before"));
}

void AnnotationDesk::annotate(EventSeq about, const Annotation &annotation)
{
    if (m_editedTarget.recording == 0) {
        m_parts.session->engine().annotate(about, annotation);
        return;
    }
    m_orders.append({m_parts.session->recordingOf(m_editedTarget), about, annotation});
    if (m_orders.size() == 1)
        writeNext();
}

Outcome AnnotationDesk::write(const Order &order)
{
    return journal::Annotator::annotate(*order.recording, order.about, order.annotation, Clock().now());
}

/// One after another: each locks the file.
void AnnotationDesk::writeNext()
{
    m_writing = onThread<Outcome>([order = m_orders.constFirst()] { return write(order); });
    whenDone(m_writing, this, [this](const Outcome &outcome) {
        m_orders.removeFirst();
        if (!outcome)
            tell(outcome.failure());
        else if (LogModel *log = m_parts.page->log()->model())
            log->refresh();
        if (!m_orders.isEmpty())
            writeNext();
    });
}

void AnnotationDesk::tell(const Failure &failure)
{
    const bool readOnly =
        failure.kind == FailureKind::NoPermission || failure.kind == FailureKind::ReadOnlyPlace;
    const QString why = readOnly
        ? tr("“%1” cannot be written; save it under another name, and annotate the copy").arg(failure.subject)
        : bench::Sentences::failure(failure);
    m_parts.banner->showNotice(why);
}

} // namespace swb::ui

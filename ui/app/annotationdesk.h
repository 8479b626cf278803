#pragma once

#include "base/event.h"
#include "base/result.h"
#include "models/benchmodel.h"

#include <QFuture>
#include <QList>
#include <QObject>

#include <memory>

namespace swb::journal {
class Recording;
}

namespace swb::ui {

class Actions;
class Banner;
class BenchSession;
class NoteEditor;
class WorkPage;
class WorkPresenter;

/// Marks and notes on rows of the log: into the running recording by the engine, into an opened one by its
/// file, on a thread of its own.
class AnnotationDesk : public QObject
{
    Q_OBJECT

public:
    /// None is owned; all must outlive this.
    struct Parts
    {
        Actions *actions;
        BenchSession *session;
        WorkPresenter *presenter;
        WorkPage *page;
        Banner *banner;
    };
    AnnotationDesk(const Parts &parts, QObject *parent);
    ~AnnotationDesk() override; ///< what is still to be written is written first

private:
    /// One for the file of an opened recording.
    struct Order
    {
        std::shared_ptr<const journal::Recording> recording;
        EventSeq about;
        Annotation annotation;
    };
    static Outcome write(const Order &order);
    void wire();
    void showCommands();
    void toggleMark();
    void openEditor();
    void goToAnnotated(int step);
    void annotate(EventSeq about, const Annotation &annotation);
    void writeNext();
    void tell(const Failure &failure);

    Parts m_parts;
    NoteEditor *m_editor;
    BenchModel::Target m_editedTarget;
    QList<Order> m_orders; ///< the first is being written
    QFuture<Outcome> m_writing;
};

} // namespace swb::ui

#pragma once

#include "models/benchmodel.h"
#include "models/filterinput.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace swb::ui {

class Actions;
class BenchSession;
class FilterBar;
class LogModel;
class WorkPage;
class WorkPresenter;

/// Filters the log that is shown with what the bar says, and remembers for everything on the bench how it was
/// filtered, until the program ends.
class FilterDesk : public QObject
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
    };
    FilterDesk(const Parts &parts, QObject *parent);

private:
    struct Kept
    {
        FilterInput input;
        bool open = false;
    };
    void wire();
    Kept &kept();
    void toggle();
    void close();
    void showTarget();
    void apply();
    void showStanding();

    Parts m_parts;
    FilterBar *m_bar;
    QHash<QString, Kept> m_kept; ///< by target
    QPointer<LogModel> m_log; ///< whose progress is listened to
};

} // namespace swb::ui

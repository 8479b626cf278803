#pragma once

#include "models/stepsession.h"

#include <QObject>

class QAction;
class QStatusBar;

namespace swb::ui {

class PageStack;
class StartPage;
class StepPage;

/// "Step by step": opens its page, keeps its sockets while the window lives, and puts its program onto the
/// clipboard.
class StepDesk : public QObject
{
    Q_OBJECT

public:
    /// What it works with. None is owned; all must outlive the desk.
    struct Parts
    {
        QAction *open;
        StartPage *start;
        PageStack *pages;
        QStatusBar *statusBar;
    };
    explicit StepDesk(const Parts &parts, QObject *parent = nullptr);

private:
    void open();
    void copyProgram();

    Parts m_parts;
    StepSession *m_session;
    StepPage *m_page; ///< made when it is wanted; the stack owns it
};

} // namespace swb::ui

#pragma once

#include "models/timetext.h"

#include <QObject>

class QPoint;
class QSettings;

namespace swb::ui {

class Actions;
class WorkPage;
class WorkPresenter;

/// What the Time column of the log tells: chosen in the View menu or at the column's title, and remembered.
class TimeDesk : public QObject
{
    Q_OBJECT

public:
    /// None is owned; all must outlive this.
    TimeDesk(
        Actions *actions, WorkPresenter *presenter, WorkPage *page, QSettings *settings, QObject *parent);

private:
    void setMode(TimeMode mode);
    void apply();
    void showMenu(const QPoint &globalPosition);

    Actions *m_actions;
    WorkPage *m_page;
    QSettings *m_settings;
    TimeMode m_mode = TimeMode::Absolute;
};

} // namespace swb::ui

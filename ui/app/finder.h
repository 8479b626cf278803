#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace swb::journal {
struct Match;
}

namespace swb::ui {

class Actions;
class FindBar;
class SearchModel;
class WorkPage;
class WorkPresenter;

/// Find: the bar at the foot of the log, what it finds, and where that is shown.
class Finder : public QObject
{
    Q_OBJECT

public:
    /// None is owned; all must outlive this.
    Finder(Actions *actions, WorkPresenter *presenter, WorkPage *page, QObject *parent = nullptr);

    SearchModel *model() const { return m_model; }

private:
    void open();
    void closed();
    void step(bool forwards);
    void followLog(); ///< another log may be shown now
    void showMatch(const journal::Match &match);

    Actions *m_actions;
    WorkPage *m_page;
    SearchModel *m_model;
    FindBar *m_bar;
    QPointer<QWidget> m_before; ///< had the focus when the bar was opened
};

} // namespace swb::ui

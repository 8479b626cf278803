#pragma once

#include <QList>
#include <QObject>

class QWidget;

namespace swb::ui {

class Actions;
class BenchTree;
class WorkPage;

/// The keys that lead from place to place of the window: to each by its own, and to the next one.
class FocusRouter : public QObject
{
    Q_OBJECT

public:
    /// None is owned; all must outlive this.
    FocusRouter(
        Actions *actions, BenchTree *tree, WorkPage *page, QWidget *facts, QObject *parent = nullptr);

private:
    enum class Place
    {
        Bench,
        Head,
        Records,
        Bytes,
        Composer,
        Facts
    };
    static constexpr int placeTotal = 6;

    QWidget *widgetOf(Place place) const; ///< in which the focus is when it is there
    void goTo(Place place);
    void step(int by);

    BenchTree *m_tree;
    WorkPage *m_page;
    QWidget *m_facts;
};

} // namespace swb::ui

#pragma once

#include "base/ids.h"
#include "bench/example.h"
#include "models/benchmodel.h"

#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace swb::ui {

class Banner;
class BenchSession;
class BenchTree;
class WorkPage;

/// The programs of the tutorials, one click each: in a menu, and in a list to search from the start page.
class ExampleDesk : public QObject
{
    Q_OBJECT

public:
    /// What it works with. None is owned; all must outlive the desk.
    struct Parts
    {
        QWidget *window;
        QMenu *menu; ///< which it fills
        BenchSession *session;
        BenchTree *tree;
        WorkPage *page;
        Banner *banner;
    };
    explicit ExampleDesk(const Parts &parts);

    void retranslate();

public Q_SLOTS:
    void choose(); ///< from the list
    /// Beside what is on the bench, in the place of the example that ran before if that is untouched.
    void run(const QString &id);

private:
    /// What an example has put up.
    struct Placed
    {
        EndpointId id;
        bench::EndpointSpec spec;
    };
    void clearAway();
    bool isUntouched() const;
    void noteSending(const BenchModel::Target &target);
    void selectTelling();

    Parts m_parts;
    QList<Placed> m_placed; ///< by the latest one
    bool m_isUsed = false; ///< the user has sent something in it
    QList<QAction *> m_actions; ///< one for each example
    EndpointId m_telling; ///< its connection is selected when there is one
};

} // namespace swb::ui

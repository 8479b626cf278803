#pragma once

#include "base/ids.h"
#include "bench/example.h"

#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace swb::ui {

class BenchSession;
class BenchTree;
class StartPage;

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
        StartPage *start;
    };
    explicit ExampleDesk(const Parts &parts);

    void retranslate();

public Q_SLOTS:
    void choose(); ///< from the list
    void run(const QString &id); ///< beside what is on the bench

private:
    void selectTelling();

    Parts m_parts;
    QList<QAction *> m_actions; ///< one for each example
    EndpointId m_telling; ///< its connection is selected when there is one
};

} // namespace swb::ui

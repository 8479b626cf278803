#pragma once

#include <QDialog>
#include <QList>
#include <QString>

namespace swb::ui {

/// Every key of the window on one page.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    struct Line
    {
        QString keys;
        QString text; ///< empty: `keys` is the heading of what follows
    };
    explicit ShortcutsDialog(const QList<Line> &lines, QWidget *parent = nullptr);
};

} // namespace swb::ui

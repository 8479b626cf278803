#pragma once

#include <QDialog>
#include <QList>

class QMenu;
class QTreeWidget;

namespace swb::ui {

/// Every key of the window on one page.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Lists the menus' actions that have a key, and the keys of the composer.
    explicit ShortcutsDialog(const QList<QMenu *> &menus, QWidget *parent = nullptr);

private:
    void addHeading(const QString &text);
    void addLine(const QKeySequence &keys, const QString &text);
    void fill(const QList<QMenu *> &menus);

    QTreeWidget *m_list;
};

} // namespace swb::ui

#pragma once

#include "pages/shortcutitem.h"

#include <QDialog>

class QTreeWidget;

namespace swb::ui {

/// Every key of the window on one page.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Lists those of the commands that have keys, and the keys of the composer.
    explicit ShortcutsDialog(const QList<ShortcutItem> &commands, QWidget *parent = nullptr);

    /// What the composer itself does with keys; nobody else can have them.
    static QList<ShortcutItem> composerKeys();

private:
    void addHeading(const QString &text);
    void addLines(const QList<ShortcutItem> &items);

    QTreeWidget *m_list;
};

} // namespace swb::ui

#pragma once

#include "pages/preferencepane.h"
#include "pages/shortcutmodel.h"

#include <QSortFilterProxyModel>

class QLineEdit;
class QTreeView;

namespace swb::ui {

class FieldNote;
class KeyField;

/// Every command with its keys. Choose one, press the keys; where another command has them, its name is said
/// at once, and whether it gives them up is the user's to decide.
class ShortcutsPane : public PreferencePane
{
    Q_OBJECT

public:
    explicit ShortcutsPane(QWidget *parent = nullptr);

    QString title() const override { return tr("Shortcuts"); }
    /// `fixedKeys` belong to parts of the window and cannot be had by a command.
    void show(const QList<ShortcutItem> &items, const QList<ShortcutItem> &fixedKeys);

Q_SIGNALS:
    /// These keys for this command; any other that has one of them is to lose it.
    void keysChosen(const QString &id, const QList<QKeySequence> &keys);
    void resetRequested(const QString &id);

protected:
    void retranslate() override;

private:
    void setUpList();
    void setUpEditor();
    void layOut();
    const ShortcutItem *current() const; ///< null: none is chosen
    void showCurrent();
    void offer(const QKeySequence &keys);
    void takeOver();
    void setWanted(const QKeySequence &keys, const QString &problem);

    ShortcutModel m_model;
    QSortFilterProxyModel m_filtered;
    QList<ShortcutItem> m_fixedKeys;
    QLineEdit *m_filter;
    QTreeView *m_list;
    QLabel *m_keysLabel;
    KeyField *m_keys;
    QPushButton *m_takeOver;
    QPushButton *m_reset;
    FieldNote *m_note;
    QKeySequence m_wanted; ///< pressed, and another's
};

} // namespace swb::ui

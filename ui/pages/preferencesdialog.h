#pragma once

#include <QDialog>
#include <QList>

class QDialogButtonBox;
class QListWidget;
class QStackedWidget;

namespace swb::ui {

class PreferencePane;

/// The preferences: the pages' names on the left, a page on the right. What is changed holds at once.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    /// Takes the pages over.
    explicit PreferencesDialog(const QList<PreferencePane *> &panes, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QList<PreferencePane *> m_panes;
    QListWidget *m_names;
    QStackedWidget *m_stack;
};

} // namespace swb::ui

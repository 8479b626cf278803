#pragma once

#include <QWidget>

class QLabel;
class QModelIndex;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace swb::ui {

class ElidedLabel;
class FactsModel;

/// The facts on the right: what the kernel says of what is selected, since when, and the command that shows
/// the same. Lays out and nothing else.
class Inspector : public QWidget
{
    Q_OBJECT

public:
    explicit Inspector(FactsModel *model, QWidget *parent = nullptr); ///< the model outlives it

    /// Of whom the facts are, and when that was true. Both may be empty.
    void setSubject(const QString &subject, const QString &moment);
    void setCommand(const QString &command); ///< empty: there is none
    void setHint(const QString &hint); ///< in place of facts; empty: the facts
    QTreeView *facts() const { return m_facts; }
    void copyCurrent(); ///< the fact that is chosen
    QSize sizeHint() const override;

Q_SIGNALS:
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeFoot();
    void makeFacts();
    void spanGroups(int first, int last);
    void copyCommand();
    void retranslate();

    FactsModel *m_model;
    QLabel *m_title;
    QToolButton *m_close;
    ElidedLabel *m_subject;
    ElidedLabel *m_moment;
    QStackedWidget *m_stack;
    QLabel *m_hint;
    QTreeView *m_facts;
    QWidget *m_foot;
    ElidedLabel *m_command;
    QToolButton *m_copy;
    QAction *m_copyFact;
};

} // namespace swb::ui

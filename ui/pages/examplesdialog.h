#pragma once

#include "bench/example.h"

#include <QDialog>
#include <QList>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace swb::ui {

/// The examples with what each shows; typing narrows them, Enter runs the one that is marked.
class ExamplesDialog : public QDialog
{
    Q_OBJECT

public:
    ExamplesDialog(const QList<bench::Example> &examples, QWidget *parent);

    void accept() override;

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QList<bench::Example> &examples);
    void narrow(const QString &typed);
    void selectNear(int step);

    QLineEdit *m_search;
    QListWidget *m_list;
    QPushButton *m_run;
};

} // namespace swb::ui

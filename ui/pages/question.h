#pragma once

#include <QMessageBox>

#include <functional>

namespace swb::ui {

/// Asks once more before something that cannot be taken back. Not to do it is the default.
class Question : public QMessageBox
{
    Q_OBJECT

public:
    struct Words
    {
        QString text;
        QString yes;
        QString no;
    };
    /// Open at once, deletes itself. `goOn` runs if the user agrees. The buttons are called name + "Yes" and
    /// "No".
    static Question *ask(
        QWidget *parent, const QString &name, const Words &words, const std::function<void()> &goOn);

private:
    explicit Question(QWidget *parent);
};

} // namespace swb::ui

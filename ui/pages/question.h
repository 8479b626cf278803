#pragma once

#include <QMessageBox>

#include <functional>

namespace swb::ui {

/// Asks once more before something that cannot be taken back. Not to do it, or to save first, is the default.
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
    using Answer = std::function<void()>;
    /// Open at once, deletes itself. `goOn` runs if the user agrees. The buttons are called name + "Yes" and
    /// "No".
    static Question *ask(QWidget *parent, const QString &name, const Words &words, const Answer &goOn);
    /// The same for something that could be saved first: "Save", "Don't save" and "Cancel", called name +
    /// "Save", "Yes" and "No".
    static Question *askToSave(
        QWidget *parent, const QString &name, const QString &text, const Answer &save, const Answer &goOn);

private:
    Question(QWidget *parent, const QString &name, const QString &text);
    QPushButton *add(const QString &text, ButtonRole role, const QString &suffix);
};

} // namespace swb::ui

#include "pages/question.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace swb::ui {

Question::Question(QWidget *parent, const QString &name, const QString &text)
    : QMessageBox(parent)
{
    setObjectName(name);
    setAttribute(Qt::WA_DeleteOnClose);
    setTextFormat(Qt::PlainText);
    setIcon(QMessageBox::Warning);
    setWindowTitle(tr("Socket Workbench"));
    setText(text);
}

QPushButton *Question::add(const QString &text, ButtonRole role, const QString &suffix)
{
    QPushButton *button = addButton(text, role);
    button->setObjectName(objectName() + suffix);
    return button;
}

Question *Question::ask(QWidget *parent, const QString &name, const Words &words, const Answer &goOn)
{
    auto *box = new Question(parent, name, words.text);
    const QPushButton *yes = box->add(words.yes, QMessageBox::DestructiveRole, u"Yes"_s);
    QPushButton *no = box->add(words.no, QMessageBox::RejectRole, u"No"_s);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, box, goOn);
    box->open();
    return box;
}

Question *Question::askToSave(
    QWidget *parent, const QString &name, const QString &text, const Answer &save, const Answer &goOn)
{
    auto *box = new Question(parent, name, text);
    QPushButton *first = box->add(tr("&Save"), QMessageBox::AcceptRole, u"Save"_s);
    const QPushButton *without = box->add(tr("&Don’t save"), QMessageBox::DestructiveRole, u"Yes"_s);
    QPushButton *no = box->add(tr("Cancel"), QMessageBox::RejectRole, u"No"_s);
    box->setDefaultButton(first);
    box->setEscapeButton(no);
    connect(first, &QPushButton::clicked, box, save);
    connect(without, &QPushButton::clicked, box, goOn);
    box->open();
    return box;
}

} // namespace swb::ui

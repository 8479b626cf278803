#include "pages/question.h"

#include <QPushButton>

namespace swb::ui {

Question::Question(QWidget *parent)
    : QMessageBox(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setTextFormat(Qt::PlainText);
    setIcon(QMessageBox::Warning);
}

Question *Question::ask(
    QWidget *parent, const QString &name, const Words &words, const std::function<void()> &goOn)
{
    auto *box = new Question(parent);
    box->setObjectName(name);
    box->setWindowTitle(tr("Socket Workbench"));
    box->setText(words.text);
    QPushButton *yes = box->addButton(words.yes, QMessageBox::DestructiveRole);
    QPushButton *no = box->addButton(words.no, QMessageBox::RejectRole);
    yes->setObjectName(name + QStringLiteral("Yes"));
    no->setObjectName(name + QStringLiteral("No"));
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, box, goOn);
    box->open();
    return box;
}

} // namespace swb::ui

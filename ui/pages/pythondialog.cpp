#include "pages/pythondialog.h"

#include "widgets/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

PythonDialog::PythonDialog(const QString &program, QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(program))
{
    setObjectName(u"pythonDialog"_s);
    setWindowTitle(tr("As a Python program"));
    m_text->setObjectName(u"pythonText"_s);
    m_text->setAccessibleName(windowTitle());
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(dataFont());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"pythonCopy"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Space::One);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    resize(QSize(720, 560).boundedTo(parent->window()->size() - QSize(Space::Three, Space::Three)));
    connect(copy, &QAbstractButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    copy->setDefault(true);
}

} // namespace swb::ui

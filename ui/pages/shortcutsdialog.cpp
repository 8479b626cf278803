#include "pages/shortcutsdialog.h"

#include "pages/labeltext.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QMenu>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

ShortcutsDialog::ShortcutsDialog(const QList<QMenu *> &menus, QWidget *parent)
    : QDialog(parent)
    , m_list(new QTreeWidget)
{
    setObjectName(u"shortcutsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    m_list->setObjectName(u"shortcutsList"_s);
    m_list->setAccessibleName(windowTitle());
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setColumnWidth(0, 160);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setObjectName(u"shortcutsButtons"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::Two, Space::Two, Space::Two, Space::Two);
    layout->addWidget(m_list);
    layout->addWidget(buttons);
    resize(520, 720);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    fill(menus);
}

void ShortcutsDialog::addHeading(const QString &text)
{
    auto *item = new QTreeWidgetItem(m_list, {text});
    QFont heading = m_list->font();
    heading.setWeight(QFont::DemiBold);
    item->setFont(0, heading);
    item->setFirstColumnSpanned(true);
    item->setSizeHint(0, {0, fontMetrics().height() + Space::Two});
}

void ShortcutsDialog::addLine(const QKeySequence &keys, const QString &text)
{
    auto *item = new QTreeWidgetItem(m_list, {keys.toString(QKeySequence::NativeText), text});
    item->setSizeHint(0, {0, fontMetrics().height() + Space::One});
}

void ShortcutsDialog::fill(const QList<QMenu *> &menus)
{
    for (const QMenu *menu : menus) {
        addHeading(labelText(menu->title()));
        for (const QAction *action : menu->actions()) {
            if (!action->shortcut().isEmpty())
                addLine(action->shortcut(), labelText(action->text()));
        }
    }
    addHeading(tr("Composer"));
    addLine(QKeySequence(Qt::CTRL | Qt::Key_Return), tr("Send"));
    addLine(QKeySequence(Qt::Key_Return), tr("Send, while the text is one line"));
}

} // namespace swb::ui

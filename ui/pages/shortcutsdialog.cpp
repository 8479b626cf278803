#include "pages/shortcutsdialog.h"

#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

ShortcutsDialog::ShortcutsDialog(const QList<Line> &lines, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *list = new QTreeWidget;
    list->setObjectName(u"shortcutsList"_s);
    list->setAccessibleName(windowTitle());
    list->setColumnCount(2);
    list->setHeaderHidden(true);
    list->setRootIsDecorated(false);
    list->setFrameShape(QFrame::NoFrame);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    for (const Line &line : lines) {
        auto *item = new QTreeWidgetItem(list, {line.keys, line.text});
        if (line.text.isEmpty()) {
            QFont heading = list->font();
            heading.setWeight(QFont::DemiBold);
            item->setFont(0, heading);
            item->setFirstColumnSpanned(true);
        }
    }
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setObjectName(u"shortcutsButtons"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::Two, Space::Two, Space::Two, Space::Two);
    layout->addWidget(list);
    layout->addWidget(buttons);
    resize(520, 560);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
}

} // namespace swb::ui

#include "pages/shortcutsdialog.h"

#include "pages/shortcutmodel.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

ShortcutsDialog::ShortcutsDialog(const QList<ShortcutItem> &commands, QWidget *parent)
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
    addLines(commands);
    addLines(composerKeys());
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

void ShortcutsDialog::addLines(const QList<ShortcutItem> &items)
{
    QString place;
    for (const ShortcutItem &item : items) {
        if (item.keys.isEmpty())
            continue;
        if (item.place != place)
            addHeading(item.place);
        place = item.place;
        auto *line = new QTreeWidgetItem(m_list, {ShortcutModel::keysText(item.keys), item.text});
        line->setSizeHint(0, {0, fontMetrics().height() + Space::One});
    }
}

QList<ShortcutItem> ShortcutsDialog::composerKeys()
{
    const auto item = [](const QString &text, const QList<QKeySequence> &keys) {
        return ShortcutItem{{}, text, tr("Composer"), keys, keys};
    };
    return {
        item(tr("Send"), {QKeySequence(Qt::CTRL | Qt::Key_Return)}),
        item(tr("Send, while the text is one line"), {QKeySequence(Qt::Key_Return)}),
        item(tr("What was sent before"), {QKeySequence(Qt::ALT | Qt::Key_Up)}),
        item(tr("What was sent after it"), {QKeySequence(Qt::ALT | Qt::Key_Down)}),
    };
}

} // namespace swb::ui

#include "app/recentmenu.h"

#include "app/recentfiles.h"
#include "pages/startpage.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace swb::ui {

RecentMenu::RecentMenu(QMenu *menu, QAction *after, StartPage *start, RecentFiles *files, QObject *parent)
    : QObject(parent)
    , m_menu(new QMenu(menu))
    , m_start(start)
    , m_files(files)
    , m_removeGone(new QAction(this))
    , m_clear(new QAction(this))
{
    m_menu->setObjectName(u"openRecentMenu"_s);
    m_removeGone->setObjectName(u"removeGoneFilesAction"_s);
    m_clear->setObjectName(u"clearRecentFilesAction"_s);
    const QList<QAction *> actions = menu->actions();
    menu->insertMenu(actions.value(actions.indexOf(after) + 1), m_menu);
    connect(m_removeGone, &QAction::triggered, files, &RecentFiles::removeGone);
    connect(m_clear, &QAction::triggered, files, &RecentFiles::clear);
    connect(menu, &QMenu::aboutToShow, files, &RecentFiles::look);
    connect(files, &RecentFiles::changed, this, &RecentMenu::fill);
    connect(start, &StartPage::recentRequested, this, &RecentMenu::chosen);
    retranslate();
}

void RecentMenu::fill()
{
    m_menu->removeAction(m_removeGone);
    m_menu->removeAction(m_clear);
    m_menu->clear();
    bool anyGone = false;
    QStringList present;
    for (const RecentFiles::File &file : m_files->files()) {
        const QFileInfo info(file.path);
        QString text =
            tr("%1 in %2", "a file in a folder").arg(info.fileName(), QDir::toNativeSeparators(info.path()));
        text.replace(u'&', u"&&"_s);
        QAction *action = m_menu->addAction(file.gone ? tr("%1 (gone)").arg(text) : text);
        action->setEnabled(!file.gone);
        connect(action, &QAction::triggered, this, [this, path = file.path] { emit chosen(path); });
        anyGone = anyGone || file.gone;
        if (!file.gone)
            present.append(file.path);
    }
    m_menu->addSeparator();
    m_removeGone->setEnabled(anyGone);
    m_menu->addActions({m_removeGone, m_clear});
    m_menu->setEnabled(!m_files->files().isEmpty());
    m_start->setRecentFiles(present);
}

void RecentMenu::retranslate()
{
    m_menu->setTitle(tr("Open re&cent"));
    m_removeGone->setText(tr("&Remove those that are gone"));
    m_clear->setText(tr("&Clear this list"));
    fill();
}

} // namespace swb::ui

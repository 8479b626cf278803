#include "app/dropdesk.h"

#include "app/fileopener.h"
#include "pages/banner.h"
#include "pages/drophint.h"

#include <QCoreApplication>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

#include <algorithm>

namespace swb::ui {

DropDesk::DropDesk(QWidget *window, FileOpener *opener, Banner *banner)
    : QObject(window)
    , m_window(window)
    , m_opener(opener)
    , m_banner(banner)
    , m_hint(new DropHint(window))
{
    window->setAcceptDrops(true);
    QCoreApplication::instance()->installEventFilter(this);
}

QStringList DropDesk::filesIn(const QMimeData *data)
{
    QStringList files;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

bool DropDesk::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::DragLeave
        && type != QEvent::Drop)
        return false;
    const auto *widget = qobject_cast<const QWidget *>(watched);
    if (!widget || widget->window() != m_window)
        return false;
    if (type == QEvent::DragLeave) {
        m_hint->hide();
        return false;
    }
    auto *drop = static_cast<QDropEvent *>(event);
    if (!drop->mimeData()->hasUrls())
        return false; // text goes where text goes
    type == QEvent::Drop ? take(drop) : welcome(drop);
    return true;
}

void DropDesk::welcome(QDropEvent *event)
{
    const QStringList files = filesIn(event->mimeData());
    if (m_hint->isHidden())
        m_hint->showFor(files.size() == 1
                ? tr("Drop to open %1").arg(QFileInfo(files.constFirst()).fileName())
                : files.isEmpty() ? tr("Only files on this computer can be opened")
                                  : tr("Drop to open %n file(s)", nullptr, int(files.size())));
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void DropDesk::take(QDropEvent *event)
{
    m_hint->hide();
    const QStringList files = filesIn(event->mimeData());
    event->setDropAction(Qt::CopyAction);
    event->accept();
    if (files.isEmpty())
        m_banner->showNotice(
            tr("Not opened: what was dropped is not a file on this computer. Save it here first, then "
               "drop the file."));
    else if (files.size() > most)
        m_banner->showNotice(
            tr("Not opened: %1 files were dropped. Drop at most %2 at a time.").arg(files.size()).arg(most));
    else
        std::ranges::for_each(files, [this](const QString &file) { m_opener->open(file); });
}

} // namespace swb::ui

#include "app/recentfiles.h"

#include "app/onthread.h"

#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr auto filesKey = "recent/files"_L1;

} // namespace

RecentFiles::RecentFiles(QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    for (const QString &path : settings->value(filesKey).toStringList().mid(0, most))
        m_files.append({path, false});
    look();
}

void RecentFiles::add(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (m_files.value(0) == File{absolute, false})
        return;
    m_files.removeIf([&](const File &file) { return file.path == absolute; });
    m_files.prepend({absolute, false});
    m_files.resize(std::min(m_files.size(), most));
    keep();
}

void RecentFiles::removeGone()
{
    m_files.removeIf([](const File &file) { return file.gone; });
    keep();
}

void RecentFiles::clear()
{
    m_files.clear();
    keep();
}

void RecentFiles::keep()
{
    QStringList paths;
    for (const File &file : m_files)
        paths.append(file.path);
    m_settings->setValue(filesKey, paths);
    emit changed();
}

void RecentFiles::look()
{
    QStringList paths;
    for (const File &file : m_files)
        paths.append(file.path);
    if (paths.isEmpty())
        return;
    // A server that does not answer makes its files' looks last for minutes.
    const auto future = onThread<QStringList>([paths] {
        QStringList gone = paths;
        gone.removeIf([](const QString &path) { return QFileInfo::exists(path); });
        return gone;
    });
    whenDone(future, this, [this](const QStringList &gone) { take(gone); });
}

void RecentFiles::take(const QStringList &gone)
{
    const QList<File> before = m_files;
    for (File &file : m_files)
        file.gone = gone.contains(file.path);
    if (m_files != before)
        emit changed();
}

} // namespace swb::ui

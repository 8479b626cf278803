#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

class QSettings;

namespace swb::ui {

/// The files that were opened last, the latest first: recordings and workspaces. Kept in the settings. Window
/// thread.
class RecentFiles : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 10;
    struct File
    {
        QString path;
        bool gone = false; ///< as of the last look()
        friend bool operator==(const File &, const File &) = default;
    };

    /// `settings` is not owned.
    explicit RecentFiles(QSettings *settings, QObject *parent = nullptr);

    const QList<File> &files() const { return m_files; }
    void add(const QString &path);
    void removeGone();
    void clear();
    /// Looks, on another thread, which files are still there.
    void look();

Q_SIGNALS:
    void changed();

private:
    void take(const QStringList &gone);
    void keep();

    QSettings *m_settings;
    QList<File> m_files;
};

} // namespace swb::ui

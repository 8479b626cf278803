#pragma once

#include "base/uniquedescriptor.h"

#include <QList>
#include <QString>

#include <vector>

namespace swb::ui {

/// What a program that did not end properly has left.
struct Wreck
{
    QString recording; ///< empty: nothing had happened yet
    bool justRestored = false; ///< it had brought its bench back less than a minute before

    friend bool operator==(const Wreck &, const Wreck &) = default;
};

/// The mark of a running program: a file that it holds locked (flock(2)) until it ends. A mark that nobody
/// holds is of one that crashed or was killed; the kernel lets go for it. Each window has its own.
class SessionMarker
{
public:
    /// Looks at the marks in the folder, locks those of the dead, and sets its own. The folder is made if
    /// need be; where that is not possible there is no mark.
    explicit SessionMarker(const QString &folder);
    ~SessionMarker(); ///< the mark goes: the program has ended properly
    Q_DISABLE_COPY_MOVE(SessionMarker)

    const QList<Wreck> &wrecks() const { return m_wrecks; }
    void forgetWrecks(); ///< the user knows of them; until then they are there for the next start as well
    bool isAlone() const { return m_alone; } ///< when it began, no other program held a mark
    void setRecording(const QString &path);
    void setJustRestored(bool justRestored);

private:
    void lookAround(const QString &folder);
    void examine(const QString &path);
    void place(const QString &folder);
    void write();

    struct Held
    {
        QString path;
        UniqueDescriptor file;
    };
    QList<Wreck> m_wrecks;
    std::vector<Held> m_held; ///< their marks, locked: no other window tells of them
    bool m_alone = true;
    QString m_path;
    UniqueDescriptor m_file;
    Wreck m_state; ///< what is to be found should this program end here
};

} // namespace swb::ui

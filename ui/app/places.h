#pragma once

#include <QString>

namespace swb::ui {

/// Where the program keeps its things: in the places that the desktop has for them or, portable, in the
/// folder "socket-workbench-data" beside the program. Portable is a program with a file
/// "socket-workbench.portable" beside it, whatever that holds. A value; makes no folder.
class Places
{
public:
    /// Of a program in this folder. Ask after QCoreApplication::setApplicationName().
    static Places ofProgramIn(const QString &programFolder);
    /// All in one folder.
    static Places in(const QString &folder);

    QString settingsFile() const { return m_settingsFile; } ///< for QSettings::IniFormat
    QString recordings() const { return m_recordings; } ///< the folder, unless the user has chosen another
    QString state() const { return m_state; } ///< the folder of what comes back at the next start
    bool isPortable() const { return m_portable; }

private:
    QString m_settingsFile;
    QString m_recordings;
    QString m_state;
    bool m_portable = false;
};

} // namespace swb::ui

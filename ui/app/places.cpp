#include "app/places.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace swb::ui {

Places Places::ofProgramIn(const QString &programFolder)
{
    const QDir folder(programFolder);
    if (QFileInfo::exists(folder.filePath(u"socket-workbench.portable"_s))) {
        Places places = in(folder.filePath(u"socket-workbench-data"_s));
        places.m_portable = true;
        return places;
    }
    const auto place = [](QStandardPaths::StandardLocation location) {
        return QStandardPaths::writableLocation(location);
    };
    Places places;
    places.m_settingsFile =
        place(QStandardPaths::GenericConfigLocation) + u"/socket-workbench/socket-workbench.ini"_s;
    places.m_recordings = place(QStandardPaths::AppDataLocation) + u"/recordings"_s;
    places.m_state = place(QStandardPaths::AppLocalDataLocation);
    return places;
}

Places Places::in(const QString &folder)
{
    const QDir data(folder);
    Places places;
    places.m_settingsFile = data.filePath(u"socket-workbench.ini"_s);
    places.m_recordings = data.filePath(u"recordings"_s);
    places.m_state = data.filePath(u"state"_s);
    return places;
}

} // namespace swb::ui

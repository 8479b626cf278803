#include "app/preferencestore.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr auto folderKey = "recording/folder"_L1;
constexpr auto syncKey = "recording/syncMilliseconds"_L1;
constexpr auto queueKey = "connections/queueLimitBytes"_L1;

Preferences read(const QSettings &settings)
{
    const Preferences usual;
    const auto number = [&](QLatin1StringView key, qint64 otherwise) {
        bool isNumber = false;
        const qint64 value = settings.value(key).toLongLong(&isNumber);
        return isNumber ? value : otherwise;
    };
    Preferences values;
    values.recordingsFolder = settings.value(folderKey).toString();
    values.syncInterval = std::chrono::milliseconds(number(syncKey, usual.syncInterval.count()));
    values.queueLimit = number(queueKey, usual.queueLimit);
    return values.bounded();
}

} // namespace

PreferenceStore::PreferenceStore(QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_values(read(*settings))
{
}

void PreferenceStore::set(const Preferences &values)
{
    const Preferences bounded = values.bounded();
    if (bounded == m_values)
        return;
    m_values = bounded;
    m_settings->setValue(folderKey, bounded.recordingsFolder);
    m_settings->setValue(syncKey, qint64(bounded.syncInterval.count()));
    m_settings->setValue(queueKey, bounded.queueLimit);
    emit changed(m_values);
}

} // namespace swb::ui

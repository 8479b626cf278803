#pragma once

#include "models/preferences.h"

#include <QObject>

class QSettings;

namespace swb::ui {

/// Keeps the preferences in the settings, and tells who depends on them when they change. Window thread.
class PreferenceStore : public QObject
{
    Q_OBJECT

public:
    /// `settings` is not owned; what they hold out of bounds counts as the nearest bound.
    explicit PreferenceStore(QSettings *settings, QObject *parent = nullptr);

    const Preferences &values() const { return m_values; }
    void set(const Preferences &values); ///< bounded

Q_SIGNALS:
    void changed(const swb::ui::Preferences &values);

private:
    QSettings *m_settings;
    Preferences m_values;
};

} // namespace swb::ui

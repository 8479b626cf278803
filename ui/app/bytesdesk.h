#pragma once

#include <QObject>

class QSettings;

namespace swb::ui {

class WorkPage;

/// Remembers how the event under the log is looked at.
class BytesDesk : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned; both must outlive the desk.
    BytesDesk(WorkPage *page, QSettings *settings, QObject *parent);
};

} // namespace swb::ui

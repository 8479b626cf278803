#pragma once

#include "base/failure.h"

#include <QObject>
#include <QPointer>

class QAction;
class QLabel;
class QWidget;

namespace swb::ui {

class Banner;
class BenchSession;
class RecordingPlaceDialog;
class StartPage;

/// Sees to it that the bench is recorded: asks for another place where the folder will not do, shows where
/// the recording goes, and raises the alarm while it cannot grow.
class RecordingKeeper : public QObject
{
    Q_OBJECT

public:
    /// Where it shows what it knows. None is owned; all must outlive the keeper.
    struct Parts
    {
        QWidget *window; ///< over which it asks; closed when the user refuses every answer
        Banner *banner;
        StartPage *start;
        QLabel *name; ///< of the recording
        QAction *save; ///< enabled while there is something to save
    };
    RecordingKeeper(BenchSession *session, const Parts &parts);

    void begin(const QString &folder);
    void refresh(); ///< after a frame
    void retranslate();

private:
    void ask(const QString &folder, const Failure &failure);

    BenchSession *m_session;
    Parts m_parts;
    QPointer<RecordingPlaceDialog> m_dialog;
    bool m_alarmed = false;
};

} // namespace swb::ui

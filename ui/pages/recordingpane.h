#pragma once

#include "base/failure.h"
#include "pages/preferencepane.h"

#include <chrono>

class QDoubleSpinBox;
class QLineEdit;

namespace swb::ui {

/// Where recordings go, and how much of one a power cut can cost.
class RecordingPane : public PreferencePane
{
    Q_OBJECT

public:
    explicit RecordingPane(std::chrono::milliseconds longestSyncInterval, QWidget *parent = nullptr);

    QString title() const override { return tr("Recording"); }
    /// `current` is the folder of the recording that is being written; empty: none is.
    void show(const QString &folder, const QString &current, std::chrono::milliseconds syncInterval);
    void showFolderFailure(const Failure &failure); ///< why the folder that was entered cannot be used

Q_SIGNALS:
    void folderEntered(const QString &folder); ///< to be checked before it is kept
    void syncIntervalChosen(std::chrono::milliseconds interval);

protected:
    void retranslate() override;

private:
    void browse();
    void enter(const QString &folder);
    void showNotes();

    QLineEdit *m_folder;
    QPushButton *m_browse;
    FieldNote *m_folderNote;
    QDoubleSpinBox *m_sync; ///< seconds
    FieldNote *m_syncNote;
    QLabel *m_folderLabel;
    QLabel *m_syncLabel;
    QString m_shown; ///< the folder that is kept
    QString m_current;
};

} // namespace swb::ui

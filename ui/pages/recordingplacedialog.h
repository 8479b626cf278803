#pragma once

#include "base/failure.h"

#include <QDialog>

class QLabel;
class QLineEdit;

namespace swb::ui {

/// Asks where to record when the usual folder cannot be used: in another folder, or, said out loud, not at
/// all. Nothing starts before one of the two is chosen.
class RecordingPlaceDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RecordingPlaceDialog(const QString &suggestedFolder, QWidget *parent = nullptr);

    void showFailure(const Failure &failure); ///< why the folder that was tried does not serve

Q_SIGNALS:
    void folderChosen(const QString &folder);
    void recordNothingChosen();

private:
    void browse();

    QLabel *m_failure;
    QLineEdit *m_folder;
};

} // namespace swb::ui

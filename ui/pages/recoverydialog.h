#pragma once

#include <QDialog>
#include <QStringList>

class QCheckBox;

namespace swb::ui {

/// After a program that did not end properly: offers what it has left. Nothing is lost by refusing.
class RecoveryDialog : public QDialog
{
    Q_OBJECT

public:
    /// `benchHeldBack`: the last bench was not brought back, for the crash came right after that.
    RecoveryDialog(const QStringList &recordings, bool benchHeldBack, QWidget *parent);

    void accept() override;

Q_SIGNALS:
    void recordingWanted(const QString &path);
    void benchWanted();

private:
    QStringList m_recordings;
    QList<QCheckBox *> m_open; ///< one for each recording
    QCheckBox *m_bench = nullptr;
};

} // namespace swb::ui

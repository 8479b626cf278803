#pragma once

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace swb::ui {

class ElidedLabel;

/// In the status bar: a file that is being read, how far it has come, and the way to stop it.
class OpeningBar : public QWidget
{
    Q_OBJECT

public:
    explicit OpeningBar(const QString &fileName, QWidget *parent = nullptr);

    void setProgress(quint64 done, quint64 total); ///< total 0: not known yet

Q_SIGNALS:
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_fileName;
    ElidedLabel *m_name;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
};

} // namespace swb::ui

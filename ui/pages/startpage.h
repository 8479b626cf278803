#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace swb::ui {

class ChoiceButton;

/// What an empty bench shows: a few choices, and nothing else to read.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void setRecorded(bool recorded); ///< whether what happens will be kept
    void setRecentFiles(const QStringList &paths); ///< the latest first; as many are offered as look calm

Q_SIGNALS:
    void serverRequested(); ///< with the usual settings, at once
    void customServerRequested(); ///< a form first
    void clientRequested();
    void openRequested();
    void exampleRequested();
    void stepsRequested(); ///< to play the system calls by hand
    void recentRequested(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showRecentFiles();

    QLabel *m_title;
    QLabel *m_subtitle;
    ChoiceButton *m_server;
    ChoiceButton *m_client;
    ChoiceButton *m_open;
    ChoiceButton *m_example;
    ChoiceButton *m_steps;
    QPushButton *m_custom;
    QList<QPushButton *> m_recent;
    QStringList m_recentPaths;
    bool m_recorded = true;
};

} // namespace swb::ui

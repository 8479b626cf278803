#pragma once

#include <QWidget>

class QCommandLinkButton;
class QLabel;

namespace swb::ui {

/// What an empty bench shows: three choices, and nothing else to read.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

Q_SIGNALS:
    void serverRequested();
    void clientRequested();
    void openRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QLabel *m_subtitle;
    QCommandLinkButton *m_server;
    QCommandLinkButton *m_client;
    QCommandLinkButton *m_open;
};

} // namespace swb::ui

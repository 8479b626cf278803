#pragma once

#include "pages/stepcallrow.h"

class QComboBox;
class QLabel;

namespace swb::ui {

/// One of two programs that are played by hand: its sockets, the calls on the one that is chosen, and what
/// the kernel says about it now.
class StepPanel : public QWidget
{
    Q_OBJECT

public:
    /// `session` is not owned and must outlive the panel, which asks it for nothing but what to show.
    StepPanel(lens::CallSide side, const StepSession *session, QWidget *parent = nullptr);

    void setTransport(net::Transport transport);
    void setFamily(IpAddress::Family family);
    void setLanguage(CallLanguage language);
    void refresh(); ///< the sockets have changed
    void choose(int socket); ///< of the session
    int current() const; ///< -1: none
    void suggestPeer(const SocketAddress &address);

Q_SIGNALS:
    void socketRequested();
    void callRequested(int socket, const swb::net::SocketCall &call);
    void giveUpRequested(int socket);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRow(net::CallKind kind, QLayout *layout);
    bool fits(net::CallKind kind) const;
    void listSockets();
    void showState();
    void spread();
    void retranslate();

    const StepSession *m_session;
    StepCallRow::Context m_context;
    QLabel *m_title;
    QComboBox *m_sockets; ///< its data: which of the session
    QList<StepCallRow *> m_rows;
    QLabel *m_state;
    QPushButton *m_giveUp;
};

} // namespace swb::ui

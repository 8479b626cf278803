#pragma once

#include "models/stepmodel.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace swb::ui {

class ElidedLabel;

/// One system call: a button that makes it, its arguments to fill in, and how a program writes it.
class StepCallRow : public QWidget
{
    Q_OBJECT

public:
    /// What the call stands in.
    struct Context
    {
        lens::CallSide side = lens::CallSide::Server;
        net::Transport transport = net::Transport::Tcp;
        IpAddress::Family family = IpAddress::Family::V4;
        CallLanguage language = CallLanguage::Python;
        QString socket; ///< its name in the program; for socket(2), of the one to come
        QString accepted; ///< the name that an accept would give
        bool isCallable = false; ///< there is a socket, and no call on it waits
        friend bool operator==(const Context &, const Context &) = default;
    };

    StepCallRow(net::CallKind kind, lens::CallSide side, QWidget *parent = nullptr);

    net::CallKind kind() const { return m_kind; }
    void setContext(const Context &context);
    void suggestAddress(const SocketAddress &address); ///< for the peer's
    int buttonWidth() const;
    void setColumns(int buttonWidth); ///< as wide as in the other rows
    static QString callName(net::CallKind kind); ///< as in POSIX

Q_SIGNALS:
    void requested(const swb::net::SocketCall &call);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What the fields say: a call, or why there is none.
    struct Typed
    {
        std::optional<net::SocketCall> call;
        QString fault;
    };
    void makeFields();
    void addAddress();
    void addText();
    QSpinBox *addNumber(const char *name, int least, int most, int value);
    QComboBox *addChoice(const QStringList &choices);
    Typed typed() const;
    Typed typedSend() const;
    Typed typedWithAddress(net::SocketCall call) const;
    QByteArray repeatedBytes(const QByteArray &unit) const;
    void showCode();
    void request();
    void retranslate();

    net::CallKind m_kind;
    Context m_context;
    QPushButton *m_button;
    QWidget *m_fields;
    QHBoxLayout *m_fieldLine;
    ElidedLabel *m_code;
    QLineEdit *m_text = nullptr;
    QLineEdit *m_address = nullptr;
    QSpinBox *m_number = nullptr; ///< port, backlog, most bytes
    QSpinBox *m_times = nullptr;
    QComboBox *m_choice = nullptr;
    mutable QByteArray m_unit; ///< what was put together last
    mutable QByteArray m_whole; ///< of it: calls that send the same share it, however many there are
};

} // namespace swb::ui

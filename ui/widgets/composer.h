#pragma once

#include "codec/compose.h"
#include "widgets/sendhistory.h"

#include <QWidget>

#include <memory>

namespace Ui {
class Composer;
}

namespace swb::ui {

/// Where the user writes what is sent: text, text with escapes, or hex. It shows at every moment which bytes
/// would go out, and refuses what cannot become bytes at the character where it goes wrong.
class Composer : public QWidget
{
    Q_OBJECT

public:
    /// How much of it there is room for.
    enum class Room
    {
        All,
        NoPreview,
        TextAlone ///< and the button
    };

    explicit Composer(QWidget *parent = nullptr);
    ~Composer() override;

    void setEncoding(const codec::Encoding &encoding);
    /// Not enabled: nothing can be sent, and `reason` says why in place of the text.
    void setEnabledFor(bool enabled, const QString &reason = {});
    /// Whether "all clients of the server" can be chosen beside "this connection", and how many they are.
    /// Without `thisConnection` only all can be.
    void setTargets(bool thisConnection, bool allClients, int clients = 0);
    bool sendsToAll() const;
    void setRoom(Room room);
    int heightIn(Room room) const; ///< whatever it shows now

    QString text() const;
    void setText(const QString &text);
    /// Gives back what was sent last and could not be taken, unless something was written since; it is in
    /// the history anyway.
    void restoreLast();
    codec::InputMode mode() const;
    void setMode(codec::InputMode mode); ///< never changes what is written
    codec::LineEnding lineEnding() const;
    void setLineEnding(codec::LineEnding ending);

public Q_SLOTS:
    void send(); ///< does nothing while what is written cannot be sent
    void focusText();

Q_SIGNALS:
    void sendRequested(const QByteArray &bytes, bool toAll);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpText();
    void setUpChoices();
    void nameModes();
    void retranslate();
    void showTargets();
    bool offersTargets() const;
    void showChoices();
    void placeTargets();
    void compose();
    int textHeight(int mostLines) const;
    void fitHeight();
    void showPreview();
    void showHint();
    void showFault();
    void readLook();
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void recall(int step);
    SendHistory::Entry entry() const;
    void setEntry(const SendHistory::Entry &entry);
    void write(const QString &text);
    bool canSend() const;

    std::unique_ptr<Ui::Composer> m_ui;
    codec::Encoding m_encoding;
    codec::Composed m_composed;
    SendHistory m_history;
    QString m_reason; ///< why nothing can be sent
    bool m_enabled = true;
    Room m_room = Room::All;
    bool m_prefersAll = false; ///< chosen by the user; being the only choice does not count
    int m_clients = 0;
};

} // namespace swb::ui

#pragma once

#include "codec/compose.h"
#include "widgets/sendhistory.h"

#include <QWidget>

#include <memory>

namespace Ui {
class Composer;
}

namespace swb::ui {

class FaultHighlighter;

/// Where the user writes what is sent: text, text with escapes, or hex. It shows at every moment which bytes
/// would go out, and refuses what cannot become bytes at the character where it goes wrong.
class Composer : public QWidget
{
    Q_OBJECT

public:
    explicit Composer(QWidget *parent = nullptr);
    ~Composer() override;

    void setEncoding(const codec::Encoding &encoding);
    /// Not enabled: nothing can be sent, and `reason` says why in place of the text.
    void setEnabledFor(bool enabled, const QString &reason = {});
    /// Whether "all clients of the server" can be chosen, and how many they are.
    void setTargets(bool canSendToAll, int clients = 0);

    QString text() const;
    void setText(const QString &text);
    /// Gives back what could not be sent, if nothing was written since; otherwise it stays in the history.
    void restore(const QString &text);
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

private:
    void setUp();
    void textChanged();
    void fitHeight();
    void showPreview();
    void showFault();
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void recall(int step);
    bool isOneLine() const;

    std::unique_ptr<Ui::Composer> m_ui;
    FaultHighlighter *m_highlighter;
    codec::Encoding m_encoding;
    codec::Composed m_composed;
    SendHistory m_history;
    QString m_reason;
    bool m_enabled = true;
};

} // namespace swb::ui

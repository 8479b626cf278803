#pragma once

#include "cli/arguments.h"
#include "cli/typedtext.h"

#include <QFile>
#include <QObject>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace swb::cli {

/// Sends sources one after the other into a connection: as much as its queue takes, and more each time it has
/// drained.
class Feed : public QObject
{
    Q_OBJECT

public:
    /// `send` returns false when the bytes were not taken; call drained() when the queue is empty again.
    Feed(QList<Source> sources, TypedText typed, std::function<bool(const QByteArray &)> send);
    ~Feed() override;

    void drained();
    /// What was not handed over to its end: a file, or "stdin" when something still waits in it. Empty:
    /// nothing.
    QString unfinished() const;

Q_SIGNALS:
    void ended(); ///< everything was handed over
    void failed(const QString &file, int error);
    void untypeable(const swb::codec::InputFault &fault); ///< stdin holds what the encoding cannot write

private:
    void next();
    void continueLater();
    void open(const Source &source);
    void readStdin();
    void hand(const QByteArray &bytes);

    QList<Source> m_sources;
    TypedText m_typed;
    std::function<bool(const QByteArray &)> m_send;
    std::unique_ptr<QFile> m_file;
    std::unique_ptr<QSocketNotifier> m_stdin;
    QByteArray m_refused; // handed over again when the queue has drained
    bool m_ended = false;
    bool m_continues = false; // a call of next() is under way in the event loop
};

} // namespace swb::cli

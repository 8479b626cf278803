#pragma once

#include "cli/arguments.h"

#include <QFile>
#include <QObject>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace swb::cli {

/// Sends sources one after the other into a connection, no faster than its queue drains.
class Feed : public QObject
{
    Q_OBJECT

public:
    /// `send` takes bytes when the queue is empty; call drained() when it is empty again.
    Feed(QList<Source> sources, codec::LineEnding stdinEnding, std::function<void(const QByteArray &)> send);
    ~Feed() override;

    void drained();

Q_SIGNALS:
    void ended(); ///< everything was handed over
    void failed(const QString &file, int error);

private:
    void next();
    QByteArray withEnding(QByteArray bytes);
    void readStdin();

    QList<Source> m_sources;
    codec::LineEnding m_stdinEnding;
    std::function<void(const QByteArray &)> m_send;
    std::unique_ptr<QFile> m_file;
    std::unique_ptr<QSocketNotifier> m_stdin;
    char m_lastByte = 0;
    bool m_busy = false; // what was sent last is still in the queue
    bool m_ended = false;
};

} // namespace swb::cli

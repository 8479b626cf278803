#pragma once

#include "capture/bytesource.h"

#include <QByteArray>

namespace swb::journal {

/// The bytes of a file through a window that moves over it, growing while it does: one event costs little,
/// and a whole file few calls. Does not own the descriptor. One thread.
class FileWindow final : public capture::ByteSource
{
public:
    explicit FileWindow(int fd);

    quint64 size() const override { return m_size; } ///< when this was made; the file may have grown since
    QByteArrayView bytesAt(quint64 offset, qsizetype size) override;

private:
    int m_fd;
    quint64 m_size = 0;
    QByteArray m_window; ///< what was read last
    quint64 m_windowAt = 0;
    qsizetype m_readAhead = 4096;
};

} // namespace swb::journal

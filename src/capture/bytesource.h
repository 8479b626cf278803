#pragma once

#include <QByteArrayView>

namespace swb::capture {

/// Where the bytes of a capture come from. One thread.
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    virtual quint64 size() const = 0;
    /// These bytes; fewer where the source ends or cannot be read. Valid until the next call.
    virtual QByteArrayView bytesAt(quint64 offset, qsizetype size) = 0;
};

} // namespace swb::capture

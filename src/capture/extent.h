#pragma once

#include <QtGlobal>

#include <algorithm>

namespace swb::capture {

/// A run of bytes of the wire, by its place in the capture's file. The file has its beginning only where the
/// capture was cut at a snapshot length.
struct Extent
{
    quint64 offset = 0; ///< in the file
    quint32 captured = 0; ///< so many bytes stand there
    quint32 size = 0; ///< so many were on the wire; never fewer

    /// A part of it; `from` + `length` <= size.
    Extent part(quint32 from, quint32 length) const
    {
        const quint32 skipped = std::min(from, captured);
        return {offset + skipped, std::min(captured - skipped, length), length};
    }
    friend bool operator==(const Extent &, const Extent &) = default;
};

} // namespace swb::capture

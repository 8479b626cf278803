#pragma once

#include "codec/encoding.h"
#include "widgets/conversation.h"

#include <QString>

namespace swb::lens {
class StreamText;
}

namespace swb::ui {

/// What is copied from a conversation: the bytes of both directions in the order in which they passed.
/// Beyond `MostCopied` bytes the rest is left out.
class StreamCopy
{
public:
    static constexpr quint64 MostCopied = 4 * 1024 * 1024;

    /// All must outlive it.
    StreamCopy(Conversation &rows, lens::StreamText &streams, const StreamRange &range);

    bool isCut(); ///< there are more bytes
    /// As one would paste it: line ends and tabs as they are, other controls and invalid bytes in visible
    /// form.
    QString text(const codec::Encoding &encoding);
    QString hex(); ///< a line for each turn of direction

private:
    struct Part
    {
        EventKind direction = EventKind::Received;
        ByteRange bytes; ///< in the stream of the direction
    };
    std::vector<Part> parts();

    Conversation &m_rows;
    lens::StreamText &m_streams;
    StreamRange m_range;
};

} // namespace swb::ui

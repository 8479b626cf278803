#pragma once

#include "base/result.h"
#include "capture/conversations.h"
#include "capture/fragments.h"
#include "capture/packetreader.h"
#include "journal/filewindow.h"
#include "journal/foreignevents.h"
#include "journal/index.h"
#include "journal/openprogress.h"

namespace swb::journal {

/// Reads another program's capture from its first packet to its last whole one, sorts it into connections,
/// and fills an index, whose lock it holds while it lives, with their events.
class ForeignScanner
{
public:
    /// `progress` may be null.
    ForeignScanner(int fd, QString path, OpenProgress *progress, Index &index, ForeignEvents &events);

    /// Failure: it is no capture that we know, or the wish to stop came. What is cut off or damaged ends the
    /// scan and is told by the index's tail().
    Outcome scan();

private:
    void take(const capture::Packet &packet);
    void append(const capture::FlowEvent &event);
    bool isBroughtByCurrent(const capture::FlowEvent &event) const;

    QString m_path;
    OpenProgress *m_progress;
    FileWindow m_window;
    Index::Appender m_index;
    ForeignEvents &m_events;
    capture::Fragments m_fragments;
    capture::Conversations m_conversations;
    QString m_otherLink; ///< the first that we do not know
    /// The packet that is being sorted in.
    struct Current
    {
        quint64 offset = 0;
        Timestamp time;
        quint8 flags = 0; ///< of TCP
    };
    Current m_current;
};

} // namespace swb::journal

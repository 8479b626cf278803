#pragma once

#include "base/event.h"
#include "base/result.h"

namespace swb::journal {

class Recording;

/// Adds annotations to a recording that is finished, at the end of its file. A running one is annotated by
/// whoever writes it.
class Annotator
{
public:
    /// Appends one annotation, unset to take the earlier one back, and syncs; the recording knows it when
    /// this returns. Blocks while the disk works; any thread. Nothing is written to the capture of another
    /// program (ForeignRecording), to a file that another
    /// program writes (InUse), that ends in anything but a whole record (TornRecording), or that is another
    /// or longer one than was opened (ChangedRecording).
    static Outcome annotate(
        const Recording &recording, EventSeq about, const Annotation &annotation, Timestamp time);
};

/// The event that records an annotation; `about` is read from the recording. Failure: there is no such event.
Result<Event> annotationEvent(
    const Recording &recording, EventSeq about, const Annotation &annotation, Timestamp time);

} // namespace swb::journal

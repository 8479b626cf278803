#pragma once

#include "base/result.h"

#include <QFuture>
#include <QString>

#include <memory>

namespace swb::journal {
class Recording;
struct OpenProgress;
} // namespace swb::journal

namespace swb::ui {

/// The slow work with recordings, each on a thread of its own; the futures are ready when it is done.
class RecordingFiles
{
public:
    using Opened = Result<std::shared_ptr<const journal::Recording>>;

    /// `progress` tells how far it has come, and can stop it: then the failure is Cancelled.
    static QFuture<Opened> open(const QString &path, const std::shared_ptr<journal::OpenProgress> &progress);
    /// Copies a recording, also one that is still growing: then up to its last whole record. The file under
    /// the new name appears whole or not at all; an older one of that name stays until it is replaced. Every
    /// write is checked and synced. `progress` can stop it: then nothing is left of it.
    static QFuture<Outcome> copy(const QString &from, const QString &to, bool stillGrowing,
        const std::shared_ptr<journal::OpenProgress> &progress);
};

} // namespace swb::ui

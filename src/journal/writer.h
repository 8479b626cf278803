#pragma once

#include "base/eventsink.h"
#include "base/result.h"

#include <QString>

#include <chrono>
#include <memory>

namespace swb::journal {

class Recording;

/// Appends events to a pcapng file (docs/recording-format.md), small ones gathered into one write a commit,
/// large ones written at once from where their bytes lie. Used on one thread. The process should ignore
/// SIGXFSZ.
///
/// When the file cannot grow (disk full, quota, I/O error) the events are held, the file is cut back to its
/// last whole record, and commit() returns false until it works again; nothing is dropped.
class Writer : public EventSink
{
public:
    struct Options
    {
        /// At most this long between a write and its fdatasync(2): what a power cut can cost. Zero: never
        /// synced.
        std::chrono::milliseconds syncInterval{1000};
    };

    /// Creates the file (mode 0600, parent folders 0700), locks it against other instances, writes the
    /// header. Fails if it exists (InUse when a program is writing it), cannot be made, or is not writable.
    static Result<std::unique_ptr<Writer>> create(const QString &path, const Options &options);
    static Result<std::unique_ptr<Writer>> create(const QString &path) { return create(path, Options()); }
    ~Writer() override; ///< commits and syncs; what cannot be written even then (see heldBytes()) is gone

    void append(const Event &event, QByteArrayView bytes) override;
    bool commit() override;
    /// A sample of the kernel's facts, of a connection or (invalid) of the endpoint that listens, beside the
    /// events. Dropped while the file cannot grow, or when it is longer than 16 KiB.
    void appendSample(EndpointId endpoint, ConnectionId connection, Timestamp time, QByteArrayView facts);

    /// Why commit() returned false last; unset when it did not.
    const Failure &failure() const;
    quint64 heldBytes() const; ///< appended and not with the kernel
    /// Syncs what is older than half the interval; called every other half of it, no write waits longer than
    /// the interval. Blocks while the disk works.
    void syncIfDue();
    std::chrono::milliseconds syncInterval() const;
    void setSyncInterval(std::chrono::milliseconds interval); ///< from the next syncIfDue() on

    /// The read side of this very file, for any thread; its eventCount() grows at each commit.
    std::shared_ptr<const Recording> recording() const;

private:
    struct Private;
    explicit Writer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// A name for a new recording in `folder`: "2026-01-31 23.59.59.pcapng", with a number behind it when it
/// exists.
QString newRecordingPath(const QString &folder);

} // namespace swb::journal

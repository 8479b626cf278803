#pragma once

#include "base/result.h"

#include "journal/blockfile.h"
#include "journal/index.h"
#include "journal/openprogress.h"

#include <optional>

namespace swb::journal {

/// Reads a recording from its first byte to its last whole event and fills an index, whose lock it holds
/// while it lives.
class Scanner
{
public:
    enum class Verify : quint8
    {
        Structure, ///< lengths, stamps and their checksums
        Everything, ///< and the checksum of every packet
    };
    /// `progress` may be null.
    Scanner(int fd, QString path, Verify verify, OpenProgress *progress, Index &index);

    /// Failure: it is no recording of ours (NotARecording), one of a newer version (UnsupportedRecording), or
    /// the wish to stop came. What is torn or damaged behind the header ends the scan and is told by the
    /// index's tail().
    Outcome scan();

private:
    /// An event of which some blocks have been seen.
    struct Started
    {
        quint64 offset = 0;
        Stamp stamp; ///< without details
        QByteArray details; ///< only where they are needed
        quint64 payloadSize = 0;
    };

    Outcome readSectionHeader();
    /// These four take one block and return what is wrong with it, for the expert; nothing: all is well.
    QString take(const Block &block);
    QString takeSample(const Block &block);
    QString continueEvent(const Block &block);
    QString finishEvent();

    QString m_path;
    Verify m_verify;
    OpenProgress *m_progress;
    BlockFile m_file;
    Index::Appender m_index;
    quint64 m_offset = 0; ///< of the block in hand
    quint64 m_valid = 0; ///< the end of the last whole event
    bool m_interfaceSeen = false;
    std::optional<Started> m_started;
};

} // namespace swb::journal

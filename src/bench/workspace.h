#pragma once

#include "base/result.h"
#include "bench/endpointspec.h"
#include "codec/compose.h"
#include "protocol/replytemplate.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace swb::bench {

/// A place in a workspace file, as far as it is known.
struct WorkspacePlace
{
    int line = 0; ///< from 1; 0: unknown
    int column = 0; ///< bytes from the line's start, from 1; 0: unknown
    int endpoint = 0; ///< from 1; 0: the file itself
    QString key;

    friend bool operator==(const WorkspacePlace &, const WorkspacePlace &) = default;
};

/// Why a workspace cannot be read, or would not be read again. The sentence is made at the edge
/// (Sentences::workspaceFault()).
struct WorkspaceFault
{
    enum class Kind : quint8
    {
        Unreadable, ///< or cannot be written: `failure`
        NotAFile, ///< a folder, a device, a pipe
        TooLarge,
        TooDeep,
        NotJson,
        NotAWorkspace, ///< JSON of something else
        RepeatedKey,
        Missing, ///< `key` must be there
        NotAText,
        NotANumber, ///< `least` to `most`
        NotYesOrNo,
        NotAList,
        NotAnObject,
        NotAChoice, ///< one of `choices`
        TooLong, ///< a text beyond `most` characters
        TooMany, ///< a list beyond `most` entries
        EmptyMessage,
        UnknownEncoding,
        BadText, ///< `text`
        BadReply, ///< `reply`
    };
    Kind kind = Kind::NotJson;
    WorkspacePlace place;
    QString found; ///< what stands there, cut short
    qint64 least = 0;
    qint64 most = 0;
    QStringList choices;
    QString encoding;
    std::optional<codec::InputFault> text;
    std::optional<protocol::ReplyTemplate::Fault> reply;
    Failure failure;

    friend bool operator==(const WorkspaceFault &, const WorkspaceFault &) = default;
};

/// A saved bench: what is on it, and nothing of what happened. Stored as JSON that reads well in a diff: keys
/// sorted, one value a line, and only what differs from the defaults (docs/workspace-format.md). A value.
struct Workspace
{
    static constexpr int version = 1;
    static constexpr qint64 mostBytes = 1024 * 1024;
    static constexpr qsizetype mostDeep = 32;
    static constexpr qsizetype mostEndpoints = 1000;
    static constexpr qsizetype mostText = 65536; ///< UTF-16 units of one text
    static constexpr qsizetype mostMessages = 1000; ///< of one script

    QList<EndpointSpec> endpoints;

    QByteArray toJson() const; ///< UTF-8, ends with a newline
    /// Whole or not at all, every write checked; a new file has mode 0600. What could not be read again is
    /// not written.
    Result<Done, WorkspaceFault> save(const QString &path) const;

    friend bool operator==(const Workspace &, const Workspace &) = default;
};

/// A workspace that was read, and what it said that this version does not understand.
struct WorkspaceReading
{
    Workspace workspace;
    int version = Workspace::version;
    QList<WorkspacePlace> leftOut;

    bool isNewer() const { return version > Workspace::version; }
    /// False: saving over the file it came from would lose something.
    bool isWhole() const { return !isNewer() && leftOut.isEmpty(); }
};

using WorkspaceResult = Result<WorkspaceReading, WorkspaceFault>;

/// Of this version, strictly: what is wrong is a fault. Of a newer one: what is not understood is left out.
WorkspaceResult readWorkspace(const QByteArray &json);
/// Nothing but a regular file is read, also through a symbolic link, and never more than a workspace may
/// have.
WorkspaceResult loadWorkspace(const QString &path);

} // namespace swb::bench

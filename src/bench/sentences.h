#pragma once

#include "base/event.h"
#include "bench/workspace.h"
#include "codec/compose.h"
#include "protocol/replytemplate.h"

#include <QCoreApplication>
#include <QString>

#include <algorithm>
#include <limits>

namespace swb::journal {
struct ForeignCapture;
}

namespace swb::bench {

/// The sentences that both front ends say. Translated where they are made; plain text, never markup.
class Sentences
{
    Q_DECLARE_TR_FUNCTIONS(swb::bench::Sentences)

public:
    /// Cause, place and next step: "Port 80 needs administrator rights; choose 1024 or higher."
    static QString failure(const Failure &failure);
    /// The same of a file that was to be written as a whole: nothing was, and an older one is untouched.
    static QString notSaved(const Failure &failure);
    /// One line for a log row: "The peer finished sending (FIN)". Empty for received and sent bytes.
    static QString event(const Event &event);
    /// What of another program's capture is in no connection: "3 packets are not shown: 2 of other protocols,
    /// …". Empty when there is none.
    static QString notShown(const journal::ForeignCapture &capture);
    static QString inputFault(const codec::InputFault &fault, const QString &encoding);
    static QString templateFault(const protocol::ReplyTemplate::Fault &fault);
    /// Of a file that was not read: place, cause and next step. The file itself is named by who says it.
    static QString workspaceFault(const WorkspaceFault &fault);
    static QString workspacePlace(const WorkspacePlace &place); ///< "line 7, endpoint 2, “port”"
    /// The n of a plural form, which Qt takes as an int.
    static int plural(quint64 count)
    {
        return int(std::min<quint64>(count, std::numeric_limits<int>::max()));
    }
    static QString list(const QStringList &parts); ///< "a, b, c", with the comma of the language
    static QString size(quint64 bytes); ///< "1.2 MiB", "312 B"
};

} // namespace swb::bench

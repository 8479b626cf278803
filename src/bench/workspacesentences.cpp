// What is said about workspace files; the other sentences are in sentences.cpp.
#include "bench/sentences.h"

using namespace Qt::StringLiterals;

namespace swb::bench {

namespace {

using Kind = WorkspaceFault::Kind;

/// About the file as a whole: no place in it is to blame.
bool isAboutFile(Kind kind)
{
    return kind == Kind::Unreadable || kind == Kind::NotAFile || kind == Kind::TooLarge
        || kind == Kind::NotAWorkspace;
}

QString cause(const WorkspaceFault &fault)
{
    switch (fault.kind) {
    case Kind::Unreadable:
        return Sentences::failure(fault.failure);
    case Kind::NotAFile:
        return Sentences::tr("It is no ordinary file; a folder, a device or a pipe is not opened.");
    case Kind::TooLarge:
        return Sentences::tr("It is larger than %1, the most that a bench file may have.")
            .arg(Sentences::size(Workspace::mostBytes));
    case Kind::NotAWorkspace:
        return Sentences::tr("It is no bench of this program: “format” is not “socket-workbench-workspace”.");
    case Kind::TooDeep:
        return Sentences::tr("brackets nest deeper than %1.").arg(fault.most);
    case Kind::NotJson:
        return Sentences::tr(
            "this is no JSON; a comma, a quotation mark or a bracket may be missing or too many.");
    case Kind::RepeatedKey:
        return Sentences::tr("this is given twice; keep one.");
    case Kind::Missing:
        return Sentences::tr("this is missing.");
    case Kind::NotAText:
        return Sentences::tr("%1 is no text; write it in quotation marks.").arg(fault.found);
    case Kind::NotANumber:
        return Sentences::tr("%1 is no whole number from %2 to %3.")
            .arg(fault.found, QString::number(fault.least), QString::number(fault.most));
    case Kind::NotYesOrNo:
        return Sentences::tr("%1 is neither true nor false.").arg(fault.found);
    case Kind::NotAList:
        return Sentences::tr("%1 is no list; write it in square brackets.").arg(fault.found);
    case Kind::NotAnObject:
        return Sentences::tr("%1 is no endpoint; an endpoint stands in braces.").arg(fault.found);
    case Kind::NotAChoice:
        return Sentences::tr("%1 is none of: %2.").arg(fault.found, Sentences::list(fault.choices));
    case Kind::TooLong:
        return Sentences::tr("the text is longer than %n character(s).", nullptr, int(fault.most));
    case Kind::TooMany:
        return Sentences::tr("there are %1 entries here, and no more than %2 are allowed.")
            .arg(fault.found, QString::number(fault.most));
    case Kind::EmptyMessage:
        return Sentences::tr("an empty message cannot be sent; leave it out.");
    case Kind::UnknownEncoding:
        return Sentences::tr("there is no encoding named %1.").arg(fault.found);
    case Kind::BadText:
        return Sentences::inputFault(*fault.text, fault.encoding);
    case Kind::BadReply:
        return Sentences::templateFault(*fault.reply);
    }
    return {};
}

} // namespace

QString Sentences::workspacePlace(const WorkspacePlace &place)
{
    QStringList parts;
    if (place.line > 0)
        parts.append(tr("line %1").arg(place.line));
    if (place.column > 0)
        parts.append(tr("column %1").arg(place.column));
    if (place.endpoint > 0)
        parts.append(tr("endpoint %1").arg(place.endpoint));
    if (!place.key.isEmpty())
        parts.append(tr("“%1”", "a key in a file").arg(place.key));
    return parts.join(tr(", ", "between the parts of a place"));
}

QString Sentences::workspaceFault(const WorkspaceFault &fault)
{
    const QString place = workspacePlace(fault.place);
    return isAboutFile(fault.kind) || place.isEmpty()
        ? cause(fault)
        : tr("%1: %2", "a place in a file and what is wrong there").arg(place, cause(fault));
}

} // namespace swb::bench

#pragma once

#include "base/uniquedescriptor.h"
#include "journal/content.h"
#include "journal/scanner.h"

#include <memory>

namespace swb::journal {

/// A file that has been read once, from its first byte to its last.
struct OpenedFile
{
    UniqueDescriptor file;
    std::shared_ptr<Index> index;
    std::unique_ptr<Content> content; ///< reads through `file`
};

/// Opens a recording of this program or a capture of another and indexes it; whose it is, its bytes tell. A
/// recording of ours that another program has written anew has lost what makes it ours, and is a capture like
/// any other.
Result<OpenedFile> openAndIndex(const QString &path, Scanner::Verify verify, OpenProgress *progress);

} // namespace swb::journal

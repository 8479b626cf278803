#include "journal/opener.h"

#include "journal/file.h"
#include "journal/foreigncontent.h"
#include "journal/foreignscanner.h"
#include "journal/owncontent.h"

#include <QtEndian>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace swb::journal {

namespace {

/// True: one of the first blocks that hold events is whole and carries our stamp, so a header that is not
/// like ours is a damaged one. The two first blocks do not count: other programs copy them as they are.
bool holdsOurEvents(int fd)
{
    constexpr int enough = 64;
    FileWindow window(fd);
    quint64 offset = 0;
    for (int count = 0; count < enough; ++count) {
        const QByteArrayView head = window.bytesAt(offset, 8);
        if (head.size() < 8)
            return false;
        const auto type = BlockType(qFromLittleEndian<quint32>(head.data()));
        const auto length = qFromLittleEndian<quint32>(head.data() + 4);
        if (length < minBlockLength || length % 4 != 0 || length > maxBlockLength)
            return false;
        Block block;
        const bool holdsEvent = type == BlockType::EnhancedPacket || type == BlockType::Custom;
        if (holdsEvent && parseBlock(window.bytesAt(offset, length), block) == BlockProblem::None)
            return true;
        offset += length;
    }
    return false;
}

/// Nothing of what stands behind the header was read, and not because it is only unfinished.
bool yieldedNothing(const Index &index)
{
    const Index::Reader reader(index);
    return reader.count() == 0 && reader.tail().damaged;
}

Result<OpenedFile> openForeign(UniqueDescriptor file, const QString &path, OpenProgress *progress)
{
    const int fd = file.get();
    OpenedFile opened{std::move(file), std::make_shared<Index>(), {}};
    auto events = std::make_shared<ForeignEvents>();
    if (const Outcome scanned = ForeignScanner(fd, path, progress, *opened.index, *events).scan(); !scanned)
        return scanned.failure();
    opened.content = std::make_unique<ForeignContent>(opened.index, std::move(events), fd);
    return opened;
}

} // namespace

Result<OpenedFile> openAndIndex(const QString &path, Scanner::Verify verify, OpenProgress *progress)
{
    UniqueDescriptor file = openFile(path, O_RDONLY);
    if (!file)
        return fileFailure(errno, path);
    char probe = 0; // a folder can be opened, but not read
    const ssize_t probed = ::pread(file.get(), &probe, 1, 0);
    if (probed < 0)
        return fileFailure(errno, path);
    if (probed == 0)
        return Failure{FailureKind::EmptyFile, 0, path};

    const int fd = file.get();
    auto index = std::make_shared<Index>();
    const Outcome ours = Scanner(fd, path, verify, progress, *index).scan();
    const bool isForeign = ours ? yieldedNothing(*index) : ours.failure().kind == FailureKind::NotARecording;
    if (isForeign && !holdsOurEvents(fd))
        return openForeign(std::move(file), path, progress);
    if (!ours)
        return ours.failure();
    auto content = std::make_unique<OwnContent>(path, index, fd);
    return OpenedFile{std::move(file), std::move(index), std::move(content)};
}

} // namespace swb::journal

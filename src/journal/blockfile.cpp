#include "journal/blockfile.h"

#include "journal/file.h"

#include <QtEndian>

#include <sys/stat.h>

namespace swb::journal {

namespace {

constexpr qsizetype mostReadAhead = 256 * 1024;

bool isKnown(quint32 type)
{
    switch (BlockType(type)) {
    case BlockType::SectionHeader:
    case BlockType::InterfaceDescription:
    case BlockType::EnhancedPacket:
    case BlockType::Custom:
        return true;
    }
    return false;
}

BlockFile::Got unfinished(quint64 offset, const QString &what)
{
    BlockFile::Got got;
    got.status = BlockFile::Status::Unfinished;
    got.reason = QStringLiteral("%1 at %2: cut short").arg(what).arg(offset);
    return got;
}

BlockFile::Got damaged(quint64 offset, const QString &what, BlockProblem problem)
{
    BlockFile::Got got;
    got.status = BlockFile::Status::Damaged;
    got.problem = problem;
    got.reason = QStringLiteral("%1 at %2: %3").arg(what).arg(offset).arg(problemText(problem));
    return got;
}

} // namespace

BlockFile::BlockFile(int fd)
    : m_fd(fd)
{
    struct stat status
    {
    };
    if (::fstat(fd, &status) == 0)
        m_size = quint64(std::max<off_t>(status.st_size, 0));
}

BlockFile::Got BlockFile::blockAt(quint64 offset)
{
    const quint64 left = m_size - std::min(offset, m_size);
    if (left == 0)
        return {};
    const QByteArrayView head = bytesAt(offset, 8);
    if (head.size() < 8)
        return unfinished(offset, QStringLiteral("block"));
    const auto type = qFromLittleEndian<quint32>(head.data());
    const auto length = qFromLittleEndian<quint32>(head.data() + 4);
    if (!isKnown(type))
        return damaged(offset, blockName(type), BlockProblem::UnknownType);
    if (length < minBlockLength || length % 4 != 0 || length > maxBlockLength)
        return damaged(offset, blockName(type), BlockProblem::BadLength);
    if (length > left)
        return unfinished(offset, blockName(type));

    const QByteArrayView whole = bytesAt(offset, length);
    if (whole.size() < qsizetype(length))
        return damaged(offset, blockName(type), BlockProblem::Unreadable);
    Got got;
    const BlockProblem problem = parseBlock(whole, got.block);
    if (problem != BlockProblem::None)
        return damaged(offset, blockName(type), problem);
    got.status = Status::Whole;
    got.length = length;
    return got;
}

/// Reads ahead further and further, so that one event costs little and a whole file few calls.
QByteArrayView BlockFile::bytesAt(quint64 offset, qsizetype size)
{
    const bool inWindow =
        offset >= m_windowAt && offset + quint64(size) <= m_windowAt + quint64(m_window.size());
    if (!inWindow) {
        const quint64 left = m_size - std::min(offset, m_size);
        m_window.resize(qsizetype(std::min<quint64>(left, quint64(std::max(size, m_readAhead)))));
        m_window.resize(readAt(m_fd, offset, m_window.data(), m_window.size()));
        m_windowAt = offset;
        m_readAhead = std::min(m_readAhead * 4, mostReadAhead);
    }
    const QByteArrayView window(m_window);
    const auto from = qsizetype(offset - m_windowAt);
    return window.sliced(from, std::min(size, window.size() - from));
}

} // namespace swb::journal

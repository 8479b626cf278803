#include "journal/blockfile.h"

#include <QtEndian>

namespace swb::journal {

namespace {

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
    : m_window(fd)
{
}

BlockFile::Got BlockFile::blockAt(quint64 offset)
{
    const quint64 left = size() - std::min(offset, size());
    if (left == 0)
        return {};
    const QByteArrayView head = m_window.bytesAt(offset, 8);
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

    const QByteArrayView whole = m_window.bytesAt(offset, length);
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

} // namespace swb::journal

#include "journal/pcapng.h"

#include "journal/checksum.h"

#include <QSysInfo>
#include <QtEndian>

#include <cstring>

namespace swb::journal {

namespace {

constexpr quint32 privateNumber =
    32473; // RFC 5612: for documentation; the magic tells our blocks from others'
constexpr char magic[] = {'S', 'W', 'B', 'J'};
constexpr quint8 formatVersion = 1;
constexpr qsizetype stampSize = 36;
constexpr quint32 snapLength = 262144;

enum OptionCode : quint16
{
    EndOfOptions = 0,
    Comment = 1,
    SectionOs = 3,
    SectionProgram = 4,
    InterfaceName = 2,
    InterfaceTimeResolution = 9,
    PacketFlags = 2,
    PacketHash = 3,
    CustomBinary = 2989,
};

constexpr qsizetype padded(qsizetype size)
{
    return (size + 3) & ~qsizetype(3);
}

template <class Number>
void put(QByteArray &out, Number value)
{
    value = qToLittleEndian(value);
    out.append(reinterpret_cast<const char *>(&value), sizeof value);
}

void putPadding(QByteArray &out, qsizetype written)
{
    out.append(padded(written) - written, '\0');
}

void putOption(QByteArray &out, OptionCode code, QByteArrayView value)
{
    put(out, quint16(code));
    put(out, quint16(value.size()));
    out.append(value);
    putPadding(out, value.size());
}

template <class Number>
Number number(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<Number>(bytes.data() + at);
}

void putStamp(QByteArray &out, const Stamp &stamp)
{
    out.append(magic, sizeof magic);
    put(out, formatVersion);
    put(out, stamp.kind);
    put(out, stamp.flags);
    put(out, quint8(0));
    put(out, stamp.endpoint);
    put(out, stamp.connection);
    put(out, stamp.time);
    put(out, stamp.size);
    put(out, quint32(stamp.details.size()));
    out.append(stamp.details);
    putPadding(out, stamp.details.size());
}

void putStampOption(QByteArray &out, const Stamp &stamp)
{
    put(out, quint16(CustomBinary));
    put(out, quint16(4 + stampSize + padded(stamp.details.size()) + 4));
    put(out, privateNumber);
    putStamp(out, stamp);
}

/// Sets the length of a block without data outside `out`, adds its CRC32 and its end.
void endBlock(QByteArray &out, qsizetype begin, bool withOptions)
{
    const qsizetype length = out.size() - begin + 4 + (withOptions ? 4 : 0) + 4;
    qToLittleEndian(quint32(length), out.data() + begin + 4);
    put(out, crc32(QByteArrayView(out).sliced(begin)));
    if (withOptions)
        put(out, quint32(EndOfOptions));
    put(out, quint32(length));
}

/// Takes a stamp that fills `bytes` up to its CRC32, which is returned in `crc`.
BlockProblem parseStamp(QByteArrayView bytes, Stamp &stamp, quint32 &crc)
{
    if (bytes.size() < stampSize + 4 || std::memcmp(bytes.data(), magic, sizeof magic) != 0)
        return BlockProblem::NotOurs;
    if (quint8(bytes[4]) != formatVersion)
        return BlockProblem::NewerVersion;
    stamp.kind = quint8(bytes[5]);
    stamp.flags = quint8(bytes[6]);
    stamp.endpoint = number<quint32>(bytes, 8);
    stamp.connection = number<quint32>(bytes, 12);
    stamp.time = number<qint64>(bytes, 16);
    stamp.size = number<quint64>(bytes, 24);
    const qsizetype detailsSize = number<quint32>(bytes, 32);
    if (bytes.size() != stampSize + padded(detailsSize) + 4)
        return BlockProblem::BadLength;
    stamp.details = bytes.sliced(stampSize, detailsSize);
    crc = number<quint32>(bytes, bytes.size() - 4);
    return BlockProblem::None;
}

struct Options
{
    QByteArrayView stamp; ///< behind the private enterprise number
    QByteArrayView hash;
};

/// The stamp has to be the last option, because nothing behind it is covered by its CRC32.
BlockProblem parseOptions(QByteArrayView bytes, Options &options)
{
    qsizetype at = 0;
    while (at + 4 <= bytes.size()) {
        const auto code = number<quint16>(bytes, at);
        const qsizetype size = number<quint16>(bytes, at + 2);
        if (code == EndOfOptions)
            return size == 0 && at + 4 == bytes.size() ? BlockProblem::None : BlockProblem::BadLength;
        if (!options.stamp.isEmpty() || at + 4 + padded(size) > bytes.size())
            return BlockProblem::BadLength;
        const QByteArrayView value = bytes.sliced(at + 4, size);
        if (code == CustomBinary && size > 4 && number<quint32>(value, 0) == privateNumber)
            options.stamp = value.sliced(4);
        else if (code == PacketHash)
            options.hash = value;
        at += 4 + padded(size);
    }
    return BlockProblem::BadLength;
}

/// The blocks whose stamp is an option: `covered` bytes at the front and all from `optionsAt` on are under
/// its CRC32.
BlockProblem parseWithOptions(QByteArrayView bytes, qsizetype covered, qsizetype optionsAt, Block &block)
{
    if (optionsAt > bytes.size() - 4)
        return BlockProblem::BadLength;
    Options options;
    BlockProblem problem = parseOptions(bytes.sliced(optionsAt, bytes.size() - 4 - optionsAt), options);
    if (problem != BlockProblem::None)
        return options.stamp.isEmpty() ? BlockProblem::NotOurs : problem;
    quint32 expected = 0;
    problem = parseStamp(options.stamp, block.stamp, expected);
    if (problem != BlockProblem::None)
        return problem;
    const qsizetype crcAt = options.stamp.data() + options.stamp.size() - 4 - bytes.data();
    const qsizetype tailAt = covered == optionsAt ? covered : covered + block.packet.size();
    const quint32 crc = crc32(bytes.sliced(tailAt, crcAt - tailAt), crc32(bytes.first(covered)));
    if (crc != expected)
        return BlockProblem::ChecksumDiffers;
    if (block.type == BlockType::EnhancedPacket) {
        if (options.hash.size() != 5 || options.hash[0] != 2)
            return BlockProblem::NotOurs;
        block.packetHash = number<quint32>(options.hash, 1);
    }
    return BlockProblem::None;
}

BlockProblem parsePacketBlock(QByteArrayView bytes, Block &block)
{
    constexpr qsizetype headSize = 28;
    if (bytes.size() < headSize + 4)
        return BlockProblem::BadLength;
    const qsizetype packetSize = number<quint32>(bytes, 20);
    if (packetSize > bytes.size() - headSize - 4)
        return BlockProblem::BadLength;
    block.packet = bytes.sliced(headSize, packetSize);
    return parseWithOptions(bytes, headSize, headSize + padded(packetSize), block);
}

BlockProblem parseCustomBlock(QByteArrayView bytes, Block &block)
{
    if (bytes.size() < 16 || number<quint32>(bytes, 8) != privateNumber)
        return BlockProblem::NotOurs;
    quint32 expected = 0;
    const BlockProblem problem = parseStamp(bytes.sliced(12, bytes.size() - 16), block.stamp, expected);
    if (problem != BlockProblem::None)
        return problem;
    const bool intact = crc32(bytes.chopped(8)) == expected;
    return intact ? BlockProblem::None : BlockProblem::ChecksumDiffers;
}

} // namespace

bool Block::packetIntact() const
{
    return type != BlockType::EnhancedPacket || crc32(packet) == packetHash;
}

BlockProblem parseBlock(QByteArrayView bytes, Block &block)
{
    block = {};
    if (bytes.size() < minBlockLength)
        return BlockProblem::BadLength;
    const auto length = number<quint32>(bytes, 4);
    if (length != bytes.size() || number<quint32>(bytes, bytes.size() - 4) != length)
        return BlockProblem::BadLength;
    block.type = BlockType(number<quint32>(bytes, 0));
    switch (block.type) {
    case BlockType::SectionHeader:
        return parseWithOptions(bytes, 24, 24, block);
    case BlockType::InterfaceDescription:
        return parseWithOptions(bytes, 16, 16, block);
    case BlockType::EnhancedPacket:
        return parsePacketBlock(bytes, block);
    case BlockType::Custom:
        return parseCustomBlock(bytes, block);
    }
    return BlockProblem::UnknownType;
}

QString problemText(BlockProblem problem)
{
    switch (problem) {
    case BlockProblem::None:
        return {};
    case BlockProblem::UnknownType:
        return QStringLiteral("unknown block type");
    case BlockProblem::BadLength:
        return QStringLiteral("a length is wrong");
    case BlockProblem::NotOurs:
        return QStringLiteral("not written by Socket Workbench");
    case BlockProblem::NewerVersion:
        return QStringLiteral("of a newer version");
    case BlockProblem::ChecksumDiffers:
        return QStringLiteral("CRC32 differs");
    case BlockProblem::Unreadable:
        return QStringLiteral("cannot be read");
    }
    return {};
}

QString blockName(quint32 type)
{
    switch (BlockType(type)) {
    case BlockType::SectionHeader:
        return QStringLiteral("section header");
    case BlockType::InterfaceDescription:
        return QStringLiteral("interface description");
    case BlockType::EnhancedPacket:
        return QStringLiteral("packet block");
    case BlockType::Custom:
        return QStringLiteral("custom block");
    }
    return QStringLiteral("block of type 0x%1").arg(type, 8, 16, QLatin1Char('0'));
}

QByteArray fileHeader()
{
    QByteArray out;
    put(out, quint32(BlockType::SectionHeader));
    put(out, quint32(0));
    put(out, byteOrderMagic);
    put(out, quint16(1));
    put(out, quint16(0));
    put(out, qint64(-1)); // the section's length is not known while it grows
    putOption(out, SectionOs, QSysInfo::prettyProductName().toUtf8());
    putOption(out, SectionProgram, "Socket Workbench " SWB_VERSION);
    putStampOption(out, {});
    endBlock(out, 0, true);

    const qsizetype interface = out.size();
    constexpr char nanoseconds = 9;
    put(out, quint32(BlockType::InterfaceDescription));
    put(out, quint32(0));
    put(out, recordedLinkType);
    put(out, quint16(0));
    put(out, snapLength);
    putOption(out, InterfaceName, "sockets");
    putOption(out, InterfaceTimeResolution, {&nanoseconds, 1});
    putStampOption(out, {});
    endBlock(out, interface, true);
    return out;
}

void putCustomBlock(QByteArray &out, const Stamp &stamp)
{
    const qsizetype begin = out.size();
    put(out, quint32(BlockType::Custom));
    put(out, quint32(0));
    put(out, privateNumber);
    putStamp(out, stamp);
    endBlock(out, begin, false);
}

PacketBlock::PacketBlock(QByteArray &out, const Stamp &stamp)
    : m_out(out)
    , m_stamp(stamp)
    , m_begin(out.size())
{
    put(out, quint32(BlockType::EnhancedPacket));
    put(out, quint32(0)); // block length, patched
    put(out, quint32(0)); // interface
    put(out, quint32(quint64(stamp.time) >> 32));
    put(out, quint32(quint64(stamp.time)));
    put(out, quint32(0)); // captured length, patched
    put(out, quint32(0)); // original length, patched
}

void PacketBlock::patch(qsizetype at, qsizetype value)
{
    qToLittleEndian(quint32(value), m_out.data() + m_begin + at);
}

void PacketBlock::endHeaders(QByteArrayView payload)
{
    constexpr qsizetype headSize = 28;
    const QByteArrayView headers = QByteArrayView(m_out).sliced(m_begin + headSize);
    m_payloadSize = payload.size();
    m_hash = crc32(payload, crc32(headers));
    const qsizetype packetSize = headers.size() + payload.size();
    patch(20, packetSize);
    patch(24, packetSize);
    m_padding = padded(packetSize) - packetSize;
    m_tail = m_out.size();
}

void PacketBlock::end(bool inbound, QByteArrayView comment)
{
    m_out.append(m_padding, '\0');
    if (!comment.isEmpty())
        putOption(m_out, Comment, comment);
    put(m_out, quint16(PacketFlags));
    put(m_out, quint16(4));
    put(m_out, quint32(inbound ? 1 : 2));
    put(m_out, quint16(PacketHash));
    put(m_out, quint16(5));
    put(m_out, quint8(2)); // CRC32
    put(m_out, m_hash);
    putPadding(m_out, 5);
    putStampOption(m_out, m_stamp);
    const qsizetype length = m_out.size() - m_begin + m_payloadSize + 4 + 4 + 4;
    patch(4, length);
    const quint32 head = crc32(QByteArrayView(m_out).sliced(m_begin, 28));
    put(m_out, crc32(QByteArrayView(m_out).sliced(m_tail), head));
    put(m_out, quint32(EndOfOptions));
    put(m_out, quint32(length));
}

} // namespace swb::journal

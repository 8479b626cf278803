#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace swb::journal {

/// The blocks of pcapng (draft-ietf-opsawg-pcapng) that a recording is made of. docs/recording-format.md is
/// the contract; everything is little-endian.
enum class BlockType : quint32
{
    SectionHeader = 0x0A0D0D0A,
    InterfaceDescription = 1,
    EnhancedPacket = 6,
    /// A Custom Block (0x00000BAD) in all but the type, which is from the range for local use: Wireshark
    /// would list the other as a frame without a time and count relative times from it.
    Custom = 0x80000BAD,
};

/// No block of ours is longer; what claims to be is damage.
inline constexpr quint32 maxBlockLength = 1 << 20;
inline constexpr quint32 minBlockLength = 12;
inline constexpr quint32 byteOrderMagic = 0x1A2B3C4D;
inline constexpr quint16 recordedLinkType = 101; ///< LINKTYPE_RAW: packets begin with IP

enum StampFlag : quint8
{
    FirstBlock = 0x01, ///< of its event
    LastBlock = 0x02,
    DetailsContinue = 0x04, ///< in the next block
    MayBeSkipped = 0x08, ///< whoever does not know its kind passes over it
};

/// In the place of an EventKind: what the kernel said at one time. No event; details are not JSON.
inline constexpr quint8 sampleKind = 20;

/// What every block of ours carries: whose event it belongs to, the details that no packet has, and a CRC32
/// over the whole block but the packet itself, which has its own (epb_hash).
struct Stamp
{
    quint8 kind = 0; ///< EventKind; 0 in the section header and the interface description
    quint8 flags = 0;
    quint32 endpoint = 0;
    quint32 connection = 0;
    qint64 time = 0; ///< nanoseconds since the epoch
    quint64 size = 0; ///< Event::size
    QByteArrayView details; ///< JSON; not owned
};

/// One block as it stands in the file. The views point into what it was parsed from.
struct Block
{
    BlockType type = BlockType::Custom;
    Stamp stamp;
    QByteArrayView packet; ///< an EnhancedPacket's
    quint32 packetHash = 0; ///< the CRC32 that `packet` should have

    bool packetIntact() const;
};

enum class BlockProblem : quint8
{
    None,
    UnknownType,
    BadLength, ///< the two lengths differ, or something in it reaches out of it
    NotOurs, ///< a block without our stamp
    NewerVersion,
    ChecksumDiffers,
    Unreadable, ///< the system could not read it
};
/// For the expert, in English.
QString problemText(BlockProblem problem);
QString blockName(quint32 type);

/// Reads a block of exactly these bytes. Never reads beyond them; verifies the stamp's CRC32, not the
/// packet's.
BlockProblem parseBlock(QByteArrayView bytes, Block &block);

/// The section header and the interface description that begin a recording.
QByteArray fileHeader();

void putCustomBlock(QByteArray &out, const Stamp &stamp);

/// An Enhanced Packet Block in two halves, so that its payload need not be copied: begin() up to the IP and
/// TCP headers, which the caller appends; endHeaders(), then whatever the caller does to have the payload
/// stand between, and end().
class PacketBlock
{
public:
    PacketBlock(QByteArray &out, const Stamp &stamp);
    void endHeaders(QByteArrayView payload);
    void end(bool inbound, QByteArrayView comment);

private:
    void patch(qsizetype at, qsizetype value);
    QByteArray &m_out;
    const Stamp &m_stamp;
    qsizetype m_begin;
    qsizetype m_tail = 0;
    qsizetype m_padding = 0;
    qsizetype m_payloadSize = 0;
    quint32 m_hash = 0;
};

} // namespace swb::journal

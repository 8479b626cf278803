#pragma once

#include "capture/packetreader.h"

#include <vector>

namespace swb::capture {

/// Reads pcapng (draft-ietf-opsawg-pcapng): any number of sections in either byte order, each with its
/// interfaces and their clocks; enhanced, simple and obsolete packet blocks. What else there is, is passed
/// over.
class PcapngReader final : public PacketReader
{
public:
    static bool recognises(QByteArrayView begin);
    static Result<std::unique_ptr<PacketReader>> make(ByteSource &source, const QString &name);

    /// A simple packet block has no time: its packet gets that of the one before it, the first 1970.
    Status next(Packet &packet) override;
    QLatin1StringView formatName() const override { return QLatin1StringView("pcapng"); }

private:
    struct Interface
    {
        quint16 linkType = 0;
        quint32 snapLength = 0; ///< 0: none
        quint8 resolution = 6;
        qint64 offsetSeconds = 0;
    };

    explicit PcapngReader(ByteSource &source)
        : PacketReader(source)
    {
    }
    Status readBlock(Packet &packet, bool &isPacket);
    QString takeBlock(quint32 type, QByteArrayView block, Packet &packet, bool &isPacket);
    QString takeSection(QByteArrayView block);
    QString takeInterface(QByteArrayView block);
    void takeInterfaceOptions(QByteArrayView options, Interface &interface) const;
    QString takePacket(quint32 type, QByteArrayView block, Packet &packet);
    template <class Number>
    Number number(QByteArrayView bytes, qsizetype at) const;

    bool m_bigEndian = false;
    bool m_otherVersion = false;
    std::vector<Interface> m_interfaces; ///< of this section
    Timestamp m_latest;
};

} // namespace swb::capture

#pragma once

#include "capture/packetreader.h"

namespace swb::capture {

/// Reads the classic format of tcpdump (draft-ietf-opsawg-pcap), in either byte order, with micro- or
/// nanoseconds.
class PcapReader final : public PacketReader
{
public:
    static constexpr qsizetype headerSize = 24;
    static bool recognises(QByteArrayView begin);
    static Result<std::unique_ptr<PacketReader>> make(ByteSource &source, const QString &name);

    Status next(Packet &packet) override;
    QLatin1StringView formatName() const override { return QLatin1StringView("pcap"); }

private:
    PcapReader(ByteSource &source, QByteArrayView header);
    quint32 number(QByteArrayView bytes, qsizetype at) const;
    bool m_swapped;
    quint32 m_nanosPerTick;
    quint16 m_linkType;
};

} // namespace swb::capture

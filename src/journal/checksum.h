#pragma once

#include <QByteArrayView>

namespace swb::journal {

/// CRC32 as epb_hash has it (IEEE 802.3, reflected). `crc` goes on from an earlier call.
quint32 crc32(QByteArrayView data, quint32 crc = 0);

/// The Internet checksum (RFC 1071) of data that comes in pieces. Every piece but the last has an even
/// length.
class InternetChecksum
{
public:
    void add(QByteArrayView data);
    void addWord(quint16 hostOrder);
    quint16 value() const; ///< as a number in host order

private:
    quint64 m_sum = 0; ///< of little-endian words
};

} // namespace swb::journal

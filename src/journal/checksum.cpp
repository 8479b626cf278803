#include "journal/checksum.h"

#include <QtEndian>

#include <libdeflate.h>

#include <array>

namespace swb::journal {

namespace {

/// Adds with the carry put back in at the bottom, as the ones' complement sum wants it.
void addWithCarry(quint64 &sum, quint64 value)
{
    sum += value;
    sum += sum < value ? 1 : 0;
}

} // namespace

quint32 crc32(QByteArrayView data, quint32 crc)
{
    // libdeflate takes a null pointer as the wish to begin anew.
    return data.isEmpty() ? crc : libdeflate_crc32(crc, data.data(), size_t(data.size()));
}

void InternetChecksum::add(QByteArrayView data)
{
    // RFC 1071 2(B) and 2(C): the sum does not depend on the byte order nor on the width of the additions.
    // Four sums side by side, because one alone would wait for its own carry.
    const char *at = data.data();
    qsizetype left = data.size();
    std::array<quint64, 4> sums{m_sum, 0, 0, 0};
    for (; left >= 32; at += 32, left -= 32) {
        for (size_t lane = 0; lane < sums.size(); ++lane)
            addWithCarry(sums[lane], qFromLittleEndian<quint64>(at + 8 * lane));
    }
    for (; left >= 2; at += 2, left -= 2)
        addWithCarry(sums[0], qFromLittleEndian<quint16>(at));
    if (left == 1)
        addWithCarry(sums[0], quint8(*at));
    for (size_t lane = 1; lane < sums.size(); ++lane)
        addWithCarry(sums[0], sums[lane]);
    m_sum = sums[0];
}

void InternetChecksum::addWord(quint16 hostOrder)
{
    addWithCarry(m_sum, qbswap(hostOrder));
}

quint16 InternetChecksum::value() const
{
    quint64 sum = m_sum;
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return qbswap(quint16(~sum));
}

} // namespace swb::journal

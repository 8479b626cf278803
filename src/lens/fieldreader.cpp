#include "lens/fieldreader.h"

namespace swb::lens {

namespace {

constexpr qsizetype LongestNumber = 64;

quint64 numberAt(QByteArrayView packet, qsizetype bit, qsizetype bits)
{
    quint64 number = 0;
    for (qsizetype i = bit; i < bit + bits; ++i)
        number = number << 1 | (quint8(packet[i / 8]) >> (7 - i % 8) & 1);
    return number;
}

} // namespace

quint64 FieldReader::take(FieldId id, qsizetype bits)
{
    m_cut = m_cut || m_bit + bits > m_endBit;
    if (m_cut)
        return 0;
    append(id, bits);
    return m_fields.back().number;
}

void FieldReader::takeBytes(FieldId id, qsizetype size)
{
    m_cut = m_cut || size > left();
    const qsizetype bits = qMin(size * 8, m_endBit - m_bit);
    if (bits > 0)
        append(id, bits);
}

void FieldReader::takeRest(FieldId id)
{
    if (m_bit % 8 != 0 && m_bit < m_endBit)
        append(id, 8 - m_bit % 8);
    if (m_bit < m_endBit)
        append(id, m_endBit - m_bit);
}

void FieldReader::append(FieldId id, qsizetype bits)
{
    const bool whole = m_bit % 8 == 0 && bits % 8 == 0;
    LayerField field;
    field.id = id;
    field.start = m_bit / 8;
    field.size = (m_bit + bits + 7) / 8 - field.start;
    field.firstBit = quint8(m_bit % 8);
    field.bits = whole ? quint8(0) : quint8(bits);
    field.number = bits <= LongestNumber ? numberAt(m_packet, m_bit, bits) : 0;
    m_fields.push_back(std::move(field));
    m_bit += bits;
}

} // namespace swb::lens

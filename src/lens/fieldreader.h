#pragma once

#include "lens/layers.h"

#include <initializer_list>

namespace swb::lens {

/// Reads the fields of a header one behind another, bit by bit in the order in which RFCs draw them. Where
/// the bytes end it reads no further and says so.
class FieldReader
{
public:
    /// Bytes [start, end) of the packet, `end` within it; the fields are appended to `fields`.
    FieldReader(QByteArrayView packet, qsizetype start, qsizetype end, std::vector<LayerField> &fields)
        : m_packet(packet)
        , m_fields(fields)
        , m_bit(start * 8)
        , m_endBit(end * 8)
    {
    }

    bool isCut() const { return m_cut; }
    qsizetype at() const { return m_bit / 8; } ///< the next byte
    qsizetype left() const { return (m_endBit - m_bit) / 8; } ///< bytes
    quint8 peek(qsizetype ahead = 0) const ///< 0 where no byte is left
    {
        return ahead < left() ? quint8(m_packet[at() + ahead]) : quint8(0);
    }

    /// A field of so many bits; returns its number, 0 when it is cut off.
    quint64 take(FieldId id, qsizetype bits);
    /// The last field that was taken is a checksum.
    void setCheck(Check check) { m_fields.back().check = check; }
    /// The last field that was taken has another byte order.
    void setNumber(quint64 number) { m_fields.back().number = number; }
    /// So many whole bytes, or as many as are left.
    void takeBytes(FieldId id, qsizetype size);
    /// What is left: whole bytes, and before them the bits of a byte that was begun.
    void takeRest(FieldId id);

    struct Width
    {
        FieldId id;
        qsizetype bits;
    };
    void takeAll(std::initializer_list<Width> widths)
    {
        for (const Width &width : widths)
            take(width.id, width.bits);
    }

    /// A field of `size` bytes with parts, which `read` takes from the reader that it is given; what it
    /// leaves is kept unread.
    template <class Read>
    void group(FieldId id, qsizetype size, Read read)
    {
        LayerField field;
        field.id = id;
        field.start = at();
        const qsizetype end = qMin(at() + size, m_endBit / 8);
        field.size = end - at();
        FieldReader parts(m_packet, at(), end, field.parts);
        read(parts);
        parts.takeRest(FieldId::Unread);
        m_cut = m_cut || parts.m_cut || field.size < size;
        m_bit = end * 8;
        if (field.size > 0)
            m_fields.push_back(std::move(field));
    }

private:
    void append(FieldId id, qsizetype bits);

    QByteArrayView m_packet;
    std::vector<LayerField> &m_fields;
    qsizetype m_bit; ///< in the packet
    qsizetype m_endBit;
    bool m_cut = false;
};

} // namespace swb::lens

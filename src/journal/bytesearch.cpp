#include "journal/bytesearch.h"

#include <algorithm>
#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace swb::journal {

namespace {

constexpr char CaseBit = 0x20;

bool isLower(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? char(byte | CaseBit) : byte;
}

/// How common a byte is in what goes over the wire; only the order matters.
int commonness(char byte)
{
    static constexpr QByteArrayView frequent("etaoinsrhldcu");
    if (byte == '\0' || byte == ' ')
        return 5;
    if (frequent.contains(byte))
        return 4;
    if (isLower(byte) || byte == '\r' || byte == '\n' || byte == '0' || byte == '1')
        return 3;
    if (byte >= '!' && byte <= '~')
        return 2;
    return byte == '\xff' ? 2 : 1;
}

} // namespace

ByteSearch::ByteSearch(const QByteArray &needle, bool ignoreCase)
    : m_needle(needle)
    , m_ignoreCase(ignoreCase)
{
    if (ignoreCase)
        std::transform(needle.begin(), needle.end(), m_needle.begin(), lower);
    const auto rarer = [this](qsizetype a, qsizetype b) {
        return commonness(m_needle.at(a)) < commonness(m_needle.at(b));
    };
    for (qsizetype i = 1; i < m_needle.size(); ++i) {
        if (rarer(i, m_rare))
            m_rare = i;
    }
    m_rareToo = m_rare == 0 ? m_needle.size() - 1 : 0;
    for (qsizetype i = 0; i < m_needle.size(); ++i) {
        if (i != m_rare && rarer(i, m_rareToo))
            m_rareToo = i;
    }
}

bool ByteSearch::isAt(const char *place) const
{
    if (!m_ignoreCase)
        return std::memcmp(place, m_needle.constData(), size_t(m_needle.size())) == 0;
    return std::equal(m_needle.begin(), m_needle.end(), place,
        [](char wanted, char byte) { return wanted == lower(byte); });
}

qsizetype ByteSearch::indexIn(QByteArrayView bytes, qsizetype from) const
{
    const qsizetype places = bytes.size() - m_needle.size() + 1;
    if (m_needle.isEmpty())
        return -1;
    const char *begin = bytes.data();
    qsizetype at = from;
#ifdef __SSE2__
    // A letter and its other case differ in one bit, which is set before they are compared.
    const auto bitOf = [this](qsizetype i) {
        return _mm_set1_epi8(m_ignoreCase && isLower(m_needle.at(i)) ? CaseBit : 0);
    };
    const __m128i wanted = _mm_set1_epi8(m_needle.at(m_rare));
    const __m128i wantedToo = _mm_set1_epi8(m_needle.at(m_rareToo));
    const __m128i bit = bitOf(m_rare);
    const __m128i bitToo = bitOf(m_rareToo);
    const auto load = [begin](qsizetype place) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i *>(begin + place));
    };
    for (; at + 16 <= places; at += 16) {
        const __m128i same = _mm_cmpeq_epi8(_mm_or_si128(load(at + m_rare), bit), wanted);
        const __m128i sameToo = _mm_cmpeq_epi8(_mm_or_si128(load(at + m_rareToo), bitToo), wantedToo);
        auto candidates = unsigned(_mm_movemask_epi8(_mm_and_si128(same, sameToo)));
        for (; candidates != 0; candidates &= candidates - 1) {
            const qsizetype place = at + std::countr_zero(candidates);
            if (isAt(begin + place))
                return place;
        }
    }
#endif
    for (; at < places; ++at) {
        if (isAt(begin + at))
            return at;
    }
    return -1;
}

} // namespace swb::journal

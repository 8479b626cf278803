#include "lab/framing.h"

namespace swb::lab {

namespace {

constexpr int fixedSize = 7;

} // namespace

QByteArray framed(Framing framing, const QByteArrayList &messages)
{
    QByteArray bytes;
    for (const QByteArray &message : messages) {
        if (framing == Framing::Lengths)
            bytes += char(message.size());
        bytes += message;
        if (framing == Framing::Lines)
            bytes += '\n';
    }
    return bytes;
}

void Deframer::feed(const QByteArray &bytes)
{
    m_held += bytes;
    while (!m_held.isEmpty() && takeOne()) { }
}

bool Deframer::takeOne()
{
    qsizetype before = 0; // the message
    qsizetype size = m_held.size();
    qsizetype after = 0;
    switch (m_framing) {
    case Framing::EachRead:
        break;
    case Framing::SevenBytes:
        size = fixedSize;
        break;
    case Framing::Lines:
        size = m_held.indexOf('\n');
        after = 1;
        break;
    case Framing::Lengths:
        before = 1;
        size = quint8(m_held.front());
        break;
    }
    if (size < 0 || m_held.size() < before + size + after)
        return false;
    m_messages.append(m_held.sliced(before, size));
    m_held.remove(0, before + size + after);
    return true;
}

} // namespace swb::lab

#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace swb::lab {

/// Ways to tell where a message ends in a stream of bytes; the last two of them work.
enum class Framing : quint8
{
    EachRead = 1, ///< what one recv gives is a message
    SevenBytes = 2,
    Lines = 3, ///< a line feed after each
    Lengths = 4, ///< a byte with its length before each
};

QByteArray framed(Framing framing, const QByteArrayList &messages);

/// Puts messages together from what recv gives.
class Deframer
{
public:
    explicit Deframer(Framing framing = Framing::EachRead)
        : m_framing(framing)
    {
    }
    void feed(const QByteArray &bytes);
    const QByteArrayList &messages() const { return m_messages; } ///< those that are complete

private:
    bool takeOne();

    Framing m_framing;
    QByteArray m_held;
    QByteArrayList m_messages;
};

} // namespace swb::lab

#pragma once

#include "base/clock.h"
#include "kernel/factid.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <array>
#include <optional>

class QDebug;

namespace swb::kernel {

/// Facts of one moment. Each is given, not available here (asked and not given), or was not asked because it
/// does not apply. A small value; copying shares.
class Facts
{
public:
    void set(FactId id, qint64 value);
    void setUnavailable(FactId id); ///< takes a value back, too
    void set(FactId id, std::optional<qint64> value); ///< nothing: not available
    /// Those of `other` in addition; what both have is taken from `other` if it is given there.
    void merge(const Facts &other);

    std::optional<qint64> value(FactId id) const; ///< nothing: not available, or not asked
    bool isGiven(FactId id) const;
    bool wasAsked(FactId id) const;
    QList<FactId> asked() const; ///< in the order of their numbers
    bool isEmpty() const { return m_asked == Bits(); }

    /// For the recording: docs/recording-format.md.
    QByteArray toBytes() const;
    /// Nothing if the bytes are not whole. Ids not known here are kept.
    static std::optional<Facts> fromBytes(QByteArrayView bytes);

    friend bool operator==(const Facts &, const Facts &) = default;

private:
    using Bits = std::array<quint64, factIdLimit / 64>;
    qsizetype place(int bit) const;

    Bits m_asked{};
    Bits m_given{};
    QList<qint64> m_values; // of those given, in the order of their ids
};
QDebug operator<<(QDebug debug, const Facts &facts);

/// What was true of one socket at one time.
struct Sample
{
    Timestamp time;
    Source source = Source::Kernel; ///< Kernel: living; Recorded: from a recording
    Facts facts;

    friend bool operator==(const Sample &, const Sample &) = default;
};

} // namespace swb::kernel

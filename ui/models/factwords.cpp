#include "models/factwords.h"

#include "bench/sentences.h"
#include "kernel/tcpstate.h"
#include "models/factwordtable.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

using kernel::FactId;
using kernel::Source;
using kernel::TcpState;
using kernel::TimerKind;
using kernel::Unit;

namespace {

constexpr qint64 unlimited = 0xffffffff; ///< TCP_NOTSENT_LOWAT that was never set

const FactWordRow *rowOf(FactId id)
{
    const auto table = factWordTable();
    const auto row = std::find_if(table.begin(), table.end(), [id](const auto &r) { return r.id == id; });
    return row == table.end() ? nullptr : &*row;
}

/// 2 or 3 digits that count: "0.34", "12.5", "340".
QString rounded(double number)
{
    return QLocale().toString(number, 'f', number < 10 ? 2 : number < 100 ? 1 : 0);
}

} // namespace

QString FactWords::group(FactGroup group)
{
    switch (group) {
    case FactGroup::Standing:
        return tr("Where it stands");
    case FactGroup::Bytes:
        return tr("Bytes");
    case FactGroup::Times:
        return tr("Times");
    case FactGroup::Windows:
        return tr("Windows");
    case FactGroup::Segments:
        return tr("Segments");
    case FactGroup::Buffers:
        return tr("Buffers");
    case FactGroup::Agreed:
        return tr("Agreed in the handshake");
    case FactGroup::Options:
        return tr("Options");
    }
    return {};
}

FactGroup FactWords::groupOf(FactId id)
{
    const FactWordRow *row = rowOf(id);
    return row ? row->group : FactGroup::Standing;
}

int FactWords::place(FactId id)
{
    const FactWordRow *row = rowOf(id);
    return row ? int(row - factWordTable().data()) : int(factWordTable().size()) + int(id);
}

QString FactWords::name(FactId id)
{
    const FactWordRow *row = rowOf(id);
    return row ? tr(row->name) : tr("Fact %1", "one that a newer version has recorded").arg(int(id));
}

QString FactWords::sentence(FactId id)
{
    const FactWordRow *row = rowOf(id);
    return row ? tr(row->sentence) : tr("A newer version of this program has recorded it.");
}

QString FactWords::time(qint64 microseconds)
{
    constexpr qint64 second = 1'000'000;
    if (microseconds < 1000)
        return tr("%1 µs").arg(microseconds);
    if (microseconds < second)
        return tr("%1 ms").arg(rounded(double(microseconds) / 1000));
    if (microseconds < 60 * second)
        return tr("%1 s").arg(rounded(double(microseconds) / second));
    const qint64 seconds = microseconds / second;
    return seconds < 3600 ? tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60)
                          : tr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

QString FactWords::value(FactId id, qint64 value)
{
    if (id == FactId::State && !kernel::stateName(TcpState(value)).isEmpty())
        return kernel::stateName(TcpState(value));
    if (id == FactId::CongestionState)
        return congestion(value);
    if (id == FactId::TimerKind)
        return timer(value);
    if (id == FactId::OptionLinger && value < 0)
        return tr("off");
    if (id == FactId::OptionUserTimeout && value == 0)
        return tr("the system's usual time");
    if (id == FactId::OptionNotSentLowWater && value >= unlimited)
        return tr("no limit");
    switch (kernel::unitOf(id)) {
    case Unit::Flag:
        return flag(id, value != 0);
    case Unit::Bytes:
        return bench::Sentences::size(quint64(std::max<qint64>(value, 0)));
    case Unit::BytesPerSecond:
        return tr("%1/s").arg(bench::Sentences::size(quint64(std::max<qint64>(value, 0))));
    case Unit::Microseconds:
        return value < 0 ? QLocale().toString(value) : time(value);
    default:
        return QLocale().toString(value);
    }
}

QString FactWords::exact(FactId id, qint64 value)
{
    if (id == FactId::OptionNotSentLowWater && value >= unlimited)
        return {};
    const QString number = QLocale().toString(value);
    switch (kernel::unitOf(id)) {
    case Unit::Bytes:
        return value < 1024 ? QString() : tr("%1 bytes").arg(number);
    case Unit::BytesPerSecond:
        return value < 1024 ? QString() : tr("%1 bytes a second").arg(number);
    case Unit::Microseconds:
        return value < 1000 ? QString() : tr("%1 µs").arg(number);
    default:
        return {};
    }
}

QString FactWords::congestion(qint64 state)
{
    switch (state) {
    case 0:
        return tr("open", "state of congestion control");
    case 1:
        return tr("disorder", "state of congestion control");
    case 2:
        return tr("window reduced", "state of congestion control");
    case 3:
        return tr("recovery", "state of congestion control");
    case 4:
        return tr("loss", "state of congestion control");
    }
    return QString::number(state);
}

QString FactWords::timer(qint64 kind)
{
    switch (TimerKind(kind)) {
    case TimerKind::None:
        return tr("none", "timer");
    case TimerKind::Retransmit:
        return tr("sends again", "timer");
    case TimerKind::KeepAlive:
        return tr("keepalive", "timer");
    case TimerKind::TimeWait:
        return tr("TIME-WAIT ends", "timer");
    case TimerKind::ZeroWindowProbe:
        return tr("asks for a window", "timer");
    }
    return QString::number(kind);
}

QString FactWords::flag(FactId id, bool on)
{
    if (groupOf(id) == FactGroup::Options)
        return on ? tr("on") : tr("off");
    return on ? tr("yes") : tr("no");
}

/// Some have no value at times although the kernel tells them: that is no fault of this system.
QString FactWords::missing(FactId id)
{
    switch (id) {
    case FactId::MinRtt:
    case FactId::ReceiveRtt:
        return tr("not measured yet");
    case FactId::SlowStartThreshold:
    case FactId::PacingRate:
    case FactId::MaxPacingRate:
        return tr("no limit told");
    case FactId::BytesAcked:
    case FactId::BytesReceived:
        return tr("cannot be told now");
    default:
        return tr("not available here");
    }
}

QString FactWords::source(Source source)
{
    switch (source) {
    case Source::Kernel:
        return tr("kernel", "source of a fact");
    case Source::Wire:
        return tr("wire", "source of a fact");
    case Source::Application:
        return tr("program", "source of a fact");
    case Source::Recorded:
        return tr("recorded", "source of a fact");
    case Source::Derived:
        return tr("derived", "source of a fact");
    }
    return {};
}

QString FactWords::sourceSentence(Source source)
{
    switch (source) {
    case Source::Kernel:
        return tr("The running kernel says so.");
    case Source::Wire:
        return tr("It stood in a packet.");
    case Source::Application:
        return tr("This program counts it.");
    case Source::Recorded:
        return tr("It stands in the recording.");
    case Source::Derived:
        return tr("It is calculated from other facts of the same moment.");
    }
    return {};
}

} // namespace swb::ui

#include "net/epolldispatcher.h"
#include "base/uniquedescriptor.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QSocketNotifier>
#include <QTemporaryFile>
#include <QTest>
#include <QTimer>

#include <fcntl.h>
#include <memory>
#include <sys/socket.h>
#include <thread>

using namespace swb;
using namespace swb::net;
using namespace std::chrono_literals;

namespace {

struct Pair
{
    UniqueDescriptor a;
    UniqueDescriptor b;
};

Pair connectedPair()
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends) < 0)
        qFatal("socketpair");
    return {UniqueDescriptor(ends[0]), UniqueDescriptor(ends[1])};
}

void put(const UniqueDescriptor &end)
{
    QCOMPARE(::write(end.get(), "x", 1), 1);
}

void drain(int descriptor)
{
    char byte = 0;
    while (::read(descriptor, &byte, 1) > 0) { }
}

} // namespace

/// All of it runs in the dispatcher under test: see main().
class TestEpollDispatcher : public QObject
{
    Q_OBJECT

private slots:
    void isTheOneInUse();
    void tellsWhatIsReadableAndNothingElse();
    void tellsReadableAndWritableOfOneDescriptor();
    void staysSilentForADisabledNotifier();
    void toleratesANotifierDeletedByItsNeighbour();
    void doesNotMistakeANewDescriptorForAnOldOne();
    void callsARegularFileAlwaysReady();
    void tellsAHangUpToWhoeverWaits();
    void firesTimersInOrder();
    void letsAHandlerStopItsTimer();
    void letsAZeroTimerAndSocketsTakeTurns();
    void knowsWhatIsLeftOfATimer();
    void losesNoEventPostedByAnotherThread();
    void runsNestedLoops();
};

void TestEpollDispatcher::isTheOneInUse()
{
    QVERIFY(qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()));
}

void TestEpollDispatcher::tellsWhatIsReadableAndNothingElse()
{
    const Pair first = connectedPair();
    const Pair second = connectedPair();
    int firstCount = 0;
    int secondCount = 0;
    QSocketNotifier one(first.a.get(), QSocketNotifier::Read);
    QSocketNotifier two(second.a.get(), QSocketNotifier::Read);
    connect(&one, &QSocketNotifier::activated, this, [&] { ++firstCount, drain(first.a.get()); });
    connect(&two, &QSocketNotifier::activated, this, [&] { ++secondCount, drain(second.a.get()); });
    put(second.b);
    QTRY_COMPARE(secondCount, 1);
    put(second.b);
    QTRY_COMPARE(secondCount, 2);
    QCOMPARE(firstCount, 0);
}

void TestEpollDispatcher::tellsReadableAndWritableOfOneDescriptor()
{
    const Pair pair = connectedPair();
    int readable = 0;
    int writable = 0;
    QSocketNotifier read(pair.a.get(), QSocketNotifier::Read);
    QSocketNotifier write(pair.a.get(), QSocketNotifier::Write);
    connect(&read, &QSocketNotifier::activated, this, [&] { ++readable, drain(pair.a.get()); });
    connect(&write, &QSocketNotifier::activated, this, [&] { ++writable, write.setEnabled(false); });
    QTRY_COMPARE(writable, 1);
    QCOMPARE(readable, 0);
    put(pair.b);
    QTRY_COMPARE(readable, 1);
    QCOMPARE(writable, 1);
}

void TestEpollDispatcher::staysSilentForADisabledNotifier()
{
    const Pair pair = connectedPair();
    int count = 0;
    QSocketNotifier notifier(pair.a.get(), QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, this, [&] { ++count, drain(pair.a.get()); });
    notifier.setEnabled(false);
    put(pair.b);
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(count, 0);
    notifier.setEnabled(true);
    QTRY_COMPARE(count, 1);
}

void TestEpollDispatcher::toleratesANotifierDeletedByItsNeighbour()
{
    const Pair first = connectedPair();
    const Pair second = connectedPair();
    auto one = std::make_unique<QSocketNotifier>(first.a.get(), QSocketNotifier::Read);
    auto two = std::make_unique<QSocketNotifier>(second.a.get(), QSocketNotifier::Read);
    int count = 0;
    // Both are ready in the same turn; whichever comes first removes the other.
    connect(
        one.get(), &QSocketNotifier::activated, this, [&] { ++count, drain(first.a.get()), two.reset(); });
    connect(
        two.get(), &QSocketNotifier::activated, this, [&] { ++count, drain(second.a.get()), one.reset(); });
    put(first.b);
    put(second.b);
    QTRY_COMPARE(count, 1);
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(count, 1);
}

void TestEpollDispatcher::doesNotMistakeANewDescriptorForAnOldOne()
{
    Pair old = connectedPair();
    const Pair trigger = connectedPair();
    const int number = old.a.get();
    auto oldNotifier = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
    QSocketNotifier first(trigger.a.get(), QSocketNotifier::Read);
    std::unique_ptr<QSocketNotifier> newNotifier;
    Pair fresh;
    int freshCount = 0;
    bool replaced = false;
    const auto replace = [&] {
        if (std::exchange(replaced, true))
            return;
        drain(trigger.a.get());
        oldNotifier.reset();
        old.a.reset();
        fresh = connectedPair();
        QCOMPARE(::dup2(fresh.a.get(), number), number);
        newNotifier = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
        connect(newNotifier.get(), &QSocketNotifier::activated, this, [&] { ++freshCount; });
    };
    connect(&first, &QSocketNotifier::activated, this, replace);
    put(trigger.b);
    put(old.b); // ready as well, but about a descriptor that is gone by then
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QVERIFY(replaced);
    QCOMPARE(freshCount, 0);
    newNotifier.reset();
    if (fresh.a.get() != number)
        ::close(number);
}

void TestEpollDispatcher::callsARegularFileAlwaysReady()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    int count = 0;
    QSocketNotifier notifier(file.handle(), QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, this, [&] { ++count; });
    QTRY_VERIFY(count > 2);
    notifier.setEnabled(false);
    const int before = count;
    QCoreApplication::processEvents();
    QCOMPARE(count, before);
}

void TestEpollDispatcher::tellsAHangUpToWhoeverWaits()
{
    Pair pair = connectedPair();
    int count = 0;
    QSocketNotifier notifier(pair.a.get(), QSocketNotifier::Exception);
    connect(&notifier, &QSocketNotifier::activated, this, [&] { ++count, notifier.setEnabled(false); });
    QCoreApplication::processEvents();
    QCOMPARE(count, 0);
    pair.b.reset();
    QTRY_COMPARE(count, 1);
}

void TestEpollDispatcher::firesTimersInOrder()
{
    QList<int> fired;
    for (const int delay : {30, 10, 20, 0}) {
        QTimer::singleShot(std::chrono::milliseconds(delay), Qt::PreciseTimer, this,
            [&fired, delay] { fired.append(delay); });
    }
    QTRY_COMPARE(fired, (QList<int>{0, 10, 20, 30}));
}

void TestEpollDispatcher::letsAHandlerStopItsTimer()
{
    QTimer timer;
    int count = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        if (++count == 3)
            timer.stop();
    });
    timer.start(1ms);
    bool later = false;
    QTRY_COMPARE(count, 3);
    QTimer::singleShot(20ms, this, [&] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(count, 3);
}

void TestEpollDispatcher::letsAZeroTimerAndSocketsTakeTurns()
{
    const Pair pair = connectedPair();
    QTimer busy;
    busy.start(0ms);
    int received = 0;
    QSocketNotifier notifier(pair.a.get(), QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        drain(pair.a.get());
        if (++received < 100)
            put(pair.b);
    });
    put(pair.b);
    QTRY_COMPARE(received, 100);
}

void TestEpollDispatcher::knowsWhatIsLeftOfATimer()
{
    QTimer timer;
    timer.start(1h);
    QVERIFY(timer.remainingTimeAsDuration() > 59min);
    QVERIFY(timer.remainingTimeAsDuration() <= 1h);
    timer.stop();
    QCOMPARE(timer.remainingTime(), -1);
}

void TestEpollDispatcher::losesNoEventPostedByAnotherThread()
{
    constexpr int posts = 20'000;
    int received = 0;
    std::thread poster([&] {
        for (int i = 0; i < posts; ++i)
            QMetaObject::invokeMethod(
                this, [&] { ++received; }, Qt::QueuedConnection);
    });
    QTRY_COMPARE_WITH_TIMEOUT(received, posts, 20'000);
    poster.join();
}

void TestEpollDispatcher::runsNestedLoops()
{
    const Pair pair = connectedPair();
    QStringList story;
    QSocketNotifier notifier(pair.a.get(), QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        drain(pair.a.get());
        story.append(QStringLiteral("outer begins"));
        QEventLoop loop;
        QTimer::singleShot(5ms, &loop, [&] {
            story.append(QStringLiteral("inner"));
            loop.quit();
        });
        loop.exec();
        story.append(QStringLiteral("outer ends"));
    });
    put(pair.b);
    QTRY_COMPARE(story.join(u','), QStringLiteral("outer begins,inner,outer ends"));
}

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication app(argc, argv);
    TestEpollDispatcher test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_epolldispatcher.moc"

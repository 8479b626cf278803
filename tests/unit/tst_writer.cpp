#include "journalfixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace swb;
using namespace swb::journal;
using namespace swb::journal::fixture;
using namespace Qt::StringLiterals;

namespace {

/// The n-th event of the processes that are killed: sizes from one byte to several packets.
Record numbered(quint32 n)
{
    const Talk talk(1, "127.0.0.1:1", "127.0.0.1:2");
    const qsizetype size = n % 5 == 0 ? 1 + qsizetype(n) * 7919 % 200'000 : 1 + n % 100;
    Record record = n == 0 ? talk.opened(false) : talk.received(randomBytes(size, n));
    record.event.time = Timestamp(std::chrono::nanoseconds(qint64(n) + 1));
    return record;
}

bool holdsNumbered(const Recording &recording, quint32 n)
{
    const Record expected = numbered(n);
    const Result<Event> event = recording.event(EventSeq(n));
    return event && *event == expected.event && recording.bytes(EventSeq(n)) == expected.bytes;
}

/// Child: writes for ever, and says after each commit how many events it has acknowledged.
int writeUntilKilled(const QString &path)
{
    const auto writer = Writer::create(path);
    if (!writer)
        return 2;
    for (quint32 n = 0;; ++n) {
        const Record record = numbered(n);
        (*writer)->append(record.event, record.bytes);
        if (n % 3 != 0)
            continue;
        if (!(*writer)->commit())
            return 3;
        const QByteArray line = QByteArray::number(n + 1) + '\n';
        if (::write(STDOUT_FILENO, line.constData(), size_t(line.size())) < 0)
            return 4;
    }
}

int complain(const char *what)
{
    std::fprintf(stderr, "%s\n", what);
    return 1;
}

/// Child: writes until the file cannot grow, goes on appending, then has room again.
template <class MakeRoom>
int writeWhileFull(const QString &path, MakeRoom makeRoom)
{
    const auto writer = Writer::create(path);
    if (!writer)
        return complain("cannot create");
    quint32 n = 0;
    quint32 acknowledged = 0;
    const auto appendNext = [&] {
        const Record record = numbered(n++);
        (*writer)->append(record.event, record.bytes);
    };
    for (; n < 1000; acknowledged = n) {
        appendNext();
        appendNext();
        if (!(*writer)->commit())
            break;
    }
    if ((*writer)->failure().kind != FailureKind::DiskFull || (*writer)->failure().subject != path)
        return complain("the failure is not told");
    for (int more = 0; more < 30; ++more)
        appendNext();
    if ((*writer)->commit() || (*writer)->heldBytes() == 0)
        return complain("nothing is held");
    const auto meanwhile = Recording::open(path);
    if (!meanwhile || (*meanwhile)->tail().bytesAfter != 0 || (*meanwhile)->eventCount() < acknowledged)
        return complain("the file does not end with a whole event");
    if ((*writer)->recording()->eventCount() != acknowledged)
        return complain("events are told that were not acknowledged");

    makeRoom();
    if (!(*writer)->commit() || (*writer)->failure().isSet() || (*writer)->heldBytes() != 0)
        return complain("it does not go on");
    appendNext();
    (*writer)->commit();
    const auto recording = Recording::open(path);
    if (!recording || (*recording)->eventCount() != n || (*recording)->tail().bytesAfter != 0)
        return complain("events are lost or doubled");
    for (quint32 i = 0; i < n; ++i) {
        if (!holdsNumbered(**recording, i))
            return complain("an event is not what it was");
    }
    return 0;
}

int writeOnFullDisk(const QString &folder)
{
    const QString ballast = folder + u"/ballast"_s;
    if (!putContents(ballast, QByteArray(8 << 20, 'x')))
        return complain("no ballast");
    return writeWhileFull(folder + u"/full.pcapng"_s, [&ballast] { QFile::remove(ballast); });
}

int writeAtSizeLimit(const QString &path)
{
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = 300'001;
    ::setrlimit(RLIMIT_FSIZE, &limit);
    return writeWhileFull(path, [&limit] {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    });
}

/// Child: exits with the kind of failure that creating a recording as the user "nobody" has.
int createAsNobody(const QString &path)
{
    constexpr uid_t nobody = 65534;
    if (::geteuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0))
        return 100;
    const auto writer = Writer::create(path);
    return writer ? 0 : int(writer.failure().kind);
}

/// Child: writes on whatever happens, and exits with how many commits had to be repeated.
int writeStubbornly(const QString &path)
{
    const auto writer = Writer::create(path);
    if (!writer)
        return 100;
    constexpr quint32 total = 60;
    int repeated = 0;
    for (quint32 n = 0; n < total; ++n) {
        const Record record = numbered(n);
        (*writer)->append(record.event, record.bytes);
        while (!(*writer)->commit() && repeated < 100)
            ++repeated;
    }
    const auto recording = Recording::open(path);
    if (!recording || (*recording)->eventCount() != total || (*recording)->tail().bytesAfter != 0)
        return 101;
    for (quint32 n = 0; n < total; ++n) {
        if (!holdsNumbered(**recording, n))
            return 102;
    }
    return repeated;
}

/// Child: two syncs are due in all of this.
int writeAndSync(const QString &path)
{
    using namespace std::chrono;
    for (const milliseconds interval : {0ms, 1ms, 3'600'000ms}) {
        const auto writer = Writer::create(path + QString::number(interval.count()), {interval});
        if (!writer)
            return complain("cannot create");
        const Record record = numbered(0);
        (*writer)->append(record.event, {});
        (*writer)->commit();
        const auto start = steady_clock::now();
        while (steady_clock::now() - start < 2ms) { }
        (*writer)->syncIfDue(); // after 1 ms it is
        (*writer)->syncIfDue(); // nothing is new
    } // what an hour has not brought, the end does
    return 0;
}

int child(const QString &task, const QString &path)
{
    if (task == u"--until-killed")
        return writeUntilKilled(path);
    if (task == u"--full-disk")
        return writeOnFullDisk(path);
    if (task == u"--size-limit")
        return writeAtSizeLimit(path);
    if (task == u"--stubborn")
        return writeStubbornly(path);
    if (task == u"--sync")
        return writeAndSync(path);
    if (task == u"--nobody")
        return createAsNobody(path);
    return complain("unknown task");
}

} // namespace

class TestWriter : public QObject
{
    Q_OBJECT

private slots:
    void createsForItsOwnerOnly();
    void refusesWhatExists();
    void secondWriterIsRefused();
    void placesThatCannotBeWritten();
    void fullDisk();
    void fileSizeLimit();
    void failingCalls_data();
    void failingCalls();
    void acknowledgedSurvivesKill();
    void largeEventsAreWrittenAtOnce();
    void syncsWhenDue();
    void newPathsAreNew();

private:
    QString self() const { return QCoreApplication::applicationFilePath(); }
    struct TracedRun
    {
        int code = -1;
        QByteArray trace;
    };
    std::optional<TracedRun> traced(const QString &expression, const QString &task, const QString &path);
    QString newPath() { return m_folder.filePath(u"%1.pcapng"_s.arg(++m_files)); }
    QTemporaryDir m_folder;
    int m_files = 0;
};

/// Runs this program as a child under strace, which sees or makes fail its system calls. Nothing: it cannot.
std::optional<TestWriter::TracedRun> TestWriter::traced(
    const QString &expression, const QString &task, const QString &path)
{
    const QString trace = m_folder.filePath(u"trace"_s);
    if (QProcess::execute(u"strace"_s, {u"-o"_s, trace, u"true"_s}) != 0)
        return {};
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s); // it cannot look while it is traced
    process.setProcessEnvironment(environment);
    process.start(u"strace"_s, {u"-f"_s, u"-o"_s, trace, u"-e"_s, expression, self(), task, path});
    if (!process.waitForFinished(30'000))
        return {};
    return TracedRun{process.exitCode(), contents(trace)};
}

void TestWriter::createsForItsOwnerOnly()
{
    const QString path = m_folder.filePath(u"new/folder \u4f60/a.pcapng"_s);
    const auto writer = Writer::create(path);
    QVERIFY(bool(writer));
    QVERIFY((*writer)->commit());
    struct stat status
    {
    };
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, 0600u);
    QCOMPARE(::stat(QFile::encodeName(QFileInfo(path).path()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, 0700u);
    QCOMPARE((*writer)->recording()->path(), path);
}

void TestWriter::refusesWhatExists()
{
    const QString path = newPath();
    QVERIFY(putContents(path, "precious"));
    const auto writer = Writer::create(path);
    QVERIFY(!writer);
    QCOMPARE(writer.failure(), (Failure{FailureKind::AlreadyExists, EEXIST, path}));
    QCOMPARE(contents(path), QByteArray("precious"));
}

void TestWriter::secondWriterIsRefused()
{
    const QString path = newPath();
    auto first = Writer::create(path);
    QVERIFY(bool(first));
    const auto second = Writer::create(path);
    QVERIFY(!second);
    QCOMPARE(second.failure().kind, FailureKind::InUse);
    QVERIFY(bool(Recording::open(path))); // to read is fine
    (*first).reset();
    QCOMPARE(
        Writer::create(path).failure().kind, FailureKind::AlreadyExists); // it exists, but nobody writes it
}

void TestWriter::placesThatCannotBeWritten()
{
    if (::geteuid() != 0)
        QSKIP("only root can try this as another user");
    QTemporaryDir locked;
    QVERIFY(QFile::setPermissions(locked.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    for (const QString &path : {locked.filePath(u"a.pcapng"_s), locked.filePath(u"deeper/a.pcapng"_s)})
        QCOMPARE(QProcess::execute(self(), {u"--nobody"_s, path}), int(FailureKind::NoPermission));
    QCOMPARE(Writer::create(u"/proc/a.pcapng"_s).failure().kind, FailureKind::NotFound);
}

void TestWriter::fullDisk()
{
    const QString folder = m_folder.filePath(u"small"_s);
    QVERIFY(QDir().mkpath(folder));
    if (QProcess::execute(u"unshare"_s, {u"-rm"_s, u"true"_s}) != 0)
        QSKIP("this system does not let us mount a small file system");
    const auto script = u"mount -t tmpfs -o size=9m tmpfs \"$1\" && exec \"$0\" --full-disk \"$1\""_s;
    QCOMPARE(QProcess::execute(u"unshare"_s, {u"-rm"_s, u"sh"_s, u"-c"_s, script, self(), folder}), 0);
}

void TestWriter::fileSizeLimit()
{
    QCOMPARE(QProcess::execute(self(), {u"--size-limit"_s, newPath()}), 0);
}

void TestWriter::acknowledgedSurvivesKill()
{
    QRandomGenerator random(20261120);
    for (int round = 0; round < 50; ++round) {
        const QString path = newPath();
        QProcess process;
        process.start(self(), {u"--until-killed"_s, path});
        QByteArray said;
        const int lines = random.bounded(1, 60);
        while (said.count('\n') < lines) {
            QVERIFY(process.waitForReadyRead(10'000));
            said += process.readAllStandardOutput();
        }
        process.kill();
        QVERIFY(process.waitForFinished(10'000));
        said += process.readAllStandardOutput();
        said.truncate(said.lastIndexOf('\n'));
        const quint32 acknowledged = said.mid(said.lastIndexOf('\n') + 1).toUInt();

        const auto recording = Recording::open(path);
        QVERIFY(bool(recording));
        QVERIFY((*recording)->eventCount() >= acknowledged);
        QVERIFY(!(*recording)->tail().damaged);
        for (quint32 n = 0; n < (*recording)->eventCount(); ++n)
            QVERIFY2(holdsNumbered(**recording, n), qPrintable(QString::number(n)));
        QFile::remove(path);
    }
}

void TestWriter::largeEventsAreWrittenAtOnce()
{
    const QString path = newPath();
    const auto writer = Writer::create(path);
    QVERIFY(bool(writer));
    const Talk talk(1, "127.0.0.1:1", "127.0.0.1:2");
    const qint64 before = QFileInfo(path).size();
    const Record small = talk.received("small");
    (*writer)->append(small.event, small.bytes);
    QCOMPARE(QFileInfo(path).size(), before);
    QVERIFY((*writer)->heldBytes() > 0);
    const Record large = talk.received(randomBytes(300'000, 1));
    (*writer)->append(large.event, large.bytes);
    QVERIFY(QFileInfo(path).size() > before + 300'000);
    QCOMPARE((*writer)->heldBytes(), 0u);
    QCOMPARE((*writer)->recording()->eventCount(), 0u);
    QVERIFY((*writer)->commit());
    QCOMPARE((*writer)->recording()->eventCount(), 2u);
}

void TestWriter::failingCalls_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("repeated"); // commits
    QTest::newRow("none") << u"error=EIO:when=10000"_s << 0;
    QTest::newRow("interrupted") << u"error=EINTR:when=2+3"_s << 0;
    // None of these calls is made by append(), which would leave the repetition to the commit behind it.
    QTest::newRow("input/output error") << u"error=EIO:when=3"_s << 1;
    QTest::newRow("quota") << u"error=EDQUOT:when=20..29"_s << 10;
    QTest::newRow("full for long") << u"error=ENOSPC:when=5..54"_s << 50;
}

void TestWriter::failingCalls()
{
    QFETCH(QString, fault);
    const std::optional<TracedRun> run = traced(u"inject=pwritev:"_s + fault, u"--stubborn"_s, newPath());
    if (!run)
        QSKIP("strace cannot trace here");
    QTEST(run->code, "repeated");
}

void TestWriter::syncsWhenDue()
{
    const std::optional<TracedRun> run = traced(u"trace=fdatasync"_s, u"--sync"_s, newPath());
    if (!run)
        QSKIP("strace cannot trace here");
    QCOMPARE(run->code, 0);
    QCOMPARE(run->trace.count("fdatasync("), 2);
}

void TestWriter::newPathsAreNew()
{
    const QString first = newRecordingPath(m_folder.path());
    const QRegularExpression pattern(u"/\\d{4}-\\d\\d-\\d\\d \\d\\d\\.\\d\\d\\.\\d\\d\\.pcapng$"_s);
    QVERIFY2(pattern.match(first).hasMatch(), qPrintable(first));
    QStringList paths;
    for (int i = 0; i < 5; ++i) {
        const QString path = newRecordingPath(m_folder.path());
        QVERIFY(!paths.contains(path));
        QVERIFY(bool(Writer::create(path)));
        paths << path;
    }
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && qstrncmp(argv[1], "--", 2) == 0)
        return child(QFile::decodeName(argv[1]), QFile::decodeName(argv[2]));
    TestWriter test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_writer.moc"

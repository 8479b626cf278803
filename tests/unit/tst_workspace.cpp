#include "bench/sentences.h"
#include "bench/workspace.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace swb;
using namespace swb::bench;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = WorkspaceFault::Kind;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A file with one server that has these lines in it.
QByteArray withServer(const QByteArray &lines)
{
    return "{\n\"format\": \"socket-workbench-workspace\",\n\"version\": 1,\n\"endpoints\": [\n{\n\"role\": "
           "\"server\",\n"
        + lines + "\n}\n]\n}\n";
}

QByteArray withClient(const QByteArray &lines)
{
    return withServer(lines).replace("\"server\"", "\"client\"");
}

QByteArray withEndpoints(const QByteArray &list)
{
    return "{\"format\": \"socket-workbench-workspace\", \"version\": 1, \"endpoints\": " + list + "}";
}

/// Every field another than the default.
Workspace everything()
{
    EndpointSpec server;
    server.port = 8888;
    server.encoding = u"GBK"_s;
    server.backlog = 5;
    server.reuseAddress = false;
    server.maxConnections = 7;
    server.oneAtATime = true;
    server.behaviour.greeting = u"欢迎"_s;
    server.behaviour.echo = true;
    server.behaviour.reply = u"{text}，好"_s;
    server.behaviour.replyDelay = 1500ms;
    server.behaviour.closeOn = u"exit\\n"_s;
    server.behaviour.closeAfterReply = true;
    server.closeByReset = true;
    server.keepHalfOpen = true;
    server.highWaterMark = 3 * 1024 * 1024;
    EndpointSpec client;
    client.role = Role::TcpClient;
    client.address = u"example.org"_s;
    client.port = 80;
    client.behaviour.greeting = u"first\\r\\n"_s;
    client.behaviour.script = {u"second"_s, u"third {}"_s};
    client.behaviour.hangUp = protocol::HangUp::WhenAnswered;
    client.localAddress = u"127.0.0.1"_s;
    client.localPort = 40000;
    client.connectTimeout = 30s;
    client.closeByReset = true;
    client.keepHalfOpen = true;
    client.highWaterMark = 1024 * 1024;
    EndpointSpec plain;
    plain.address = u"::1"_s;
    plain.port = 0;
    return {{server, client, plain}};
}

} // namespace

class tst_Workspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void comesBackAsItWas();
    void isTheFileOfThisVersion();
    void putsOneValueOnALine();
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void survivesAnyBytes();
    void leavesOutWhatANewerVersionSays();
    void reportsWhatItDoesNotKnow();
    void opensOnlyOrdinaryFiles_data();
    void opensOnlyOrdinaryFiles();
    void savesForItsOwnerAlone();
    void followsLinksInBothDirections();
    void savesOnlyWhatItWouldReadAgain_data();
    void savesOnlyWhatItWouldReadAgain();
    void keepsTheOldFileWhenTheDiskIsFull();

private:
    QString in(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Workspace::comesBackAsItWas()
{
    const Workspace workspace = everything();
    QVERIFY(workspace.save(in(u"a.swbench"_s)));
    const auto read = loadWorkspace(in(u"a.swbench"_s));
    QVERIFY(read);
    QVERIFY(read->isWhole());
    QCOMPARE(read->workspace.endpoints.size(), 3);
    QVERIFY(read->workspace == workspace);
}

void tst_Workspace::isTheFileOfThisVersion()
{
    const QString golden = QFINDTESTDATA("workspaces/version1.swbench");
    QCOMPARE(QString::fromUtf8(everything().toJson()), QString::fromUtf8(contents(golden)));
    const auto read = loadWorkspace(golden);
    QVERIFY(read);
    QVERIFY(read->workspace == everything());
}

void tst_Workspace::putsOneValueOnALine()
{
    const QByteArrayList before = everything().toJson().split('\n');
    Workspace changed = everything();
    changed.endpoints[1].port = 8080;
    const QByteArrayList after = changed.toJson().split('\n');
    QCOMPARE(after.size(), before.size());
    qsizetype differing = 0;
    for (qsizetype i = 0; i < after.size(); ++i)
        differing += after[i] == before[i] ? 0 : 1;
    QCOMPARE(differing, 1);
}

void tst_Workspace::saysWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<WorkspaceFault::Kind>("kind");
    QTest::addColumn<QString>("sentence");
    const QByteArray head = "{\"format\": \"socket-workbench-workspace\", ";
    QTest::newRow("nothing") << QByteArray() << Kind::NotJson << u"line 1"_s;
    QTest::newRow("a comma too many") << QByteArray("{\n\"a\": 1,\n}") << Kind::NotJson << u"line 3"_s;
    QTest::newRow("JSON of something else")
        << QByteArray("{\"a\": 1}") << Kind::NotAWorkspace << u"“format”"_s;
    QTest::newRow("a list") << QByteArray("[]") << Kind::NotAWorkspace << u"“format”"_s;
    QTest::newRow("no version") << head + "\"endpoints\": []}" << Kind::Missing << u"“version”"_s;
    QTest::newRow("version 0") << head + "\"version\": 0, \"endpoints\": []}" << Kind::NotANumber
                               << u"0 is no"_s;
    QTest::newRow("a version in words")
        << head + "\"version\": \"one\", \"endpoints\": []}" << Kind::NotANumber << u"\"one\""_s;
    QTest::newRow("no endpoints") << head + "\"version\": 1}" << Kind::Missing << u"“endpoints”"_s;
    QTest::newRow("endpoints in an object") << withEndpoints("{}") << Kind::NotAList << u"line 1"_s;
    QTest::newRow("an endpoint in words")
        << withEndpoints("[\n\"server\"]") << Kind::NotAnObject << u"endpoint 1"_s;
    QTest::newRow("no role") << withEndpoints("[{\"port\": 1}]") << Kind::Missing << u"endpoint 1, “role”"_s;
    QTest::newRow("a role that is none") << withEndpoints("[\n{\n\"role\": \"proxy\"}]") << Kind::NotAChoice
                                         << u"line 3, endpoint 1, “role”"_s;
    QTest::newRow("a port too large")
        << withServer("\"port\": 70000") << Kind::NotANumber
        << u"line 7, endpoint 1, “port”: 70000 is no whole number from 0 to 65535."_s;
    QTest::newRow("half a port") << withServer("\"port\": 80.5") << Kind::NotANumber << u"80.5"_s;
    QTest::newRow("a port in words") << withServer("\"port\": \"80\"") << Kind::NotANumber << u"\"80\""_s;
    QTest::newRow("a huge port") << withServer("\"port\": 1e300") << Kind::NotANumber << u"“port”"_s;
    QTest::newRow("port 0 to dial") << withClient("\"port\": 0") << Kind::NotANumber << u"from 1 to"_s;
    QTest::newRow("a huge backlog") << withServer("\"backlog\": 9223372036854775807") << Kind::NotANumber
                                    << u"“backlog”"_s;
    QTest::newRow("a negative delay") << withServer("\"replyDelayMs\": -1") << Kind::NotANumber << u"-1"_s;
    QTest::newRow("a queue without end")
        << withServer("\"queueLimitMiB\": 1e18") << Kind::NotANumber << u"65536"_s;
    QTest::newRow("yes") << withServer("\"echo\": \"yes\"") << Kind::NotYesOrNo << u"true nor false"_s;
    QTest::newRow("an address that is a number")
        << withServer("\"address\": 1") << Kind::NotAText << u"“address”"_s;
    QTest::newRow("an address without end")
        << withServer("\"address\": \"" + QByteArray(1025, 'a') + '"') << Kind::TooLong << u"1024"_s;
    QTest::newRow("a text without end")
        << withServer("\"greeting\": \"" + QByteArray(65537, 'a') + '"') << Kind::TooLong << u"65536"_s;
    QTest::newRow("an unknown encoding")
        << withServer("\"encoding\": \"Klingon\"") << Kind::UnknownEncoding << u"\"Klingon\""_s;
    QTest::newRow("an escape that is none")
        << withServer("\"greeting\": \"a\\\\q\"") << Kind::BadText << u"“\\q” at position 2"_s;
    QTest::newRow("what GBK cannot write")
        << withServer("\"encoding\": \"GBK\", \"closeOn\": \"é\u00e5\"") << Kind::BadText << u"GBK"_s;
    QTest::newRow("a place to fill that is none")
        << withServer("\"reply\": \"{name}\"") << Kind::BadReply << u"“{name}” at position 1"_s;
    QTest::newRow("a script in words")
        << withClient("\"script\": \"hello\"") << Kind::NotAList << u"“script”"_s;
    QTest::newRow("a message that is a number")
        << withClient("\"script\": [1]") << Kind::NotAText << u"“script”"_s;
    QTest::newRow("an empty message")
        << withClient("\"script\": [\"\"]") << Kind::EmptyMessage << u"“script”"_s;
    QTest::newRow("too many messages")
        << withClient("\"script\": [" + QByteArray("\"a\",").repeated(1000) + "\"a\"]") << Kind::TooMany
        << u"1001"_s;
    QTest::newRow("a bad message") << withClient("\"script\": [\"\\\\\"]") << Kind::BadText << u"“script”"_s;
    QTest::newRow("hanging up when bored") << withClient("\"hangUp\": \"when-bored\"") << Kind::NotAChoice
                                           << u"never, when-said, when-answered"_s;
    QTest::newRow("a key twice") << withServer("\"port\": 1,\n\"port\": 2") << Kind::RepeatedKey
                                 << u"line 8, “port”"_s;
    QTest::newRow("a key twice, once with an escape")
        << withServer("\"connectTimeoutSeconds\": 1,\n\"\\u0063onnectTimeoutSeconds\": 2")
        << Kind::RepeatedKey << u"line 8, “connectTimeoutSeconds”"_s;
    QTest::newRow("a text that is no key, behind a long one")
        << withServer("\"" + QByteArray(300, 'k') + "\": \"port\",\n\"port\": 70000") << Kind::NotANumber
        << u"line 8, endpoint 1, “port”"_s;
    QTest::newRow("too many endpoints")
        << withEndpoints("[" + QByteArray("{\"role\":\"server\"},").repeated(1000) + "{\"role\":\"server\"}]")
        << Kind::TooMany << u"1001"_s;
    QTest::newRow("nested 33 deep") << withEndpoints(
        QByteArray("[").repeated(32) + QByteArray("]").repeated(32))
                                    << Kind::TooDeep << u"line 1"_s;
    QTest::newRow("nested 100,000 deep") << QByteArray("[").repeated(100000) << Kind::TooDeep << u"32"_s;
    QTest::newRow("objects 100,000 deep")
        << QByteArray("{\"a\":\n").repeated(100000) << Kind::TooDeep << u"line 33"_s;
    QTest::newRow("a byte too large") << QByteArray(1024 * 1024 + 1, ' ') << Kind::TooLarge << u"1.0 MiB"_s;
}

void tst_Workspace::saysWhatIsWrongAndWhere()
{
    QFETCH(QByteArray, json);
    QFETCH(WorkspaceFault::Kind, kind);
    QFETCH(QString, sentence);
    const auto read = readWorkspace(json);
    QVERIFY(!read);
    QCOMPARE(int(read.failure().kind), int(kind));
    const QString said = Sentences::workspaceFault(read.failure());
    QVERIFY2(said.contains(sentence), qPrintable(said));
}

/// Cut anywhere, and with any one byte another: a fault or a bench, never a crash.
void tst_Workspace::survivesAnyBytes()
{
    const QByteArray whole = everything().toJson();
    for (qsizetype at = 0; at < whole.size(); ++at) {
        const auto cut = readWorkspace(whole.first(at));
        QVERIFY(!cut || at == whole.size() - 1); // the newline at its end is not missed
        for (const char byte : {'"', '{', ']', '\\', '0', '\0', '\xff'}) {
            QByteArray other = whole;
            other[at] = byte;
            const auto read = readWorkspace(other);
            QVERIFY(read || !Sentences::workspaceFault(read.failure()).isEmpty());
        }
    }
}

void tst_Workspace::leavesOutWhatANewerVersionSays()
{
    const auto read = loadWorkspace(QFINDTESTDATA("workspaces/version2.swbench"));
    QVERIFY(read);
    QVERIFY(read->isNewer());
    QVERIFY(!read->isWhole());
    QCOMPARE(read->workspace.endpoints.size(), 2);
    QCOMPARE(read->workspace.endpoints[0].behaviour.reply, u"hello"_s);
    QCOMPARE(read->workspace.endpoints[1].behaviour.hangUp, protocol::HangUp::Never);
    QStringList places;
    for (const WorkspacePlace &place : read->leftOut)
        places.append(Sentences::workspacePlace(place));
    QCOMPARE(places,
        (QStringList{u"line 2, “colour”"_s, u"line 8, endpoint 1, “rate”"_s, u"line 15, endpoint 2, “role”"_s,
            u"line 19, endpoint 3, “hangUp”"_s}));
}

void tst_Workspace::reportsWhatItDoesNotKnow()
{
    const auto read = readWorkspace(withServer("\"port\": 1,\n\"colour\": \"green\",\n\"script\": []"));
    QVERIFY(read);
    QVERIFY(!read->isNewer());
    QVERIFY(!read->isWhole());
    QCOMPARE(read->workspace.endpoints.size(), 1);
    QCOMPARE(read->leftOut.size(), 2);
    QCOMPARE(Sentences::workspacePlace(read->leftOut[0]), u"line 8, endpoint 1, “colour”"_s);
    QCOMPARE(Sentences::workspacePlace(read->leftOut[1]), u"line 9, endpoint 1, “script”"_s);
}

void tst_Workspace::opensOnlyOrdinaryFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<WorkspaceFault::Kind>("kind");
    QTest::newRow("a link to a pipe") << u"link"_s << Kind::NotAFile;
    QTest::newRow("a pipe") << u"pipe"_s << Kind::NotAFile;
    QTest::newRow("a folder") << u"."_s << Kind::NotAFile;
    QTest::newRow("a device") << u"/dev/zero"_s << Kind::NotAFile;
    QTest::newRow("nothing") << u"missing"_s << Kind::Unreadable;
    QTest::newRow("a very large file") << u"large"_s << Kind::TooLarge;
}

void tst_Workspace::opensOnlyOrdinaryFiles()
{
    QFETCH(QString, name);
    QFETCH(WorkspaceFault::Kind, kind);
    QVERIFY(QFile::link(in(u"pipe"_s), in(u"link"_s)));
    QCOMPARE(::mkfifo(QFile::encodeName(in(u"pipe"_s)).constData(), 0600), 0);
    QFile large(in(u"large"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(qint64(1) << 40));
    const auto read = loadWorkspace(QDir(m_folder->path()).absoluteFilePath(name));
    QVERIFY(!read);
    QCOMPARE(int(read.failure().kind), int(kind));
    QVERIFY(!Sentences::workspaceFault(read.failure()).isEmpty());
}

void tst_Workspace::savesForItsOwnerAlone()
{
    QVERIFY(everything().save(in(u"bench"_s)));
    struct stat facts = {};
    QCOMPARE(::stat(QFile::encodeName(in(u"bench"_s)).constData(), &facts), 0);
    QCOMPARE(facts.st_mode & 0777, 0600u);
}

void tst_Workspace::followsLinksInBothDirections()
{
    QVERIFY(Workspace().save(in(u"bench"_s)));
    QVERIFY(QFile::link(in(u"bench"_s), in(u"link"_s)));
    QVERIFY(QFile::link(in(u"link"_s), in(u"second"_s)));
    QVERIFY(everything().save(in(u"second"_s)));
    QVERIFY(QFileInfo(in(u"link"_s)).isSymLink());
    for (const QString &name : {u"bench"_s, u"second"_s}) {
        const auto read = loadWorkspace(in(name));
        QVERIFY(read);
        QVERIFY(read->workspace == everything());
    }
}

void tst_Workspace::savesOnlyWhatItWouldReadAgain_data()
{
    QTest::addColumn<int>("endpoints");
    QTest::addColumn<int>("greeting");
    QTest::addColumn<WorkspaceFault::Kind>("kind");
    QTest::newRow("too many endpoints") << 1001 << 0 << Kind::TooMany;
    QTest::newRow("a text too long") << 1 << 65537 << Kind::TooLong;
    QTest::newRow("too large") << 20 << 60000 << Kind::TooLarge;
}

void tst_Workspace::savesOnlyWhatItWouldReadAgain()
{
    QFETCH(int, endpoints);
    QFETCH(int, greeting);
    QFETCH(WorkspaceFault::Kind, kind);
    QVERIFY(everything().save(in(u"bench"_s)));
    const QByteArray before = contents(in(u"bench"_s));
    EndpointSpec spec;
    spec.behaviour.greeting = QString(greeting, u'a');
    const auto saved = Workspace{QList<EndpointSpec>(endpoints, spec)}.save(in(u"bench"_s));
    QVERIFY(!saved);
    QCOMPARE(int(saved.failure().kind), int(kind));
    QCOMPARE(contents(in(u"bench"_s)), before);
}

void tst_Workspace::keepsTheOldFileWhenTheDiskIsFull()
{
    QVERIFY(everything().save(in(u"bench"_s)));
    const QByteArray before = contents(in(u"bench"_s));
    Workspace larger = everything();
    larger.endpoints[0].behaviour.greeting = QString(20000, u'a');
    // A limit of the file's size stands in for the disk's end: write(2) fails in the same way.
    struct rlimit usual = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &usual), 0);
    ::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit tight = {4096, usual.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
    const auto saved = larger.save(in(u"bench"_s));
    ::setrlimit(RLIMIT_FSIZE, &usual);
    QVERIFY(!saved);
    QCOMPARE(int(saved.failure().failure.kind), int(FailureKind::DiskFull));
    QCOMPARE(contents(in(u"bench"_s)), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"bench"_s});
}

QTEST_GUILESS_MAIN(tst_Workspace)
#include "tst_workspace.moc"

#include "kernelsockets.h"
#include "lab/labs.h"
#include "lab/rehearsal.h"

#include "kernel/sockdiag.h"

#include <QJsonArray>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::lab;

namespace {

/// Every lab is gone through by learners who follow a script: one who has understood passes, others fail,
/// and what they leave behind is evidence and nothing else.
class tst_Labs : public QObject
{
    Q_OBJECT

private slots:
    void words_data();
    void words();
    void passed_data();
    void passed();
    void failed_data();
    void failed();
    void shown_data();
    void shown();
    void predictionIsLockedFirst_data();
    void predictionIsLockedFirst();
    void givingUpClosesEverything_data();
    void givingUpClosesEverything();
    void verdictFollowsFromTheEvidenceAlone_data();
    void verdictFollowsFromTheEvidenceAlone();
    void missingFactsAreNoFailure();
    void asNobody();

private:
    static void everyLab();
    static int openDescriptors();
    static QSet<qint64> ownSockets();
    static Evidence runThrough(const QString &id, const Learner &learner);
    const Evidence &passing(const QString &id);
    static void alter(const char *name, const char *id, const QList<Move> &moves, const char *reason);

    QHash<QString, Evidence> m_passing;
};

void tst_Labs::everyLab()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : labIds())
        QTest::newRow(qPrintable(id)) << id;
}

int tst_Labs::openDescriptors()
{
    return int(QDir(u"/proc/self/fd"_s).entryList(QDir::Files | QDir::System).size());
}

/// The inodes of this process's sockets.
QSet<qint64> tst_Labs::ownSockets()
{
    QSet<qint64> inodes;
    for (const QString &name : QDir(u"/proc/self/fd"_s).entryList(QDir::Files | QDir::System)) {
        struct stat status;
        if (::fstat(name.toInt(), &status) == 0 && S_ISSOCK(status.st_mode))
            inodes.insert(qint64(status.st_ino));
    }
    return inodes;
}

/// Goes through it and looks for what was left open.
Evidence tst_Labs::runThrough(const QString &id, const Learner &learner)
{
    const int before = openDescriptors();
    const QSet<qint64> mine = ownSockets();
    QSet<qint64> inodes;
    Evidence evidence;
    {
        Rehearsal rehearsal(makeLab(id), learner);
        QSignalSpy finished(&rehearsal, &Rehearsal::finished);
        connect(&rehearsal.lab(), &Lab::performed, &rehearsal, [&] { inodes.unite(ownSockets()); });
        rehearsal.start();
        if (finished.isEmpty())
            finished.wait(70'000);
        evidence = rehearsal.lab().evidence();
        if (openDescriptors() != before)
            QTest::qFail("a descriptor was left open", __FILE__, __LINE__);
    }
    inodes.subtract(mine);
    auto diag = kernel::SockDiag::open();
    const auto table =
        diag ? diag->dump(kernel::Protocol::Tcp) : Result<kernel::SockDiag::Table>(diag.failure());
    for (const kernel::SocketRow &row : table ? table->rows : QList<kernel::SocketRow>()) {
        if (inodes.contains(row.facts.value(kernel::FactId::Inode).value_or(0)))
            QTest::qFail("the kernel still has a socket of it", __FILE__, __LINE__);
    }
    return evidence;
}

/// What the one who has understood leaves; gone through once.
const Evidence &tst_Labs::passing(const QString &id)
{
    if (!m_passing.contains(id))
        m_passing.insert(id, runThrough(id, makeLab(id)->learner()));
    return m_passing[id];
}

void tst_Labs::words_data()
{
    everyLab();
}

/// Everything that a front end shows is there, and can be asked for: ids are unique, choices are real ones.
void tst_Labs::words()
{
    QFETCH(QString, id);
    const auto lab = makeLab(id);
    QVERIFY(lab);
    QCOMPARE(lab->id(), id);
    const Story story = lab->story();
    for (const QString &text :
        {story.title, story.claim, story.scene, story.task, story.explanation, story.variation})
        QVERIFY(!text.trimmed().isEmpty());
    QSet<QString> ids;
    QVERIFY(!lab->questions().isEmpty());
    for (const Question &question : lab->questions()) {
        QVERIFY(!question.words.isEmpty());
        QVERIFY(!question.fact.isEmpty());
        QVERIFY2(!ids.contains(question.id), qPrintable(question.id));
        QVERIFY2(question.choices.size() > 1 || question.most > question.least, qPrintable(question.id));
        ids.insert(question.id);
    }
    ids.clear();
    for (const Action &action : lab->actions()) {
        QVERIFY(!action.words.isEmpty());
        QVERIFY2(!ids.contains(action.id), qPrintable(action.id));
        QVERIFY2(action.after.isEmpty() || ids.contains(action.after), qPrintable(action.id));
        ids.insert(action.id);
    }
}

void tst_Labs::passed_data()
{
    everyLab();
}

void tst_Labs::passed()
{
    QFETCH(QString, id);
    const Evidence evidence = passing(id);
    QCOMPARE(evidence.verdict, Verdict({Grade::Passed, {}}));

    const QJsonObject json = evidence.toJson();
    QCOMPARE(json.value(u"lab").toString(), id);
    QCOMPARE(json.value(u"version").toInt(), 1);
    QCOMPARE(json.value(u"verdict").toString(), u"passed"_s);
    QCOMPARE(json.value(u"moves").toArray().size(), evidence.moves.size());
    QVERIFY(json.value(u"ended").toString() > json.value(u"began").toString());
    for (const QJsonValue &prediction : json.value(u"predictions").toArray())
        QVERIFY2(prediction[u"shown"].isDouble(), qPrintable(prediction[u"question"].toString()));
    const QStringList sources{u"kernel"_s, u"application"_s, u"wire"_s};
    QVERIFY(!json.value(u"observations").toArray().isEmpty());
    for (const QJsonValue &seen : json.value(u"observations").toArray()) {
        QVERIFY(!seen[u"key"].toString().isEmpty());
        QVERIFY(sources.contains(seen[u"source"].toString()));
        QVERIFY(seen[u"time"].toString() >= json.value(u"began").toString());
        QVERIFY(seen[u"time"].toString() <= json.value(u"ended").toString());
    }
}

void tst_Labs::alter(const char *name, const char *id, const QList<Move> &moves, const char *reason)
{
    QTest::newRow(name) << QString::fromLatin1(id) << moves << QString::fromLatin1(reason);
}

void tst_Labs::failed_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QList<Move>>("moves"); // instead of the good ones
    QTest::addColumn<QString>("reason"); // a part of one
    const Move open{u"open"_s, {}};
    alter("L4 nothing done", "L4", {}, "yourself");
    alter("L4 as many as clients wanted", "L4", {open, {u"six"_s, {}}, {u"close"_s, {}}, {u"choose"_s, {6}}},
        "With listen(6), 7 of eight");
    alter("L4 only the choice", "L4", {{u"choose"_s, {5}}}, "six clients dial");
    alter("L4 changed for the worse", "L4",
        {open, {u"six"_s, {}}, {u"close"_s, {}}, {u"choose"_s, {5}}, {u"choose"_s, {0}}}, "1 of eight");

    const Move fill{u"fill"_s, {}};
    alter("L6 nothing answered", "L6", {fill}, "Say where");
    alter("L6 wrong numbers", "L6", {fill, {u"answer"_s, {1, 2, 3}}, {u"resume"_s, {}}}, "You said 1 bytes");
    alter("L6 never read", "L6", {fill, {u"answer"_s, {0, 0, 0}}}, "read everything");

    const Move names{u"names"_s, {}};
    alter("L7 no way chosen", "L7", {names}, "Choose a way");
    alter("L7 one recv is one message", "L7", {names, {u"frame"_s, {1}}}, "in one piece");
    alter("L7 always seven bytes", "L7", {names, {u"frame"_s, {2}}}, "100 of 100 random cuts");
    alter("L7 changed for the worse", "L7", {names, {u"frame"_s, {3}}, {u"frame"_s, {1}}}, "one by one");

    const Move ask{u"ask"_s, {}};
    const Move answer{u"answer"_s, {}};
    alter("L9 closed", "L9", {ask, {u"finish"_s, {2}}, answer, {u"end"_s, {}}}, "no reset");
    alter("L9 shut both ways", "L9", {ask, {u"finish"_s, {3}}, answer, {u"end"_s, {}}},
        "get the server's answer");
    alter("L9 not to the end", "L9", {ask, {u"finish"_s, {1}}, answer}, "client must see an end");

    const auto bind = [](int door) { return Move{u"bind"_s, {door}}; };
    alter("L1 nothing refused", "L1", {open, bind(1), bind(2), bind(3)}, "refused");
    alter("L1 another range", "L1", {open, bind(0), bind(1), bind(2), {u"lowest"_s, {1024}}}, "lowest port");
    alter("L1 too few", "L1", {open, bind(0), bind(1)}, "so far it is 2");

    const Move catchSyn{u"catch"_s, {}};
    alter("L2 behind one header only", "L2",
        {catchSyn, {u"measure"_s, {20}}, {u"place"_s, {3, 2, 1, 2, 3, 4}}}, "behind both");
    alter("L2 ports in IP", "L2", {catchSyn, {u"place"_s, {2, 2, 1, 2, 3, 4}}}, "5 of 6");

    const auto fetch = [](int manner, int rule) { return Move{u"fetch"_s, {manner, rule}}; };
    alter("L12 the tutorial's way", "L12", {fetch(0, 0), fetch(1, 0), fetch(2, 0)}, "gives its length");
    alter("L12 no chunks", "L12", {fetch(1, 1), fetch(2, 1)}, "sends chunks");

    const auto serve = [](int way) { return Move{u"serve"_s, {way}}; };
    alter("L5 one after the other", "L5", {{u"stall"_s, {}}, serve(1)}, "Client B was not answered");
    alter("L5 no stall seen", "L5", {{u"stall"_s, {}}}, "Client A was not answered");

    const Move cut{u"cut"_s, {5}};
    const Move mystery{u"mystery"_s, {}};
    alter("L8 each read alone", "L8", {cut, {u"bytes"_s, {1}}}, "byte by byte");
    alter("L8 guessed", "L8", {cut, {u"bytes"_s, {2}}, mystery, {u"name"_s, {0, 0, 0}}}, "all three");

    const Move meet{u"meet"_s, {}};
    const auto recv = [](int which) { return Move{u"recv"_s, {which}}; };
    alter("L10 not asked", "L10", {meet, {u"diagnose"_s, {0, 1, 2, 3}}}, "on each");
    alter("L10 all closed", "L10", {meet, recv(1), recv(2), recv(3), recv(4), {u"diagnose"_s, {1, 1, 1, 1}}},
        "1 of 4 are right");

    const auto run = [](int reuse, int closer) { return Move{u"run"_s, {reuse, closer}}; };
    alter("L11 without the option", "L11", {run(0, 0), run(0, 1)}, "beside its TIME-WAIT");
    alter("L11 with the option too late", "L11", {run(2, 0), run(2, 1)}, "beside its TIME-WAIT");
    alter("L11 only the server waits", "L11", {run(1, 0)}, "fall to the client");

    const Move few{u"few"_s, {}};
    const Move dead{u"dead"_s, {}};
    alter("L13 nothing lost", "L13", {few, {u"burst"_s, {2}}, dead}, "too much");
    alter("L13 always lost", "L13", {few, {u"burst"_s, {2000}}, dead}, "arrives whole");
    alter("L13 nobody asked", "L13", {few, {u"burst"_s, {2}}, {u"burst"_s, {2000}}}, "where nobody is");
}

void tst_Labs::failed()
{
    QFETCH(QString, id);
    QFETCH(QList<Move>, moves);
    QFETCH(QString, reason);
    const Evidence evidence = runThrough(id, Learner::fixed(makeLab(id)->learner().predictions, moves));
    QCOMPARE(evidence.moves.size(), moves.size());
    QCOMPARE(evidence.verdict.grade, Grade::NotYet);
    const QString reasons = evidence.verdict.reasons.join(u'\n');
    QVERIFY2(reasons.contains(reason), qPrintable(reasons));
    QCOMPARE(evidence.toJson().value(u"verdict").toString(), u"not-yet"_s);
}

void tst_Labs::shown_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QHash<QString, qint64>>("facts"); // what was measured when the labs were designed
    QTest::newRow("L4") << u"L4"_s
                        << QHash<QString, qint64>{{u"six.queue"_s, 4}, {u"six.limit"_s, 3},
                               {u"six.connected"_s, 4}, {u"six.knocking"_s, 2}, {u"after.reset"_s, 4},
                               {u"after.refused"_s, 2}, {u"waiting.error"_s, ECONNRESET},
                               {u"after.served"_s, qint64(kernel::TcpState::Established)}};
    QTest::newRow("L6") << u"L6"_s << QHash<QString, qint64>{{u"fill.read"_s, 0}, {u"resume.queue"_s, 0}};
    QTest::newRow("L7") << u"L7"_s
                        << QHash<QString, qint64>{{u"names.reads"_s, 1}, {u"names.unread"_s, 17},
                               {u"fours.reads"_s, 5}, {u"frame.random"_s, 100}};
    QTest::newRow("L9") << u"L9"_s
                        << QHash<QString, qint64>{{u"finish.recv"_s, 0},
                               {u"finish.client"_s, qint64(kernel::TcpState::FinWait2)},
                               {u"finish.server"_s, qint64(kernel::TcpState::CloseWait)},
                               {u"answer.arrived"_s, 1},
                               {u"end.client"_s, qint64(kernel::TcpState::TimeWait)},
                               {u"end.server"_s, qint64(kernel::TcpState::Closed)}};
    QTest::newRow("L5") << u"L5"_s
                        << QHash<QString, qint64>{{u"stall.connect-waits"_s, 0}, {u"stall.acked"_s, 12},
                               {u"stall.unaccepted"_s, 1}, {u"stall.unread"_s, 12}, {u"serve.a"_s, 1},
                               {u"serve.b"_s, 1}};
    QTest::newRow("L8") << u"L8"_s
                        << QHash<QString, qint64>{{u"cut.5.first"_s, 5}, {u"cut.5.characters"_s, 2},
                               {u"cut.5.held"_s, 1}, {u"cut.5.alone"_s, 0}, {u"bytes.reads"_s, 26},
                               {u"bytes.exact"_s, 1}};
    QTest::newRow("L10") << u"L10"_s
                         << QHash<QString, qint64>{{u"unread.recv"_s, ECONNRESET},
                                {u"closed.first-send"_s, 0}, {u"diagnose.right"_s, 4}};
    QTest::newRow("L1") << u"L1"_s
                        << QHash<QString, qint64>{{u"bind.again"_s, EADDRINUSE}, {u"bind.udp"_s, 0},
                               {u"bind.other-address"_s, 0}, {u"bind.any-port"_s, 0}};
    QTest::newRow("L2") << u"L2"_s
                        << QHash<QString, qint64>{{u"measure.network"_s, 20}, {u"place.right"_s, 6}};
    QTest::newRow("L12") << u"L12"_s
                         << QHash<QString, qint64>{{u"length.until-end.request"_s, 59},
                                {u"length.until-end.waits"_s, 1}, {u"chunked.until-end.equal"_s, 0},
                                {u"length.by-length.equal"_s, 1}, {u"chunked.by-chunks.equal"_s, 1}};
    QTest::newRow("L11") << u"L11"_s
                         << QHash<QString, qint64>{{u"never.server.bind"_s, EADDRINUSE},
                                {u"after.server.bind"_s, EADDRINUSE}, {u"before.server.bind"_s, 0},
                                {u"before.server.waits"_s, 1}, {u"before.server.client-waits"_s, 0},
                                {u"never.client.bind"_s, 0}, {u"never.client.waits"_s, 0},
                                {u"never.client.client-waits"_s, 1}};
    QTest::newRow("L13") << u"L13"_s
                         << QHash<QString, qint64>{{u"few.next"_s, 3}, {u"few.first"_s, 3},
                                {u"few.second"_s, 5}, {u"few.goes-on"_s, 1}, {u"few.cut"_s, 4},
                                {u"few.discarded"_s, 6}, {u"few.rest"_s, 0}, {u"lossless.read"_s, 3},
                                {u"lossless.drops"_s, 0}, {u"lossy.errors"_s, 0}, {u"lossy.sent"_s, 1000},
                                {u"dead.sent"_s, 6}};
}

void tst_Labs::shown()
{
    QFETCH(QString, id);
    using Facts = QHash<QString, qint64>;
    QFETCH(Facts, facts);
    const Evidence evidence = passing(id);
    for (auto fact = facts.cbegin(); fact != facts.cend(); ++fact) {
        const auto value = evidence.number(fact.key());
        QVERIFY2(value == fact.value(),
            qPrintable(u"%1: %2"_s.arg(fact.key(), value ? QString::number(*value) : u"nothing"_s)));
    }
}

void tst_Labs::predictionIsLockedFirst_data()
{
    everyLab();
}

void tst_Labs::predictionIsLockedFirst()
{
    QFETCH(QString, id);
    const auto lab = makeLab(id);
    const Learner learner = lab->learner();
    const Move first = *learner.next(Evidence());
    QVERIFY(!lab->isPossible(first.action));
    QVERIFY(!lab->perform(first));
    QVERIFY(!lab->lock({}));
    QVERIFY(!lab->lock(QList<qint64>(learner.predictions.size(), -7)));
    QVERIFY(lab->lock(learner.predictions));
    QVERIFY(!lab->lock(learner.predictions));
    QVERIFY(lab->isPossible(first.action));
    QVERIFY(!lab->perform({first.action, QList<qint64>(7, -1)}));
    QVERIFY(!lab->perform({u"nothing of that name"_s, {}}));
    lab->conclude();
    QVERIFY(!lab->perform(first));
}

void tst_Labs::givingUpClosesEverything_data()
{
    everyLab();
}

void tst_Labs::givingUpClosesEverything()
{
    QFETCH(QString, id);
    const int before = openDescriptors();
    const auto lab = makeLab(id);
    const Learner learner = lab->learner();
    QSignalSpy concluded(lab.get(), &Lab::concluded);
    QVERIFY(lab->lock(learner.predictions));
    QVERIFY(lab->perform(*learner.next(Evidence())));
    lab->conclude(); // in the middle of it
    lab->conclude();
    QCOMPARE(concluded.size(), 1);
    QCOMPARE(lab->phase(), Lab::Phase::Over);
    QVERIFY(!lab->isBusy());
    QCOMPARE(lab->evidence().verdict.grade, Grade::NotYet);
    QCOMPARE(openDescriptors(), before);
}

void tst_Labs::verdictFollowsFromTheEvidenceAlone_data()
{
    everyLab();
}

void tst_Labs::verdictFollowsFromTheEvidenceAlone()
{
    QFETCH(QString, id);
    Evidence evidence = passing(id);
    const auto stranger = makeLab(id);
    QCOMPARE(stranger->judge(evidence).grade, Grade::Passed);
    evidence.predictions.clear(); // a wrong one is no failure
    QCOMPARE(stranger->judge(evidence).grade, Grade::Passed);
    evidence.observations.clear(); // whatever was done
    QCOMPARE(stranger->judge(evidence).grade, Grade::NotYet);
}

/// Simulated: a system that shows no accept queue.
void tst_Labs::missingFactsAreNoFailure()
{
    Evidence evidence = passing(u"L4"_s);
    for (Observation &seen : evidence.observations) {
        if (seen.key.endsWith(u".queue"))
            seen.value.reset();
    }
    QCOMPARE(makeLab(u"L4")->judge(evidence).grade, Grade::CannotTell);
    const QJsonArray seen = evidence.toJson().value(u"observations").toArray();
    QVERIFY(
        std::any_of(seen.begin(), seen.end(), [](const QJsonValue &one) { return one[u"value"].isNull(); }));
}

void tst_Labs::asNobody()
{
    kernelsockets::runAsNobody();
}

} // namespace

QTEST_GUILESS_MAIN(tst_Labs)
#include "tst_labs.moc"

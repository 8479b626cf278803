#include "kernel/tcpstate.h"
#include "models/factsmodel.h"
#include "models/factwordtable.h"
#include "models/sscommand.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::ui;
using namespace std::chrono_literals;
using kernel::FactId;
using kernel::Facts;
using kernel::Sample;
using kernel::Source;
using kernel::TcpState;

class tst_FactsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void saysSomethingAboutEachFact_data();
    void saysSomethingAboutEachFact();
    void saysEachFactOnce();
    void saysValuesAsPeopleReadThem_data();
    void saysValuesAsPeopleReadThem();
    void groupsFacts();
    void tellsMissingFromZero();
    void changesFactsWhereTheyStand();
    void keepsWhatALaterSampleDoesNotTell();
    void replacesWhatWasShown();
    void showsAFactOfANewerVersion();
    void writesCommandsForSs();

private:
    static QModelIndex find(const FactsModel &model, FactId id)
    {
        const auto found =
            model.match(model.index(0, 0), FactsModel::FactRole, int(id), 1, Qt::MatchRecursive);
        return found.value(0);
    }
    static QString value(const FactsModel &model, FactId id)
    {
        return find(model, id).siblingAtColumn(int(FactsModel::Column::Value)).data().toString();
    }
    static Sample sample(const Facts &facts, std::chrono::seconds time = 1s, Source source = Source::Kernel)
    {
        return {Timestamp(time), source, facts};
    }
};

void tst_FactsModel::saysSomethingAboutEachFact_data()
{
    QTest::addColumn<FactId>("id");
    for (const FactId id : kernel::allFacts())
        QTest::newRow(kernel::factName(id).data()) << id;
}

void tst_FactsModel::saysSomethingAboutEachFact()
{
    QFETCH(FactId, id);
    const QString name = FactWords::name(id);
    const QString sentence = FactWords::sentence(id);
    QVERIFY2(!name.startsWith(u"Fact "_s), "there is no name for it");
    QVERIFY(name.size() <= 34);
    QVERIFY2(sentence.endsWith(u'.') && sentence.size() > name.size(), qPrintable(sentence));
    QVERIFY(!FactWords::missing(id).isEmpty());
}

void tst_FactsModel::saysEachFactOnce()
{
    QSet<FactId> ids;
    QSet<QString> names;
    int group = 0;
    for (const FactWordRow &row : factWordTable()) {
        QVERIFY2(!ids.contains(row.id), row.name);
        ids.insert(row.id);
        const QString name = QString::number(int(row.group)) + QString::fromLatin1(row.name);
        QVERIFY2(!names.contains(name), row.name);
        names.insert(name);
        QVERIFY2(int(row.group) >= group, row.name); // groups are not interleaved
        group = int(row.group);
    }
}

void tst_FactsModel::saysValuesAsPeopleReadThem_data()
{
    QTest::addColumn<FactId>("id");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("exact");
    const auto row = [](const char *name, FactId id, qint64 value, const QString &text,
                         const QString &exact) { QTest::newRow(name) << id << value << text << exact; };
    row("microseconds", FactId::Rtt, 340, u"340 µs"_s, {});
    row("milliseconds", FactId::Rtt, 204'000, u"204 ms"_s, u"204,000 µs"_s);
    row("few milliseconds", FactId::Rtt, 1'234, u"1.23 ms"_s, u"1,234 µs"_s);
    row("seconds", FactId::BusyTime, 12'345'678, u"12.3 s"_s, u"12,345,678 µs"_s);
    row("minutes", FactId::BusyTime, 125'000'000, u"2 min 5 s"_s, u"125,000,000 µs"_s);
    row("hours", FactId::OptionKeepAliveIdle, 7'200'000'000, u"2 h 0 min"_s, u"7,200,000,000 µs"_s);
    row("bytes", FactId::UnreadBytes, 312, u"312 byte(s)"_s, {});
    row("mebibytes", FactId::UnreadBytes, 1'258'291, u"1.2 MiB"_s, u"1,258,291 bytes"_s);
    row("rate", FactId::DeliveryRate, 2'097'152, u"2.0 MiB/s"_s, u"2,097,152 bytes a second"_s);
    row("state", FactId::State, qint64(TcpState::CloseWait), u"CLOSE-WAIT"_s, {});
    row("unknown state", FactId::State, 77, u"77"_s, {});
    row("loss", FactId::CongestionState, 4, u"loss"_s, {});
    row("timer", FactId::TimerKind, qint64(kernel::TimerKind::ZeroWindowProbe), u"asks for a window"_s, {});
    row("agreed", FactId::SackAgreed, 1, u"yes"_s, {});
    row("option", FactId::OptionNoDelay, 0, u"off"_s, {});
    row("no linger", FactId::OptionLinger, -1, u"off"_s, {});
    row("linger of nothing", FactId::OptionLinger, 0, u"0 µs"_s, {});
    row("no bound", FactId::OptionNotSentLowWater, 0xffffffff, u"no limit"_s, {});
}

void tst_FactsModel::saysValuesAsPeopleReadThem()
{
    QFETCH(FactId, id);
    QFETCH(qint64, value);
    QTEST(FactWords::value(id, value), "text");
    QTEST(FactWords::exact(id, value), "exact");
}

void tst_FactsModel::groupsFacts()
{
    FactsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Facts facts;
    for (const FactId id : kernel::allFacts())
        facts.set(id, 1);
    model.show({sample(facts)});
    QCOMPARE(model.rowCount(), factGroupTotal);
    QStringList shown;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        QCOMPARE(parent.data().toString(), FactWords::group(FactGroup(group)));
        for (int row = 0; row < model.rowCount(parent); ++row)
            shown.append(model.index(row, 0, parent).data().toString());
    }
    QStringList wanted;
    for (const FactWordRow &row : factWordTable())
        wanted.append(QString::fromLatin1(row.name));
    QCOMPARE(shown, wanted);
    model.retranslate();
    model.show({});
    QVERIFY(model.isEmpty());
}

void tst_FactsModel::tellsMissingFromZero()
{
    FactsModel model;
    Facts facts;
    facts.set(FactId::UnreadBytes, 0);
    facts.setUnavailable(FactId::PeerWindow);
    model.show({sample(facts)});
    QCOMPARE(value(model, FactId::UnreadBytes), u"0 byte(s)"_s);
    QCOMPARE(value(model, FactId::PeerWindow), u"not available here"_s);
    QVERIFY(find(model, FactId::PeerWindow).data(FactsModel::QuietRole).toBool());
    QVERIFY(!find(model, FactId::UnreadBytes).data(FactsModel::QuietRole).toBool());
    QVERIFY(!find(model, FactId::Rtt).isValid()); // never asked
}

void tst_FactsModel::changesFactsWhereTheyStand()
{
    FactsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Facts facts;
    facts.set(FactId::UnreadBytes, 1);
    facts.set(FactId::Rtt, 30);
    model.show({sample(facts, 1s)});
    const QPersistentModelIndex kept = find(model, FactId::UnreadBytes);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.show({sample(facts, 2s)});
    QCOMPARE(changed.size(), 0);
    facts.set(FactId::UnreadBytes, 2'000);
    facts.set(FactId::State, qint64(TcpState::Established)); // a group before the others
    model.show({sample(facts, 3s)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex(), QModelIndex(kept));
    QCOMPARE(model.line(kept), u"Unread: 2,000 bytes"_s);
    QCOMPARE(kept.parent().row(), 1);
    QVERIFY(kept.data(Qt::ToolTipRole).toString().contains(u"2,000 bytes"_s));
    QVERIFY(kept.data(Qt::AccessibleDescriptionRole)
                .toString()
                .contains(FactWords::sentence(FactId::UnreadBytes)));
}

void tst_FactsModel::keepsWhatALaterSampleDoesNotTell()
{
    FactsModel model;
    Facts living;
    living.set(FactId::State, qint64(TcpState::Established));
    living.set(FactId::BytesSent, 77);
    model.show({sample(living, 1s)});
    Facts over;
    over.set(FactId::State, qint64(TcpState::Closed));
    model.show({sample(living, 1s), sample(over, 2s)});
    QCOMPARE(value(model, FactId::State), u"CLOSED"_s);
    QVERIFY(!find(model, FactId::State).data(FactsModel::QuietRole).toBool());
    QCOMPARE(value(model, FactId::BytesSent), u"77 byte(s)"_s);
    QVERIFY(find(model, FactId::BytesSent).data(FactsModel::QuietRole).toBool());
    QVERIFY(find(model, FactId::BytesSent).data(Qt::ToolTipRole).toString().contains(u"Last told at"_s));
}

void tst_FactsModel::replacesWhatWasShown()
{
    FactsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Facts facts;
    facts.set(FactId::Rtt, 1);
    facts.set(FactId::State, 5);
    model.show({sample(facts, 1s)});
    Facts other;
    other.set(FactId::Rtt, 2);
    other.set(FactId::MinRtt, 1);
    model.show({sample(other, 5s, Source::Recorded)});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(value(model, FactId::Rtt), u"2 µs"_s);
    QVERIFY(!find(model, FactId::State).isValid());
    QCOMPARE(find(model, FactId::Rtt).siblingAtColumn(int(FactsModel::Column::Source)).data().toString(),
        FactWords::source(Source::Recorded));
}

void tst_FactsModel::showsAFactOfANewerVersion()
{
    FactsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Facts facts;
    facts.set(FactId(191), 4);
    facts.set(FactId::State, 5);
    model.show({sample(facts)});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(value(model, FactId(191)), u"4"_s);
    QCOMPARE(find(model, FactId(191)).data().toString(), u"Fact 191"_s);
}

void tst_FactsModel::writesCommandsForSs()
{
    QCOMPARE(ssConnectionCommand(*SocketAddress::parse(u"127.0.0.1:8888"), *SocketAddress::parse(u"[::1]:9")),
        u"ss -tinom state all 'src 127.0.0.1:8888 and dst [::1]:9'"_s);
    QCOMPARE(ssListenerCommand(*SocketAddress::parse(u"0.0.0.0:8888")), u"ss -tlnpm 'sport = :8888'"_s);
}

QTEST_GUILESS_MAIN(tst_FactsModel)
#include "tst_factsmodel.moc"

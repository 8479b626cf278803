#include "models/fuzzymatch.h"
#include "pages/benchtree.h"
#include "pages/commandpalette.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::ui;

namespace {

class tst_CommandPalette : public QObject, protected WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void matches_data();
    void matches();
    void betterMatchesScoreHigher();
    void modelHolds();
    void runsWhatIsTyped();
    void whatCannotBeDoneIsNotDone();
    void theLastUsedComesFirst();
    void findsEnglishWordsInChinese();
    void goesToAConnection();
    void escapeGivesTheFocusBack();
    void listsEveryCommandOfTheMenus();

private:
    QLineEdit *open()
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), Qt::Key_K,
            Qt::ControlModifier);
        auto *line = find<QLineEdit>("paletteLine");
        if (!line->isVisible())
            qFatal("the palette does not open");
        return line;
    }
    QString shown(int row) const
    {
        return find<QListView>("paletteList")->model()->index(row, 0).data().toString();
    }
};

void tst_CommandPalette::matches_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    const QString text = u"View › Theme Stop listening"_s;
    QTest::newRow("nothing typed") << QString() << text << true;
    QTest::newRow("a word") << u"listening"_s << text << true;
    QTest::newRow("its beginning, another case") << u"LIS"_s << text << true;
    QTest::newRow("within a word") << u"sten"_s << text << true;
    QTest::newRow("two words, the wrong way round") << u"list stop"_s << text << true;
    QTest::newRow("first letters") << u"sl"_s << text << true;
    QTest::newRow("letters of nothing that begins so") << u"tl"_s << u"stop listening"_s << false;
    QTest::newRow("one word too many") << u"stop eating"_s << text << false;
    QTest::newRow("Chinese") << u"监听"_s << u"停止监听"_s << true;
}

void tst_CommandPalette::matches()
{
    QFETCH(QString, query);
    QFETCH(QString, text);
    QTEST(fuzzyScore(query, text).has_value(), "found");
}

void tst_CommandPalette::betterMatchesScoreHigher()
{
    QVERIFY(*fuzzyScore(u"reset", u"Reset"_s) > *fuzzyScore(u"reset", u"Unreset"_s));
    QVERIFY(*fuzzyScore(u"set", u"Unset"_s) > *fuzzyScore(u"set", u"Send everything twice"_s));
}

void tst_CommandPalette::modelHolds()
{
    PaletteModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<PaletteEntry> entries;
    for (const QString &text : {u"Start"_s, u"Stop listening"_s, u"Reset"_s})
        entries.append({text, text, u"Bench"_s, {}, {}, text != u"Start", false, [] {}});
    entries.append({{}, u"Go to #1"_s, u"Bench"_s, {}, {}, true, true, [] {}});
    model.setEntries(entries, {u"Reset"_s});
    QCOMPARE(model.rowCount(), 3); // places are listed when asked for
    QCOMPARE(model.index(0).data().toString(), u"Reset"_s);
    QCOMPARE(model.index(2).data().toString(), u"Start"_s); // cannot be done now
    model.setQuery(u"#1"_s);
    QCOMPARE(model.rowCount(), 1);
    model.setQuery(u"no such thing"_s);
    QCOMPARE(model.rowCount(), 0);
    model.setEntries({}, {});
    QCOMPARE(model.rowCount(), 0);
}

void tst_CommandPalette::runsWhatIsTyped()
{
    const QSignalSpy triggered(find<QAction>("newClientAction"), &QAction::triggered);
    QLineEdit *line = open();
    QTest::keyClicks(line, u"new cl"_s);
    QCOMPARE(shown(0), u"New client"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(triggered.size(), 1);
    QVERIFY(!line->isVisible());
}

void tst_CommandPalette::whatCannotBeDoneIsNotDone()
{
    const QSignalSpy triggered(find<QAction>("resetAction"), &QAction::triggered);
    QLineEdit *line = open();
    QTest::keyClicks(line, u"reset"_s);
    QCOMPARE(shown(0), u"Reset"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(triggered.size(), 0);
    QVERIFY(line->isVisible());
}

void tst_CommandPalette::theLastUsedComesFirst()
{
    QLineEdit *line = open();
    QTest::keyClicks(line, u"larger"_s);
    QTest::keyClick(line, Qt::Key_Return);
    open();
    QCOMPARE(shown(0), u"Larger text"_s);
    QTest::keyClick(line, Qt::Key_Escape);
    makeWindow(Places::in(m_home->path()));
    open();
    QCOMPARE(shown(0), u"Larger text"_s);
}

void tst_CommandPalette::findsEnglishWordsInChinese()
{
    m_appearance->setLanguage(u"zh_CN"_s);
    const QSignalSpy triggered(find<QAction>("newClientAction"), &QAction::triggered);
    QLineEdit *line = open();
    QTest::keyClicks(line, u"new client"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(triggered.size(), 1);
}

void tst_CommandPalette::goesToAConnection()
{
    bench::EndpointSpec spec;
    spec.port = 0;
    m_window->start(spec);
    QTRY_VERIFY(find<QPushButton>("connectClientButton")->isVisible());
    find<QPushButton>("connectClientButton")->click();
    QTRY_COMPARE(bench().rowCount(bench().index(1, 0)), 1);
    const QModelIndex accepted = bench().index(0, 0, bench().index(1, 0));
    QLineEdit *line = open();
    QTest::keyClicks(line, u"go to "_s + accepted.data().toString());
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(find<BenchTree>("benchTree")->current(), bench().targetAt(accepted));
    QVERIFY(find<BenchTree>("benchTree")->hasFocus());
}

void tst_CommandPalette::escapeGivesTheFocusBack()
{
    find<QAction>("newServerAction")->trigger();
    auto *port = find<QLineEdit>("port");
    port->setFocus();
    QLineEdit *line = open();
    QVERIFY(line->hasFocus());
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(port->hasFocus());
    QVERIFY(!line->isVisible());
}

void tst_CommandPalette::listsEveryCommandOfTheMenus()
{
    open();
    QStringList texts;
    const QAbstractItemModel *model = find<QListView>("paletteList")->model();
    for (int row = 0; row < model->rowCount(); ++row)
        texts.append(model->index(row, 0).data().toString());
    for (const QString &text :
        {u"New server"_s, u"Preferences"_s, u"Dark"_s, u"Keyboard shortcuts"_s, u"Quit"_s})
        QVERIFY2(texts.contains(text), qPrintable(text));
}

} // namespace

QTEST_MAIN(tst_CommandPalette)
#include "tst_commandpalette.moc"

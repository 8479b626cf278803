#include "app/actions.h"
#include "pages/fieldnote.h"
#include "pages/keyfield.h"
#include "pages/shortcutmodel.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace swb::ui;

namespace {

class tst_Shortcuts : public QObject, protected WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void modelHolds();
    void keysAreTakenAsPressed_data();
    void keysAreTakenAsPressed();
    void newKeysWorkAndAreToldEverywhere();
    void aConflictIsNamedAndDecidedByTheUser();
    void theComposersKeysStayItsOwn();
    void onlyDifferencesAreKept();
    void movedKeysWorkInsideAField();
    void theListIsFiltered();

private:
    QAction *action(const char *name) const { return find<QAction>(name); }
    /// Opens the page and chooses the command.
    void choose(const QString &command)
    {
        action("preferencesAction")->trigger();
        auto *list = find<QTreeView>("shortcutList");
        find<QLineEdit>("shortcutFilter")->clear();
        const QModelIndexList found =
            list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, command, 1, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        list->setCurrentIndex(found.constFirst());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(find<KeyField>("shortcutKeys"), key, modifiers);
    }
};

void tst_Shortcuts::modelHolds()
{
    ShortcutModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QList<QKeySequence> keys{QKeySequence(u"F5"_s)};
    model.setItems({{u"a"_s, u"Start"_s, u"Bench"_s, keys, keys}, {u"b"_s, u"Stop"_s, u"Bench"_s, {}, keys}});
    QCOMPARE(model.rowCount(), 2);
    model.setItems({{u"a"_s, u"Start"_s, u"Bench"_s, {}, keys}, {u"b"_s, u"Stop"_s, u"Bench"_s, keys, keys}});
    QCOMPARE(model.index(1, 1).data().toString(), u"F5"_s);
    model.setItems({});
    QCOMPARE(model.rowCount(), 0);
}

void tst_Shortcuts::keysAreTakenAsPressed_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<QString>("pressed"); // empty: none are wanted; "-": nothing happens; "!": refused
    const Qt::KeyboardModifiers none, control(Qt::ControlModifier), shift(Qt::ShiftModifier);
    QTest::newRow("with Ctrl") << Qt::Key_P << control << u"Ctrl+P"_s;
    QTest::newRow("with Ctrl and Shift") << Qt::Key_P << (control | shift) << u"Ctrl+Shift+P"_s;
    QTest::newRow("function key") << Qt::Key_F4 << none << u"F4"_s;
    QTest::newRow("a sign that Shift makes") << Qt::Key_Plus << (control | shift) << u"Ctrl++"_s;
    QTest::newRow("a letter") << Qt::Key_P << none << u"!"_s;
    QTest::newRow("a capital") << Qt::Key_P << shift << u"!"_s;
    QTest::newRow("Backspace") << Qt::Key_Backspace << none << QString();
    QTest::newRow("Ctrl alone") << Qt::Key_Control << control << u"-"_s;
    QTest::newRow("Escape") << Qt::Key_Escape << none << u"-"_s;
}

void tst_Shortcuts::keysAreTakenAsPressed()
{
    QFETCH(Qt::Key, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(QString, pressed);
    KeyField field;
    const QSignalSpy taken(&field, &KeyField::pressed);
    const QSignalSpy refused(&field, &KeyField::refused);
    QTest::keyClick(&field, key, modifiers);
    const bool nothing = pressed == u"-" || pressed == u"!";
    QCOMPARE(taken.size(), nothing ? 0 : 1);
    QCOMPARE(refused.size(), pressed == u"!" ? 1 : 0);
    if (!nothing)
        QCOMPARE(taken[0][0].value<QKeySequence>().toString(QKeySequence::PortableText), pressed);
}

void tst_Shortcuts::newKeysWorkAndAreToldEverywhere()
{
    choose(u"New server"_s);
    press(Qt::Key_F4, Qt::NoModifier);
    QCOMPARE(action("newServerAction")->shortcut(), QKeySequence(u"F4"_s));
    QVERIFY(action("newServerAction")->toolTip().contains(u"F4"));
    find<QDialog>("preferencesDialog")->close();
    const QSignalSpy triggered(action("newServerAction"), &QAction::triggered);
    QTest::keyClick(m_window.get(), Qt::Key_F4);
    QCOMPARE(triggered.size(), 1);
    action("shortcutsAction")->trigger();
    QCOMPARE(find<QTreeWidget>("shortcutsList")->findItems(u"F4"_s, Qt::MatchExactly, 0).size(), 1);
}

void tst_Shortcuts::aConflictIsNamedAndDecidedByTheUser()
{
    choose(u"New server"_s);
    press(Qt::Key_D, Qt::ControlModifier);
    const auto *note = find<FieldNote>("shortcutNote");
    QVERIFY(note->isMistake());
    QCOMPARE(note->text(), u"Ctrl+D is already “Clear ended connections”"_s);
    QCOMPARE(action("newServerAction")->shortcut(), QKeySequence(u"Ctrl+N"_s));
    QVERIFY(!find<QPushButton>("takeShortcutOver")->isHidden());
    find<QPushButton>("takeShortcutOver")->click();
    QCOMPARE(action("newServerAction")->shortcut(), QKeySequence(u"Ctrl+D"_s));
    QVERIFY(action("removeEndedAction")->shortcuts().isEmpty());
    QVERIFY(!note->isMistake());
    find<QPushButton>("shortcutsPaneDefaults")->click();
    QCOMPARE(action("newServerAction")->shortcut(), QKeySequence(u"Ctrl+N"_s));
    QCOMPARE(action("removeEndedAction")->shortcut(), QKeySequence(u"Ctrl+D"_s));
}

void tst_Shortcuts::theComposersKeysStayItsOwn()
{
    choose(u"New server"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(find<FieldNote>("shortcutNote")->text().contains(u"“Send”"));
    QVERIFY(find<QPushButton>("takeShortcutOver")->isHidden());
    QCOMPARE(action("newServerAction")->shortcut(), QKeySequence(u"Ctrl+N"_s));
}

void tst_Shortcuts::onlyDifferencesAreKept()
{
    choose(u"New server"_s);
    press(Qt::Key_F4, Qt::NoModifier);
    choose(u"New client"_s);
    press(Qt::Key_Backspace, Qt::NoModifier);
    m_settings->beginGroup(u"shortcuts"_s);
    const QStringList kept = m_settings->childKeys();
    m_settings->endGroup();
    QCOMPARE(kept, QStringList({u"newClientAction"_s, u"newServerAction"_s}));

    makeWindow(Places::in(m_home->path()));
    QCOMPARE(action("newServerAction")->shortcut(), QKeySequence(u"F4"_s));
    QVERIFY(action("newClientAction")->shortcuts().isEmpty());
    choose(u"New server"_s);
    find<QPushButton>("resetShortcut")->click();
    QCOMPARE(action("newServerAction")->shortcut(), QKeySequence(u"Ctrl+N"_s));
    QVERIFY(!m_settings->contains(u"shortcuts/newServerAction"_s));
}

void tst_Shortcuts::movedKeysWorkInsideAField()
{
    // Ctrl+E goes to the end of a line in fields of this system, and Ctrl+A selects all in all of them.
    choose(u"New server"_s);
    press(Qt::Key_E, Qt::ControlModifier);
    find<QPushButton>("takeShortcutOver")->click();
    choose(u"New client"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    find<QDialog>("preferencesDialog")->close();
    const QSignalSpy server(action("newServerAction"), &QAction::triggered);
    const QSignalSpy client(action("newClientAction"), &QAction::triggered);
    action("newClientAction")->trigger();
    auto *field = find<QLineEdit>("port");
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(client.size(), 1); // the one above
    QCOMPARE(field->selectedText(), field->text());
    QTest::keyClick(field, Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(server.size(), 1);
}

void tst_Shortcuts::theListIsFiltered()
{
    choose(u"New server"_s);
    const auto *list = find<QTreeView>("shortcutList");
    const int all = list->model()->rowCount();
    find<QLineEdit>("shortcutFilter")->setText(u"f5"_s);
    QVERIFY(list->model()->rowCount() > 0 && list->model()->rowCount() < all);
    for (int row = 0; row < list->model()->rowCount(); ++row)
        QVERIFY(list->model()->index(row, 1).data().toString().contains(u"F5"));
}

} // namespace

QTEST_MAIN(tst_Shortcuts)
#include "tst_shortcuts.moc"

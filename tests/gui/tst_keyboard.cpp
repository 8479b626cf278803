#include "pages/benchtree.h"
#include "pages/menucommands.h"
#include "windowfixture.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::ui;

namespace {

/// Everything can be reached and used without a mouse.
class tst_Keyboard : public QObject, protected WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void tabReachesEverythingAndComesRound_data();
    void tabReachesEverythingAndComesRound();
    void tabWalksThroughThePreferences();
    void placesFollowOneAnother();
    void menusHaveAccessKeysOfTheirOwn_data();
    void menusHaveAccessKeysOfTheirOwn();

private:
    void showPage(const QString &page);
    static QSet<QWidget *> walk(QWidget *window, int most);
    static QSet<QWidget *> tabStops(const QWidget *window);
    static void checkKeys(const QMenu *menu);
};

void tst_Keyboard::showPage(const QString &page)
{
    if (page == u"server form")
        find<QAction>("newServerAction")->trigger();
    else if (page == u"client form")
        find<QAction>("newClientAction")->trigger();
    if (page != u"connection")
        return;
    bench::EndpointSpec spec;
    spec.port = 0;
    m_window->start(spec);
    QTRY_VERIFY(find<QPushButton>("connectClientButton")->isVisible());
    find<QPushButton>("connectClientButton")->click();
    QTRY_VERIFY(find<QPlainTextEdit>("composerText")->hasFocus());
}

/// What has the focus as Tab goes round, each once; stops where it comes back.
QSet<QWidget *> tst_Keyboard::walk(QWidget *window, int most)
{
    QSet<QWidget *> seen;
    QList<QWidget *> order;
    for (int i = 0; i < most; ++i) {
        QWidget *now = window->focusWidget();
        if (!now || now->window() != window)
            break;
        if (seen.contains(now))
            return now == order.constFirst() ? seen : QSet<QWidget *>();
        seen.insert(now);
        order.append(now);
        // Ctrl+Tab leads out of where Tab is a letter.
        QTest::keyClick(now, Qt::Key_Tab);
        if (window->focusWidget() == now)
            QTest::keyClick(now, Qt::Key_Tab, Qt::ControlModifier);
        if (window->focusWidget() == now)
            return {};
    }
    return {};
}

/// Where Tab has to lead: of a group of radio or exclusive buttons, to the one that is chosen.
QSet<QWidget *> tst_Keyboard::tabStops(const QWidget *window)
{
    QSet<QWidget *> stops;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        const bool takesTab = widget->focusPolicy() & Qt::TabFocus;
        if (takesTab && widget->isVisible() && widget->isEnabled() && widget->window() == window
            && !widget->focusProxy())
            stops.insert(widget);
    }
    return stops;
}

void tst_Keyboard::tabReachesEverythingAndComesRound_data()
{
    QTest::addColumn<QString>("page");
    for (const char *page : {"start", "server form", "client form", "connection"})
        QTest::newRow(page) << QString::fromLatin1(page);
}

void tst_Keyboard::tabReachesEverythingAndComesRound()
{
    QFETCH(QString, page);
    showPage(page);
    const QSet<QWidget *> stops = tabStops(m_window.get());
    const QSet<QWidget *> reached = walk(m_window.get(), 200);
    QVERIFY2(!reached.isEmpty(), "Tab is caught somewhere");
    QStringList missed;
    for (const QWidget *widget : stops - reached) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool anotherIsChosen =
            button && (button->autoExclusive() || !button->isChecked()) && button->isCheckable();
        const bool isPartOfAField = qobject_cast<const QLineEdit *>(widget->focusWidget())
            || reached.contains(widget->parentWidget());
        if (!anotherIsChosen && !isPartOfAField)
            missed.append(widget->objectName() + u' ' + QLatin1String(widget->metaObject()->className()));
    }
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u", "_s)));
}

void tst_Keyboard::tabWalksThroughThePreferences()
{
    find<QAction>("preferencesAction")->trigger();
    auto *dialog = find<QDialog>("preferencesDialog");
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto *pages = find<QListWidget>("preferencePages");
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentRow(page);
        pages->setFocus();
        const QSet<QWidget *> reached = walk(dialog, 60);
        QVERIFY2(reached.size() > 3,
            qPrintable(pages->item(page)->text() + u": caught at "_s + dialog->focusWidget()->objectName()));
    }
}

void tst_Keyboard::placesFollowOneAnother()
{
    showPage(u"connection"_s);
    QStringList places;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ControlModifier);
        places.append(QApplication::focusWidget()->objectName());
    }
    QCOMPARE(places.constFirst(), u"benchTree"_s); // it begins again behind the composer
    QCOMPARE(places.removeDuplicates(), 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), places[2]);
}

void tst_Keyboard::checkKeys(const QMenu *menu)
{
    static const QRegularExpression key(u"&(\\w)"_s);
    QHash<QString, QString> taken;
    for (const QAction *action : menu->actions()) {
        if (action->isSeparator())
            continue;
        const QString letter = key.match(QString(action->text()).remove(u"&&"_s)).captured(1).toUpper();
        const QByteArray where = (menu->title() + u": "_s + action->text()).toUtf8();
        const bool isTopLevel = qobject_cast<const QMenuBar *>(menu->parent());
        QVERIFY2(!letter.isEmpty() || !isTopLevel, where.constData()); // lists of names have none
        QVERIFY2(letter.isEmpty() || !taken.contains(letter),
            (where + " and " + taken.value(letter).toUtf8()).constData());
        taken.insert(letter, action->text());
        if (action->menu())
            checkKeys(action->menu());
    }
}

void tst_Keyboard::menusHaveAccessKeysOfTheirOwn_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s;
}

void tst_Keyboard::menusHaveAccessKeysOfTheirOwn()
{
    QFETCH(QString, language);
    m_appearance->setLanguage(language);
    for (const QAction *action : find<QMenuBar>("menuBar")->actions())
        checkKeys(action->menu());
}

} // namespace

QTEST_MAIN(tst_Keyboard)
#include "tst_keyboard.moc"

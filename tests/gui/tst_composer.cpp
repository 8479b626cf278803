#include "widgets/composer.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace swb::ui {

class TestComposer : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsTheBytesThatWouldGoOut_data();
    void showsTheBytesThatWouldGoOut();
    void marksTheFaultWhereItStands_data();
    void marksTheFaultWhereItStands();
    void sendsWithKeys_data();
    void sendsWithKeys();
    void sendsNothingWhileFaulty();
    void sendsALineEndAlone();
    void growsWithItsLines();
    void changingTheModeKeepsTheText();
    void choosingAModeGoesBackToTheText();
    void keepsDraftsInTheHistory();
    void recallsTheModeAndTheLineEnd();
    void forgetsItsPlaceOnceTheTextIsAnother();
    void remembersAHundred();
    void offersAllClients();
    void allIsNeverChosenByItself();
    void leavesRoomForTheNumberOfClients();
    void saysWhyNothingCanBeSent();
    void paintsTheReasonThatHoldsNow();
    void givesBackWhatWasRefused();
    void keepsEverythingWhenTheLanguageChanges();

private:
    template <class Widget>
    Widget *find(QStringView name) const
    {
        return m_composer->findChild<Widget *>(name.toString());
    }
    QPlainTextEdit *box() const { return find<QPlainTextEdit>(u"composerText"); }
    QPushButton *sendButton() const { return find<QPushButton>(u"sendButton"); }

    std::unique_ptr<Composer> m_composer;
};

void TestComposer::init()
{
    m_composer = std::make_unique<Composer>();
    m_composer->resize(700, 200);
    m_composer->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_composer.get()));
    m_composer->activateWindow();
    m_composer->focusText();
}

void TestComposer::cleanup()
{
    m_composer.reset();
}

void TestComposer::showsTheBytesThatWouldGoOut_data()
{
    QTest::addColumn<QString>("encodingName");
    QTest::addColumn<codec::InputMode>("mode");
    QTest::addColumn<codec::LineEnding>("ending");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("count");
    QTest::addColumn<QString>("preview");

    using Mode = codec::InputMode;
    using End = codec::LineEnding;
    QTest::newRow("nothing") << u"UTF-8"_s << Mode::Text << End::None << u""_s << u"0 bytes"_s << u""_s;
    QTest::newRow("one") << u"UTF-8"_s << Mode::Text << End::None << u"a"_s << u"1 byte"_s << u"61"_s;
    QTest::newRow("UTF-8") << u"UTF-8"_s << Mode::Text << End::None << u"你好"_s << u"6 bytes"_s
                           << u"e4 bd a0 e5 a5 bd"_s;
    QTest::newRow("GBK") << u"GBK"_s << Mode::Text << End::None << u"你好"_s << u"4 bytes"_s
                         << u"c4 e3 ba c3"_s;
    QTest::newRow("CR LF") << u"UTF-8"_s << Mode::Text << End::CrLf << u"a"_s << u"3 bytes"_s
                           << u"61 0d 0a"_s;
    QTest::newRow("LF in UTF-16BE") << u"UTF-16BE"_s << Mode::Text << End::Lf << u"a"_s << u"4 bytes"_s
                                    << u"00 61 00 0a"_s;
    QTest::newRow("backslashes are text")
        << u"UTF-8"_s << Mode::Text << End::None << u"\\n"_s << u"2 bytes"_s << u"5c 6e"_s;
    QTest::newRow("escapes") << u"UTF-8"_s << Mode::Escapes << End::None << u"\\r\\n\\xff"_s << u"3 bytes"_s
                             << u"0d 0a ff"_s;
    QTest::newRow("hex has no line end")
        << u"UTF-8"_s << Mode::Hex << End::CrLf << u"0x48, 69"_s << u"2 bytes"_s << u"48 69"_s;
    QTest::newRow("no-break space") << u"UTF-8"_s << Mode::Text << End::None << u"a\u00a0b"_s << u"4 bytes"_s
                                    << u"61 c2 a0 62"_s;
    QTest::newRow("long") << u"UTF-8"_s << Mode::Text << End::None << QString(33, u'a') << u"33 bytes"_s
                          << u"61 "_s.repeated(32) + u"…"_s;
}

void TestComposer::showsTheBytesThatWouldGoOut()
{
    QFETCH(QString, encodingName);
    QFETCH(codec::InputMode, mode);
    QFETCH(codec::LineEnding, ending);
    QFETCH(QString, typed);
    QFETCH(QString, count);
    QFETCH(QString, preview);
    m_composer->setLineEnding(ending);
    m_composer->setMode(mode);
    m_composer->setText(typed);
    m_composer->setEncoding(codec::Encoding::find(encodingName).value());
    QCOMPARE(find<QLabel>(u"byteCount")->text(), count);
    QCOMPARE(find<QLabel>(u"bytePreview")->text(), preview);
    QCOMPARE(sendButton()->isEnabled(), !preview.isEmpty());
    QVERIFY(find<QLabel>(u"composerError")->isHidden());
}

void TestComposer::marksTheFaultWhereItStands_data()
{
    QTest::addColumn<QString>("encodingName");
    QTest::addColumn<codec::InputMode>("mode");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("marked");
    QTest::addColumn<int>("position");

    using Mode = codec::InputMode;
    QTest::newRow("no hex digit") << u"UTF-8"_s << Mode::Hex << u"48 6x 6c"_s << u"x"_s << 4;
    QTest::newRow("half a byte") << u"UTF-8"_s << Mode::Hex << u"48 6"_s << u"6"_s << 3;
    QTest::newRow("unknown escape") << u"UTF-8"_s << Mode::Escapes << u"ab\\q"_s << u"\\q"_s << 2;
    QTest::newRow("unfinished escape") << u"UTF-8"_s << Mode::Escapes << u"ab\\"_s << u"\\"_s << 2;
    QTest::newRow("not in the encoding") << u"ISO-8859-1"_s << Mode::Text << u"ab你c"_s << u"你"_s << 2;
    QTest::newRow("on the second line") << u"ISO-8859-1"_s << Mode::Text << u"ab\n你"_s << u"你"_s << 3;
}

void TestComposer::marksTheFaultWhereItStands()
{
    QFETCH(QString, encodingName);
    QFETCH(codec::InputMode, mode);
    QFETCH(QString, typed);
    QFETCH(QString, marked);
    QFETCH(int, position);
    m_composer->setEncoding(codec::Encoding::find(encodingName).value());
    m_composer->setMode(mode);
    m_composer->setText(typed);
    QVERIFY(!sendButton()->isEnabled());
    const auto *error = find<QLabel>(u"composerError");
    QVERIFY(error->isVisible());
    QVERIFY(!error->text().isEmpty());
    QCOMPARE(box()->extraSelections().size(), 1);
    const QTextCursor mark = box()->extraSelections().first().cursor;
    QCOMPARE(mark.selectedText(), marked);
    QCOMPARE(mark.selectionStart(), position);

    m_composer->setText({});
    QVERIFY(error->isHidden());
    QVERIFY(box()->extraSelections().isEmpty());
}

void TestComposer::sendsWithKeys_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<bool>("sends");

    QTest::newRow("Enter in one line") << u"hello"_s << Qt::KeyboardModifiers() << true;
    QTest::newRow("Shift+Enter makes a line")
        << u"hello"_s << Qt::KeyboardModifiers(Qt::ShiftModifier) << false;
    QTest::newRow("Enter in two lines") << u"a\nb"_s << Qt::KeyboardModifiers() << false;
    QTest::newRow("Ctrl+Enter in one line")
        << u"hello"_s << Qt::KeyboardModifiers(Qt::ControlModifier) << true;
    QTest::newRow("Ctrl+Enter in two lines")
        << u"a\nb"_s << Qt::KeyboardModifiers(Qt::ControlModifier) << true;
}

void TestComposer::sendsWithKeys()
{
    QFETCH(QString, typed);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(bool, sends);
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    m_composer->setText(typed);
    QTest::keyClick(box(), Qt::Key_Return, modifiers);
    QCOMPARE(sent.size(), sends ? 1 : 0);
    if (sends) {
        QCOMPARE(sent.first().at(0).toByteArray(), typed.toUtf8());
        QCOMPARE(sent.first().at(1).toBool(), false);
        QVERIFY(m_composer->text().isEmpty());
    } else {
        QCOMPARE(m_composer->text().count(u'\n'), typed.count(u'\n') + 1);
    }
}

void TestComposer::sendsNothingWhileFaulty()
{
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    m_composer->setMode(codec::InputMode::Hex);
    m_composer->setText(u"4x"_s);
    QTest::keyClick(box(), Qt::Key_Return, Qt::ControlModifier);
    m_composer->send();
    QCOMPARE(sent.size(), 0);
    QCOMPARE(m_composer->text(), u"4x"_s);
}

void TestComposer::sendsALineEndAlone()
{
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    QTest::keyClick(box(), Qt::Key_Return);
    QCOMPARE(sent.size(), 0);
    m_composer->setLineEnding(codec::LineEnding::CrLf);
    QTest::keyClick(box(), Qt::Key_Return);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.first().at(0).toByteArray(), QByteArray("\r\n"));
}

void TestComposer::growsWithItsLines()
{
    const int one = box()->height();
    m_composer->setText(u"a\nb\nc"_s);
    QTRY_VERIFY(box()->height() > one);
    const int three = box()->height();
    m_composer->setText(u"a\n"_s.repeated(50));
    QTRY_VERIFY(box()->height() > three);
    QVERIFY(box()->height() < 8 * one);
    m_composer->setText({});
    QTRY_COMPARE(box()->height(), one);
}

void TestComposer::changingTheModeKeepsTheText()
{
    const QString typed = u"48 65 \\n 你"_s;
    m_composer->setText(typed);
    for (const QStringView name : {u"hexMode", u"escapesMode", u"textMode"}) {
        QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton);
        QCOMPARE(m_composer->text(), typed);
    }
    QCOMPARE(m_composer->mode(), codec::InputMode::Text);
}

void TestComposer::choosingAModeGoesBackToTheText()
{
    QTest::keyClicks(box(), u"48"_s);
    QTest::mouseClick(find<QPushButton>(u"hexMode"), Qt::LeftButton);
    QCOMPARE(QApplication::focusWidget(), box());
    sendButton()->setFocus();
    QTest::mouseClick(find<QPushButton>(u"textMode"), Qt::LeftButton);
    QCOMPARE(QApplication::focusWidget(), box());

    // Whoever walks over them with the keyboard stays.
    auto *escapes = find<QPushButton>(u"escapesMode");
    escapes->setFocus(Qt::TabFocusReason);
    QTest::keyClick(escapes, Qt::Key_Space);
    QCOMPARE(m_composer->mode(), codec::InputMode::Escapes);
    QCOMPARE(QApplication::focusWidget(), escapes);
}

void TestComposer::keepsDraftsInTheHistory()
{
    for (const QString &text : {u"first"_s, u"second"_s}) {
        m_composer->setText(text);
        m_composer->send();
    }
    m_composer->setText(u"draft"_s);
    QTest::keyClick(box(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(m_composer->text(), u"second"_s);
    QTest::keyClick(box(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_composer->text(), u"first"_s);
    QTest::keyClick(box(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(m_composer->text(), u"first"_s);
    QTest::keyClick(box(), Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(box(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(m_composer->text(), u"draft"_s);
}

void TestComposer::recallsTheModeAndTheLineEnd()
{
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    m_composer->setMode(codec::InputMode::Hex);
    m_composer->setText(u"DEADBEEF"_s);
    m_composer->send();
    m_composer->setMode(codec::InputMode::Escapes);
    m_composer->setLineEnding(codec::LineEnding::CrLf);
    m_composer->setText(u"a\\tb"_s);
    m_composer->send();
    m_composer->setMode(codec::InputMode::Text);
    m_composer->setLineEnding(codec::LineEnding::Lf);
    m_composer->setText(u"draft"_s);

    QTest::keyClick(box(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_composer->mode(), codec::InputMode::Escapes);
    QCOMPARE(m_composer->lineEnding(), codec::LineEnding::CrLf);
    QTest::keyClick(box(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_composer->mode(), codec::InputMode::Hex);
    m_composer->send();
    QCOMPARE(sent.last().at(0).toByteArray(), QByteArray::fromHex("deadbeef"));

    m_composer->setMode(codec::InputMode::Text);
    m_composer->setText(u"draft"_s);
    QTest::keyClick(box(), Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(box(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_composer->text(), u"draft"_s);
    QCOMPARE(m_composer->mode(), codec::InputMode::Text);
}

void TestComposer::forgetsItsPlaceOnceTheTextIsAnother()
{
    for (const QString &text : {u"first"_s, u"second"_s, u"third"_s}) {
        m_composer->setText(text);
        m_composer->send();
    }
    QTest::keyClick(box(), Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(box(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_composer->text(), u"second"_s);
    box()->clear();
    QTest::keyClick(box(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_composer->text(), u"third"_s);

    QTest::keyClicks(box(), u"!"_s);
    QTest::keyClick(box(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_composer->text(), u"third"_s);
    QTest::keyClick(box(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_composer->text(), u"third!"_s);
}

void TestComposer::remembersAHundred()
{
    SendHistory history;
    for (int i = 0; i < 150; ++i)
        history.add({QString::number(i)});
    history.add({u"149"_s});
    QCOMPARE(history.entries().size(), 100);
    QCOMPARE(history.entries().first().text, u"50"_s);
    QCOMPARE(history.entries().last().text, u"149"_s);
}

void TestComposer::offersAllClients()
{
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    auto *target = find<QComboBox>(u"sendTarget");
    QVERIFY(target->isHidden());
    m_composer->setTargets(true, true, 3);
    QVERIFY(target->isVisible());
    QTest::keyClick(target, Qt::Key_End);
    m_composer->setTargets(true, true, 4);
    QVERIFY(m_composer->sendsToAll());
    m_composer->setText(u"x"_s);
    m_composer->send();
    QCOMPARE(sent.first().at(1).toBool(), true);
    m_composer->setTargets(true, false);
    QVERIFY(!m_composer->sendsToAll());
}

void TestComposer::allIsNeverChosenByItself()
{
    m_composer->setTargets(false, true, 2); // a server is selected
    QVERIFY(m_composer->sendsToAll());
    m_composer->setTargets(true, true, 2); // and now one of its connections
    QVERIFY(!m_composer->sendsToAll());
}

void TestComposer::leavesRoomForTheNumberOfClients()
{
    auto *target = find<QComboBox>(u"sendTarget");
    m_composer->setTargets(false, true, 1);
    m_composer->grab();
    m_composer->setTargets(false, true, 123'456'789);
    m_composer->resize(1200, 200);
    QVERIFY(target->currentText().contains(u"123456789"_s));
    const int needed = target->fontMetrics().horizontalAdvance(target->currentText());
    QTRY_VERIFY(target->width() > needed + 20); // the arrow
}

void TestComposer::paintsTheReasonThatHoldsNow()
{
    m_composer->setEnabledFor(false, u"Sending is finished."_s);
    const QImage finished = box()->viewport()->grab().toImage();
    m_composer->setEnabledFor(false, u"This connection is closed."_s);
    class Paints : public QObject
    {
    public:
        bool eventFilter(QObject *, QEvent *event) override
        {
            count += event->type() == QEvent::Paint;
            return false;
        }
        int count = 0;
    } paints;
    QCoreApplication::processEvents();
    box()->viewport()->installEventFilter(&paints);
    m_composer->setEnabledFor(false, u"The peer has finished, too."_s);
    QTRY_VERIFY(paints.count > 0);
    QVERIFY(box()->viewport()->grab().toImage() != finished);
}

void TestComposer::saysWhyNothingCanBeSent()
{
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    m_composer->setText(u"kept"_s);
    m_composer->setEnabledFor(false, u"The connection is closed."_s);
    QVERIFY(!sendButton()->isEnabled());
    QCOMPARE(box()->placeholderText(), u"The connection is closed."_s);
    m_composer->send();
    QCOMPARE(sent.size(), 0);
    m_composer->setEnabledFor(true);
    QCOMPARE(m_composer->text(), u"kept"_s);
    QVERIFY(sendButton()->isEnabled());
    QVERIFY(box()->placeholderText() != u"The connection is closed."_s);
}

void TestComposer::givesBackWhatWasRefused()
{
    m_composer->setText(u"refused"_s);
    m_composer->send();
    m_composer->setMode(codec::InputMode::Hex);
    m_composer->restoreLast();
    QCOMPARE(m_composer->text(), u"refused"_s);
    QCOMPARE(m_composer->mode(), codec::InputMode::Text);
    m_composer->setText(u"newer"_s);
    m_composer->restoreLast();
    QCOMPARE(m_composer->text(), u"newer"_s);
}

void TestComposer::keepsEverythingWhenTheLanguageChanges()
{
    m_composer->setTargets(true, true, 2);
    QTest::keyClick(find<QComboBox>(u"sendTarget"), Qt::Key_End);
    m_composer->setLineEnding(codec::LineEnding::CrLf);
    m_composer->setMode(codec::InputMode::Escapes);
    m_composer->setText(u"draft"_s);
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(m_composer.get(), &change);
    QCOMPARE(m_composer->text(), u"draft"_s);
    QCOMPARE(m_composer->lineEnding(), codec::LineEnding::CrLf);
    QCOMPARE(m_composer->mode(), codec::InputMode::Escapes);
    QVERIFY(m_composer->sendsToAll());
    QVERIFY(!find<QComboBox>(u"sendTarget")->currentText().isEmpty());
}

} // namespace swb::ui

QTEST_MAIN(swb::ui::TestComposer)
#include "tst_composer.moc"

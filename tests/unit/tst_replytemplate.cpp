#include "protocol/replytemplate.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swb;
using protocol::ReplyTemplate;
using Kind = ReplyTemplate::Fault::Kind;

Q_DECLARE_METATYPE(swb::protocol::ReplyTemplate::Fault)

namespace {

codec::Encoding encodingNamed(const QString &name)
{
    return codec::Encoding::find(name).value_or(codec::Encoding());
}

} // namespace

class TestReplyTemplate : public QObject
{
    Q_OBJECT

private slots:
    void fillsItsPlaces_data();
    void fillsItsPlaces();
    void tellsLocalTime();
    void refuses_data();
    void refuses();
    void emptyText();
};

void TestReplyTemplate::fillsItsPlaces_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QByteArray>("received");
    QTest::addColumn<QByteArray>("reply");

    const auto row = [](const char *name, const QString &text, const QString &encoding,
                         const QByteArray &received, const QByteArray &reply) {
        QTest::newRow(name) << text << encoding << received << reply;
    };
    row("greeting of the tutorials", u"Hello,{text}!"_s, u"UTF-8"_s, "Michael", "Hello,Michael!");
    row("the line end comes along", u"Hello,{text}!"_s, u"UTF-8"_s, "Tom\r\n", "Hello,Tom\r\n!");
    row("the very bytes", u"{text}{text}"_s, u"UTF-8"_s, QByteArray("\xff\0\xc3", 3),
        QByteArray("\xff\0\xc3\xff\0\xc3", 6));
    row("received braces are data", u"{text}"_s, u"UTF-8"_s, "{size}\\n", "{size}\\n");
    row("size and peer", u"{size} from {peer}"_s, u"UTF-8"_s, "abc", "3 from 127.0.0.1:9090");
    row("braces", u"{{text}} {{{size}}}"_s, u"UTF-8"_s, "abc", "{text} {3}");
    row("escapes", u"a\\r\\n\\x00\\xff{size}\\t"_s, u"UTF-8"_s, "",
        QByteArray("a\r\n\0\xff"
                   "0\t",
            7));
    row("in the encoding", u"你好{size}"_s, u"GBK"_s, "ab",
        "\xc4\xe3\xba\xc3"
        "2");
    row("digits in the encoding", u"{size}"_s, u"UTF-16BE"_s, "ab", QByteArray("\0002", 2));
    row("no place at all", u"OK"_s, u"UTF-8"_s, "abc", "OK");
}

void TestReplyTemplate::fillsItsPlaces()
{
    QFETCH(QString, text);
    QFETCH(QString, encoding);
    QFETCH(QByteArray, received);
    QFETCH(QByteArray, reply);

    const codec::Encoding codec = encodingNamed(encoding);
    QVERIFY(!ReplyTemplate::check(text, codec));
    const ReplyTemplate made(text, codec);
    QCOMPARE(made.expand({received, {IpAddress::loopback(), 9090}, {}}), reply);
}

void TestReplyTemplate::tellsLocalTime()
{
    const QDateTime noon(QDate(2026, 1, 31), QTime(12, 34, 56, 999), Qt::LocalTime);
    const Timestamp time(std::chrono::milliseconds(noon.toMSecsSinceEpoch()));
    QCOMPARE(
        ReplyTemplate(u"at {time}", codec::Encoding()).expand({{}, {}, time}), QByteArray("at 12:34:56"));
}

void TestReplyTemplate::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<ReplyTemplate::Fault>("fault");

    const auto row = [](const char *name, const QString &text, const ReplyTemplate::Fault &fault,
                         const QString &encoding = u"UTF-8"_s) {
        QTest::newRow(name) << text << encoding << fault;
    };
    row("unknown place", u"a{name}"_s, {Kind::UnknownPlaceholder, 1, 6, u"{name}"_s});
    row("empty place", u"{}"_s, {Kind::UnknownPlaceholder, 0, 2, u"{}"_s});
    row("capitals", u"{Text}"_s, {Kind::UnknownPlaceholder, 0, 6, u"{Text}"_s});
    row("unclosed", u"ab{text"_s, {Kind::UnclosedBrace, 2, 1, u"{"_s});
    row("stray", u"ab}c"_s, {Kind::StrayBrace, 2, 1, u"}"_s});
    row("stray after doubled", u"{{text}"_s, {Kind::StrayBrace, 6, 1, u"}"_s});
    row("bad escape", u"{text}\\q"_s, {Kind::BadEscape, 6, 2, u"\\q"_s});
    row("escape cut by a place", u"\\x4{text}"_s, {Kind::BadEscape, 0, 3, u"\\x4"_s});
    row("the first of two", u"\\q{name}"_s, {Kind::BadEscape, 0, 2, u"\\q"_s});
    row("not in the encoding", u"{size}é你"_s, {Kind::BadEscape, 7, 1, u"你"_s}, u"ISO-8859-1"_s);
}

void TestReplyTemplate::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, encoding);
    QFETCH(ReplyTemplate::Fault, fault);

    const std::optional<ReplyTemplate::Fault> found = ReplyTemplate::check(text, encodingNamed(encoding));
    QVERIFY(found);
    QCOMPARE(found->kind, fault.kind);
    QCOMPARE(found->position, fault.position);
    QCOMPARE(found->length, fault.length);
    QCOMPARE(found->culprit, fault.culprit);
}

void TestReplyTemplate::emptyText()
{
    QVERIFY(ReplyTemplate(u"", codec::Encoding()).isEmpty());
    QVERIFY(!ReplyTemplate(u"{text}", codec::Encoding()).isEmpty());
}

QTEST_GUILESS_MAIN(TestReplyTemplate)
#include "tst_replytemplate.moc"

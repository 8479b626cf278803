#include "capture/conversations.h"

#include <QTest>

using namespace swb;
using namespace swb::capture;
using namespace Qt::StringLiterals;

namespace {

const SocketAddress client{IpAddress::v4(0x0a000002), 40000}; // the higher address
const SocketAddress server{IpAddress::v4(0x0a000001), 80};

Segment from(const SocketAddress &source, const SocketAddress &destination, quint32 sequence, int flags,
    quint32 acknowledged = 0, quint32 size = 0)
{
    Segment segment;
    segment.source = source;
    segment.destination = destination;
    segment.sequence = sequence;
    segment.acknowledged = acknowledged;
    segment.flags = quint8(flags);
    segment.payload = {sequence, size, size};
    return segment;
}

Segment out(quint32 sequence, int flags, quint32 acknowledged = 0, quint32 size = 0)
{
    return from(client, server, sequence, flags, acknowledged, size);
}

Segment in(quint32 sequence, int flags, quint32 acknowledged = 0, quint32 size = 0)
{
    return from(server, client, sequence, flags, acknowledged, size);
}

/// Segments to their story: "1:connecting 1:opened 1:sent=5".
class Listener
{
public:
    void add(const Segment &segment)
    {
        conversations.add(segment, {&segment.payload, 1}, Timestamp(std::chrono::seconds(++m_count)));
    }
    QString story() const { return m_words.join(u' '); }

    Conversations conversations{[this](const FlowEvent &event) {
        QString word = QString::number(event.connection.value) + u':' + eventName(event.kind);
        if (event.size > 0)
            word += u'=' + QString::number(event.size);
        if (event.kind == EventKind::Connecting || event.kind == EventKind::Opened)
            word += u'(' + event.local.toString() + u'>' + event.peer.toString() + u')';
        m_words << word.replace(u"10.0.0.2:40000"_s, u"c"_s).replace(u"10.0.0.1:80"_s, u"s"_s);
    }};

private:
    QStringList m_words;
    qint64 m_count = 0;
};

const QList<Segment> whole{out(9, Syn), in(99, Syn | Ack, 10), out(10, Ack, 100, 5), in(100, Fin | Ack, 15),
    out(15, Fin | Ack, 101), in(101, Ack, 16)};
const QString wholeStory = u"1:connecting(c>s) 1:opened(c>s) 1:sent=5 1:peer-finished 1:finished 1:closed"_s;

} // namespace

class TestConversations : public QObject
{
    Q_OBJECT

private slots:
    void storyOfSegments_data();
    void storyOfSegments();
    void whatIsKept_data();
    void whatIsKept();
    void aScanKeepsNoStreams();
    void addressesOfOtherFamilies();
};

void TestConversations::storyOfSegments_data()
{
    QTest::addColumn<QList<Segment>>("segments");
    QTest::addColumn<QString>("story");
    const auto row = [](const char *name, const QList<Segment> &segments, const QString &story) {
        QTest::newRow(name) << segments << story;
    };
    row("dialled", {out(9, Syn)}, u"1:connecting(c>s)"_s);
    row("dialled by the lower address", {in(9, Syn)}, u"1:connecting(s>c)"_s);
    row("the SYN once more", {out(9, Syn), out(9, Syn)}, u"1:connecting(c>s)"_s);
    row("another SYN", {out(9, Syn), out(8, Syn)}, u"1:connecting(c>s) 2:connecting(c>s)"_s);
    row("both dial", {out(9, Syn), in(99, Syn)}, u"1:connecting(c>s) 1:opened(c>s)"_s);
    const QString refused = u"1:connecting(c>s) 1:reset 1:closed"_s;
    row("refused", {out(9, Syn), in(0, Rst | Ack, 10)}, refused);
    row("refused, and what comes late", {out(9, Syn), in(0, Rst | Ack, 10), in(5, Ack, 10, 3), out(9, Syn)},
        refused);
    row("refused, and dialled again", {out(9, Syn), in(0, Rst | Ack, 10), out(8, Syn)},
        refused + u" 2:connecting(c>s)"_s);
    row("given up", {out(9, Syn), out(10, Rst)}, refused);
    row("answered late", {out(9, Syn), out(9, Syn), in(99, Syn | Ack, 10), out(10, Ack, 100, 5)},
        u"1:connecting(c>s) 1:opened(c>s) 1:sent=5"_s);
    row("bytes in the SYN", {out(9, Syn, 0, 4), in(99, Syn | Ack, 14), out(14, Ack, 100, 5)},
        u"1:connecting(c>s) 1:sent=4 1:opened(c>s) 1:sent=5"_s);
    row("bytes in the SYN, refused", {out(9, Syn, 0, 4), in(0, Rst | Ack, 10), out(8, Syn)},
        u"1:connecting(c>s) 1:sent=4 1:reset 1:closed 2:connecting(c>s)"_s);
    row("only the answer was captured", {in(99, Syn | Ack, 10), out(10, Ack, 100, 5)},
        u"1:opened(c>s) 1:sent=5"_s);
    row("only a reset was captured", {out(9, Rst)}, u"1:opened(c>s) 1:gap 1:reset 1:closed"_s);
    row("whole", whole, wholeStory);
    row("whole, and the same ports again", whole + QList{out(5000, Syn)}, wholeStory + u" 2:connecting(c>s)"_s);
}

void TestConversations::storyOfSegments()
{
    QFETCH(const QList<Segment>, segments);
    QFETCH(const QString, story);
    Listener listener;
    for (const Segment &segment : segments)
        listener.add(segment);
    listener.conversations.finish();
    QCOMPARE(listener.story(), story);
}

void TestConversations::whatIsKept_data()
{
    QTest::addColumn<QList<Segment>>("segments");
    QTest::addColumn<int>("kept");
    const auto row = [](const char *name, const QList<Segment> &segments, int kept) {
        QTest::newRow(name) << segments << kept;
    };
    row("dialled", {out(9, Syn)}, 0);
    row("the SYN once more", {out(9, Syn), out(9, Syn)}, 0);
    row("another SYN", {out(9, Syn), out(8, Syn)}, 0);
    row("refused", {out(9, Syn), in(0, Rst | Ack, 10)}, 0);
    row("refused after bytes in the SYN", {out(9, Syn, 0, 4), in(0, Rst | Ack, 10)}, 0);
    row("answered", {out(9, Syn), in(99, Syn | Ack, 10)}, 1);
    row("bytes in the SYN", {out(9, Syn, 0, 4)}, 1);
    row("no SYN", {out(9, Ack, 1, 4)}, 1);
    row("whole, and the same ports again", whole + QList{out(5000, Syn)}, 0);
}

void TestConversations::whatIsKept()
{
    QFETCH(const QList<Segment>, segments);
    QFETCH(const int, kept);
    Listener listener;
    for (const Segment &segment : segments)
        listener.add(segment);
    QCOMPARE(listener.conversations.countWithStreams(), size_t(kept));
}

void TestConversations::aScanKeepsNoStreams()
{
    quint32 latest = 0;
    Conversations conversations([&](const FlowEvent &event) { latest = event.connection.value; });
    for (quint32 i = 0; i < 10'000; ++i) {
        const SocketAddress scanner{IpAddress::v4(0x0b000000 + i), quint16(i)};
        conversations.add(from(scanner, server, i, Syn), {}, {});
        if (i % 2 == 0)
            conversations.add(from(server, scanner, 0, Rst | Ack, i + 1), {}, {});
    }
    QCOMPARE(latest, 10'000u);
    QCOMPARE(conversations.countWithStreams(), 0u);
}

/// 10.0.0.2 and a00:2:: have the same bytes.
void TestConversations::addressesOfOtherFamilies()
{
    std::array<quint8, 16> bytes = client.ip.bytes();
    const SocketAddress six{IpAddress::v6(bytes), client.port};
    bytes = server.ip.bytes();
    const SocketAddress other{IpAddress::v6(bytes), server.port};
    Listener listener;
    listener.add(out(9, Syn));
    listener.add(from(six, other, 9, Syn));
    QCOMPARE(listener.story(), u"1:connecting(c>s) 2:connecting([a00:2::]:40000>[a00:1::]:80)"_s);
}

QTEST_APPLESS_MAIN(TestConversations)

#include "tst_conversations.moc"

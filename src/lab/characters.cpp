#include "lab/kinds.h"
#include "lab/words.h"

#include "codec/compose.h"
#include "codec/decoder.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::lab {

namespace {

using kernel::Source;

const QString greeting = u"你好服务端,我是客户端小黑!"_s;
const QStringList encodings{u"GBK"_s, u"UTF-8"_s, u"UTF-16LE"_s};

enum Way : quint8
{
    EachAlone = 1,
    Remembering = 2
};

codec::Encoding encodingOf(const QString &name)
{
    return codec::Encoding::find(name).value_or(codec::Encoding());
}

QByteArray bytesOf(const QString &text, const QString &encoding)
{
    return codec::compose(text, codec::InputMode::Text, encodingOf(encoding)).bytes;
}

QString textOf(const QByteArray &bytes, const QString &encoding)
{
    codec::StreamDecoder decoder(encodingOf(encoding));
    return decoder.feed(bytes).text + decoder.finish().text;
}

/// L8: rows 48, 51, 62 to 67 and 85 of the tutorials' claims.
class Characters : public Lab
{
public:
    QString id() const override { return u"L8"_s; }
    Story story() const override;
    QList<Question> questions() const override;
    QList<Action> actions() const override;
    Verdict judge(const Evidence &evidence) const override;
    Learner learner() const override;

protected:
    void start(const Move &move) override;

private:
    void deliver(const QByteArrayList &pieces, std::function<void()> then);
    void cut(int size);
    void byteByByte(Way way);
    void mystery();
    void name(const QList<qint64> &answers);

    Delivery m_delivery;
    QByteArrayList m_reads;
    QList<int> m_order; // of the encodings of the three messages
};

Story Characters::story() const
{
    return {
        Words::tr("Broken characters"),
        Words::tr("“data = recv(1024); print(data.decode('GBK'))”"),
        Words::tr("In GBK a Chinese character is a pair of bytes, like two halves of a bank note. recv() "
                  "counts bytes. It may hand you one half now and the other half next time."),
        Words::tr("Read the greeting byte by byte and get exactly its text. Then say in which encodings "
                  "three messages came."),
        Words::tr("A character is not a byte, and the end of a read is not the end of a character. Decoding "
                  "each read alone breaks every character that lies across two reads. A decoder that "
                  "remembers keeps the half until the other half comes. And bytes do not say what they "
                  "mean: both sides must agree on the encoding."),
        Words::tr("Cut at every place from 0 to 26. Which cuts do no harm, and why?"),
    };
}

QList<Question> Characters::questions() const
{
    return {
        {u"characters"_s,
            Words::tr(
                "“%1” comes in GBK, in two reads, the first of 5 bytes. How many characters can be shown "
                "after the first read?")
                .arg(greeting),
            {}, 0, 14, u"cut.5.characters"_s},
        {u"alone"_s, Words::tr("Each of the two reads is decoded by itself. Is the text right?"),
            {{0, Words::tr("no")}, {1, Words::tr("yes")}}, 0, 0, u"cut.5.alone"_s},
    };
}

QList<Action> Characters::actions() const
{
    const Question size{u"size"_s, Words::tr("bytes in the first read"), {}, 1, 25, {}};
    const Question way{u"way"_s, Words::tr("The program decodes …"),
        {{EachAlone, Words::tr("each read by itself")},
            {Remembering, Words::tr("with a decoder that remembers")}},
        0, 0, {}};
    QList<Choice> choices;
    for (qsizetype i = 0; i < encodings.size(); ++i)
        choices.append({i, encodings.at(i)});
    QList<Question> messages;
    for (int i = 1; i <= 3; ++i)
        messages.append({QString::number(i), Words::tr("message %1").arg(i), choices, 0, 0, {}});
    return {
        {u"cut"_s, Words::tr("Send the greeting in two pieces"), {size}, {}, true},
        {u"bytes"_s, Words::tr("Send the greeting byte by byte"), {way}, u"cut"_s, true},
        {u"mystery"_s, Words::tr("Get the same greeting in three encodings"), {}, {}, true},
        {u"name"_s, Words::tr("Say which is which"), messages, u"mystery"_s, true},
    };
}

void Characters::start(const Move &move)
{
    if (move.action == u"cut")
        cut(int(move.arguments.first()));
    else if (move.action == u"bytes")
        byteByByte(Way(move.arguments.first()));
    else if (move.action == u"mystery")
        mystery();
    else
        name(move.arguments);
}

/// What recv gives then stands in m_reads.
void Characters::deliver(const QByteArrayList &pieces, std::function<void()> then)
{
    m_reads.clear();
    const Sockets::Pair pair = sockets().connected();
    if (!pair)
        return finish();
    m_delivery = Delivery(pair, pieces, [this](const QByteArray &bytes) { m_reads.append(bytes); });
    waitUntil([this] { return m_delivery.goOn(); },
        [this, then = std::move(then)] {
            sockets().closeAll();
            then();
        });
}

void Characters::cut(int size)
{
    const QByteArray bytes = bytesOf(greeting, u"GBK"_s);
    deliver({bytes.first(size), bytes.sliced(size)}, [this, size] {
        const QString key = u"cut.%1"_s.arg(size);
        codec::StreamDecoder decoder(encodingOf(u"GBK"_s));
        const QString shown = decoder.feed(m_reads.value(0)).text;
        QString alone;
        for (const QByteArray &read : std::as_const(m_reads))
            alone += textOf(read, u"GBK"_s);
        observeBytes(key + u".first"_s, Words::tr("bytes that the first recv() gave"), m_reads.value(0));
        observe(key + u".characters"_s, Words::tr("characters that can be shown: “%1”").arg(shown),
            shown.size(), Source::Application);
        observeBytes(key + u".held"_s, Words::tr("bytes of half a character"), decoder.pending());
        observeFlag(key + u".alone"_s, Words::tr("each read by itself gives the text: “%1”").arg(alone),
            alone == greeting, Source::Application);
        finish();
    });
}

void Characters::byteByByte(Way way)
{
    QByteArrayList pieces;
    for (const char byte : bytesOf(greeting, u"GBK"_s))
        pieces.append(QByteArray(1, byte));
    deliver(pieces, [this, way] {
        codec::StreamDecoder decoder(encodingOf(u"GBK"_s));
        QString text;
        for (const QByteArray &read : std::as_const(m_reads))
            text += way == EachAlone ? textOf(read, u"GBK"_s) : decoder.feed(read).text;
        observe(u"bytes.reads"_s, Words::tr("calls of recv() that gave something"), m_reads.size(),
            Source::Application);
        observeFlag(u"bytes.exact"_s, Words::tr("the text is exact: “%1”").arg(text), text == greeting,
            Source::Application);
        finish();
    });
}

void Characters::mystery()
{
    m_order = {0, 1, 2};
    std::shuffle(m_order.begin(), m_order.end(), *QRandomGenerator::global());
    QByteArrayList pieces;
    for (const int encoding : std::as_const(m_order))
        pieces.append(bytesOf(greeting, encodings.at(encoding)));
    deliver(pieces, [this] {
        for (qsizetype i = 0; i < m_reads.size(); ++i) {
            const QByteArray &read = m_reads.at(i);
            observeBytes(u"mystery.%1"_s.arg(i + 1),
                Words::tr("message %1 begins with %2; bytes")
                    .arg(i + 1)
                    .arg(QString::fromLatin1(read.first(6).toHex(' '))),
                read);
        }
        finish();
    });
}

void Characters::name(const QList<qint64> &answers)
{
    qint64 right = 0;
    for (qsizetype i = 0; i < m_order.size(); ++i)
        right += answers.at(i) == m_order.at(i);
    observe(u"name.right"_s, Words::tr("messages named rightly"), right, Source::Application);
    finish();
}

Verdict Characters::judge(const Evidence &evidence) const
{
    Judging judging(evidence);
    judging.want(
        evidence.number(u"bytes.exact") == 1, Words::tr("Read the greeting byte by byte, and get its text."));
    judging.want(evidence.number(u"name.right") == 3, Words::tr("Name the encodings of all three messages."));
    return judging.verdict();
}

Learner Characters::learner() const
{
    return {{5, 1}, [](const Evidence &soFar) -> std::optional<Move> {
                const QList<Move> moves{
                    {u"cut"_s, {5}}, {u"bytes"_s, {Remembering}}, {u"mystery"_s, {}}, {u"name"_s, {}}};
                const qsizetype done = soFar.moves.size();
                if (done >= moves.size())
                    return std::nullopt;
                Move move = moves.at(done);
                for (int i = 1; move.action == u"name" && i <= 3; ++i) {
                    const Observation *message = soFar.last(u"mystery.%1"_s.arg(i));
                    const auto reads = [&](const QString &name) {
                        return textOf(message->bytes, name) == greeting;
                    };
                    move.arguments.append(message
                            ? std::find_if(encodings.begin(), encodings.end(), reads) - encodings.begin()
                            : 0);
                }
                return move;
            }};
}

} // namespace

std::unique_ptr<Lab> makeCharacters()
{
    return std::make_unique<Characters>();
}

} // namespace swb::lab

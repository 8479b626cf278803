#include "lab/kinds.h"
#include "lab/words.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace swb::lab {

namespace {

using kernel::Source;

const QByteArray request("GET / HTTP/1.1\r\nHost:www.sina.com.cn\r\nConnection: close\r\n\r\n");
const QByteArray page(
    "<html><body>\xe6\x96\xb0\xe6\xb5\xaa: the page\r\n\r\nhas an empty line, too</body></html>\n");
constexpr auto patience = std::chrono::seconds(1);

enum Manner : quint8
{
    Closes, ///< the end of the connection is the end of the page
    Length, ///< Content-Length, and the connection stays
    Chunked, ///< Transfer-Encoding: chunked, and the connection stays
};

enum Rule : quint8
{
    UntilTheEnd,
    AsManyAsItSays,
    ChunkByChunk
};

const QStringList mannerNames{u"closes"_s, u"length"_s, u"chunked"_s};
const QStringList ruleNames{u"until-end"_s, u"by-length"_s, u"by-chunks"_s};

QByteArray answerOf(Manner manner)
{
    const QByteArray head("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n");
    if (manner == Closes)
        return head + "Connection: close\r\n\r\n" + page;
    if (manner == Length)
        return head + "Content-Length: " + QByteArray::number(page.size()) + "\r\n\r\n" + page;
    QByteArray answer = head + "Transfer-Encoding: chunked\r\n\r\n";
    for (qsizetype begin = 0; begin < page.size(); begin += 30) {
        const QByteArray chunk = page.mid(begin, 30);
        answer += QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n";
    }
    return answer + "0\r\n\r\n";
}

/// Nothing: the last chunk is not there yet, or these are no chunks.
std::optional<QByteArray> fromChunks(const QByteArray &bytes)
{
    QByteArray body;
    for (qsizetype at = 0;;) {
        const qsizetype lineEnd = bytes.indexOf("\r\n", at);
        bool isNumber = false;
        const int size = lineEnd < 0 ? -1 : bytes.mid(at, lineEnd - at).toInt(&isNumber, 16);
        if (!isNumber || size < 0 || bytes.size() - lineEnd - 4 < size)
            return std::nullopt;
        if (size == 0)
            return body;
        body += bytes.mid(lineEnd + 2, size);
        at = lineEnd + 2 + size + 2;
    }
}

/// The page as a program with this rule saves it; nothing: it goes on waiting.
std::optional<QByteArray> savedBy(Rule rule, const QByteArray &received, bool ended)
{
    const qsizetype headEnd = received.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return ended ? std::optional<QByteArray>(QByteArray()) : std::nullopt;
    const QByteArray body = received.mid(headEnd + 4);
    if (rule == ChunkByChunk) {
        if (const auto whole = fromChunks(body))
            return whole;
    } else if (rule == AsManyAsItSays) {
        const qsizetype field = received.first(headEnd).indexOf("Content-Length: ");
        const qsizetype size = field < 0
            ? -1
            : received.mid(field + 16, received.indexOf('\r', field) - field - 16).toLongLong();
        if (size >= 0 && body.size() >= size)
            return body.first(size);
    }
    return ended ? std::optional(body) : std::nullopt;
}

/// L12: rows 52, 68 and 78 of the tutorials' claims.
class ByHand : public Lab
{
public:
    QString id() const override { return u"L12"_s; }
    Story story() const override;
    QList<Question> questions() const override;
    QList<Action> actions() const override;
    Verdict judge(const Evidence &evidence) const override;
    Learner learner() const override;

protected:
    void start(const Move &move) override;

private:
    void fetch(Manner manner, Rule rule);
    bool isOver();
    void observeSaved();

    Sockets::Pair m_pair;
    Manner m_manner = Closes;
    Rule m_rule = UntilTheEnd;
    QByteArray m_heard; // by the server
    QByteArray m_received; // by the client
    bool m_answered = false;
    bool m_ended = false;
};

Story ByHand::story() const
{
    return {
        Words::tr("HTTP by hand"),
        Words::tr("“Receive until nothing comes, join the pieces, split at the empty line, save the page.”"),
        Words::tr("A page is a letter in a stream that may not end: on the same connection the next one can "
                  "follow. So the "
                  "letter itself must say where it ends."),
        Words::tr("Save the page exactly from a server that gives its length, and from one that sends it in "
                  "chunks. Both "
                  "keep the connection open."),
        Words::tr("“Until nothing comes” works only if the server closes, and then only because you asked "
                  "for it with "
                  "Connection: close. Otherwise recv() waits. With Content-Length you count. With chunks, "
                  "each has its "
                  "size in front, in hexadecimal, and a chunk of 0 is the end; saved as it comes, those "
                  "sizes would stand "
                  "in your page."),
        Words::tr(
            "The tutorial splits at the first empty line only. Why is that important? Look at the page."),
    };
}

QList<Question> ByHand::questions() const
{
    return {
        {u"waits"_s,
            Words::tr("The server gives Content-Length and keeps the connection. A program receives until "
                      "nothing comes. "
                      "Then …"),
            {{0, Words::tr("it has the page and goes on")}, {1, Words::tr("it waits")}}, 0, 0,
            u"length.until-end.waits"_s},
        {u"chunks"_s, Words::tr("A page that comes in chunks is saved as it comes. Is it the page?"),
            {{0, Words::tr("no")}, {1, Words::tr("yes")}}, 0, 0, u"chunked.until-end.equal"_s},
    };
}

QList<Action> ByHand::actions() const
{
    const Question manner{u"manner"_s, Words::tr("The server …"),
        {{Closes, Words::tr("closes after the page")}, {Length, Words::tr("gives Content-Length")},
            {Chunked, Words::tr("sends chunks")}},
        0, 0, {}};
    const Question rule{u"rule"_s, Words::tr("The program receives …"),
        {{UntilTheEnd, Words::tr("until nothing comes")},
            {AsManyAsItSays, Words::tr("as many bytes as the header says")},
            {ChunkByChunk, Words::tr("chunk by chunk")}},
        0, 0, {}};
    return {{u"fetch"_s, Words::tr("Ask for the page, and save it"), {manner, rule}, {}, true}};
}

void ByHand::start(const Move &move)
{
    fetch(Manner(move.arguments.at(0)), Rule(move.arguments.at(1)));
}

void ByHand::fetch(Manner manner, Rule rule)
{
    sockets().closeAll();
    m_manner = manner;
    m_rule = rule;
    m_heard.clear();
    m_received.clear();
    m_answered = m_ended = false;
    m_pair = sockets().connected();
    if (!m_pair)
        return finish();
    give(*m_pair.client, request);
    waitUntil([this] { return isOver(); }, [this] { observeSaved(); }, patience);
}

bool ByHand::isOver()
{
    if (!m_answered) {
        m_heard += take(*m_pair.server).bytes;
        if (!m_heard.endsWith("\r\n\r\n"))
            return false;
        m_answered = true;
        give(*m_pair.server, answerOf(m_manner));
        if (m_manner == Closes)
            m_pair.server->call(net::SocketCall::shutdown(net::ShutdownHow::Writing));
    }
    const Taken got = take(*m_pair.client, 16); // in many pieces
    m_received += got.bytes;
    m_ended = m_ended || (got.bytes.isEmpty() && got.error != EAGAIN);
    return savedBy(m_rule, m_received, m_ended).has_value();
}

void ByHand::observeSaved()
{
    const QString key = mannerNames.at(m_manner) + u'.' + ruleNames.at(m_rule);
    const auto saved = savedBy(m_rule, m_received, m_ended);
    observeBytes(key + u".request"_s, Words::tr("bytes of the request"), m_heard);
    observeBytes(key + u".received"_s, Words::tr("bytes that came back, header and all"), m_received);
    observeFlag(key + u".waits"_s, Words::tr("the program still waits"), !saved, Source::Application);
    // One that waits has, when it is stopped, what it would have saved at the end.
    const QByteArray file = saved ? *saved : savedBy(m_rule, m_received, true).value_or(QByteArray());
    const QByteArray hash = QCryptographicHash::hash(file, QCryptographicHash::Sha256);
    observeBytes(key + u".saved"_s, Words::tr("bytes in the file"), file);
    observeFlag(key + u".equal"_s,
        Words::tr("its SHA-256 (%1…) is the page's").arg(QString::fromLatin1(hash.toHex().first(8))),
        hash == QCryptographicHash::hash(page, QCryptographicHash::Sha256), Source::Application);
    sockets().closeAll();
    finish();
}

Verdict ByHand::judge(const Evidence &evidence) const
{
    const auto saved = [&](const QString &manner) {
        return std::any_of(ruleNames.begin(), ruleNames.end(), [&](const QString &rule) {
            const QString key = manner + u'.' + rule;
            return evidence.number(key + u".equal"_s) == 1 && evidence.number(key + u".waits"_s) == 0;
        });
    };
    Judging judging(evidence);
    judging.want(saved(u"length"_s),
        Words::tr("Save the page from the server that gives its length, without waiting."));
    judging.want(
        saved(u"chunked"_s), Words::tr("Save the page from the server that sends chunks, without waiting."));
    return judging.verdict();
}

Learner ByHand::learner() const
{
    return Learner::fixed({0, 1},
        {{u"fetch"_s, {Length, UntilTheEnd}}, {u"fetch"_s, {Chunked, UntilTheEnd}},
            {u"fetch"_s, {Length, AsManyAsItSays}}, {u"fetch"_s, {Chunked, ChunkByChunk}}});
}

} // namespace

std::unique_ptr<Lab> makeByHand()
{
    return std::make_unique<ByHand>();
}

} // namespace swb::lab

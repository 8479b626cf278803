#pragma once

#include "base/eventsink.h"
#include "cli/arguments.h"
#include "codec/decoder.h"

#include <QByteArray>

#include <map>
#include <unordered_map>

namespace swb {
class SafeFile;
}

namespace swb::cli {

/// Prints events as they happen, or as a recording tells them: data on stdout, the rest on stderr. Nothing is
/// printed before commit(), so what a reader has seen is in the recording.
class Printer : public EventSink
{
public:
    /// `dataOnly`: stdout is for what arrives; events in words go to stderr.
    Printer(Format format, bool quiet, bool dataOnly, const codec::Encoding &encoding);

    /// Of the connections of an endpoint that open from now on; otherwise they are in the printer's own.
    void setEncoding(EndpointId endpoint, const codec::Encoding &encoding);
    /// Who the ends of a connection are, where its opening is not among the events that are printed.
    void introduce(ConnectionId connection, const SocketAddress &local, const SocketAddress &peer);
    void append(const Event &event, QByteArrayView bytes) override { append(event, bytes, {}); }
    void append(const Event &event, QByteArrayView bytes, const Annotation &annotation);
    bool commit() override; ///< always true; see outputError()
    /// From now on the file takes what stdout would; nullptr: stdout. It must outlive the printer's use.
    void printInto(SafeFile *file) { m_file = file; }
    /// errno of stdout (or of the file) once it cannot be written any more; what would be printed is dropped
    /// then. 0: all is well.
    int outputError() const { return m_outputError; }
    qsizetype heldSize() const { return m_data.size() + m_words.size(); } ///< bytes that wait for commit()

private:
    struct Conversation
    {
        SocketAddress local;
        SocketAddress peer;
        codec::StreamDecoder received;
        codec::StreamDecoder sent;
    };

    void open(ConnectionId connection, const SocketAddress &local, const SocketAddress &peer,
        const codec::Encoding &encoding);
    int writeData();
    bool showsText(EventKind kind) const;
    QString text(const Event &event, QByteArrayView bytes, Conversation *conversation);
    void appendJson(const Event &event, QByteArrayView bytes, const QString &text,
        const Conversation *conversation, const Annotation &annotation);
    void appendWords(const Event &event, QByteArrayView bytes, const QString &text,
        const Conversation *conversation, const Annotation &annotation);

    Format m_format;
    bool m_quiet;
    bool m_dataOnly;
    codec::Encoding m_encoding;
    std::map<EndpointId, codec::Encoding> m_encodings;
    std::map<ConnectionId, Conversation> m_conversations;
    QByteArray m_data; // for stdout
    QByteArray m_words; // for stderr
    SafeFile *m_file = nullptr;
    int m_outputError = 0;
};

} // namespace swb::cli

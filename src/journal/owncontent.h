#pragma once

#include "journal/content.h"

namespace swb::journal {

class Index;

/// The content of a file made by Writer.
class OwnContent final : public Content
{
public:
    /// Does not own the descriptor.
    OwnContent(QString path, std::shared_ptr<const Index> index, int descriptor);

    Result<Event> event(EventSeq seq) const override;
    /// Ends before the first packet whose checksum is wrong.
    QByteArray bytes(EventSeq seq, quint64 offset, quint64 size) const override;
    std::unique_ptr<Payloads> payloads() const override;
    EventPackets packets(EventSeq seq, qsizetype most) const override;
    Annotation annotationAt(quint64 fileOffset) const override;
    QList<RecordedSample> samplesAt(const QList<quint64> &fileOffsets) const override;

private:
    /// The event whose first block stands there.
    Result<Event> eventAtOffset(quint64 fileOffset) const;
    QString m_path;
    std::shared_ptr<const Index> m_index;
    int m_descriptor;
};

} // namespace swb::journal

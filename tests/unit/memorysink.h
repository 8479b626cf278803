#pragma once

#include "base/eventsink.h"

#include <QByteArray>
#include <QList>

/// Keeps events in memory; commit() fails while `broken`.
class MemorySink : public swb::EventSink
{
public:
    struct Entry
    {
        swb::Event event;
        QByteArray bytes;
    };

    void append(const swb::Event &event, QByteArrayView bytes) override
    {
        entries.append({event, bytes.toByteArray()});
    }
    bool commit() override { return !broken; }

    QList<swb::EventKind> kinds() const
    {
        QList<swb::EventKind> list;
        for (const Entry &entry : entries)
            list.append(entry.event.kind);
        return list;
    }
    qsizetype count(swb::EventKind kind) const { return kinds().count(kind); }
    QByteArray bytesOf(swb::EventKind kind) const
    {
        QByteArray all;
        for (const Entry &entry : entries)
            all += entry.event.kind == kind ? entry.bytes : QByteArray();
        return all;
    }
    swb::Event last(swb::EventKind kind) const
    {
        for (qsizetype i = entries.size(); i-- > 0;) {
            if (entries.at(i).event.kind == kind)
                return entries.at(i).event;
        }
        return {};
    }

    QList<Entry> entries;
    bool broken = false;
};

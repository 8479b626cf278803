#pragma once

#include "models/stepmodel.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace swb::ui {

/// What is said about calls made by hand: results, waiting and errors in words, and what a call teaches.
/// Plain text.
class StepWords
{
    Q_DECLARE_TR_FUNCTIONS(swb::ui::StepWords)

public:
    struct FactLine
    {
        QString name;
        QString before; ///< empty: not known then
        QString after;
    };

    static QString side(lens::CallSide side);
    static QString line(
        const net::SocketCall &call, const QString &socket, const QString &accepted, CallLanguage language);
    /// What came of it: "5 bytes taken by the kernel", "EADDRINUSE: another socket is bound to this port".
    static QString result(const lens::PerformedCall &call);
    static QString error(net::CallKind kind, int error);
    static QString waiting(net::WaitsFor what);
    /// What really happened: one or two sentences.
    static QString caption(const StepCall &call);
    /// "LISTEN, 1 in the queue": what is true of a socket now.
    static QString state(const StepSocket &socket);
    static QList<FactLine> facts(const kernel::Facts &before, const kernel::Facts &after);

private:
    static QString good(const lens::PerformedCall &call);
    static QString optionCaption(const StepCall &call);
    static QString receiveCaption(const lens::PerformedCall &call);
    static QString sendCaption(const lens::PerformedCall &call);
    static QString closeCaption(const StepCall &call);
    static QString waitingCaption(net::WaitsFor what);
    static QString errorCaption(const lens::PerformedCall &call);
    static QString goodCaption(const StepCall &call);
    static QString value(kernel::FactId id, qint64 value);
    static QString name(kernel::FactId id);
};

} // namespace swb::ui

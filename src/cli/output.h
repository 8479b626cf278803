#pragma once

#include <QByteArrayView>
#include <QString>

namespace swb::cli {

/// From now on a write that waits for a reader gives up about a second after this descriptor has become
/// readable: a reader that sleeps must not keep a signal waiting.
void interruptWritesBy(int descriptor);

/// That descriptor is readable: whatever goes on for long should end.
bool interrupted();

/// Writes everything to the descriptor and waits while a pipe is full. Returns errno; 0: all is written;
/// EINTR: it gave up.
int writeAll(int descriptor, QByteArrayView bytes);

/// What is printed is seen as it comes.
bool isStdoutTerminal();

/// "swb: …" and a line end to stderr, in UTF-8. In place of the status, where one is shown.
void complain(const QString &message);

/// The last line of stderr, a terminal, becomes "swb: …"; an empty status takes it away. Any thread.
void showStatus(const QString &status);

} // namespace swb::cli

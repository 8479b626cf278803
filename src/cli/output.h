#pragma once

#include <QByteArrayView>
#include <QString>

namespace swb::cli {

/// Writes everything to the descriptor and waits while a pipe is full. Returns errno, 0 when all is written,
/// and EINTR when `interrupt` became readable first: a reader that has stopped must not keep a signal
/// waiting.
int writeAll(int descriptor, QByteArrayView bytes, int interrupt = -1);
/// "swb: …" and a line end to stderr, in UTF-8.
void complain(const QString &message);

} // namespace swb::cli

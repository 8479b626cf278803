#pragma once

#include <QByteArrayView>
#include <QString>

namespace swb::cli {

/// Writes everything to the descriptor; blocks while a pipe is full. False: nobody reads it any more.
bool writeAll(int descriptor, QByteArrayView bytes);
/// "swb: …" and a line end to stderr, in UTF-8.
void complain(const QString &message);

} // namespace swb::cli

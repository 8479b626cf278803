#pragma once

#include "base/failure.h"
#include "base/uniquedescriptor.h"

#include <QByteArray>
#include <QByteArrayView>

#include <span>
#include <utility>

namespace swb::journal {

/// open(2) with O_CLOEXEC, begun again after EINTR. Empty: see errno.
UniqueDescriptor openFile(const QString &path, int flags, unsigned mode = 0);

/// Reads up to `size` bytes at `offset` into `target`; short only at the end of the file or after an error.
qsizetype readAt(int fd, quint64 offset, char *target, qsizetype size);
/// The same into an array. `size` has been bounded by the caller.
QByteArray readAt(int fd, quint64 offset, qsizetype size);

/// Writes all the pieces one after another from `offset` on, in spite of short writes and EINTR. Returns 0 or
/// the errno that stopped it; some bytes may be in the file then.
int writeAt(int fd, quint64 offset, std::span<const QByteArrayView> pieces);

/// Makes a folder and its parents, mode 0700. Returns 0 or the errno.
int makePath(const QString &folder);

} // namespace swb::journal

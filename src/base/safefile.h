#pragma once

#include "base/result.h"
#include "base/uniquedescriptor.h"

#include <QByteArrayView>
#include <QString>

namespace swb {

/// A file that appears under its name whole or not at all: it is written beside it, synced, and renamed; an
/// older file of that name stays until then, and its permissions stay; a new one has mode 0600. Every write
/// is checked: QFile hides short ones (measured on Qt 6.4). Used on one thread, which may be any.
class SafeFile
{
public:
    /// Only a regular file is ever replaced, and a symbolic link stays one: the file at its end is replaced.
    static Result<SafeFile> create(const QString &path);
    SafeFile(SafeFile &&) noexcept = default;
    SafeFile &operator=(SafeFile &&) = delete;
    ~SafeFile(); ///< unless finish() has worked, what was written is removed

    Outcome write(QByteArrayView bytes);
    Outcome finish(); ///< the last call

    int descriptor() const { return m_file.get(); } ///< open for reading and writing
    const QString &path() const { return m_path; }
    const QString &partPath() const { return m_part; } ///< where the bytes are until finish()

private:
    SafeFile(QString path, QString part, UniqueDescriptor file);

    QString m_path;
    QString m_part;
    UniqueDescriptor m_file; ///< empty: finished, or moved away
};

} // namespace swb

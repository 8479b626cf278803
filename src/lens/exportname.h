#pragma once

#include <QString>

namespace swb::lens {

/// A file name that every file system takes, from text that may come from anywhere: no separators, no
/// control, bidi or other invisible characters, no leading dot, none of the names that Windows keeps for
/// devices, at most 200 bytes of UTF-8 with the extension (".csv"; trusted). Never empty.
QString safeFileName(const QString &stem, const QString &extension);

/// "a.bin" to "a-received.bin": where one export makes two files.
QString withSuffix(const QString &path, const QString &suffix);

} // namespace swb::lens

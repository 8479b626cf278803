#pragma once

#include <QByteArrayView>
#include <QString>

namespace swb::codec {

QString hexDigits(QByteArrayView bytes, QChar separator = QLatin1Char(' ')); ///< "e4 bd a0"; null QChar: none
/// "00000000  e4 bd a0 e5 a5 bd …  |......|", sixteen bytes a line, as `hexdump -Cv` prints it, without the
/// closing line that has the size alone. Lines are separated, not ended, by a line feed.
QString hexDump(QByteArrayView bytes, quint64 firstOffset = 0);
/// "const unsigned char bytes[] = {", twelve bytes a line, "};": to be pasted into C or C++.
QString cArray(QByteArrayView bytes);

} // namespace swb::codec

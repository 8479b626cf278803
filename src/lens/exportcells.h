#pragma once

#include <QByteArray>
#include <QString>

namespace swb::lens {

/// The start of a CSV cell in quotation marks (RFC 4180 2.5). A text that a spreadsheet would run as a
/// formula (CWE-1236) gets an apostrophe in front, and so does one that begins with an apostrophe: who takes
/// one away from whatever begins with one has the text back.
QByteArray csvCellBegin(const QString &text);
QByteArray csvCellMore(const QString &text); ///< more of a cell that has begun
QByteArray csvCell(const QString &text); ///< a whole cell, in quotation marks only where it needs them

/// The bytes as the inside of a C array, twelve in a line: whole lines but for the last one.
QByteArray cBytes(QByteArrayView bytes);

} // namespace swb::lens

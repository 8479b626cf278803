#pragma once

#include "base/event.h"

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

enum class NoteLines : quint8
{
    Kept, ///< line ends stay as they are
    Shown, ///< as ␍ and ␊
};
/// "★ the note": what was said about a row, without anything that would act on a screen. Empty: nothing was.
QString annotationText(const Annotation &annotation, NoteLines lines = NoteLines::Shown);

} // namespace swb::lens

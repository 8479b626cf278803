#pragma once

#include "lens/performedcall.h"

#include <QList>
#include <QString>

namespace swb::lens {

/// A program for Python 3 that makes these calls in this order and prints what came of them. Calls that
/// waited while others were made wait in a thread of their own there, too; a port that the kernel chose is
/// asked for, not repeated; an error that came is expected. What a call that was given up had done by then
/// is done, and no more.
QString pythonProgram(const QList<PerformedCall> &calls);

} // namespace swb::lens

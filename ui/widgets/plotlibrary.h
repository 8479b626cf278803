#pragma once

// QCustomPlot's header says foreach, which Qt does not define for us.
#include <utility>

#define foreach(variable, container) for (variable : std::as_const(container))
#include <qcustomplot.h>
#undef foreach

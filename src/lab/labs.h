#pragma once

#include "lab/lab.h"

#include <QStringList>

#include <memory>

namespace swb::lab {

/// "L4", …: in the order to take them.
QStringList labIds();
/// One, ready for its predictions; nullptr: there is no lab of that id.
std::unique_ptr<Lab> makeLab(QStringView id);

} // namespace swb::lab

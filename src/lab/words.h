#pragma once

#include <QCoreApplication>

namespace swb::lab {

/// Where the translators find the sentences of the labs.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(swb::lab)
};

} // namespace swb::lab

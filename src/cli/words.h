#pragma once

#include <QCoreApplication>

namespace swb::cli {

/// Where the translators find the sentences of the headless program.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(swb::cli)
};

} // namespace swb::cli

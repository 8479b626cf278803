#pragma once

#include "base/failure.h"

namespace swb::net {

/// What was being done when errno was set: the same number means different things to a user.
enum class During : quint8
{
    Bind,
    Accept,
    Connect,
    Transfer
};

/// errno as a Failure. `subject` is the address or port that it is about.
Failure failureFromErrno(int error, During during, const QString &subject);

} // namespace swb::net

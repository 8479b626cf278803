#pragma once

#include "base/result.h"
#include "bench/endpointspec.h"

#include <QString>

namespace swb::lens {

/// A program for Python 3 that a peer cannot tell from this server or client: the same address, options,
/// greeting and answers, byte for byte. The usual text of a plain script, a thread for each connection.
/// UnknownEncoding where an answer has parts to fill and Python has not the encoding.
Result<QString> pythonProgram(const bench::EndpointSpec &spec);

} // namespace swb::lens

#pragma once

#include "lens/exportjob.h"

#include <memory>

namespace swb::lens {

class ExportOutput;
class ExportRow;

/// How rows become bytes. One for each export.
class RowFormat
{
public:
    virtual ~RowFormat() = default;
    virtual void begin(ExportOutput &output) { Q_UNUSED(output) }
    virtual void putRow(ExportRow &row, ExportOutput &output) = 0;
};

std::unique_ptr<RowFormat> makeRowFormat(const ExportJob &job);

} // namespace swb::lens

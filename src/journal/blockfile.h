#pragma once

#include "journal/filewindow.h"
#include "journal/pcapng.h"

namespace swb::journal {

/// The blocks of a file, one after another or at a known place. Never reads or allocates by a length that it
/// has not bounded: a block is at most maxBlockLength, and ends within the file. Does not own the descriptor.
class BlockFile
{
public:
    explicit BlockFile(int fd);

    quint64 size() const { return m_window.size(); } ///< when this was made; the file may have grown since

    enum class Status : quint8
    {
        Whole,
        End,
        Unfinished,
        Damaged
    };
    struct Got
    {
        Status status = Status::End;
        quint32 length = 0; ///< of the block
        Block block; ///< Whole: valid until the next call
        BlockProblem problem = BlockProblem::None; ///< Damaged
        QString reason; ///< Unfinished, Damaged
    };
    Got blockAt(quint64 offset);

private:
    FileWindow m_window;
};

} // namespace swb::journal

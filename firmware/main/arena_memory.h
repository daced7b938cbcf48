// Memory for a model, taken once, at the start.
#pragma once

#include "classifier/classifier.h"
#include "squeeze/board_block.h"

// The arenas, as large as the board block allows and the memory is. Call it before anything else takes
// memory: the working arena needs the largest block of internal memory that there is.
squeeze::ArenaMemory take_arenas(const squeeze::BoardBlock& board);

// Memory of a given size, external where there is some; empty when there is not enough.
squeeze::Buffer take_memory(size_t bytes);
// The same, in internal memory.
squeeze::Buffer take_internal_memory(size_t bytes);

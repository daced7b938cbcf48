// What this chip is.
#pragma once

#include "squeeze/board.h"

// Microseconds since the start.
uint64_t microseconds();

squeeze::BoardFacts chip_facts();

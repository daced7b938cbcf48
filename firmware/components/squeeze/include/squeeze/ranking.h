// Which classes have the highest scores.
#pragma once

#include "squeeze/span.h"

namespace squeeze {

// Writes the numbers of the highest scores, best first, of equal scores the lower number first; as many as
// `top` takes and there are. Returns how many.
size_t rank(Span<const int8_t> scores, Span<uint16_t> top);

}  // namespace squeeze

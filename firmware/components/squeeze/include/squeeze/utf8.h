// Whether bytes are text.
#pragma once

#include "squeeze/span.h"

namespace squeeze {

// Whether the bytes are well-formed UTF-8 (RFC 3629: no surrogates, nothing longer than it need be).
bool is_utf8(Bytes bytes);

}  // namespace squeeze

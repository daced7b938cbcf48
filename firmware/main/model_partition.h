// The model image in flash, as it is mapped into memory.
#pragma once

#include "squeeze/model_image.h"

// The image's bytes, which stay mapped for good. Empty when there is none, with the reason in `status` and
// `detail`; only as many pages are mapped as the image has, for all of a large flash would not fit.
squeeze::Bytes map_model_image(squeeze::Status& status, squeeze::Text& detail);

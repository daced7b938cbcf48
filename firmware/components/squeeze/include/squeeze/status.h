// Everything that can be wrong, by the numbers that the link reports (docs/protocol.md).
#pragma once

#include <cstdint>

namespace squeeze {

// 1 to 31: the model does not run; from 32: a request cannot be met.
enum class Status : uint16_t {
    kReady = 0,
    kNoModel = 1,
    kModelVersion = 2,
    kModelLength = 3,
    kModelDamaged = 4,
    kModelField = 5,
    kModelForOtherChip = 6,
    kModelUnreadable = 7,
    kModelOperator = 8,
    kModelTensors = 9,
    kArenaTooSmall = 10,
    kNoModelPartition = 11,
    kInferenceFailed = 12,
    kLinkVersion = 32,
    kUnknownRequest = 33,
    kBadRequest = 34,
    kImageShape = 35,
    kImageIncomplete = 36,
    kSpeedRefused = 37,
    kNoCamera = 38,
    kCameraFailed = 39,
};

// Whether a model is loaded: one inference that failed does not unload it.
constexpr bool has_model(Status status) {
    return status == Status::kReady || status == Status::kInferenceFailed;
}

}  // namespace squeeze

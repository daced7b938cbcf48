// The two parts of TensorFlow Lite Micro's memory, each in a place of its own and each telling when it was
// short.
#pragma once

#include "squeeze/span.h"
#include "tensorflow/lite/micro/arena_allocator/non_persistent_arena_buffer_allocator.h"
#include "tensorflow/lite/micro/arena_allocator/persistent_arena_buffer_allocator.h"
#include "tensorflow/lite/micro/compatibility.h"

namespace squeeze {

// What changes from operator to operator: activations, decoded weights, scratch.
class WorkingArena : public tflite::NonPersistentArenaBufferAllocator {
  public:
    // `memory` begins at a multiple of 16.
    explicit WorkingArena(Buffer memory);

    uint8_t* AllocateTemp(size_t size, size_t alignment) override;
    TfLiteStatus ResizeBuffer(uint8_t* buffer, size_t size, size_t alignment) override;
    TfLiteStatus ReserveNonPersistentOverlayMemory(size_t size, size_t alignment) override;

    // From now on nothing temporary is given: preparing the model is to end.
    void close() { closed_ = true; }
    // Memory at the arena's end, for what has to be written somewhere though it will not be used.
    uint8_t* spill(size_t size, size_t alignment);
    // The most bytes that were asked for and not there; 0 when all was there.
    size_t wanted() const { return wanted_; }

  private:
    void want(size_t size);

    const Buffer memory_;
    size_t spilled_ = 0;
    size_t wanted_ = 0;
    bool closed_ = false;

    TF_LITE_REMOVE_VIRTUAL_DELETE
};

// What stays: the graph, and what kernels keep for each operator.
//
// WORKAROUND: some kernels do not look whether they were given memory (in conv_common.cc of
// https://github.com/tensorflow/tflite-micro the scales of each channel). When this arena is full it gives
// memory of the working arena, and lets that one end the preparation.
class PersistentArena : public tflite::PersistentArenaBufferAllocator {
  public:
    PersistentArena(Buffer memory, WorkingArena& working)
        : PersistentArenaBufferAllocator(memory.data(), memory.size()), working_(working) {}

    uint8_t* AllocatePersistentBuffer(size_t size, size_t alignment) override;

    bool was_short() const { return short_; }

  private:
    WorkingArena& working_;
    bool short_ = false;

    TF_LITE_REMOVE_VIRTUAL_DELETE
};

}  // namespace squeeze

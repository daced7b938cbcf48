#include "classifier/arenas.h"

#include <algorithm>

namespace squeeze {

WorkingArena::WorkingArena(Buffer memory)
    : NonPersistentArenaBufferAllocator(memory.data(), memory.size()), memory_(memory) {}

void WorkingArena::want(size_t size) {
    wanted_ = std::max(wanted_, size);
}

uint8_t* WorkingArena::AllocateTemp(size_t size, size_t alignment) {
    if (closed_) {
        return nullptr;
    }
    uint8_t* const memory = NonPersistentArenaBufferAllocator::AllocateTemp(size, alignment);
    if (memory == nullptr) {
        want(size);
    }
    return memory;
}

TfLiteStatus WorkingArena::ResizeBuffer(uint8_t* buffer, size_t size, size_t alignment) {
    const TfLiteStatus status = NonPersistentArenaBufferAllocator::ResizeBuffer(buffer, size, alignment);
    if (status != kTfLiteOk) {
        want(size);
    }
    return status;
}

TfLiteStatus WorkingArena::ReserveNonPersistentOverlayMemory(size_t size, size_t alignment) {
    const TfLiteStatus status =
        NonPersistentArenaBufferAllocator::ReserveNonPersistentOverlayMemory(size, alignment);
    if (status != kTfLiteOk) {
        want(size);
    }
    return status;
}

uint8_t* WorkingArena::spill(size_t size, size_t alignment) {
    const size_t with_gap = size + alignment;
    if (with_gap > memory_.size() - spilled_) {
        return nullptr;
    }
    spilled_ += with_gap;
    std::fill_n(memory_.end() - spilled_, with_gap, uint8_t{0});
    const auto place = reinterpret_cast<uintptr_t>(memory_.end() - spilled_);
    return reinterpret_cast<uint8_t*>((place + alignment - 1) / alignment * alignment);
}

uint8_t* PersistentArena::AllocatePersistentBuffer(size_t size, size_t alignment) {
    uint8_t* const memory =
        short_ ? nullptr : PersistentArenaBufferAllocator::AllocatePersistentBuffer(size, alignment);
    if (memory != nullptr) {
        return memory;
    }
    short_ = true;
    working_.close();
    return working_.spill(size, alignment);
}

}  // namespace squeeze

#include "arena_memory.h"

#include <algorithm>

#include "esp_heap_caps.h"

namespace {

constexpr size_t kAlignment = 16;
// What an allocation takes beside its bytes.
constexpr size_t kBeside = 64;
// Internal memory that is left to drivers, when arenas could have it all.
constexpr size_t kLeftToDrivers = 40 * 1024;
constexpr uint32_t kInternal = MALLOC_CAP_INTERNAL | MALLOC_CAP_8BIT;
constexpr uint32_t kExternal = MALLOC_CAP_SPIRAM | MALLOC_CAP_8BIT;

squeeze::Buffer buffer_of(void* memory, size_t bytes) {
    return memory == nullptr ? squeeze::Buffer() : squeeze::Buffer(static_cast<uint8_t*>(memory), bytes);
}

// As much of one block as there is, `most` bytes at most.
squeeze::Buffer take(size_t most, uint32_t kind) {
    const size_t largest = heap_caps_get_largest_free_block(kind);
    const size_t bytes = std::min(most, largest > kBeside ? largest - kBeside : 0) / kAlignment * kAlignment;
    if (bytes == 0) {
        return {};
    }
    return buffer_of(heap_caps_aligned_alloc(kAlignment, bytes, kind), bytes);
}

// What may be taken so that drivers still have what they need.
size_t internal_to_take() {
    const size_t free = heap_caps_get_free_size(kInternal);
    return free > kLeftToDrivers ? free - kLeftToDrivers : 0;
}

}  // namespace

squeeze::ArenaMemory take_arenas(const squeeze::BoardBlock& board) {
    squeeze::ArenaMemory arenas;
    arenas.working = take(std::min<size_t>(board.working_arena, internal_to_take()), kInternal);
    arenas.persistent = take(std::min<size_t>(board.persistent_arena, internal_to_take()), kInternal);
    arenas.external = take(board.psram_arena, kExternal);
    return arenas;
}

squeeze::Buffer take_memory(size_t bytes) {
    return buffer_of(heap_caps_malloc_prefer(bytes, 2, kExternal, kInternal), bytes);
}

squeeze::Buffer take_internal_memory(size_t bytes) {
    return buffer_of(heap_caps_malloc(bytes, kInternal), bytes);
}

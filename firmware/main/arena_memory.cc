#include "arena_memory.h"

#include <algorithm>

#include "esp_heap_caps.h"
#include "sdkconfig.h"

namespace {

constexpr size_t kAlignment = 16;
// What an allocation takes beside its bytes.
constexpr size_t kBeside = 64;
// Internal memory that is left to drivers, when arenas could have it all. With less than 40 KB an ESP32-S3 without
// external memory has no room for its two ports, and answers on neither.
#if CONFIG_IDF_TARGET_ESP32S3
constexpr size_t kLeftToDrivers = 56 * 1024;
#else
constexpr size_t kLeftToDrivers = 40 * 1024;
#endif
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

// What may be taken so that drivers still have what they need, and `kept` bytes are left beside.
size_t internal_to_take(size_t kept) {
    const size_t free = heap_caps_get_free_size(kInternal);
    const size_t left = kLeftToDrivers + kept;
    return free > left ? free - left : 0;
}

}  // namespace

squeeze::ArenaMemory take_arenas(const squeeze::BoardBlock& board) {
    squeeze::ArenaMemory arenas;
    arenas.working = take(std::min<size_t>(board.working_arena, internal_to_take(board.persistent_arena)), kInternal);
    arenas.persistent = take(std::min<size_t>(board.persistent_arena, internal_to_take(0)), kInternal);
    arenas.external = take(board.psram_arena, kExternal);
    return arenas;
}

squeeze::Buffer take_memory(size_t bytes) {
    return buffer_of(heap_caps_malloc_prefer(bytes, 2, kExternal, kInternal), bytes);
}

squeeze::Buffer take_internal_memory(size_t bytes) {
    return buffer_of(heap_caps_malloc(bytes, kInternal), bytes);
}

#include "chip_facts.h"

#include "esp_app_desc.h"
#include "esp_chip_info.h"
#include "esp_heap_caps.h"
#include "esp_mac.h"
#include "esp_system.h"
#include "esp_timer.h"
#include "sdkconfig.h"

namespace {

constexpr squeeze::Chip kChip =
#if CONFIG_IDF_TARGET_ESP32
    squeeze::Chip::kEsp32;
#elif CONFIG_IDF_TARGET_ESP32S3
    squeeze::Chip::kEsp32s3;
#elif CONFIG_IDF_TARGET_ESP32C3
    squeeze::Chip::kEsp32c3;
#else
#error "This chip has no number in the board block yet."
#endif

}  // namespace

uint64_t microseconds() {
    return static_cast<uint64_t>(esp_timer_get_time());
}

squeeze::BoardFacts chip_facts() {
    esp_chip_info_t chip = {};
    esp_chip_info(&chip);
    squeeze::BoardFacts facts;
    facts.firmware = esp_app_get_description()->version;
    facts.variant = CONFIG_SQUEEZE_VARIANT;
    facts.chip = kChip;
    facts.chip_revision = chip.revision;
    esp_efuse_mac_get_default(facts.mac);
    facts.psram_bytes = static_cast<uint32_t>(heap_caps_get_total_size(MALLOC_CAP_SPIRAM));
    facts.reset_reason = static_cast<uint8_t>(esp_reset_reason());
    facts.microseconds = microseconds;
    return facts;
}

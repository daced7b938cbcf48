#include "model_partition.h"

#include "esp_partition.h"

namespace {

constexpr auto kSubtype = static_cast<esp_partition_subtype_t>(0x40);
constexpr char kLabel[] = "model";

}  // namespace

squeeze::Bytes map_model_image(squeeze::Status& status, squeeze::Text& detail) {
    const esp_partition_t* const place = esp_partition_find_first(ESP_PARTITION_TYPE_DATA, kSubtype, kLabel);
    uint8_t beginning[squeeze::kImageBeginning];
    if (place == nullptr || esp_partition_read(place, 0, beginning, sizeof beginning) != ESP_OK) {
        status = squeeze::Status::kNoModelPartition;
        return {};
    }
    size_t total = 0;
    status = squeeze::image_bytes(beginning, place->size, total, detail);
    if (status != squeeze::Status::kReady) {
        return {};
    }
    const void* image = nullptr;
    esp_partition_mmap_handle_t handle = 0;
    if (esp_partition_mmap(place, 0, total, ESP_PARTITION_MMAP_DATA, &image, &handle) != ESP_OK) {
        status = squeeze::Status::kModelLength;
        detail << total << " bytes of flash cannot be mapped";
        return {};
    }
    return {static_cast<const uint8_t*>(image), total};
}

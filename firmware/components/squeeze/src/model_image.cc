#include "squeeze/model_image.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "squeeze/actions.h"
#include "squeeze/byte_reader.h"
#include "squeeze/utf8.h"

namespace squeeze {

namespace {

constexpr char kMagic[] = "SQZMODEL";
constexpr size_t kMagicBytes = sizeof kMagic - 1;
constexpr size_t kHashAt = kImageBeginning;
constexpr size_t kHashedFrom = kHashAt + sizeof(Sha256);

// Where things stand in an image, as its header says.
struct Places {
    uint16_t header_bytes;
    uint32_t labels_offset;
    uint32_t labels_bytes;
    uint32_t model_offset;
    uint32_t model_bytes;
};

// Whether answers can be not sure, and from which score on they are sure.
struct Threshold {
    uint8_t is_there;
    int8_t sure_score;
};

struct Rule {
    const char* field;
    bool holds;
};

Status broken(const char* field, Text& detail) {
    detail << field;
    return Status::kModelField;
}

bool all_zero(Bytes bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](uint8_t byte) { return byte == 0; });
}

bool is_scale(float scale) {
    return std::isfinite(scale) && scale > 0;
}

bool is_code(int32_t number) {
    return number >= INT8_MIN && number <= INT8_MAX;
}

// Whether the labels are `count` texts with a zero byte behind each.
bool labels_are_sound(Bytes labels, size_t count) {
    size_t found = 0;
    for (size_t at = 0; at < labels.size(); ++found) {
        const void* const end = std::memchr(labels.data() + at, 0, labels.size() - at);
        if (end == nullptr) {
            return false;
        }
        const auto length = static_cast<size_t>(static_cast<const uint8_t*>(end) - labels.data()) - at;
        if (length == 0 || length > kMostLabelBytes || !is_utf8(labels.part(at, length))) {
            return false;
        }
        at += length + 1;
    }
    return found == count;
}

// Version 1 has no threshold, version 2 has one; version 3 can be without. Zero bytes are in its place.
bool is_of_version(const Threshold& threshold, uint16_t version) {
    const bool is_absent = threshold.is_there == 0 && threshold.sure_score == 0;
    return (is_absent && version != 2) || (threshold.is_there == 1 && version != 1);
}

size_t header_bytes_of(const BoardBlock& board) {
    return kImageHeaderBytes + board.action_count * kActionBytes;
}

// The fields of the header, in their order. False when a reserved byte is not zero, the threshold is not what
// the version has, or the board block is wrong.
bool read_fields(Bytes bytes, Places& places, ModelImage& image, Text& detail) {
    ByteReader reader(bytes);
    reader.bytes(kMagicBytes);
    const uint16_t version = reader.u16();
    places.header_bytes = reader.u16();
    reader.u32();
    image.sha256 = reader.bytes(sizeof(Sha256));
    places.labels_offset = reader.u32();
    places.labels_bytes = reader.u32();
    places.model_offset = reader.u32();
    places.model_bytes = reader.u32();
    image.classes = reader.u16();
    image.input.height = reader.u16();
    image.input.width = reader.u16();
    image.input.channels = reader.u8();
    const bool first_reserved = reader.u8() == 0;
    image.input.scale = reader.f32();
    image.input.zero_point = reader.i32();
    image.output.scale = reader.f32();
    image.output.zero_point = reader.i32();
    const Threshold threshold = {reader.u8(), reader.i8()};
    if (!all_zero(reader.bytes(6)) || !first_reserved) {
        detail << "reserved bytes";
        return false;
    }
    if (!is_of_version(threshold, version)) {
        detail << "has_threshold";
        return false;
    }
    image.output.sure_score = threshold.is_there == 0 ? INT8_MIN : threshold.sure_score;
    if (!read_board_block(reader, image.board, detail)) {
        return false;
    }
    if ((image.board.action_count > 0) != (version == kImageVersion)) {
        detail << "action_count";
        return false;
    }
    image.input.codes = reader.bytes(256);
    return true;
}

// The first rule of the format that the fields break; null when they keep them all.
const char* broken_rule(Bytes bytes, const Places& places, const ModelImage& image) {
    const uint64_t labels_end = static_cast<uint64_t>(places.labels_offset) + places.labels_bytes;
    const uint64_t model_end = static_cast<uint64_t>(places.model_offset) + places.model_bytes;
    const bool labels_fit = labels_end <= places.model_offset;
    const bool model_fits = places.model_bytes > 0 && model_end == bytes.size();
    const bool near = labels_fit && places.model_offset - labels_end < kModelAlignment;
    const auto gap_at = static_cast<size_t>(labels_end);
    const Bytes gap = near ? bytes.part(gap_at, places.model_offset - gap_at) : Bytes();
    const size_t header_bytes = header_bytes_of(image.board);
    const Rule rules[] = {
        {"header_bytes", places.header_bytes == header_bytes},
        {"labels_offset", places.labels_offset == header_bytes},
        {"labels_bytes", labels_fit},
        {"model_offset", near && places.model_offset % kModelAlignment == 0},
        {"model_bytes", model_fits},
        {"gap before the model", all_zero(gap)},
        {"classes", image.classes >= 2 && image.classes <= kMostLabels},
        {"input_height", image.input.height >= 1 && image.input.height <= kLargestSide},
        {"input_width", image.input.width >= 1 && image.input.width <= kLargestSide},
        {"input_channels", image.input.channels == 1 || image.input.channels == 3},
        {"input_scale", is_scale(image.input.scale)},
        {"input_zero_point", is_code(image.input.zero_point)},
        {"output_scale", is_scale(image.output.scale)},
        {"output_zero_point", is_code(image.output.zero_point)},
    };
    for (const Rule& rule : rules) {
        if (!rule.holds) {
            return rule.field;
        }
    }
    return nullptr;
}

}  // namespace

Status image_bytes(Bytes beginning, size_t place, size_t& total, Text& detail) {
    if (beginning.size() < kMagicBytes || std::memcmp(beginning.data(), kMagic, kMagicBytes) != 0) {
        return Status::kNoModel;
    }
    if (beginning.size() < kImageBeginning) {
        detail << beginning.size() << " bytes";
        return Status::kModelLength;
    }
    ByteReader reader(beginning.part(kMagicBytes));
    const uint16_t version = reader.u16();
    if (version == 0 || version > kImageVersion) {
        detail << "format " << version << ", this firmware reads 1 to " << kImageVersion;
        return Status::kModelVersion;
    }
    reader.u16();
    total = reader.u32();
    if (total < kImageHeaderBytes || total > std::min(place, kMostImageBytes)) {
        detail << total << " bytes named, " << place << " there";
        return Status::kModelLength;
    }
    return Status::kReady;
}

Status read_model_image(Bytes bytes, ModelImage& image, Text& detail) {
    size_t total = 0;
    const Status status = image_bytes(bytes.part(0, kImageBeginning), bytes.size(), total, detail);
    if (status != Status::kReady) {
        return status;
    }
    bytes = bytes.part(0, total);
    const Sha256 hash = sha256(bytes.part(kHashedFrom));
    if (std::memcmp(hash.data(), bytes.data() + kHashAt, hash.size()) != 0) {
        detail << total << " bytes";
        return Status::kModelDamaged;
    }
    Places places;
    if (!read_fields(bytes, places, image, detail)) {
        return Status::kModelField;
    }
    const char* const field = broken_rule(bytes, places, image);
    if (field != nullptr) {
        return broken(field, detail);
    }
    image.board.actions = bytes.part(kImageHeaderBytes, image.board.action_count * kActionBytes);
    if (!actions_are_sound(image.board.actions, image.classes, detail)) {
        return Status::kModelField;
    }
    image.labels = bytes.part(places.labels_offset, places.labels_bytes);
    image.model = bytes.part(places.model_offset);
    return labels_are_sound(image.labels, image.classes) ? Status::kReady : broken("labels", detail);
}

std::string_view label_at(Bytes labels, size_t at) {
    const Bytes rest = labels.part(at);
    const uint8_t* const end = std::find(rest.begin(), rest.end(), 0);
    return {reinterpret_cast<const char*>(rest.data()), static_cast<size_t>(end - rest.begin())};
}

std::string_view label_of(const ModelImage& image, size_t number) {
    std::string_view label;
    for (size_t i = 0, at = 0; i <= number; ++i, at += label.size() + 1) {
        label = label_at(image.labels, at);
    }
    return label;
}

}  // namespace squeeze

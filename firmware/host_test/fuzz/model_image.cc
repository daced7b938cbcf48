// Any bytes at all stand in the model partition: they are read or refused. The hash is made to match, for no
// fuzzer finds it.
#include "squeeze/model_image.h"

#include <cstring>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace squeeze;
    std::vector<uint8_t> bytes(data, data + size);
    size_t total = 0;
    Text detail;
    const Bytes beginning(bytes.data(), size < kImageBeginning ? size : kImageBeginning);
    if (image_bytes(beginning, size, total, detail) == Status::kReady) {
        const Sha256 hash = sha256(Bytes(bytes.data() + 48, total - 48));
        std::memcpy(bytes.data() + 16, hash.data(), hash.size());
    }
    ModelImage image{};
    const Status status = read_model_image({bytes.data(), bytes.size()}, image, detail);
    if (status == Status::kReady && image.model.data() + image.model.size() > bytes.data() + size) {
        return -1;
    }
    size_t length = 0;
    for (size_t i = 0; status == Status::kReady && i < image.classes; ++i) {
        length += label_of(image, i).size() + 1;
    }
    return status == Status::kReady && length != image.labels.size() ? -1 : 0;
}

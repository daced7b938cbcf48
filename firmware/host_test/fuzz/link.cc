// Any bytes at all arrive at a board: it answers or keeps still, and stays within its memory.
#include <memory>

#include "fakes.h"
#include "golden_records.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace squeeze;
    static const ByteVector image = from_hex(golden_records("model_image.txt").front().value("image"));
    uint8_t memory[96 * 96 * 3];
    fakes::SummingModel model;
    Board board(fakes::facts(), model);
    if (!board.read_image(view(image))) {
        return -1;
    }
    board.start_model(memory);
    board.set_camera(Status::kReady);
    fakes::RememberingLine line;
    const auto session = std::make_unique<LinkSession>(board, line, fakes::kTraits);
    // Half of the input as it stands, half as what a sound frame holds.
    const size_t half = size / 2;
    session->receive({data, half});
    if (size - half >= 3 && size - half - 3 <= kMostPayload) {
        uint8_t wire[kMostOnWire];
        const uint8_t* const head = data + half;
        const auto sequence = static_cast<uint16_t>(head[1] | head[2] << 8);
        const Bytes payload(head + 3, size - half - 3);
        const size_t length = encode_frame({kLinkVersion, head[0], sequence, payload}, wire);
        session->receive({wire, length});
    }
    fakes::moment += 100'000;
    session->tick();
    return 0;
}

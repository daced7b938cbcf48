// A board without a board: `host_board MODEL.img [PERSISTENT WORKING EXTERNAL]` runs a model image and speaks
// the link over standard input and output until standard input ends. Without figures in bytes, the arenas are
// those of the image's board block, the persistent one twice as large: pointers are twice as long here.

#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>

#include "classifier/classifier.h"
#include "squeeze/board.h"

namespace {

using namespace squeeze;

constexpr size_t kPage = 65536;
constexpr uint32_t kWindow = 4096;

uint64_t microseconds() {
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<uint64_t>(time.tv_sec) * 1'000'000 + static_cast<uint64_t>(time.tv_nsec) / 1000;
}

void no_rest() {}

// Memory that begins at a page, as mapped flash does.
class Memory {
  public:
    explicit Memory(size_t bytes)
        : memory_(static_cast<uint8_t*>(std::aligned_alloc(kPage, (bytes / kPage + 1) * kPage)), std::free),
          bytes_(memory_ == nullptr ? 0 : bytes) {}

    Buffer buffer() const { return {memory_.get(), bytes_}; }

  private:
    std::unique_ptr<uint8_t, void (*)(void*)> memory_;
    size_t bytes_;
};

// A file's bytes; none when it cannot be read.
Memory contents(const char* path) {
    std::FILE* const file = std::fopen(path, "rb");
    if (file == nullptr) {
        return Memory(0);
    }
    std::fseek(file, 0, SEEK_END);
    Memory memory(static_cast<size_t>(std::ftell(file)));
    std::rewind(file);
    const size_t read = std::fread(memory.buffer().data(), 1, memory.buffer().size(), file);
    std::fclose(file);
    return read == memory.buffer().size() ? std::move(memory) : Memory(0);
}

class StandardOutput : public Line {
  public:
    void write(Bytes bytes) override {
        while (!bytes.empty()) {
            const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
            if (written <= 0) {
                return;
            }
            bytes = bytes.part(static_cast<size_t>(written));
        }
    }
    void set_baud(uint32_t) override {}
};

// It stands for a board of whatever chip the image was made for.
Chip chip_of(Bytes image_bytes) {
    ModelImage image{};
    Text detail;
    const bool sound = read_model_image(image_bytes, image, detail) == Status::kReady;
    return sound ? image.board.chip : Chip::kEsp32;
}

// Bytes of persistent, working and external memory.
std::array<size_t, 3> arena_sizes(const BoardBlock& board, int count, char** words) {
    std::array<size_t, 3> sizes = {2 * size_t{board.persistent_arena}, board.working_arena,
                                   board.psram_arena};
    for (size_t i = 0; count == 5 && i < sizes.size(); ++i) {
        sizes[i] = std::strtoul(words[2 + i], nullptr, 10);
    }
    return sizes;
}

// There are no pins here: what is done is said.
class SayingActor : public Actor {
  public:
    explicit SayingActor(LinkSession& session) : session_(session) {}
    void set_pin(uint8_t pin, bool high) override { session_.tell_pin(pin, high); }
    void write_line(uint16_t class_number, std::string_view line) override {
        session_.write_line(class_number, line);
    }

  private:
    LinkSession& session_;
};

void converse(Board& board, LinkSession& session) {
    uint8_t arrived[4096];
    ssize_t size;
    while ((size = ::read(STDIN_FILENO, arrived, sizeof arrived)) > 0) {
        session.receive(Bytes(arrived, static_cast<size_t>(size)));
        session.tick();
        board.pass_time();
    }
}

}  // namespace

int main(int count, char** words) {
    if (count != 2 && count != 5) {
        std::fprintf(stderr, "usage: host_board MODEL.img [PERSISTENT WORKING EXTERNAL]\n");
        return 2;
    }
    const Memory file = contents(words[1]);
    const Bytes image = file.buffer();
    BoardFacts facts;
    facts.firmware = "host";
    facts.variant = "host";
    facts.chip = chip_of(image);
    facts.is_virtual = true;
    facts.microseconds = microseconds;
    // Declared before what uses it: TFLM looks into its memory once more when it goes.
    Memory persistent(0);
    Memory working(0);
    Memory external(0);
    Memory input(0);
    Classifier classifier("TFLM, this computer", microseconds, no_rest);
    const auto board = std::make_unique<Board>(facts, classifier);
    if (board->read_image(image)) {
        const auto sizes = arena_sizes(board->image().board, count, words);
        persistent = Memory(sizes[0]);
        working = Memory(sizes[1]);
        external = Memory(sizes[2]);
        input = Memory(board->image().input.bytes());
        classifier.give({persistent.buffer(), working.buffer(), external.buffer()});
        board->start_model(input.buffer());
    }
    const auto detail = std::string(board->detail());
    std::fprintf(stderr, "status %d %s\n", static_cast<int>(board->status()), detail.c_str());
    StandardOutput output;
    const auto session = std::make_unique<LinkSession>(*board, output, LineTraits{115200, 0, kWindow});
    SayingActor actor(*session);
    board->start_actions(actor);
    converse(*board, *session);
    return 0;
}

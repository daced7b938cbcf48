// Lets other programs use the portable part of the firmware, to compare it with their own:
//
//     probe images            reads images, each behind its length (u32); writes a status number a line
//     probe scale W H FORMAT OUT_W OUT_H CHANNELS
//                             reads an image (format: 0 gray, 1 RGB888, 2 RGB565), writes the scaled one
//     probe actions           reads tables of actions, each behind its length (u32) and its number of classes (u32);
//                             writes 1 a line for those that are sound, else 0
//     probe link IMAGE        a board with a summing model: reads what arrives, writes what it answers

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "fakes.h"

namespace {

using namespace squeeze;

// What actions do goes where the link does.
class LinkActor : public Actor {
  public:
    void set_pin(uint8_t pin, bool high) override { session->tell_pin(pin, high); }
    void write_line(uint16_t class_number, std::string_view line) override {
        session->write_line(class_number, line);
    }

    LinkSession* session = nullptr;
};

class Output : public Line {
  public:
    void write(Bytes bytes) override {
        std::fwrite(bytes.data(), 1, bytes.size(), stdout);
        std::fflush(stdout);
    }
    void set_baud(uint32_t) override {}
};

std::vector<uint8_t> all_input() {
    std::vector<uint8_t> bytes;
    for (int byte = std::getchar(); byte != EOF; byte = std::getchar()) {
        bytes.push_back(static_cast<uint8_t>(byte));
    }
    return bytes;
}

int read_images() {
    const std::vector<uint8_t> input = all_input();
    ByteReader reader({input.data(), input.size()});
    while (!reader.rest().empty()) {
        const Bytes bytes = reader.bytes(reader.u32());
        ModelImage image{};
        Text detail;
        std::printf("%d\n", static_cast<int>(read_model_image(bytes, image, detail)));
    }
    return reader.ok() ? 0 : 1;
}

int read_actions() {
    const std::vector<uint8_t> input = all_input();
    ByteReader reader({input.data(), input.size()});
    while (!reader.rest().empty()) {
        const uint32_t size = reader.u32();
        const uint32_t classes = reader.u32();
        Text detail;
        std::printf("%d\n", actions_are_sound(reader.bytes(size), classes, detail) ? 1 : 0);
    }
    return reader.ok() ? 0 : 1;
}

int scale(char** words) {
    const auto number = [&](int i) { return static_cast<uint16_t>(std::stoi(words[i])); };
    const std::vector<uint8_t> pixels = all_input();
    const ImageView view = {
        {pixels.data(), pixels.size()}, number(0), number(1), static_cast<PixelFormat>(number(2))};
    const InputFormat input = {number(4), number(3), static_cast<uint8_t>(number(5)), 1.0F, 0, {}};
    std::vector<uint8_t> values(input.bytes());
    const bool good = scale_image(view, input, {values.data(), values.size()});
    std::fwrite(values.data(), 1, values.size(), stdout);
    return good ? 0 : 1;
}

int answer(const char* path) {
    std::ifstream file(path, std::ios::binary);
    const std::vector<uint8_t> image((std::istreambuf_iterator<char>(file)), {});
    fakes::SummingModel model;
    Board board(fakes::facts(), model);
    std::vector<uint8_t> memory;
    if (board.read_image({image.data(), image.size()})) {
        memory.resize(board.image().input.bytes());
        board.start_model({memory.data(), memory.size()});
    }
    Output output;
    const auto session = std::make_unique<LinkSession>(board, output, fakes::kTraits);
    LinkActor actor;
    actor.session = session.get();
    board.start_actions(actor);
    for (int byte = std::getchar(); byte != EOF; byte = std::getchar()) {
        const auto arrived = static_cast<uint8_t>(byte);
        session->receive({&arrived, 1});
    }
    return 0;
}

}  // namespace

int main(int count, char** words) {
    const std::string task = count > 1 ? words[1] : "";
    if (task == "images") {
        return read_images();
    }
    if (task == "actions") {
        return read_actions();
    }
    if (task == "scale" && count == 8) {
        return scale(words + 2);
    }
    if (task == "link" && count == 3) {
        return answer(words[2]);
    }
    std::fprintf(stderr, "usage: probe images | actions | scale W H FORMAT OUT_W OUT_H CHANNELS | link IMAGE\n");
    return 2;
}

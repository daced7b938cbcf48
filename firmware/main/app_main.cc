#include <new>

#include "application.h"
#include "arena_memory.h"
#include "chip_facts.h"
#include "esp_task_wdt.h"
#include "log_queue.h"
#include "model_partition.h"

namespace {

constexpr uint32_t kUsualBaud = 115200;
constexpr uint32_t kLowestBaud = 1200;
constexpr uint32_t kHighestBaud = 4'000'000;
constexpr char kRuntime[] = "TFLM, esp-nn";

// The speed that the board block asks for, if it is one.
uint32_t link_baud(const squeeze::BoardBlock& block) {
    const bool possible = block.link_baud >= kLowestBaud && block.link_baud <= kHighestBaud;
    return possible ? block.link_baud : kUsualBaud;
}

// All that lives as long as the program. It is made in this order: arenas need the largest blocks of memory,
// so they are taken before anything else is.
void run() {
    esp_task_wdt_add(nullptr);
    static squeeze::Classifier classifier(kRuntime, microseconds, Application::while_running);
    static squeeze::Board board(chip_facts(), classifier);
    squeeze::Status status = squeeze::Status::kReady;
    squeeze::Text detail;
    const squeeze::Bytes image = map_model_image(status, detail);
    bool has_image = false;
    if (status == squeeze::Status::kReady) {
        has_image = board.read_image(image);
    } else {
        board.refuse(status, detail.view());
    }
    squeeze::ArenaMemory arenas;
    uint32_t baud = kUsualBaud;
    if (has_image) {
        arenas = take_arenas(board.image().board);
        baud = link_baud(board.image().board);
    }
    start_log_queue();
    auto* const application = new (std::nothrow) Application(board, classifier, baud);
    if (application == nullptr) {
        return;
    }
    application->start(has_image, arenas);
    while (true) {
        application->turn();
    }
}

}  // namespace

extern "C" void app_main() {
    run();
}

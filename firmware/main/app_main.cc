#include <new>

#include "application.h"
#include "arena_memory.h"
#include "chip_facts.h"
#include "esp_rom_sys.h"
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
    squeeze::Status status = squeeze::Status::kReady;
    squeeze::Text detail;
    squeeze::ModelImage image{};
    squeeze::ArenaMemory arenas;
    const squeeze::Bytes bytes = map_model_image(status, detail);
    if (status == squeeze::Status::kReady) {
        status = squeeze::read_model_image(bytes, image, detail);
    }
    const bool is_sound = status == squeeze::Status::kReady;
    if (is_sound) {
        arenas = take_arenas(image.board);
    }
    auto* const classifier =
        new (std::nothrow) squeeze::Classifier(kRuntime, microseconds, Application::while_running);
    if (classifier == nullptr) {
        return;
    }
    auto* const board = new (std::nothrow) squeeze::Board(chip_facts(), *classifier);
    if (board == nullptr) {
        return;
    }
    const bool has_image = is_sound && board->take_image(image);
    if (!is_sound) {
        board->refuse(status, detail.view());
    }
    start_log_queue();
    const uint32_t baud = has_image ? link_baud(image.board) : kUsualBaud;
    auto* const application = new (std::nothrow) Application(*board, *classifier, baud);
    if (application == nullptr) {
        return;
    }
    application->start(has_image, arenas);
    while (true) {
        application->turn();
    }
}

}  // namespace

// Returns only where memory for the program itself is missing. The watchdog must not wait for a task that has
// ended: it would reset the board over and over.
extern "C" void app_main() {
    run();
    esp_rom_printf("squeeze: not enough memory to start\n");
    esp_task_wdt_delete(nullptr);
}

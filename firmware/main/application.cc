#include "application.h"

#include "arena_memory.h"
#include "chip_facts.h"
#include "esp_heap_caps.h"
#include "esp_task_wdt.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "log_queue.h"
#include "squeeze/status_light.h"

namespace {

using squeeze::LogLevel;
using squeeze::Status;
using squeeze::Text;

constexpr size_t kReadAtOnce = 512;
constexpr TickType_t kRest = pdMS_TO_TICKS(2);
// Tasks of low priority, whom the watchdog watches too, get a moment this often while a model runs.
constexpr uint64_t kBreathEvery = 2'000'000;
constexpr TickType_t kBreath = 1;

// The light is part of what goes on while a model runs, of which TensorFlow Lite Micro tells no more than
// that.
Light light;

}  // namespace

Application::Application(squeeze::Board& board, squeeze::Classifier& classifier, uint32_t link_baud)
    : board_(board),
      classifier_(classifier),
      uart_(link_baud),
      links_{{uart_, squeeze::LinkSession(board, uart_, uart_.traits()), false},
             {usb_, squeeze::LinkSession(board, usb_, usb_.traits()), false}} {}

void Application::start(bool has_image, const squeeze::ArenaMemory& arenas) {
    links_[0].open = uart_.start();
    links_[1].open = usb_.start();
    if (has_image) {
        start_model(arenas);
    }
    if (board_.status() != Status::kReady) {
        Text text;
        text << "the model does not run: " << squeeze::words_for(board_.status());
        if (!board_.detail().empty()) {
            text << " (" << board_.detail() << ")";
        }
        log_line(LogLevel::kError, text);
        display_.show_notice(squeeze::words_for(board_.status()), board_.detail());
    }
}

void Application::start_model(const squeeze::ArenaMemory& arenas) {
    const squeeze::ModelImage& image = board_.image();
    light.start(image.board);
    button_.start(image.board);
    if (!display_.start(image.board)) {
        Text text;
        text << "the display does not answer";
        log_line(LogLevel::kWarning, text);
    }
    classifier_.give(arenas);
    board_.start_model(take_memory(image.input.bytes()));
    if (board_.status() != Status::kReady) {
        return;
    }
    report_memory(arenas);
    start_actions();
    camera_.start(image.board, image.input);
    if (camera_.status() == Status::kCameraFailed) {
        Text text;
        text << "the camera does not answer: " << camera_.why();
        log_line(LogLevel::kError, text);
    }
    display_.show_notice("ready", image.board.profile);
}

void Application::start_actions() {
    board_.start_actions(*this);
    const uint64_t used = board_.pins().used;
    const uint64_t missing = used & ~pins_.start(used);
    for (uint8_t pin = 0; pin <= squeeze::kHighestPin; ++pin) {
        if ((missing >> pin & 1) != 0) {
            Text text;
            text << "GPIO " << pin << " cannot be set";
            log_line(LogLevel::kError, text);
        }
    }
}

void Application::set_pin(uint8_t pin, bool high) {
    pins_.set(pin, high);
    for (Link& link : links_) {
        if (link.open) {
            link.session.tell_pin(pin, high);
        }
    }
}

void Application::write_line(uint16_t class_number, std::string_view line) {
    for (Link& link : links_) {
        if (link.open) {
            link.session.write_line(class_number, line);
        }
    }
}

void Application::report_memory(const squeeze::ArenaMemory& arenas) {
    const squeeze::ArenaUse use = classifier_.arena();
    Text given;
    given << "arenas of " << arenas.persistent.size() << " + " << arenas.working.size() << " bytes inside, "
          << arenas.external.size() << " outside";
    log_line(LogLevel::kInformation, given);
    Text left;
    left << "the model uses " << use.used << " bytes of them; "
         << heap_caps_get_free_size(MALLOC_CAP_INTERNAL | MALLOC_CAP_8BIT) << " bytes inside are left";
    log_line(LogLevel::kInformation, left);
}

void Application::while_running() {
    static uint64_t breathed = 0;
    light.set(true);
    esp_task_wdt_reset();
    if (microseconds() - breathed > kBreathEvery) {
        vTaskDelay(kBreath);
        breathed = microseconds();
    }
}

void Application::turn() {
    esp_task_wdt_reset();
    board_.set_camera(camera_.status(), camera_.why());
    bool busy = false;
    bool watched = false;
    for (Link& link : links_) {
        if (link.open) {
            busy = listen(link) || busy;
            watched = watched || link.session.is_watched();
        }
    }
    say_what_was_logged();
    for_all_ = button_.was_pressed(microseconds()) || for_all_;
    if (!board_.can_see()) {
        for_all_ = false;
    } else if (watched || for_all_ || board_.has_actions()) {
        camera_.ask();
    }
    busy = shoot() || busy;
    board_.pass_time();
    show_last_prediction();
    light.set(squeeze::is_lit(board_.status(), false, microseconds()));
    if (!busy) {
        vTaskDelay(kRest);
    }
}

bool Application::listen(Link& link) {
    uint8_t arrived[kReadAtOnce];
    const size_t size = link.port.read(arrived);
    link.session.receive({arrived, size});
    link.session.tick();
    return size > 0;
}

void Application::say_what_was_logged() {
    const bool heard =
        (links_[0].open && links_[0].session.is_heard()) || (links_[1].open && links_[1].session.is_heard());
    LoggedLine line;
    while (heard && next_log_line(line)) {
        for (Link& link : links_) {
            if (link.open && link.session.is_heard()) {
                link.session.log(line.level, line.text.view());
            }
        }
    }
}

bool Application::shoot() {
    CameraFrame frame;
    const Fetched fetched = camera_.take(frame);
    if (fetched == Fetched::kNothing) {
        return false;
    }
    Text detail;
    if (fetched == Fetched::kMissed) {
        detail << "no image from the camera: " << camera_.why();
        log_line(LogLevel::kError, detail);
        return true;
    }
    squeeze::Prediction prediction;
    if (board_.predict_view(frame.view, prediction, detail) == Status::kReady) {
        send_shot(frame, prediction);
    } else {
        log_line(LogLevel::kError, detail);
    }
    camera_.give_back();
    for_all_ = false;
    return true;
}

void Application::send_shot(const CameraFrame& frame, const squeeze::Prediction& prediction) {
    const squeeze::Shot shot = {++shots_, frame.jpeg, frame.width, frame.height};
    for (Link& link : links_) {
        const bool wanted = link.session.is_watched() || (for_all_ && link.session.is_heard());
        if (link.open && wanted) {
            link.session.send_shot(shot, prediction);
        }
    }
}

void Application::show_last_prediction() {
    if (board_.predictions() == shown_) {
        return;
    }
    shown_ = board_.predictions();
    const squeeze::Prediction& last = board_.last_prediction();
    const squeeze::OutputFormat& output = board_.image().output;
    const uint16_t best = last.top[0];
    squeeze::ShownAnswer answer;
    answer.label = squeeze::label_of(board_.image(), best);
    answer.probability = static_cast<float>(last.scores[best] - output.zero_point) * output.scale;
    answer.is_sure = last.is_sure;
    answer.microseconds = last.inference_microseconds;
    display_.show_prediction(answer);
}

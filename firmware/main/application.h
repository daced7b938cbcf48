// The board's program: what it starts with, and what it does over and over.
#pragma once

#include "action_pins.h"
#include "button.h"
#include "camera.h"
#include "classifier/classifier.h"
#include "display.h"
#include "light.h"
#include "squeeze/board.h"
#include "squeeze/link_session.h"
#include "uart_line.h"
#include "usb_line.h"

class Application : public squeeze::Actor {
  public:
    // `link_baud` is the speed at which the link begins.
    Application(squeeze::Board& board, squeeze::Classifier& classifier, uint32_t link_baud);

    // Starts ports first, so that whatever fails later can be said; then, with a sound image, all that its
    // board block names, and the model.
    void start(bool has_image, const squeeze::ArenaMemory& arenas);
    // One turn: answers what has arrived, looks at the button, asks for an image if somebody watches or if
    // there is something to do for what is seen, and predicts one that has come.
    void turn();
    void set_pin(uint8_t pin, bool high) override;
    void write_line(uint16_t class_number, std::string_view line) override;
    // To be called while the model runs.
    static void while_running();

  private:
    struct Link {
        Port& port;
        squeeze::LinkSession session;
        bool open;
    };

    void start_model(const squeeze::ArenaMemory& arenas);
    void start_actions();
    void report_memory(const squeeze::ArenaMemory& arenas);
    // Whether anything arrived.
    bool listen(Link& link);
    void say_what_was_logged();
    // Predicts the image that the camera was asked for, once it is there; whether there was one.
    bool shoot();
    void send_shot(const CameraFrame& frame, const squeeze::Prediction& prediction);
    void show_last_prediction();

    squeeze::Board& board_;
    squeeze::Classifier& classifier_;
    UartLine uart_;
    UsbLine usb_;
    Link links_[2];
    BoardCamera camera_;
    Button button_;
    Display display_;
    ActionPins pins_;
    bool for_all_ = false;  // after the button: the next image goes to everybody who listens
    uint32_t shots_ = 0;
    uint32_t shown_ = 0;
};

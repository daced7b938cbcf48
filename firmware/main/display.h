// A small display, if the board has one.
#pragma once

#include <optional>

#include "esp_lcd_types.h"
#include "squeeze/board_block.h"
#include "squeeze/screen.h"

class Display {
  public:
    // False when the board should have a display and it does not answer.
    bool start(const squeeze::BoardBlock& board);
    void show_prediction(const squeeze::ShownAnswer& answer);
    void show_notice(std::string_view headline, std::string_view line);

  private:
    bool start_panel(const squeeze::BoardBlock& board);
    bool send();
    void show();

    esp_lcd_panel_handle_t panel_ = nullptr;
    std::optional<squeeze::Screen> screen_;  // empty without a display that answers
};

# The portable part of the firmware, for the chip's build and for the computer's.
set(SQUEEZE_SOURCES
    actions.cc
    board.cc
    board_block.cc
    byte_reader.cc
    byte_writer.cc
    cobs.cc
    crc32.cc
    font.cc
    frame.cc
    link_session.cc
    messages.cc
    model_image.cc
    image.cc
    ranking.cc
    screen.cc
    sha256.cc
    text.cc
    utf8.cc
)
list(TRANSFORM SQUEEZE_SOURCES PREPEND "${CMAKE_CURRENT_LIST_DIR}/src/")
set(SQUEEZE_INCLUDE "${CMAKE_CURRENT_LIST_DIR}/include")

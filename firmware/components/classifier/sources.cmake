# The classifier, for the chip's build and for the computer's.
set(CLASSIFIER_SOURCES arenas.cc classifier.cc model_check.cc operator_clock.cc operators.cc tflm_words.cc)
list(TRANSFORM CLASSIFIER_SOURCES PREPEND "${CMAKE_CURRENT_LIST_DIR}/src/")
set(CLASSIFIER_INCLUDE "${CMAKE_CURRENT_LIST_DIR}/include")

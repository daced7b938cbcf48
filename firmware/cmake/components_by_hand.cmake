# Without the component manager (IDF_COMPONENT_MANAGER=0): components of Espressif's registry that were put into the
# folder EXTRA_COMPONENT_DIRS by hand, each under its own name. The manager makes them part of the build and tells
# them of each other by itself.

# Before project(): those that are there become part of the build.
function(take_components_by_hand variable)
    foreach(name IN ITEMS esp-tflite-micro esp-nn esp32-camera esp_jpeg)
        if("$ENV{IDF_COMPONENT_MANAGER}" STREQUAL "0" AND EXISTS "${EXTRA_COMPONENT_DIRS}/${name}")
            list(APPEND ${variable} ${name})
        endif()
    endforeach()
    set(${variable} ${${variable}} PARENT_SCOPE)
endfunction()

# After project(): `user` may use `used`, if both are part of the build under these names.
function(give_component_by_hand user used)
    idf_build_get_property(components BUILD_COMPONENTS)
    if(user IN_LIST components AND used IN_LIST components)
        idf_component_get_property(library ${user} COMPONENT_LIB)
        target_link_libraries(${library} PRIVATE idf::${used})
    endif()
endfunction()

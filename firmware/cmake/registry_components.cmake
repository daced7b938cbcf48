# The name by which a build knows a component of Espressif's registry: `name` where it was put by hand,
# espressif__`name` where the component manager put it, empty where the build does not have it.
function(find_registry_component variable name)
    set(${variable} "" PARENT_SCOPE)
    foreach(candidate IN ITEMS ${name} espressif__${name})
        # ESP-IDF asks for the needs of all components that it has found before it chooses those of a build.
        if(CMAKE_BUILD_EARLY_EXPANSION)
            idf_build_get_property(found __COMPONENT_TARGETS)
            list(FILTER found INCLUDE REGEX "^___idf_${candidate}$")
        else()
            idf_build_get_property(found BUILD_COMPONENTS)
            list(FILTER found INCLUDE REGEX "^${candidate}$")
        endif()
        if(found)
            set(${variable} ${candidate} PARENT_SCOPE)
        endif()
    endforeach()
endfunction()

# What the component manager does with the dependencies that a manifest names, for where it does not run.
function(give_component user used)
    idf_component_get_property(library ${user} COMPONENT_LIB)
    target_link_libraries(${library} PRIVATE idf::${used})
endfunction()

# One QML module of ours, as a static library with its plugin beside it.
#
# palang_qml_module(NAME URI Palang.X [QML files…] [SOURCES files…] [SINGLETONS files…] [LIBS targets…] [DEPENDS URIs…])
#   DEPENDS: modules whose types the C++ types mention. NAME becomes the library; a program links it with palang_link_qml(program NAME…), which adds the plugin too: without it a
#   static module is not found at run time. Every QML and C++ file is remembered for translation.
function(palang_qml_module name)
  cmake_parse_arguments(arg "" "URI" "QML;SOURCES;SINGLETONS;LIBS;DEPENDS" ${ARGN})
  set_source_files_properties(${arg_SINGLETONS} PROPERTIES QT_QML_SINGLETON_TYPE TRUE)
  if(CMAKE_BUILD_TYPE STREQUAL "Debug")
    set(ahead_of_time NO_CACHEGEN) # Compiling QML ahead takes minutes and gains nothing for tests.
  endif()
  qt_add_library(${name} STATIC)
  qt_add_qml_module(${name}
    URI ${arg_URI}
    VERSION 1.0
    RESOURCE_PREFIX /qt/qml
    ${ahead_of_time}
    DEPENDENCIES QtQuick ${arg_DEPENDS}
    QML_FILES ${arg_SINGLETONS} ${arg_QML}
    SOURCES ${arg_SOURCES})
  target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}" PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
  target_link_libraries(${name} PUBLIC Qt6::Quick ${arg_LIBS} PRIVATE project_options)
  palang_silence_generated(${name})
  palang_translate(${arg_SINGLETONS} ${arg_QML} ${arg_SOURCES})
endfunction()

# What Qt's QML compiler writes shadows names; that is not ours to judge.
function(palang_silence_generated name)
  get_target_property(sources ${name} SOURCES)
  list(FILTER sources INCLUDE REGEX "/qmlcache/")
  set_source_files_properties(${sources} PROPERTIES COMPILE_OPTIONS "-w")
endfunction()

# Adds files of the current folder to what lupdate reads.
function(palang_translate)
  foreach(file IN LISTS ARGN)
    set_property(GLOBAL APPEND PROPERTY PALANG_TRANSLATED "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
  endforeach()
endfunction()

function(palang_link_qml program)
  foreach(module IN LISTS ARGN)
    target_link_libraries(${program} PRIVATE ${module} ${module}plugin)
  endforeach()
endfunction()

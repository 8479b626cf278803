# The three kinds of target the project has. Every folder's CMakeLists.txt makes one call, and that call is
# the only place that says what the folder may use.
include_guard(GLOBAL)

# How all of our code is compiled; never applied to anyone else's.
add_library(swb_flags INTERFACE)
target_compile_options(swb_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align
    -Wconversion -Wno-sign-conversion -Wdouble-promotion -Wformat=2 -Wimplicit-fallthrough
    $<$<BOOL:${SWB_WARNINGS_AS_ERRORS}>:-Werror>)
target_compile_definitions(swb_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_FOREACH QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    SWB_VERSION="${PROJECT_VERSION}")
target_include_directories(swb_flags INTERFACE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/ui)
if(SWB_SANITIZE)
    target_compile_options(swb_flags INTERFACE -fsanitize=${SWB_SANITIZE} -fno-omit-frame-pointer)
    if(SWB_SANITIZE MATCHES undefined)
        target_compile_options(swb_flags INTERFACE -fno-sanitize-recover=undefined)
    endif()
    target_link_options(swb_flags INTERFACE -fsanitize=${SWB_SANITIZE})
endif()

# What users run is hardened as Debian hardens its own programs (dpkg-buildflags).
if(UNIX AND NOT SWB_SANITIZE)
    set(for_users $<CONFIG:Release,RelWithDebInfo,MinSizeRel>)
    target_compile_options(swb_flags INTERFACE
        "$<${for_users}:-fstack-protector-strong;-Werror=format-security;-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2>")
    if(NOT APPLE)
        target_link_options(swb_flags INTERFACE "$<${for_users}:LINKER:-z,relro,-z,now>")
    endif()
endif()

# swb_library(base SOURCES a.cpp … USES Qt6::Core [PRIVATE_USES ICU::uc])
function(swb_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;USES;PRIVATE_USES" ${ARGN})
    add_library(swb_${name} STATIC ${ARG_SOURCES})
    add_library(swb::${name} ALIAS swb_${name})
    target_link_libraries(swb_${name} PUBLIC ${ARG_USES} PRIVATE swb_flags ${ARG_PRIVATE_USES})
endfunction()

# swb_program(swb SOURCES main.cpp USES swb::cli)
function(swb_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;USES" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE swb_flags ${ARG_USES})
endfunction()

# swb_test(tst_hex SOURCES tst_hex.cpp USES swb::codec [TIMEOUT 60] [LABELS gui]): a Qt Test program.
function(swb_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;USES;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${name} PRIVATE swb_flags Qt6::Test ${ARG_USES})
    add_test(NAME ${name} COMMAND ${name})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qpa.*=false;SWB_PROGRAMS=${CMAKE_BINARY_DIR}/bin")
endfunction()

# swb_script_test(peers SCRIPT test_peers.py [TIMEOUT 300]): a python3 program of plain sockets against our programs.
function(swb_script_test name)
    cmake_parse_arguments(ARG "" "SCRIPT;TIMEOUT" "LABELS" ${ARGN})
    add_test(NAME ${name} COMMAND python3 -B ${CMAKE_CURRENT_SOURCE_DIR}/${ARG_SCRIPT})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;SWB_PROGRAMS=${CMAKE_BINARY_DIR}/bin")
endfunction()

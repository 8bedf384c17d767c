# SPDX-License-Identifier: GPL-3.0-or-later

# moc 6.4 stumbles over <concepts> where that is the first standard header of a file; it needs
# nothing from it.
set(CMAKE_AUTOMOC_MOC_OPTIONS "-D_GLIBCXX_CONCEPTS")

# add_core_library(signal SOURCES a.cpp … DEPENDS core::base … PRIVATE PkgConfig::FFTW …)
# makes the static library of one room of core and its alias core::signal.
function(add_core_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;PRIVATE" ${ARGN})
    add_library(spall_${name} STATIC ${ARG_SOURCES})
    add_library(core::${name} ALIAS spall_${name})
    target_include_directories(spall_${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(spall_${name} PUBLIC ${ARG_DEPENDS} PRIVATE spall_warnings ${ARG_PRIVATE})
endfunction()

# add_spall_test(core.signal.windows windows_test.cpp LIBS core::signal [LABEL unit])
# makes one Qt Test program and its CTest of the same name.
function(add_spall_test name source)
    cmake_parse_arguments(ARG "" "LABEL;TIMEOUT" "LIBS;DEFINES" ${ARGN})
    string(REPLACE "." "_" target "test_${name}")
    add_executable(${target} ${source})
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
    target_compile_definitions(${target} PRIVATE
        SPALL_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ${ARG_DEFINES})
    target_link_libraries(${target} PRIVATE ${ARG_LIBS} Qt6::Test spall_warnings)
    run_spall_test(${name} ${target} LABEL "${ARG_LABEL}" TIMEOUT "${ARG_TIMEOUT}")
endfunction()

# run_spall_test(ui.window.screens_200 test_ui_window_screens [LABEL ui] [ENVIRONMENT QT_SCALE_FACTOR=2])
# runs a test program without a display and with one limit of time, that of CTest (120 s).
function(run_spall_test name target)
    cmake_parse_arguments(ARG "" "LABEL;TIMEOUT" "ENVIRONMENT" ${ARGN})
    if(NOT ARG_LABEL)
        set(ARG_LABEL unit)
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    if(SPALL_SANITIZE)
        math(EXPR ARG_TIMEOUT "5 * ${ARG_TIMEOUT}") # that code is so much slower
    endif()
    add_test(NAME ${name} COMMAND ${target})
    set(environment
        QT_QPA_PLATFORM=offscreen
        QTEST_FUNCTION_TIMEOUT=${ARG_TIMEOUT}000
        OMP_WAIT_POLICY=passive
        OPENBLAS_NUM_THREADS=1
        ASAN_OPTIONS=allocator_may_return_null=1 # as without: libraries that ask for too much see it
        LSAN_OPTIONS=print_suppressions=0:use_tls=0:suppressions=${PROJECT_SOURCE_DIR}/tests/leaks_of_libraries.txt
        ${ARG_ENVIRONMENT})
    set_tests_properties(${name} PROPERTIES
        LABELS ${ARG_LABEL} TIMEOUT ${ARG_TIMEOUT} ENVIRONMENT "${environment}")
endfunction()

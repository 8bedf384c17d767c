# SPDX-License-Identifier: GPL-3.0-or-later
add_library(spall_warnings INTERFACE)
target_compile_options(spall_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 takes std::string's own copying for overlapping memory (GCC bug 105651).
    target_compile_options(spall_warnings INTERFACE -Wno-restrict)
endif()
if(SPALL_WERROR)
    target_compile_options(spall_warnings INTERFACE -Werror)
endif()
if(SPALL_SANITIZE)
    add_compile_options(-fsanitize=${SPALL_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${SPALL_SANITIZE})
endif()

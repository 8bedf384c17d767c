# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DTOY=<scratch folder> -P boundaries_test.cmake
# Builds a small tree that keeps every rule, then breaks one rule at a time and expects
# boundaries.cmake to name the broken one.
cmake_minimum_required(VERSION 3.25)

set(failures "")

function(write_clean_tree)
    file(REMOVE_RECURSE ${TOY})
    file(WRITE ${TOY}/core/base/result.h "#include <string>\n#include <tl/expected.hpp>\n")
    file(WRITE ${TOY}/core/io/read.h "#include \"core/base/result.h\"\n")
    file(WRITE ${TOY}/core/score/fuse.h "#include \"core/base/result.h\"\n")
    file(WRITE ${TOY}/core/nn/torch.h "#include <ATen/core/ivalue.h>\n#include <torch/torch.h>\n")
    file(WRITE ${TOY}/core/nn/encoder.h "#include \"core/nn/torch.h\"\n")
    file(WRITE ${TOY}/core/train/engine.h "#include \"core/score/fuse.h\"\n")
    file(WRITE ${TOY}/core/train/trainer.cpp
        "#include \"core/train/engine.h\"\n#include \"core/nn/encoder.h\"\n")
    file(WRITE ${TOY}/core/pipeline/analysis.cpp
        "#include \"core/io/read.h\"\n#include \"core/train/engine.h\"\n")
    file(WRITE ${TOY}/ui/document/settings_store.cpp "#include <QSettings>\nQSettings settings;\n")
    file(WRITE ${TOY}/core/base/disk_posix.cpp "#include <fcntl.h>\n#include <sys/stat.h>\n#include <unistd.h>\n")
    file(WRITE ${TOY}/ui/CMakeLists.txt "# not Qt6::Network\ntarget_link_libraries(ui PRIVATE Qt6::Widgets)\n")
    file(WRITE ${TOY}/ui/plot/plot.cpp
        "#include \"core/train/engine.h\"\n#include <QWidget>\n#include <qcustomplot.h>\n#include \"plot.moc\"\n")
    file(WRITE ${TOY}/app/main.cpp
        "#include \"ui/plot/plot.h\"\n// not through QSettings\n#include <QApplication>\n")
endfunction()

function(run_check out_code out_text)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -DROOT=${TOY} -P ${CMAKE_CURRENT_LIST_DIR}/boundaries.cmake
        RESULT_VARIABLE code OUTPUT_VARIABLE text ERROR_VARIABLE text)
    # message(FATAL_ERROR) wraps long lines.
    string(REGEX REPLACE "[ \n]+" " " text "${text}")
    set(${out_code} ${code} PARENT_SCOPE)
    set(${out_text} "${text}" PARENT_SCOPE)
endfunction()

# Adds `line` to `file` of the clean tree and expects a failure that says `complaint`.
macro(expect_breach file line complaint)
    write_clean_tree()
    file(APPEND ${TOY}/${file} "${line}\n")
    run_check(code text)
    string(FIND "${text}" "${file}: ${complaint}" at)
    if(code EQUAL 0)
        list(APPEND failures "  allowed in ${file}: ${line}")
    elseif(at EQUAL -1)
        list(APPEND failures "  ${file} with ${line} should be told '${complaint}', but: ${text}")
    endif()
endmacro()

write_clean_tree()
run_check(code text)
if(NOT code EQUAL 0)
    list(APPEND failures "  the clean tree is refused: ${text}")
endif()

expect_breach(core/base/result.h "#include <QString>" "core must not include Qt (QString)")
expect_breach(core/base/result.h "#include <QtCore/QString>" "core must not include Qt")
expect_breach(core/base/result.h "#  include <qglobal.h>" "core must not include Qt")
expect_breach(core/base/result.h "#include \"core/io/read.h\"" "base must not include core/io/read.h")
expect_breach(core/score/fuse.h "#include \"core/io/read.h\"" "score must not include core/io/read.h")
expect_breach(core/io/read.h "#include \"core/score/fuse.h\"" "io must not include core/score/fuse.h")
expect_breach(core/nn/encoder.h "#include \"core/train/engine.h\"" "nn must not include core/train")
expect_breach(core/train/trainer.cpp "#include \"core/pipeline/model.h\"" "train must not include")
expect_breach(core/base/result.h "#include \"ui/plot/plot.h\"" "core must not include ui/plot/plot.h")
expect_breach(core/pipeline/analysis.cpp "#include \"app/cli.h\"" "core must not include app/cli.h")
expect_breach(core/vibes/feel.h "#include <string>" "lies in a room of core that is not in the order")
expect_breach(core/loose.h "#include <string>" "lies in no room of core")
expect_breach(core/nn/encoder.h "#include <torch/nn.h>" "torch comes in through core/nn/torch.h")
expect_breach(core/train/trainer.cpp "#include <ATen/ATen.h>" "torch comes in through core/nn/torch.h")
expect_breach(core/pipeline/analysis.cpp "#include \"core/nn/torch.h\"" "must not include core/nn/torch.h")
expect_breach(core/pipeline/analysis.cpp "#include \"core/nn/encoder.h\"" "must not include core/nn/encoder.h")
expect_breach(app/main.cpp "#include \"core/nn/encoder.h\"" "Qt and torch must not meet in one file")
# The engine's face must stay free of torch for all who use it.
write_clean_tree()
file(APPEND ${TOY}/core/train/engine.h "#include \"core/nn/encoder.h\"\n")
run_check(code text)
foreach(user core/pipeline/analysis.cpp ui/plot/plot.cpp)
    string(FIND "${text}" "${user}: must not include core/train/engine.h: it brings torch" at)
    if(at EQUAL -1)
        list(APPEND failures "  torch may reach ${user} through core/train/engine.h")
    endif()
endforeach()
expect_breach(ui/plot/plot.cpp "#include \"core/nn/preset.h\"" "ui must not include core/nn/preset.h")
expect_breach(ui/plot/plot.cpp "#include \"app/cli.h\"" "ui must not include app/cli.h")
expect_breach(ui/plot/plot.cpp "#include \"../theme.h\"" "\"../theme.h\" must be named from the root")
expect_breach(ui/plot/plot.cpp "#include \"theme.h\"" "\"theme.h\" must be named from the root")
expect_breach(ui/plot/plot.cpp "#include <QSettings>" "QSettings stays in ui/document/settings_store")
expect_breach(app/main.cpp "int x = QSettings().status();" "QSettings stays in")
expect_breach(ui/document/settings_store.cpp "#include <qcustomplot.h>" "QCustomPlot stays in")

expect_breach(core/base/result.h "#include <unistd.h>" "unistd.h is POSIX and stays in files named")
expect_breach(core/io/read.h "#include <sys/mman.h>" "sys/mman.h is POSIX and stays in files named")
expect_breach(app/main.cpp "# include <fcntl.h>" "fcntl.h is POSIX and stays in files named")
expect_breach(core/base/disk_posix.cpp "#include <sys/socket.h>" "nothing here uses the network (sys/socket.h)")
expect_breach(core/base/disk_posix.cpp "#include <netdb.h>" "nothing here uses the network (netdb.h)")
expect_breach(core/base/disk_posix.cpp "#include <arpa/inet.h>" "nothing here uses the network (arpa/inet.h)")
foreach(header QtNetwork QTcpSocket QNetworkAccessManager QLocalServer QHostAddress
        QtNetwork/QSslSocket)
    expect_breach(ui/plot/plot.cpp "#include <${header}>" "nothing here uses the network (${header})")
endforeach()
expect_breach(ui/CMakeLists.txt "target_link_libraries(ui PRIVATE Qt6::Network)" "no library for the network")
expect_breach(installer/cmake/Dependencies.cmake "find_package(Qt6 REQUIRED COMPONENTS Core Network)" "no library for the network")

if(failures)
    list(JOIN failures "\n" text)
    message(FATAL_ERROR "the boundary check is blind:\n${text}")
endif()
message(STATUS "every rule is noticed when broken")

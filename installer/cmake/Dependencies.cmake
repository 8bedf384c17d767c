# SPDX-License-Identifier: GPL-3.0-or-later
# Every dependency, with its Debian package.
find_package(PkgConfig REQUIRED)                     # pkg-config
find_package(Threads REQUIRED)
find_package(tl-expected REQUIRED)                   # libexpected-dev
find_package(fmt REQUIRED)                           # libfmt-dev
find_package(nlohmann_json REQUIRED)                 # nlohmann-json3-dev
find_package(CLI11 REQUIRED)                         # libcli11-dev
find_package(Eigen3 REQUIRED NO_MODULE)              # libeigen3-dev
find_package(OpenSSL REQUIRED COMPONENTS Crypto)     # libssl-dev: SHA-256
pkg_check_modules(FFTW REQUIRED IMPORTED_TARGET fftw3)    # libfftw3-dev
pkg_check_modules(FFTWF REQUIRED IMPORTED_TARGET fftw3f)
pkg_check_modules(MATIO REQUIRED IMPORTED_TARGET matio)   # libmatio-dev
pkg_check_modules(SNDFILE REQUIRED IMPORTED_TARGET sndfile) # libsndfile1-dev
find_package(BLAS REQUIRED)                          # libopenblas0-pthread, through libblas.so.3
find_package(Torch 1.13 REQUIRED)                    # libtorch-dev

if(SPALL_BUILD_UI)
    # qt6-base-dev qt6-charts-dev qt6-svg-dev qt6-multimedia-dev qt6-tools-dev qt6-l10n-tools
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Charts Svg PrintSupport Multimedia
                                             DBus LinguistTools)
    find_package(QCustomPlotQt6 REQUIRED)            # libqcustomplot-dev
endif()
if(SPALL_BUILD_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Test)
endif()

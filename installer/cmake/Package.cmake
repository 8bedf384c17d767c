# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed, and the Debian package made of it.
include(GNUInstallDirs)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # package.sh has built what is packed; tests are not

install(TARGETS spall RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# Where core/train/engine_loader_posix.cpp looks for it from the program's own folder.
install(TARGETS spall_engine LIBRARY DESTINATION lib/spall)

set(linux ${PROJECT_SOURCE_DIR}/installer/linux)
install(FILES ${linux}/spall.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${linux}/spall.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
install(FILES ${linux}/io.github.spall.Spall.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/spall.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${linux}/spall.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
    RENAME spall)
install(FILES ${linux}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/spall)

# Debian wants manuals and change logs packed, without a time stamp.
find_program(GZIP_PROGRAM gzip)
if(GZIP_PROGRAM)
    foreach(text IN ITEMS spall.1 changelog)
        add_custom_command(OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/package/${text}.gz
            COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/package
            COMMAND ${GZIP_PROGRAM} -9nc ${linux}/${text} > ${CMAKE_CURRENT_BINARY_DIR}/package/${text}.gz
            DEPENDS ${linux}/${text} VERBATIM)
        list(APPEND packed ${CMAKE_CURRENT_BINARY_DIR}/package/${text}.gz)
    endforeach()
    add_custom_target(package_texts ALL DEPENDS ${packed})
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/package/spall.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/package/changelog.gz
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/spall)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME spall)
set(CPACK_PACKAGE_VENDOR "The Spall developers")
set(CPACK_PACKAGE_CONTACT "The Spall developers <spall@lists.example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "find bearing faults in vibration recordings")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Open vibration recordings of rolling bearings, train a generative adversarial
network on the healthy part, see what it finds, set the alarm threshold with
the consequences in view, and print the report. Works offline.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON) # of program and training module
# What no linker sees: a quick BLAS, and the type of window and report.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libopenblas0-pthread | libopenblas0, fonts-inter")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-cjk")
include(CPack)

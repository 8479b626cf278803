# What cpack is told. The Debian package is made and tested (packaging/package); the installers for Windows and
# macOS are settings that nobody has run yet.
set(SWB_MAINTAINER "Socket Workbench contributors <contributors@socket-workbench.invalid>" CACHE STRING
    "Who answers for a package: Name <address>. The default has no mailbox behind it.")

set(CPACK_PACKAGE_NAME socket-workbench)
set(CPACK_PACKAGE_VENDOR "Socket Workbench contributors")
set(CPACK_PACKAGE_CONTACT "${SWB_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop bench for sockets")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

if(UNIX AND NOT APPLE)
    set(CPACK_GENERATOR DEB)
    set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
    set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
    set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
    set(CPACK_DEBIAN_PACKAGE_SECTION net)
    file(READ debian/description CPACK_DEBIAN_PACKAGE_DESCRIPTION)
    # What the linker knows comes from the programs; the rest is loaded by name at run time, or only read by others.
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
    set(CPACK_DEBIAN_PACKAGE_DEPENDS "qt6-translations-l10n")
    set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
        "qt6-wayland, fonts-noto-cjk, desktop-file-utils, hicolor-icon-theme, shared-mime-info")
    set(CPACK_DEBIAN_PACKAGE_SUGGESTS "bash-completion, wireshark")
    set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian/documents.cmake)
    set(CPACK_SWB_SOURCE ${PROJECT_SOURCE_DIR})
elseif(WIN32)
    # Untested: nobody has run this yet.
    set(CPACK_GENERATOR NSIS)
    set(CPACK_PACKAGE_INSTALL_DIRECTORY "Socket Workbench")
    set(CPACK_PACKAGE_EXECUTABLES socket-workbench "Socket Workbench")
    set(CPACK_NSIS_DISPLAY_NAME "Socket Workbench")
    set(CPACK_NSIS_INSTALLED_ICON_NAME bin/socket-workbench.exe)
    set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
    set(CPACK_NSIS_MODIFY_PATH ON)
    set_target_properties(socket-workbench PROPERTIES WIN32_EXECUTABLE ON)
elseif(APPLE)
    # Untested: nobody has run this yet.
    set(CPACK_GENERATOR DragNDrop)
    set(CPACK_DMG_VOLUME_NAME "Socket Workbench")
    set(CPACK_DMG_FORMAT UDZO)
    set_target_properties(socket-workbench PROPERTIES
        MACOSX_BUNDLE ON
        MACOSX_BUNDLE_GUI_IDENTIFIER ${app_id}
        MACOSX_BUNDLE_BUNDLE_NAME "Socket Workbench"
        MACOSX_BUNDLE_BUNDLE_VERSION ${PROJECT_VERSION}
        MACOSX_BUNDLE_SHORT_VERSION_STRING ${PROJECT_VERSION})
endif()

# Elsewhere than on Linux the Qt libraries travel with the program; ICU, libdeflate and PCRE2 have to be put beside it.
# Untested, like the two above.
if(NOT UNIX OR APPLE)
    qt_generate_deploy_app_script(TARGET socket-workbench FILENAME_VARIABLE deploy_script NO_UNSUPPORTED_PLATFORM_ERROR)
    install(SCRIPT ${deploy_script})
endif()

include(CPack)

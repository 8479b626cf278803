# Runs in cpack between installing and packing: adds the documents Debian asks for and compresses what it wants
# compressed. The date is SOURCE_DATE_EPOCH where that is set.
set(root "${CPACK_TEMPORARY_INSTALL_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX}")
set(documents "${root}/share/doc/${CPACK_PACKAGE_NAME}")

string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)

configure_file("${CPACK_SWB_SOURCE}/packaging/debian/copyright" "${documents}/copyright" COPYONLY)
configure_file("${CPACK_SWB_SOURCE}/CHANGELOG.md" "${documents}/changelog" COPYONLY)
configure_file("${CPACK_SWB_SOURCE}/packaging/debian/changelog.in" "${documents}/changelog.Debian" @ONLY)
configure_file("${CPACK_SWB_SOURCE}/packaging/debian/lintian-overrides"
    "${root}/share/lintian/overrides/${CPACK_PACKAGE_NAME}" COPYONLY)

file(GLOB manuals "${root}/share/man/man1/*.1")
foreach(document IN ITEMS "${documents}/changelog" "${documents}/changelog.Debian" LISTS manuals)
    execute_process(COMMAND gzip --best --no-name "${document}" COMMAND_ERROR_IS_FATAL ANY)
endforeach()

# Whatever the umask of whoever makes the package.
file(CHMOD_RECURSE "${documents}" "${root}/share/lintian" "${root}/share/man"
    FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
file(CHMOD_RECURSE "${root}"
    DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

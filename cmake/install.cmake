# Libraries, headers and what finds them: find_package(Entente), pkg-config.
include(CMakePackageConfigHelpers)

foreach(layer ontology extract export)
  set_target_properties(entente_${layer} PROPERTIES EXPORT_NAME ${layer})
  install(TARGETS entente_${layer} EXPORT EntenteTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/${layer}/include/entente DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
endforeach()

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Entente)
install(EXPORT EntenteTargets NAMESPACE Entente:: DESTINATION ${package_dir})
configure_package_config_file(cmake/EntenteConfig.cmake.in ${PROJECT_BINARY_DIR}/generated/EntenteConfig.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/generated/EntenteConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/generated/EntenteConfig.cmake ${PROJECT_BINARY_DIR}/generated/EntenteConfigVersion.cmake
  DESTINATION ${package_dir})

# The .pc file finds its prefix by itself, so that the tree can be installed or moved anywhere.
file(RELATIVE_PATH ENTENTE_PC_PREFIX /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(cmake/entente.pc.in ${PROJECT_BINARY_DIR}/generated/entente.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/generated/entente.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

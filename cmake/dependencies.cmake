# Every third party, found with a message that names Debian's package. Each one is linked by exactly one
# folder of src/.
set(missing "")

find_package(PkgConfig QUIET)
if(NOT PKG_CONFIG_FOUND)
  message(FATAL_ERROR "pkg-config is missing. On Debian: apt-get install pkg-config, or run script/bootstrap.")
endif()

# require_pkg(PREFIX debian-package module...): a library that describes itself by pkg-config.
macro(require_pkg prefix package)
  pkg_check_modules(${prefix} QUIET IMPORTED_TARGET ${ARGN})
  if(NOT ${prefix}_FOUND)
    list(APPEND missing ${package})
  endif()
endmacro()

# Not find_package(igraph): Debian's igraph-config.cmake (0.10.2) names libglpk.so and libplfit.so, which
# libigraph-dev does not bring in, so that linking fails.
require_pkg(IGRAPH libigraph-dev "igraph >= 0.10")
require_pkg(GRAPHVIZ libgraphviz-dev libgvc libcgraph)
require_pkg(CLP coinor-libclp-dev clp coinutils)
require_pkg(RSVG librsvg2-dev librsvg-2.0 cairo cairo-pdf)
require_pkg(ICU libicu-dev icu-uc icu-i18n)
require_pkg(EXPAT libexpat1-dev "expat >= 2.4")
require_pkg(ZIP libzip-dev libzip)

find_path(FCCP_INCLUDE_DIR NAMES libfccp/csv.h)
if(NOT FCCP_INCLUDE_DIR)
  list(APPEND missing libfccp-dev)
endif()
# ReadStat describes itself to nobody: found by its header and its library.
find_path(READSTAT_INCLUDE_DIR NAMES readstat.h)
find_library(READSTAT_LIBRARY NAMES readstat)
if(NOT READSTAT_INCLUDE_DIR OR NOT READSTAT_LIBRARY)
  list(APPEND missing libreadstat-dev)
endif()
find_path(TOMLPLUSPLUS_INCLUDE_DIR NAMES toml++/toml.h)
if(NOT TOMLPLUSPLUS_INCLUDE_DIR)
  list(APPEND missing libtomlplusplus-dev)
endif()
foreach(entry "CLI11=libcli11-dev" "fmt=libfmt-dev" "nlohmann_json=nlohmann-json3-dev" "Threads=g++")
  string(REPLACE "=" ";" entry "${entry}")
  list(GET entry 0 name)
  find_package(${name} QUIET)
  if(NOT ${name}_FOUND)
    list(GET entry 1 package)
    list(APPEND missing ${package})
  endif()
endforeach()

if(missing)
  list(JOIN missing " " packages)
  message(FATAL_ERROR "Missing libraries. On Debian: apt-get install ${packages}, or run script/bootstrap.")
endif()
pkg_get_variable(GRAPHVIZ_LIBDIR libgvc libdir)

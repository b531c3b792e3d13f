# Writes OUTPUT, a C++ file that holds the style and the script of report.html:
#     cmake -DPAGE=src/report/page/assets -DOUTPUT=… -P embed_page.cmake
# The script's files share one function scope; main.js, the last, starts the page.
set(scripts data.js dom.js timeline.js state.js network.js figure.js gathered.js zoom.js colors.js filters.js search.js paths.js
    removal.js explorer.js tables.js pages.js explained.js card.js downloads.js cite.js charts.js fold.js address.js main.js)

set(script "(() => {\n\"use strict\";\n")
foreach(name IN LISTS scripts)
  file(READ ${PAGE}/${name} text)
  string(APPEND script "${text}\n")
endforeach()
string(APPEND script "})();")
file(READ ${PAGE}/page.css style)

foreach(text IN ITEMS script style)
  if("${${text}}" MATCHES "\\)entente\"|</script|</style|<!--")
    message(FATAL_ERROR "The ${text} of the report holds a sequence that would end it early.")
  endif()
endforeach()
# By which the page's content-security policy knows them.
foreach(text IN ITEMS script style)
  string(SHA256 digest "${${text}}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1, " ${text}_digest "${digest}")
endforeach()
# The standard asks compilers for no more than 65,536 characters; those that build this take any number.
file(WRITE ${OUTPUT} "#include \"report/page/assets.hpp\"\n\n#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\nnamespace entente::report {\n\nconst std::string_view page_style = R\"entente(${style})entente\";\n\nconst std::string_view page_script = R\"entente(${script})entente\";\n\nconst Digest page_style_digest{${style_digest}};\n\nconst Digest page_script_digest{${script_digest}};\n\n}  // namespace entente::report\n")

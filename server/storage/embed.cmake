# cmake -DOUT=… -DROOT=db -DMIGRATIONS=a;b -DDEMO=c -P embed.cmake: writes the files into one C++ source.
function(table name folder files out)
  set(body "constexpr embedded_file ${name}[] = {\n")
  foreach(file IN LISTS files)
    file(READ "${ROOT}/${folder}/${file}" content)
    string(APPEND body "    {\"${file}\", R\"embedded(${content})embedded\"},\n")
  endforeach()
  set(${out} "${body}};\n" PARENT_SCOPE)
endfunction()

table(migrations migrations "${MIGRATIONS}" migrations)
table(demo demo "${DEMO}" demo)
file(WRITE "${OUT}" "// Made from db/ by server/storage/embed.cmake.
#include \"server/storage/soci/migrations.hpp\"

namespace palang::storage {

namespace {

${migrations}
${demo}
} // namespace

std::span<const embedded_file> migration_files() { return migrations; }
std::span<const embedded_file> demo_files() { return demo; }

} // namespace palang::storage
")

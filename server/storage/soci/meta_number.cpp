#include "server/storage/soci/meta_number.hpp"

namespace palang::storage {

meta_number::meta_number(connection& db, const std::string& name)
    : get_{db, "SELECT content FROM meta WHERE name = '" + name + "'"},
      change_{db, "UPDATE meta SET content = :value WHERE name = '" + name + "'"},
      insert_{db, "INSERT INTO meta (name, content) VALUES ('" + name + "', :value)"} {}

std::optional<integer> meta_number::get() {
  return get_.one() ? std::optional{std::stoll(std::get<0>(get_.out))} : std::nullopt;
}

void meta_number::put(integer value) {
  const bool is_there = get().has_value();
  auto& how = is_there ? change_ : insert_;
  how.in = {std::to_string(value)};
  how.run();
}

} // namespace palang::storage

#include "tests/bench/year_facts.hpp"

#include <fstream>

namespace palang::bench {

std::optional<year_facts> read_facts(const std::string& file) {
  std::ifstream in{file};
  year_facts out;
  std::int64_t from = 0;
  std::int64_t to = 0;
  if (!(in >> out.sessions >> from >> to >> out.some_shift))
    return std::nullopt;
  out.from = from_ms(from);
  out.to = from_ms(to);
  for (std::string user; in >> user;)
    out.users.push_back(user);
  return out;
}

void write_facts(const std::string& file, const year_facts& year) {
  std::ofstream out{file};
  out << year.sessions << ' ' << to_ms(year.from) << ' ' << to_ms(year.to) << ' '
      << year.some_shift;
  for (const auto& user : year.users)
    out << ' ' << user;
}

} // namespace palang::bench

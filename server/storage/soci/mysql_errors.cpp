#include "server/storage/soci/mysql_errors.hpp"

#include <algorithm>
#include <span>
#include <string>

namespace palang::storage {

namespace {

/// Numbers that mean the same to us, and what we say beside the server's own words.
struct meaning {
  std::span<const unsigned> numbers;
  errc code;
  bool must_reconnect;
  std::string_view advice;
};

// From 1000 on the server speaks, from 2000 on the client library, from 3000 on MySQL's server
// alone and from 4000 on MariaDB's; below 1000 it is the storage engine or the operating system.
constexpr unsigned beaten[]{1020, 1213, 1412};
constexpr unsigned locked[]{1205, 1206, 1614, 1969, 3024, 3572};
constexpr unsigned gone[]{1040, 1053, 1077, 1079, 1129, 1152, 1158, 1159, 1160,
                          1161, 1184, 1203, 1226, 1927, 2002, 2003, 2004, 2005,
                          2006, 2012, 2013, 2014, 2026, 2027, 2055};
constexpr unsigned refused[]{1044, 1045, 1130, 1142, 1143, 1227, 1251, 1524,
                             1698, 1820, 1862, 2049, 2054, 2059, 3118, 4151};
constexpr unsigned missing[]{1049};
constexpr unsigned read_only[]{1290, 1792, 1836, 3100};
constexpr unsigned full[]{28, 1021, 1114};
constexpr unsigned not_written[]{3, 1026, 1030, 1180};
constexpr unsigned out_of_memory[]{5, 1037, 1038, 1041, 1135};
constexpr unsigned without_quorum[]{1047};
constexpr unsigned foreign_schema[]{1054, 1072, 1091, 1109, 1146, 1364, 1932};
constexpr unsigned damaged[]{126, 127, 134, 144, 145, 1033, 1034, 1035, 1194, 1195, 1712, 1877};

constexpr meaning meanings[]{
    {beaten, errc::busy, false, "another transaction was in the way"},
    {locked, errc::db_unavailable, false, "another client holds what is needed"},
    {gone, errc::db_unavailable, true, "the database server does not answer"},
    {refused, errc::db_unavailable, true,
     "the database server refuses the user: look at db, PALANG_DB_PASSWORD and the user's grants"},
    {missing, errc::db_unavailable, true, "the server has no such database: create it first"},
    {read_only, errc::db_unavailable, false, "the database server takes no writes"},
    {full, errc::db_unavailable, false, "disk full: the database server has no room"},
    {not_written, errc::db_unavailable, false,
     "the database server could not write: look at its disk"},
    {out_of_memory, errc::db_unavailable, false, "the database server is out of memory"},
    {without_quorum, errc::db_unavailable, true, "the cluster has no majority here"},
    {foreign_schema, errc::corrupt, false, "the tables are not Palang's: run palangd check"},
    {damaged, errc::corrupt, false, "a table is damaged; stop the server and repair or restore"},
};

bool is_one_of(std::span<const unsigned> numbers, unsigned number) {
  return std::ranges::find(numbers, number) != numbers.end();
}

const meaning* meaning_of(unsigned number) {
  const auto* found = std::ranges::find_if(
      meanings, [number](const meaning& m) { return is_one_of(m.numbers, number); });
  return found == std::end(meanings) ? nullptr : found;
}

} // namespace

failure classify_mysql(unsigned number, std::string_view text) {
  auto message = "database error " + std::to_string(number) + ": " + std::string{text};
  const auto* known = meaning_of(number);
  if (!known)
    return {{errc::internal, std::move(message), ""}, false};
  return {{known->code, std::string{known->advice} + " (" + message + ")", ""},
          known->must_reconnect,
          is_one_of(full, number),
          is_one_of(locked, number) || is_one_of(beaten, number)};
}

bool is_there_already(unsigned number) noexcept {
  constexpr unsigned table = 1050;
  constexpr unsigned column = 1060;
  constexpr unsigned index = 1061;
  return number == table || number == column || number == index;
}

} // namespace palang::storage

#include "server/storage/soci/long_spans.hpp"

#include "shared/core/clock.hpp"

namespace palang::storage::spans {

namespace {

/// How long after the beginning of its span an hour is.
std::string into_sql(const std::string& hour, milliseconds length) {
  return "(" + hour + " - (" + std::to_string(origin.count()) + ")) % "
         + std::to_string(length.count());
}

} // namespace

std::string day_sql(const std::string& hour) {
  return hour + " - " + into_sql(hour, day);
}

std::string week_sql(const std::string& hour) {
  return hour + " - " + into_sql(hour, week);
}

std::string part_sql(const std::string& hour) {
  const auto cut = std::to_string(last_cut.count());
  const auto into = into_sql(hour, day);
  return hour + " - CASE WHEN " + into + " > " + cut + " THEN " + into + " - " + cut
         + " ELSE 0 END";
}

} // namespace palang::storage::spans

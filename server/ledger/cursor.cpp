#include "server/ledger/cursor.hpp"

#include "server/ledger/try.hpp"
#include "shared/protocol/limits.hpp"

#include <charconv>

namespace palang::ledger {

result<std::int64_t> number_cursor(std::string_view text) {
  std::int64_t number = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc{} || read.ptr != end)
    return fail(errc::invalid, "this is no cursor of this list", "data.after");
  return number;
}

result<pair_cursor> split_cursor(std::string_view text) {
  const auto dot = text.find('.');
  if (dot == std::string_view::npos)
    return fail(errc::invalid, "this is no cursor of this list", "data.after");
  PALANG_TRY(number, number_cursor(text.substr(0, dot)));
  return pair_cursor{number, text.substr(dot + 1)};
}

std::string make_cursor(std::int64_t number, std::string_view rest) {
  return std::to_string(number).append(".").append(rest);
}

result<std::optional<storage::page_cursor>> cursor_of(const protocol::page& p) {
  if (!p.after)
    return std::nullopt;
  PALANG_TRY(cursor, split_cursor(*p.after));
  const auto id = parse_uuid(cursor.rest);
  if (!id)
    return fail(errc::invalid, "this is no cursor of this list", "data.after");
  return storage::page_cursor{from_ms(cursor.number), *id};
}

std::string make_cursor(instant at, const uuid& id) {
  return make_cursor(to_ms(at), to_string(id));
}

result<void> check_page(const protocol::page& p) {
  if (p.limit < 1 || p.limit > static_cast<std::int64_t>(protocol::limits::max_list_limit))
    return fail(errc::invalid, "a page has 1 to 200 items", "data.limit");
  if (p.from && p.to && *p.from > *p.to)
    return fail(errc::invalid, "from lies after to", "data.from");
  return {};
}

std::string encoded_page(std::string_view name, const std::vector<std::string>& items,
                         const std::optional<std::string>& next) {
  return protocol::object({{name, protocol::array(items)}, {"next", protocol::text_or_null(next)}});
}

} // namespace palang::ledger

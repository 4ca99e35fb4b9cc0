#pragma once

#include "server/storage/page_cursor.hpp"
#include "shared/core/result.hpp"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/messages.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Cursors of paged lists: opaque to clients, one or two words here.
namespace palang::ledger {

/// Errors: invalid, field "data.after".
[[nodiscard]] result<std::int64_t> number_cursor(std::string_view text);

struct pair_cursor {
  std::int64_t number = 0;
  std::string_view rest;
};
/// "number.rest". Errors: invalid, field "data.after".
[[nodiscard]] result<pair_cursor> split_cursor(std::string_view text);
[[nodiscard]] std::string make_cursor(std::int64_t number, std::string_view rest);

/// Of lists whose rows have a moment and an id. Errors: invalid, field "data.after".
[[nodiscard]] result<std::optional<storage::page_cursor>> cursor_of(const protocol::page& p);
[[nodiscard]] std::string make_cursor(instant at, const uuid& id);

/// Errors: invalid, field "data.limit" or "data.from".
[[nodiscard]] result<void> check_page(const protocol::page& p);

/// `{"<name>": […], "next": …}`
[[nodiscard]] std::string encoded_page(std::string_view name, const std::vector<std::string>& items,
                                       const std::optional<std::string>& next);

/// Each item encoded.
template <class T>
[[nodiscard]] std::vector<std::string> encoded_items(const std::vector<T>& items) {
  std::vector<std::string> out;
  out.reserve(items.size());
  for (const auto& item : items)
    out.push_back(protocol::encode(item));
  return out;
}

/// `{"<name>": […]}`
template <class T>
[[nodiscard]] std::string encoded_list(std::string_view name, const std::vector<T>& items) {
  return protocol::object({{name, protocol::array(encoded_items(items))}});
}

} // namespace palang::ledger

#pragma once

#include "server/storage/soci/meta_number.hpp"
#include "server/storage/soci/session_filter_row.hpp"

#include <optional>
#include <string>
#include <vector>

namespace palang::storage {

/// Sessions by a part of their plate: by way of plate_parts, and of the few sessions that are not
/// indexed yet (plate_index.hpp). Members throw as SOCI does.
class plate_sessions {
public:
  explicit plate_sessions(connection& db);

  /// See session_queries::left_containing.
  [[nodiscard]] std::vector<protocol::session>
  left(const std::string& part, session_queries::maybe_status status, std::size_t limit);
  /// A page of the filter, whose plate_part is set. nullopt: so many plates have the part that any
  /// order of all sessions comes upon one soon.
  [[nodiscard]] std::optional<session_page> page(const session_filter& filter);

private:
  struct list_row {
    text from1, to1, from2, to2;
    integer indexed = 0;
    text like;
    session_filter_row rest;
    auto fields() {
      return std::tuple_cat(std::tie(from1, to1, from2, to2, indexed, like), rest.fields());
    }
  };

  meta_number indexed_;
  statement<std::tuple<text, text>, std::tuple<integer>> count_;
  statement<std::tuple<text, text, text, text, integer>, session_row> left_;
  statement<std::tuple<integer, text, text, text, integer>, session_row> left_lately_;
  statement<list_row, listed_session_row> by_entry_;
  statement<list_row, listed_session_row> by_exit_;
};

} // namespace palang::storage

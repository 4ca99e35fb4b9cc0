#pragma once

#include "tests/ttlock_sim/api/routes.hpp"

#include <cstdint>
#include <optional>
#include <string>

/// Reading a request's fields.
namespace palang::ttlock_sim {

/// Empty when it is absent.
[[nodiscard]] std::string text_field(const form_fields& fields, const std::string& name);
/// nullopt when absent or empty; errcode -3 when it is no whole number.
[[nodiscard]] tl::expected<std::optional<std::int64_t>, int> number_field(const form_fields& fields,
                                                                          const std::string& name);

struct page {
  std::size_t number = 1;
  std::size_t size = 20;
};
/// Errcode -3 outside 1 … `largest`.
[[nodiscard]] tl::expected<page, int> page_of(const form_fields& fields, std::int64_t largest);
/// `list`, `pageNo`, `pageSize`, `pages`, `total`.
[[nodiscard]] json paged(json list, const page& which, std::size_t total);
/// Keeps the page's part of `all`.
[[nodiscard]] json cut_page(const json& all, const page& which);

} // namespace palang::ttlock_sim

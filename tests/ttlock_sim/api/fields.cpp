#include "tests/ttlock_sim/api/fields.hpp"

#include "tests/ttlock_sim/model/errcodes.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace palang::ttlock_sim {

std::string text_field(const form_fields& fields, const std::string& name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string{} : found->second;
}

tl::expected<std::optional<std::int64_t>, int> number_field(const form_fields& fields,
                                                            const std::string& name) {
  const auto text = text_field(fields, name);
  if (text.empty())
    return std::nullopt;
  std::int64_t value = 0;
  const auto* const end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, value);
  if (failure != std::errc{} || stop != end)
    return tl::unexpected(errcode::bad_parameter);
  return value;
}

tl::expected<page, int> page_of(const form_fields& fields, std::int64_t largest) {
  const auto number = number_field(fields, "pageNo");
  const auto size = number_field(fields, "pageSize");
  if (!number || !size)
    return tl::unexpected(errcode::bad_parameter);
  const auto no = number->value_or(1);
  const auto rows = size->value_or(20);
  if (no < 1 || no > 1'000'000 || rows < 1 || rows > largest)
    return tl::unexpected(errcode::bad_parameter);
  return page{static_cast<std::size_t>(no), static_cast<std::size_t>(rows)};
}

json paged(json list, const page& which, std::size_t total) {
  json reply;
  reply["list"] = std::move(list);
  reply["pageNo"] = which.number;
  reply["pageSize"] = which.size;
  reply["pages"] = (total + which.size - 1) / which.size;
  reply["total"] = total;
  return reply;
}

json cut_page(const json& all, const page& which) {
  auto part = json::array();
  const auto first = std::min(all.size(), (which.number - 1) * which.size);
  const auto last = std::min(all.size(), first + which.size);
  for (auto i = first; i < last; ++i)
    part.push_back(all[i]);
  return part;
}

} // namespace palang::ttlock_sim

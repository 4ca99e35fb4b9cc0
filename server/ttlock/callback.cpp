#include "server/ttlock/callback.hpp"

#include "server/ttlock/fields.hpp"
#include "server/ttlock/form.hpp"
#include "server/ttlock/mask.hpp"
#include "server/ttlock/record_reader.hpp"
#include "server/ttlock/text.hpp"
#include "shared/protocol/json_document.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace palang::ttlock {

namespace {

constexpr auto ruined_list = "records is not a JSON array";

enum class notice : std::uint8_t { none = 0, records = 1, gateway = 2 };

/// A body with every form of it made alike.
struct opened_body {
  json fields = json::object();   ///< The first of each name that is not empty, but no records.
  std::vector<json> record_lists; ///< Parsed, empty ones left out.
  std::vector<std::string> ruined_lists; ///< Masked.
};

bool is_nothing(const json& value) {
  if (!value.is_string())
    return value.is_null() || (value.is_structured() && value.empty());
  const auto text = trimmed(value.get_ref<const std::string&>());
  return text.empty() || text == "null";
}

/// Records come as text inside a form, and as text inside text from proxies that mean well.
json unwrapped(json value) {
  constexpr int layers = 3;
  for (int i = 0; i < layers && value.is_string() && !is_nothing(value); ++i)
    value = parse_json(value.get_ref<const std::string&>());
  return value;
}

void add_records(opened_body& body, const json& value) {
  if (is_nothing(value))
    return;
  auto list = unwrapped(value);
  if (is_nothing(list) && !list.is_null())
    return;
  if (list.is_array() || list.is_object())
    body.record_lists.push_back(std::move(list));
  else
    body.ruined_lists.push_back(masked(protocol::dump_json(value)));
}

void add_field(opened_body& body, const std::string& name, const json& value) {
  if (name == "records")
    return add_records(body, value);
  auto& known = body.fields[name];
  if (is_nothing(known))
    known = value;
}

bool add_json(opened_body& body, const json& root) {
  if (root.is_array())
    add_records(body, root);
  if (root.is_object())
    for (const auto& [name, value] : root.items())
      add_field(body, name, value);
  return root.is_array() || root.is_object();
}

/// A form names its fields; prose does not.
bool is_form(const form& fields) {
  return std::ranges::any_of(fields, [](const auto& field) {
    return field.first == "records" || field.first == "notifyType" || !field.second.empty();
  });
}

/// False: neither a form nor JSON.
bool open_body(opened_body& body, std::string_view text, std::string_view content_type) {
  const bool is_json = lower_case(content_type).find("json") != std::string::npos;
  if (is_json || text.front() == '{' || text.front() == '[')
    if (add_json(body, parse_json(text)))
      return true;
  if (text.front() == '{' || text.front() == '[')
    return false;
  const auto fields = parse_form(text);
  for (const auto& [name, value] : fields)
    add_field(body, cut(cleaned(name), max_text_bytes), cleaned(value));
  return is_form(fields);
}

callback_reject reject(std::string reason, std::string_view body) {
  return {std::move(reason), masked(body)};
}

std::size_t count_records(const opened_body& body) {
  std::size_t count = 0;
  for (const auto& list : body.record_lists)
    count += list.is_array() ? list.size() : 1;
  return count;
}

void take_records(callback& into, const opened_body& body, const credential_key& key) {
  const lock_context around{text_of(body.fields, "lockId"), text_of(body.fields, "lockMac")};
  for (const auto& list : body.record_lists) {
    auto batch = read_records(list, around, key);
    std::ranges::move(batch.records, std::back_inserter(into.batch.records));
    std::ranges::move(batch.unreadable, std::back_inserter(into.batch.unreadable));
  }
  for (const auto& text : body.ruined_lists)
    into.batch.unreadable.push_back({ruined_list, text});
}

std::optional<gateway_notice> gateway_in(const json& fields) {
  auto id = text_of(fields, "gatewayId");
  const auto is_online = flag_of(fields, "isOnline");
  if (id.empty() || !is_online)
    return std::nullopt;
  return gateway_notice{std::move(id),
                        text_of(fields, "gatewayName"),
                        text_of(fields, "gatewayMac"),
                        code_of(fields, "gatewayVersion"),
                        text_of(fields, "networkName"),
                        *is_online};
}

void take_notice(callback& into, const opened_body& body, int type) {
  if (type == static_cast<int>(notice::gateway))
    into.gateway = gateway_in(body.fields);
  const bool is_known = into.gateway || type == static_cast<int>(notice::records);
  if (!is_known && !body.fields.empty())
    into.others.push_back({type, masked(protocol::dump_json(body.fields))});
}

} // namespace

tl::expected<callback, callback_reject>
read_callback(std::string_view body, std::string_view content_type, const credential_key& key) {
  if (body.size() > max_callback_bytes)
    return tl::unexpected(reject("longer than 1 MiB", body.substr(0, max_masked_bytes)));
  const auto text = trimmed(body);
  callback read;
  opened_body opened;
  if (text.empty()) {
    read.is_empty = true;
    return read;
  }
  if (!open_body(opened, text, content_type))
    return tl::unexpected(reject("neither a form nor JSON", text));
  if (!opened.ruined_lists.empty() && opened.record_lists.empty())
    return tl::unexpected(reject(ruined_list, text));
  if (count_records(opened) > max_callback_records)
    return tl::unexpected(reject("too many records", text));

  take_records(read, opened, key);
  const bool has_records = !opened.record_lists.empty();
  const int type = code_of(opened.fields, "notifyType");
  if (type != 0 || !has_records)
    take_notice(read, opened, type);
  read.is_empty = !has_records && !read.gateway && read.others.empty();
  return read;
}

} // namespace palang::ttlock

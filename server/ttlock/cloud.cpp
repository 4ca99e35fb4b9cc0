#include "server/ttlock/cloud.hpp"

#include "server/ttlock/form.hpp"
#include "server/ttlock/record_reader.hpp"
#include "server/ttlock/reply.hpp"

#include <limits>
#include <utility>

namespace palang::ttlock {

namespace {

using verb = http_request::verb;

struct operation {
  call_kind kind;
  verb method;
  const char* path;
  milliseconds timeout;
  bool is_command = false; ///< Moves something: never sent twice by itself.
};

constexpr operation list_locks{call_kind::locks, verb::get, "/v3/lock/list", read_timeout};
constexpr operation list_gateways{call_kind::gateways, verb::get, "/v3/gateway/list", read_timeout};
constexpr operation list_by_lock{call_kind::links, verb::get, "/v3/gateway/listByLock",
                                 read_timeout};
constexpr operation list_by_gateway{call_kind::links, verb::get, "/v3/gateway/listLock",
                                    read_timeout};
constexpr operation list_records{call_kind::records, verb::get, "/v3/lockRecord/list",
                                 read_timeout};
constexpr operation unlock_lock{call_kind::unlock, verb::post, "/v3/lock/unlock", command_timeout,
                                true};
constexpr operation query_state{call_kind::open_state, verb::get, "/v3/lock/queryOpenState",
                                command_timeout};
constexpr operation query_date{call_kind::lock_date, verb::get, "/v3/lock/queryDate",
                               command_timeout};
constexpr operation update_date{call_kind::set_lock_date, verb::post, "/v3/lock/updateDate",
                                command_timeout};

cloud_error unreadable(const char* what) {
  return make_error(failure::unreadable, std::string{"a reply without "} + what);
}

const json* list_in(const json& root) {
  const auto found = root.find("list");
  return found != root.end() && found->is_array() ? &*found : nullptr;
}

std::string name_in(const json& item, const char* first, const char* second) {
  auto name = text_of(item, first);
  return name.empty() ? text_of(item, second) : name;
}

/// A full page without a count may have a successor; asking for one too many does no harm.
int pages_in(const json& root, std::size_t items, int page_number, int page_size) {
  if (const auto pages = integer_of(root, "pages"))
    return std::in_range<int>(*pages) ? static_cast<int>(*pages) : std::numeric_limits<int>::max();
  return std::cmp_less(items, page_size) ? page_number : page_number + 1;
}

cloud_lock lock_in(const json& item) {
  cloud_lock lock;
  lock.id = text_of(item, "lockId");
  lock.name = name_in(item, "lockAlias", "lockName");
  lock.mac = text_of(item, "lockMac");
  lock.battery = percent_of(item, "electricQuantity");
  lock.has_gateway = flag_of(item, "hasGateway").value_or(false);
  if (const auto offset = integer_of(item, "timezoneRawOffset"))
    lock.utc_offset = milliseconds{*offset};
  return lock;
}

cloud_gateway gateway_in(const json& item) {
  return {text_of(item, "gatewayId"),   name_in(item, "gatewayName", "gatewayMac"),
          text_of(item, "gatewayMac"),  code_of(item, "gatewayVersion"),
          text_of(item, "networkName"), flag_of(item, "isOnline").value_or(false),
          code_of(item, "lockNum")};
}

std::optional<int> signal_in(const json& item) {
  const int rssi = code_of(item, "rssi");
  return rssi < 0 ? std::optional{rssi} : std::nullopt;
}

radio_link gateway_link_in(const json& item) {
  return {text_of(item, "gatewayId"), name_in(item, "gatewayName", "gatewayMac"),
          text_of(item, "gatewayMac"), signal_in(item), instant_of(item, "rssiUpdateDate")};
}

radio_link lock_link_in(const json& item) {
  return {text_of(item, "lockId"), name_in(item, "lockAlias", "lockName"), text_of(item, "lockMac"),
          signal_in(item), instant_of(item, "updateDate")};
}

/// Items without an id are of no use.
template <class Read>
auto items_in(const json& list, Read read) {
  std::vector<decltype(read(list))> items;
  for (const auto& entry : list)
    if (auto item = read(entry); !item.id.empty())
      items.push_back(std::move(item));
  return items;
}

} // namespace

struct cloud::impl {
  [[nodiscard]] reply<json> call(const operation& what, const form& extra);
  [[nodiscard]] reply<json> call_with(const operation& what, const form& extra,
                                      const std::string& token);
  [[nodiscard]] http_request request_of(const operation& what, const form& extra,
                                        const std::string& token) const;
  template <class Read>
  [[nodiscard]] auto list(const operation& what, const form& extra, Read read)
      -> reply<std::vector<decltype(read(json{}))>>;
  template <class Read>
  [[nodiscard]] auto list_page(const operation& what, int page_number, int page_size, Read read)
      -> reply<page<decltype(read(json{}))>>;
  [[nodiscard]] reply<instant> date(const operation& what, const std::string& lock_id);

  std::unique_ptr<http_client> http;
  token_source& tokens;
  std::string client_id;
  const palang::clock& clock;
  call_hook hook;
  credential_key key;
};

http_request cloud::impl::request_of(const operation& what, const form& extra,
                                     const std::string& token) const {
  form fields{{"clientId", client_id}, {"accessToken", token}};
  fields.insert(fields.end(), extra.begin(), extra.end());
  fields.emplace_back("date", std::to_string(to_ms(clock.now())));
  http_request request{what.method, what.path, {}, {}};
  if (what.method == verb::get)
    request.target += '?' + encode_form(fields);
  else
    request.body = encode_form(fields);
  if (!what.is_command)
    request.may_repeat = [this, kind = what.kind] { return !hook || hook(kind); };
  return request;
}

cloud::reply<json> cloud::impl::call_with(const operation& what, const form& extra,
                                          const std::string& token) {
  if (hook && !hook(what.kind))
    return tl::unexpected(make_error(failure::withheld, std::string{ttlock::to_string(what.kind)}));
  const auto request = request_of(what, extra, token);
  return read_reply(http->send(request, what.timeout), what.is_command, clock.now());
}

cloud::reply<json> cloud::impl::call(const operation& what, const form& extra) {
  auto token = tokens.get();
  if (!token)
    return tl::unexpected(token.error());
  auto answer = call_with(what, extra, *token);
  if (answer || answer.error().what != failure::token || !tokens.reject(*token))
    return answer;
  token = tokens.get();
  if (!token)
    return tl::unexpected(token.error());
  return call_with(what, extra, *token);
}

template <class Read>
auto cloud::impl::list(const operation& what, const form& extra, Read read)
    -> reply<std::vector<decltype(read(json{}))>> {
  const auto root = call(what, extra);
  if (!root)
    return tl::unexpected(root.error());
  const auto* items = list_in(*root);
  if (items == nullptr)
    return tl::unexpected(unreadable("list"));
  return items_in(*items, read);
}

template <class Read>
auto cloud::impl::list_page(const operation& what, int page_number, int page_size, Read read)
    -> reply<page<decltype(read(json{}))>> {
  const auto root = call(what, {{"pageNo", std::to_string(page_number)},
                                {"pageSize", std::to_string(page_size)},
                                {"orderBy", "0"}});
  if (!root)
    return tl::unexpected(root.error());
  const auto* items = list_in(*root);
  if (items == nullptr)
    return tl::unexpected(unreadable("list"));
  page<decltype(read(json{}))> got;
  got.items = items_in(*items, read);
  got.number = page_number;
  got.pages = pages_in(*root, items->size(), page_number, page_size);
  got.total = integer_of(*root, "total").value_or(std::ssize(got.items));
  return got;
}

cloud::reply<instant> cloud::impl::date(const operation& what, const std::string& lock_id) {
  const auto root = call(what, {{"lockId", lock_id}});
  if (!root)
    return tl::unexpected(root.error());
  const auto date = instant_of(*root, "date");
  if (!date)
    return tl::unexpected(unreadable("date"));
  return *date;
}

cloud::cloud(std::unique_ptr<http_client> http, token_source& tokens, std::string client_id,
             const palang::clock& clock, call_hook hook, const credential_key& key)
    : impl_{std::make_unique<impl>(
        impl{std::move(http), tokens, std::move(client_id), clock, std::move(hook), key})} {}

cloud::~cloud() = default;
cloud::cloud(cloud&&) noexcept = default;
cloud& cloud::operator=(cloud&&) noexcept = default;

cloud::reply<void> cloud::keep_token() {
  return impl_->tokens.keep();
}

cloud::reply<page<cloud_lock>> cloud::locks(int page_number) {
  return impl_->list_page(list_locks, page_number, lock_page_size, lock_in);
}

cloud::reply<page<cloud_gateway>> cloud::gateways(int page_number) {
  return impl_->list_page(list_gateways, page_number, gateway_page_size, gateway_in);
}

cloud::reply<std::vector<radio_link>> cloud::gateways_of(const std::string& lock_id) {
  return impl_->list(list_by_lock, {{"lockId", lock_id}}, gateway_link_in);
}

cloud::reply<std::vector<radio_link>> cloud::locks_of(const std::string& gateway_id) {
  return impl_->list(list_by_gateway, {{"gatewayId", gateway_id}}, lock_link_in);
}

cloud::reply<record_page> cloud::records(const std::string& lock_id, instant from, instant to,
                                         int page_number) {
  const auto root = impl_->call(list_records, {{"lockId", lock_id},
                                               {"startDate", std::to_string(to_ms(from))},
                                               {"endDate", std::to_string(to_ms(to))},
                                               {"pageNo", std::to_string(page_number)},
                                               {"pageSize", std::to_string(record_page_size)}});
  if (!root)
    return tl::unexpected(root.error());
  const auto* items = list_in(*root);
  if (items == nullptr)
    return tl::unexpected(unreadable("list"));
  record_page got{read_records(*items, {lock_id, {}}, impl_->key)};
  got.number = page_number;
  got.pages = pages_in(*root, items->size(), page_number, record_page_size);
  got.total = integer_of(*root, "total").value_or(std::ssize(*items));
  return got;
}

cloud::reply<void> cloud::unlock(const std::string& lock_id) {
  const auto root = impl_->call(unlock_lock, {{"lockId", lock_id}});
  if (!root)
    return tl::unexpected(root.error());
  return {};
}

cloud::reply<open_state> cloud::state_of(const std::string& lock_id) {
  const auto root = impl_->call(query_state, {{"lockId", lock_id}});
  if (!root)
    return tl::unexpected(root.error());
  const auto state = integer_of(*root, "state");
  if (!state)
    return tl::unexpected(unreadable("state"));
  open_state got{*state == 0 ? bolt::locked : *state == 1 ? bolt::unlocked : bolt::unknown, {}};
  if (const auto sensor = integer_of(*root, "sensorState");
      sensor && (*sensor == 0 || *sensor == 1))
    got.is_door_open = *sensor == 0;
  return got;
}

cloud::reply<instant> cloud::date_of(const std::string& lock_id) {
  return impl_->date(query_date, lock_id);
}

cloud::reply<instant> cloud::set_date_of(const std::string& lock_id) {
  return impl_->date(update_date, lock_id);
}

} // namespace palang::ttlock

#include "tests/system/lock_site.hpp"

#include <stdexcept>
#include <thread>

namespace palang::testing {

namespace {

using json = sim_control::json;

constexpr auto secret = "callback-secret";
constexpr std::array gates{"in-1", "in-2", "out-1", "out-2"};

/// What takes minutes in earnest takes a moment.
json fast() {
  return json::parse(R"({
    "upload": {"prompt": {"least_ms": 5, "most_ms": 50, "slow_probability": 0, "slow_most_ms": 0},
               "backlog": {"least_ms": 50, "most_ms": 300}},
    "callback": {"after": {"least_ms": 5, "most_ms": 30}, "backlog_gap_ms": 5},
    "gateway": {"list_offline": {"least_ms": 200, "most_ms": 400}, "list_online": {"least_ms": 0, "most_ms": 50},
                "offline_notice_ms": 600, "online_notice_ms": 20},
    "command": {"takes": {"least_ms": 20, "most_ms": 60}, "timeout_ms": 500}
  })");
}

void bind_lock(const lock_site& site, const std::string& gate, const std::string& lock) {
  process::options o;
  o.arguments = {PALANG_BIN_DIR "/palangd", "lock", "bind", gate, lock, "--data",
                 site.server.data_dir()};
  const auto more = site.database.arguments();
  o.arguments.insert(o.arguments.end(), more.begin(), more.end());
  o.environment = site.database.environment();
  process binding{o};
  if (binding.wait(std::chrono::seconds{30}) != 0)
    throw std::runtime_error("a lock cannot be bound");
}

std::string tail_of(const json& record) {
  const auto digits = record.value("passcode", json{});
  if (!digits.is_string())
    return "";
  const auto text = digits.get<std::string>();
  return text.size() < 4 ? "" : text.substr(text.size() - 2);
}

} // namespace

lock_site::lock_site(const json& settings, std::vector<std::string> more, const std::string& pace) {
  server.stop();
  const auto callback =
      "http://127.0.0.1:" + std::to_string(server.intake_port()) + "/ttlock/callback/" + secret;
  sim = std::make_unique<sim_process>(std::string{},
                                      std::vector<std::string>{"--callback-url", callback});
  world = std::make_unique<sim_control>(sim->control_port());
  world->set(fast());
  if (!settings.empty())
    world->set(settings);
  for (std::size_t i = 0; i < gates.size(); ++i)
    bind_lock(*this, gates[i], std::to_string(7000001 + i));
  more.insert(more.end(), {"--ttlock-url", sim->cloud_url(), "--ttlock-pace", pace});
  const auto place = database.arguments();
  more.insert(more.end(), place.begin(), place.end());
  auto secrets = database.environment();
  secrets.insert({{"PALANG_TTLOCK_CLIENT_ID", "sim-client"},
                  {"PALANG_TTLOCK_CLIENT_SECRET", "sim-secret"},
                  {"PALANG_TTLOCK_USERNAME", "admin@example.com"},
                  {"PALANG_TTLOCK_PASSWORD", "sim-password"},
                  {"PALANG_TTLOCK_CALLBACK_SECRET", secret}});
  server.set(std::move(more), std::move(secrets));
  server.start();
  if (!eventually([&] {
        const auto listed = json::parse(supervisor().ask(protocol::lock_list{}));
        return listed["locks"].size() == gates.size()
               && std::ranges::all_of(
                   listed["locks"], [](const json& lock) { return !lock["gateway_ids"].empty(); });
      }))
    throw std::runtime_error("the locks were not discovered");
}

protocol_client& lock_site::supervisor() {
  if (!supervisor_)
    supervisor_ = std::make_unique<protocol_client>(
        server.client_port(), log_in(server.client_port(), {"wati", "palang-demo", {}, {}}).token,
        std::vector<std::string>{});
  return *supervisor_;
}

std::multiset<record_name> lock_site::made() {
  std::multiset<record_name> out;
  const auto truth = world->truth();
  for (const auto& r : truth["records"])
    if (r["squeezed_ms"].is_null())
      out.emplace(std::to_string(r["lock_id"].get<std::int64_t>()), r["lock_date_ms"],
                  r["type_from_lock"], r["success"], tail_of(r));
  return out;
}

std::multiset<record_name> lock_site::known() {
  std::multiset<record_name> out;
  for (std::size_t i = 0; i < gates.size(); ++i) {
    protocol::lock_records page;
    page.lock_id = std::to_string(7000001 + i);
    page.window.limit = 200;
    do {
      const auto listed = json::parse(supervisor().ask(page));
      for (const auto& r : listed["records"])
        out.emplace(r["lock_id"], r["lock_at"], r["type_from_lock"], r["success"],
                    r.value("credential_tail", json{}).is_string()
                        ? r["credential_tail"].get<std::string>()
                        : std::string{});
      page.window.after.reset();
      if (!listed["next"].is_null())
        page.window.after = listed["next"].get<std::string>();
    } while (page.window.after);
  }
  return out;
}

std::vector<protocol::alert> lock_site::alerts(protocol::alert_kind kind, bool is_open) {
  protocol::alert_list what;
  what.kind = kind;
  if (is_open)
    what.is_open = true;
  what.window.limit = 200;
  std::vector<protocol::alert> out;
  const auto items = protocol::items_of(supervisor().ask(what), "alerts");
  for (const auto& item : items.value())
    out.push_back(protocol::decode_alert(item).value());
  return out;
}

bool lock_site::eventually(const std::function<bool()>& holds, std::chrono::milliseconds limit) {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > end)
      return false;
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
  }
  return true;
}

protocol::accepted lock_site::submit(protocol::submit_data data) {
  supervisor().send(submit_now(std::move(data)));
  const auto answer = supervisor().next_answer();
  if (const auto* refused = std::get_if<protocol::rejected>(&answer))
    throw std::runtime_error(refused->why.message);
  return std::get<protocol::accepted>(answer);
}

} // namespace palang::testing

#include "server/config/command_line.hpp"

#include "server/config/endpoint.hpp"
#include "server/config/secret.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>
#include <memory>
#include <type_traits>

namespace palang::config {

namespace {

constexpr auto version = "palangd 0.1.0";

// A setting's words are joined by `-`; the file may also write `_`; the environment has PALANG_ and
// capitals.

std::string with_underscores(std::string name) {
  std::ranges::replace(name, '-', '_');
  return name;
}

std::string variable_of(const std::string& name) {
  auto variable = "PALANG_" + with_underscores(name);
  std::ranges::transform(variable, variable.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return variable;
}

template <class T>
CLI::Option* add_setting(CLI::App& app, const std::string& name, T& value,
                         const std::string& text) {
  const auto under = with_underscores(name);
  const auto names = under == name ? "--" + name : "--" + name + ",--" + under;
  CLI::Option* option = nullptr;
  if constexpr (std::is_same_v<T, bool>)
    option = app.add_flag(names, value, text);
  else
    option = app.add_option(names, value, text)->capture_default_str();
  return option->envname(variable_of(name));
}

void add_endpoint(CLI::App& app, const std::string& name, endpoint& value,
                  const std::string& text) {
  const auto take = [&value](const std::string& written) {
    const auto parsed = parse_endpoint(written);
    if (parsed)
      value = *parsed;
    return parsed.has_value();
  };
  const auto is_endpoint = [](const std::string& written) {
    return parse_endpoint(written) ? std::string{}
                                   : written + " is no ADDRESS:PORT with a numeric address";
  };
  app.add_option_function<std::string>("--" + name, take, text)
      ->check(is_endpoint)
      ->type_name("ADDR:PORT")
      ->default_str(to_string(value))
      ->envname(variable_of(name));
}

void add_settings(CLI::App& app, settings& s, std::string& data) {
  app.set_config("--config", "", "TOML file with any of these settings")->envname("PALANG_CONFIG");
  app.allow_config_extras(CLI::config_extras_mode::error);
  add_setting(app, "data", data, "Folder that holds everything: database, photos, logs");
  add_setting(app, "demo", s.is_demo, "Load the demo site into an empty database");
  add_endpoint(app, "listen", s.client, "Clients");
  add_endpoint(app, "intake", s.intake, "TTLock's cloud, behind a reverse proxy");
  add_endpoint(app, "ops", s.ops, "Monitoring");
  add_setting(app, "tls-certificate", s.tls_certificate,
              "PEM file; with tls-key every listener takes TLS");
  add_setting(app, "tls-key", s.tls_key, "PEM file");
  add_setting(app, "allow-plaintext", s.allow_plaintext,
              "Clients may come from the network without TLS");
  add_setting(app, "max-connections", s.max_connections, "Open connections at most")
      ->check(CLI::PositiveNumber);
  add_setting(app, "messages-per-second", s.messages_per_second, "Of one connection, sustained")
      ->check(CLI::PositiveNumber);
  add_setting(app, "message-burst", s.message_burst, "Of one connection, at once")
      ->check(CLI::PositiveNumber);
  add_setting(app, "db", s.db,
              "sqlite:///absolute/path or mysql://user@host:port/name with its password in "
              "PALANG_DB_PASSWORD; default: palang.db in the data folder");
  add_setting(app, "ttlock-url", s.ttlock_url,
              "TTLock's cloud, e.g. https://euapi.ttlock.com; without it gates have no locks");
  add_setting(app, "ttlock-pace", s.ttlock_pace,
              "For demonstrations: TTLock's waits are this many times shorter")
      ->check(CLI::Range(1.0, 1000.0));
  add_setting(app, "ttlock-monthly-calls", s.ttlock_monthly_calls,
              "Calls a month that the TTLock account pays for")
      ->check(CLI::PositiveNumber);
  add_setting(app, "log-level", s.log_level, "What is logged")
      ->check(CLI::IsMember({"debug", "info", "warn", "error"}));
}

template <class Role>
void add_role(CLI::App& app, Role& value) {
  app.add_option_function<std::string>(
         "--role", [&value](const std::string& word) { value = *protocol::role_from(word); },
         "What the user may do")
      ->check(CLI::IsMember({"attendant", "supervisor", "admin"}));
}

void add_user_commands(CLI::App& app, command& chosen) {
  auto* user =
      app.add_subcommand("user", "Users; passwords come from PALANG_PASSWORD or standard input");
  user->require_subcommand(1);

  auto* add = user->add_subcommand("add", "Create a user");
  auto added = std::make_shared<user_add>();
  add->add_option("username", added->username, "Lower case")->required();
  add->add_option("--name", added->name, "As people call them");
  add_role(*add, added->user_role);
  add->final_callback([&chosen, added] { chosen = *added; });

  auto* set = user->add_subcommand("set", "Change a user");
  auto changed = std::make_shared<user_set>();
  set->add_option("username", changed->username, "Whom")->required();
  set->add_option("--name", changed->name, "As people call them");
  add_role(*set, changed->user_role);
  set->add_flag_callback(
      "--disable", [changed] { changed->is_disabled = true; }, "May not log in any more");
  set->add_flag_callback(
      "--enable", [changed] { changed->is_disabled = false; }, "May log in again");
  set->add_flag("--password", changed->has_new_password, "Take a new password");
  set->final_callback([&chosen, changed] { chosen = *changed; });

  user->add_subcommand("list", "Show all users")->final_callback([&chosen] {
    chosen = user_list{};
  });
}

template <class Command>
void add_device_command(CLI::App& device, command& chosen, const std::string& name,
                        const std::string& text) {
  auto* sub = device.add_subcommand(name, text);
  auto which = std::make_shared<Command>();
  sub->add_option("device", which->device, "Its id or its number")->required();
  sub->final_callback([&chosen, which] { chosen = *which; });
}

void add_device_commands(CLI::App& app, command& chosen) {
  auto* device = app.add_subcommand("device", "Handhelds");
  device->require_subcommand(1);
  device->add_subcommand("list", "Show all devices")->final_callback([&chosen] {
    chosen = device_list{};
  });
  add_device_command<device_approve>(*device, chosen, "approve", "Let a new device work");
  add_device_command<device_revoke>(*device, chosen, "revoke", "Let a device work no more");
  auto* enrol = device->add_subcommand(
      "enrol", "Print a code that approves the device which brings it, once");
  auto code = std::make_shared<device_enrol>(device_enrol{defaults::enrolment_hours});
  enrol->add_option("--hours", code->hours, "How long the code may be used")
      ->check(CLI::Range(1, 24 * 30))
      ->capture_default_str();
  enrol->final_callback([&chosen, code] { chosen = *code; });
}

void add_lock_commands(CLI::App& app, command& chosen) {
  auto* lock = app.add_subcommand("lock", "The gates' locks");
  lock->require_subcommand(1);
  lock->add_subcommand("list", "Show the locks that TTLock's account has")
      ->final_callback([&chosen] { chosen = lock_list{}; });

  auto* bind = lock->add_subcommand("bind", "Say which lock opens a gate");
  auto bound = std::make_shared<lock_bind>();
  bind->add_option("gate", bound->gate, "The gate's id")->required();
  bind->add_option("lock", bound->lock, "TTLock's lockId")->required();
  bind->add_option("--name", bound->name, "As people call the lock");
  bind->final_callback([&chosen, bound] { chosen = *bound; });

  auto* unbind = lock->add_subcommand("unbind", "The gate has no lock any more");
  auto freed = std::make_shared<lock_unbind>();
  unbind->add_option("gate", freed->gate, "The gate's id")->required();
  unbind->final_callback([&chosen, freed] { chosen = *freed; });
}

void add_backup_commands(CLI::App& app, command& chosen) {
  auto* backup_app = app.add_subcommand(
      "backup", "Write one moment of the database into a new file, also while the server runs. "
                "Photos and credential.key are files of their own: copy them, too");
  auto written = std::make_shared<backup>();
  backup_app->add_option("file", written->file, "Where; it must not exist yet")->required();
  backup_app->final_callback([&chosen, written] { chosen = *written; });

  auto* restore_app = app.add_subcommand(
      "restore", "Make the database from a backup, where there is none. Handhelds give back what "
                 "they recorded since. Put photos and credential.key into the data folder first");
  auto read = std::make_shared<restore>();
  restore_app->add_option("file", read->file, "A backup")->required();
  restore_app->final_callback([&chosen, read] { chosen = *read; });
}

void add_migrate_command(CLI::App& app, command& chosen) {
  auto* sub = app.add_subcommand(
      "migrate", "Create or update the database; with --from and --to copy one into another, "
                 "empty one and compare them row by row. Then end");
  auto what = std::make_shared<migrate>();
  const auto* text = "As db; its password in PALANG_";
  auto* from = sub->add_option("--from", what->from, std::string{text} + "FROM_PASSWORD");
  auto* to = sub->add_option("--to", what->to, std::string{text} + "TO_PASSWORD");
  from->needs(to);
  to->needs(from);
  sub->add_flag("--recount", what->is_recounting,
                "Count what reports read anew from sessions and payments")
      ->excludes(from);
  sub->final_callback([&chosen, what] { chosen = *what; });
}

void add_outbox_commands(CLI::App& app, command& chosen) {
  auto* outbox = app.add_subcommand("outbox", "Sealed copies of handhelds' unsent records");
  outbox->require_subcommand(1);
  auto* take = outbox->add_subcommand(
      "import", "Take over what such a file holds; what is here already counts once");
  auto which = std::make_shared<outbox_import>();
  take->add_option("file", which->file, "The sealed file")->required()->check(CLI::ExistingFile);
  take->final_callback([&chosen, which] { chosen = *which; });
}

/// A setting may stand behind any command.
void let_settings_follow(CLI::App& app) {
  for (auto* sub : app.get_subcommands({})) {
    sub->fallthrough();
    let_settings_follow(*sub);
  }
}

void add_commands(CLI::App& app, command& chosen) {
  app.require_subcommand(0, 1);
  app.add_subcommand("serve", "Run the server (what happens without a command)");
  add_migrate_command(app, chosen);
  app.add_subcommand("check", "Look at settings and database, then end")->final_callback([&chosen] {
    chosen = check{};
  });
  add_backup_commands(app, chosen);
  add_user_commands(app, chosen);
  add_device_commands(app, chosen);
  add_lock_commands(app, chosen);
  add_outbox_commands(app, chosen);
  let_settings_follow(app);
}

result<void> take_secrets(settings& s) {
  struct {
    const char* name;
    std::string& value;
  } const secrets[]{{"PALANG_DB_PASSWORD", s.db_password},
                    {"PALANG_FROM_PASSWORD", s.from_password},
                    {"PALANG_TO_PASSWORD", s.to_password},
                    {"PALANG_ADMIN_PASSWORD", s.admin_password},
                    {"PALANG_TTLOCK_CLIENT_ID", s.ttlock_client_id},
                    {"PALANG_TTLOCK_CLIENT_SECRET", s.ttlock_client_secret},
                    {"PALANG_TTLOCK_USERNAME", s.ttlock_username},
                    {"PALANG_TTLOCK_PASSWORD", s.ttlock_password},
                    {"PALANG_TTLOCK_CALLBACK_SECRET", s.ttlock_callback_secret}};
  for (const auto& secret : secrets) {
    auto read = read_secret(secret.name);
    if (!read)
      return fail(read.error());
    secret.value = std::move(*read);
  }
  return {};
}

/// The callback's secret is not needed: records can be pulled alone.
result<void> check_ttlock(const settings& s) {
  if (s.ttlock_url.empty())
    return {};
  if (!is_safe_url(s.ttlock_url))
    return fail(errc::invalid, "must begin with https:// (http:// only to this machine)",
                "ttlock-url");
  const struct {
    const char* name;
    const std::string& value;
  } needed[]{{"PALANG_TTLOCK_CLIENT_ID", s.ttlock_client_id},
             {"PALANG_TTLOCK_CLIENT_SECRET", s.ttlock_client_secret},
             {"PALANG_TTLOCK_USERNAME", s.ttlock_username},
             {"PALANG_TTLOCK_PASSWORD", s.ttlock_password}};
  for (const auto& secret : needed)
    if (secret.value.empty())
      return fail(errc::invalid, "(or the same with _FILE) is required with ttlock-url",
                  secret.name);
  return {};
}

/// What no single setting shows.
result<void> check_together(const settings& s) {
  if (s.data.empty())
    return fail(errc::invalid, "is required: the folder that holds database, photos and logs",
                "data");
  if (s.tls_certificate.empty() != s.tls_key.empty())
    return fail(errc::invalid, "and tls-key go together", "tls-certificate");
  if (!is_loopback(s.client) && s.tls_certificate.empty() && !s.allow_plaintext)
    return fail(errc::invalid,
                to_string(s.client)
                    + " is open to the network without TLS: set tls-certificate and tls-key, or "
                      "allow_plaintext = true if a proxy adds TLS",
                "listen");
  return check_ttlock(s);
}

farewell mistake(const error& why) {
  return {2, "palangd: " + why.field + " " + why.message};
}

} // namespace

std::string database_url(const settings& s) {
  return s.db.empty() ? "sqlite://" + std::filesystem::absolute(s.data / "palang.db").string()
                      : s.db;
}

tl::expected<invocation, farewell> read_command_line(const std::vector<std::string>& arguments) {
  invocation asked;
  std::string data;
  CLI::App app{"Palang, a parking server that never loses a record.", "palangd"};
  app.set_version_flag("--version", version);
  add_settings(app, asked.with, data);
  add_commands(app, asked.what);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(),
                                       arguments.rend())); // CLI11 takes them backwards
  } catch (const CLI::CallForVersion&) {
    return tl::unexpected(farewell{0, version});
  } catch (const CLI::CallForHelp&) {
    return tl::unexpected(farewell{0, app.help()});
  } catch (const CLI::ParseError& e) {
    return tl::unexpected(farewell{2, std::string{"palangd: "} + e.what()});
  }
  asked.with.data = data;
  if (auto taken = take_secrets(asked.with); !taken)
    return tl::unexpected(mistake(taken.error()));
  if (auto fine = check_together(asked.with); !fine)
    return tl::unexpected(mistake(fine.error()));
  return asked;
}

} // namespace palang::config

#include "tests/system/lock_books.hpp"

#include <date/date.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sqlite3.h>
#include <sstream>
#include <stdexcept>

namespace palang::testing {

namespace {

using json = sim_control::json;

/// An alert's times are in whole seconds of the demo's zone, and the lock's clock is an estimate.
constexpr std::chrono::hours zone{7};
constexpr std::int64_t blur_ms = 3'000;

std::string tail_of(const json& passcode) {
  const auto digits = passcode.is_string() ? passcode.get<std::string>() : std::string{};
  return digits.size() < 4 ? "" : digits.substr(digits.size() - 2);
}

std::string name_of(const json& r) {
  return std::to_string(r["lock_id"].get<std::int64_t>()) + "|"
         + std::to_string(r["lock_date_ms"].get<std::int64_t>()) + "|"
         + std::to_string(r["type"].get<int>()) + "|" + (r["success"].get<bool>() ? "1" : "0") + "|"
         + r["username"].get<std::string>() + "|" + tail_of(r["passcode"]);
}

std::int64_t time_after(const std::string& text, const std::string& word) {
  const auto at = text.find(word);
  if (at == std::string::npos)
    throw std::runtime_error("no time in: " + text);
  std::istringstream in{text.substr(at + word.size(), 19)};
  date::sys_seconds local;
  in >> date::parse("%Y-%m-%d %H:%M:%S", local);
  if (in.fail())
    throw std::runtime_error("no time in: " + text);
  return std::chrono::milliseconds{(local - zone).time_since_epoch()}.count();
}

struct told_loss {
  std::string lock_id;
  std::int64_t from_ms = 0;
  std::int64_t to_ms = 0;
  bool is_met = false;
};

std::vector<told_loss> told_losses(lock_site& site) {
  std::vector<told_loss> out;
  for (const auto& alert : site.alerts(protocol::alert_kind::records_lost, false))
    out.push_back({alert.refers.lock_id.value_or(""),
                   time_after(alert.text_en, "records from ") - blur_ms,
                   time_after(alert.text_en, " to ") + blur_ms});
  return out;
}

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

database_file::database_file(const std::string& data_dir) {
  if (sqlite3_open((data_dir + "/palang.db").c_str(), &db_) != SQLITE_OK)
    throw std::runtime_error("the database cannot be opened");
  sqlite3_busy_timeout(db_, 10'000);
}

database_file::~database_file() {
  sqlite3_close(db_);
}

std::vector<std::vector<std::string>> database_file::rows(const std::string& sql) {
  sqlite3_stmt* found = nullptr;
  if (sqlite3_prepare_v2(db_, sql.c_str(), -1, &found, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(db_));
  std::vector<std::vector<std::string>> out;
  while (sqlite3_step(found) == SQLITE_ROW) {
    auto& row = out.emplace_back();
    for (int i = 0; i < sqlite3_column_count(found); ++i) {
      const auto* text = sqlite3_column_text(found, i);
      row.emplace_back(text == nullptr ? "" : reinterpret_cast<const char*>(text));
    }
  }
  sqlite3_finalize(found);
  return out;
}

void database_file::seize() {
  if (sqlite3_exec(db_, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(db_));
}

void database_file::release() {
  sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
}

record_counts counts_of_locks(lock_site& site) {
  record_counts out;
  const auto truth = site.world->truth();
  for (const auto& r : truth["records"])
    if (!r["is_lost"].get<bool>())
      ++out[name_of(r)];
  return out;
}

record_counts counts_of_server(database_file& db) {
  record_counts out;
  for (const auto& row : db.rows("SELECT lock_id || '|' || lock_at || '|' || type || '|' || "
                                 "is_success || '|' || who || '|' || credential_tail "
                                 "FROM lock_records"))
    ++out[row[0]];
  return out;
}

std::string difference(const record_counts& locks, const record_counts& server) {
  constexpr int most_named = 10;
  std::ostringstream out;
  int named = 0;
  const auto tell = [&](const char* what, const record_counts& these, const record_counts& those) {
    for (const auto& [name, count] : these) {
      const auto other = those.find(name);
      const auto more = count - (other == those.end() ? 0 : other->second);
      if (more > 0 && ++named <= most_named)
        out << what << " " << more << " x " << name << "\n";
    }
  };
  tell("missing", locks, server);
  tell("too many", server, locks);
  if (named > most_named)
    out << "and " << named - most_named << " others\n";
  return out.str();
}

std::string losses_not_told(lock_site& site) {
  constexpr int most_named = 10;
  auto told = told_losses(site);
  std::ostringstream out;
  int named = 0;
  const auto truth = site.world->truth();
  for (const auto& r : truth["records"]) {
    if (!r["is_lost"].get<bool>())
      continue;
    const auto lock = std::to_string(r["lock_id"].get<std::int64_t>());
    const auto at = r["happened_ms"].get<std::int64_t>();
    bool is_told = false;
    for (auto& loss : told)
      if (loss.lock_id == lock && loss.from_ms <= at && at <= loss.to_ms)
        loss.is_met = is_told = true;
    if (!is_told && ++named <= most_named)
      out << "not told: " << name_of(r) << " at " << at << "\n";
  }
  if (named > most_named)
    out << "and " << named - most_named << " others\n";
  for (const auto& loss : told)
    if (!loss.is_met)
      out << "in vain: " << loss.lock_id << " " << loss.from_ms << " to " << loss.to_ms << "\n";
  return out.str();
}

std::int64_t unlocks_without_end(database_file& db) {
  return db.number(
      "SELECT count(*) FROM lock_records r LEFT JOIN openings o ON o.id = r.opening_id "
      "WHERE r.is_success = 1 AND r.type IN (1, 4, 7, 8, 9, 10, 12, 29, 46, 55, 57, 67) "
      "AND NOT coalesce(o.record_id = r.id AND ((o.state = 'explained' AND o.cause <> 'none') OR "
      "(o.state IN ('unexplained', 'alarmed') "
      "AND EXISTS (SELECT 1 FROM alerts a WHERE a.id = o.alert_id))), 0)");
}

std::vector<std::string> files_with(const std::string& folder,
                                    const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file())
      continue;
    const auto content = content_of(entry.path());
    for (const auto& text : texts)
      if (content.find(text) != std::string::npos)
        out.push_back(entry.path().filename().string() + ": " + text);
  }
  return out;
}

} // namespace palang::testing

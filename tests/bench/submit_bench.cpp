// What acknowledged entries cost beside raw rows of the same size, on the same disk, in one run.
// One JSON line per measurement. Arguments: [seconds per measurement = 1] [folder = the system's].
#include "server/storage/database.hpp"
#include "shared/core/crypto.hpp"
#include "shared/protocol/codec.hpp"

#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace palang;
using clock_type = std::chrono::steady_clock;

/// The rows that one entry adds for good: session, submission, event.
constexpr int rows_per_entry = 3;

template <class T>
T need(result<T> got) {
  if (!got)
    throw std::runtime_error(got.error().message);
  if constexpr (!std::is_void_v<T>)
    return std::move(*got);
}

/// CPU time of this process: on a busy machine the only honest figure.
double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct measured {
  std::int64_t items = 0;
  double seconds = 0;
  double cpu = 0;
  [[nodiscard]] double per_second() const { return static_cast<double>(items) / seconds; }
};

/// Repeats `step`, which handles `batch` items, for `seconds`.
template <class F>
measured repeat(double seconds, std::int64_t batch, F&& step) {
  measured out;
  const auto start = clock_type::now();
  const auto cpu_start = cpu_seconds();
  do {
    step();
    out.items += batch;
    out.seconds = std::chrono::duration<double>(clock_type::now() - start).count();
  } while (out.seconds < seconds);
  out.cpu = cpu_seconds() - cpu_start;
  return out;
}

void run(sqlite3* db, const char* sql) {
  if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(db));
}

measured raw_rows(const std::filesystem::path& file, std::size_t row_bytes, int batch,
                  double seconds) {
  sqlite3* db = nullptr;
  if (sqlite3_open(file.c_str(), &db) != SQLITE_OK)
    throw std::runtime_error("cannot open " + file.string());
  run(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS raw "
          "(id INTEGER PRIMARY "
          "KEY, body TEXT)");
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(db, "INSERT INTO raw (body) VALUES (?)", -1, &insert, nullptr);
  const std::string body(row_bytes, 'x');
  const auto out = repeat(seconds, batch, [&] {
    run(db, "BEGIN IMMEDIATE");
    for (int i = 0; i < batch; ++i) {
      sqlite3_bind_text(insert, 1, body.data(), static_cast<int>(body.size()), SQLITE_STATIC);
      sqlite3_step(insert);
      sqlite3_reset(insert);
    }
    run(db, "COMMIT");
  });
  sqlite3_finalize(insert);
  sqlite3_close(db);
  return out;
}

struct client {
  ledger::principal who;
  std::uint32_t next_seq = 1;
};

std::vector<client> log_in_clients(ledger::writer& writer, ledger::reader& reader,
                                   const palang::clock& time, int count) {
  const auto budi = need(reader.find_credentials("budi"));
  std::vector<client> out;
  for (int i = 0; i < count; ++i) {
    ledger::writer::login_facts facts;
    facts.user_id = budi->who.id;
    facts.device_id = make_uuid_v7(time.now());
    facts.device_key = crypto::to_base64(crypto::make_key_pair().pub);
    facts.token_hash = to_string(make_uuid_v7(time.now()));
    facts.at = time.now();
    facts.auto_approve = true;
    out.push_back({need(need(writer.login(facts)).grant).who, 1});
  }
  return out;
}

/// Made outside the measured time, as the sessions' actors do while the writer commits.
std::vector<ledger::submission> make_batch(std::vector<client>& clients, int size,
                                           const palang::clock& time) {
  static int plate = 0;
  std::vector<ledger::submission> out;
  for (int i = 0; i < size; ++i) {
    auto& by = clients[static_cast<std::size_t>(i) % clients.size()];
    protocol::entry_data entry;
    entry.session_id = make_uuid_v7(time.now());
    entry.gate_id = i % 2 == 0 ? "in-1" : "in-2";
    ++plate;
    entry.plate = "B " + std::to_string(1'000 + plate % 9'000) + " "
                  + char('A' + plate / 9'000 % 26) + char('A' + plate / 234'000 % 26)
                  + char('A' + plate / 6'084'000 % 26);
    entry.vehicle_type = "MOBIL";
    ledger::submission s{by.who, {}, time.now(), {}};
    s.content.id = make_uuid_v7(time.now());
    s.content.device_seq = by.next_seq++;
    s.content.taken_at = time.now();
    s.content.clock.source = protocol::clock_source::server;
    s.content.data = std::move(entry);
    s.digest = crypto::sha256_of(protocol::canonical(s.content));
    out.push_back(std::move(s));
  }
  return out;
}

measured entries(ledger::writer& writer, std::vector<client>& clients, int batch, double seconds,
                 const palang::clock& time) {
  measured out;
  while (out.seconds < seconds) {
    const auto submissions = make_batch(clients, batch, time);
    const auto start = clock_type::now();
    const auto cpu_start = cpu_seconds();
    const auto done = need(writer.submit(submissions));
    out.seconds += std::chrono::duration<double>(clock_type::now() - start).count();
    out.cpu += cpu_seconds() - cpu_start;
    out.items += batch;
    for (const auto& answer : done.answers)
      if (!std::holds_alternative<protocol::accepted>(answer))
        throw std::runtime_error("an entry was refused: "
                                 + std::get<protocol::rejected>(answer).why.message);
  }
  return out;
}

/// Bytes of content that an entry adds, shared out over its rows.
std::size_t row_bytes_of(const std::filesystem::path& file) {
  sqlite3* db = nullptr;
  sqlite3_open(file.c_str(), &db);
  std::int64_t bytes = 0;
  for (const char* sql :
       {"SELECT AVG(LENGTH(content) + 40) FROM journal WHERE kind = 'session.entered'",
        "SELECT AVG(LENGTH(id || digest || kind || username || clock_source || session_id || "
        "answer) + 80) FROM "
        "submissions",
        "SELECT AVG(LENGTH(id || ticket_no || status || plate || plate_key || vehicle_type || "
        "entry_gate_id || "
        "entry_zone_id || flags) + 100) FROM sessions"}) {
    sqlite3_stmt* query = nullptr;
    sqlite3_prepare_v2(db, sql, -1, &query, nullptr);
    sqlite3_step(query);
    bytes += sqlite3_column_int64(query, 0);
    sqlite3_finalize(query);
  }
  sqlite3_close(db);
  return static_cast<std::size_t>(bytes / rows_per_entry);
}

void print(const char* what, int batch, const measured& m, std::size_t row_bytes,
           int rows_per_item) {
  std::printf("{\"what\":\"%s\",\"batch\":%d,\"per_second\":%.0f,\"rows_per_second\":%.0f,"
              "\"cpu_us_per_row\":%.2f,\"row_bytes\":%zu}\n",
              what, batch, m.per_second(), m.per_second() * rows_per_item,
              m.cpu * 1e6 / static_cast<double>(m.items * rows_per_item), row_bytes);
  std::fflush(stdout);
}

void measure(double seconds, const std::filesystem::path& folder) {
  const system_clock time;
  const auto file = folder / "palang.db";
  auto database = need(storage::open_database("sqlite://" + file.string(), "", time));
  auto writer = need(database->make_writer());
  auto reader = need(database->make_reader());
  need(storage::load_demo(*writer, *reader, time));
  auto clients = log_in_clients(*writer, *reader, time, 256);
  entries(*writer, clients, 64, 0.2, time);
  const auto row_bytes = row_bytes_of(file);
  for (const auto& [raw_batch, entry_batch] : {std::pair{1, 1}, {8, 16}, {64, 64}, {512, 256}}) {
    print("raw", raw_batch, raw_rows(folder / "raw.db", row_bytes, raw_batch, seconds), row_bytes,
          1);
    print("entry", entry_batch, entries(*writer, clients, entry_batch, seconds, time), row_bytes,
          rows_per_entry);
  }
}

} // namespace

int main(int argc, char** argv) {
  const double seconds = argc > 1 ? std::atof(argv[1]) : 1.0;
  const std::filesystem::path parent =
      argc > 2 ? argv[2] : std::filesystem::temp_directory_path().string();
  auto pattern = (parent / "palang-bench-XXXXXX").string();
  const std::filesystem::path folder = ::mkdtemp(pattern.data());
  try {
    measure(seconds, folder);
  } catch (const std::exception& why) {
    std::cerr << why.what() << '\n';
    return 1;
  }
  std::filesystem::remove_all(folder);
  return 0;
}

#include "tests/bench/year_fill.hpp"

#include "server/storage/soci/migrator.hpp"
#include "tests/bench/year_rows.hpp"

#include <array>
#include <chrono>
#include <map>
#include <queue>
#include <random>

namespace palang::bench {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t year_ms = 365 * 24 * hour_ms;
constexpr int attendants = 8;

struct stay {
  std::int64_t no = 0;
  std::int64_t in = 0;
  std::int64_t out = 0;
  int type = 0;
  int gate_in = 0;
  int entry_user = 0;
  std::int64_t entry_seq = 0;
  std::string plate;
  std::string key;
  friend bool operator<(const stay& a, const stay& b) { return a.out > b.out; }
};

class year {
public:
  year(year_database& db, std::int64_t sessions, std::int64_t to, std::uint32_t seed)
      : db_{db}, wanted_{sessions}, from_{to - year_ms}, to_{to}, random_{seed} {}

  year_facts fill() {
    db_.begin_fill();
    db_.run("BEGIN");
    people();
    for (std::int64_t no = 1; no <= wanted_; ++no) {
      enter(no);
      if (no % 20'000 == 0)
        save();
    }
    const auto still_inside = std::min<std::int64_t>(400, wanted_ / 10);
    while (static_cast<std::int64_t>(inside_.size()) > still_inside)
      leave_next();
    keep_inside();
    close_shifts();
    save();
    db_.run("COMMIT");
    count_hours();
    db_.end_fill();
    year_facts out{wanted_, from_ms(from_), from_ms(to_), {}, some_shift_, {}};
    for (int i = 0; i < attendants; ++i)
      out.users.push_back(user(i));
    return out;
  }

private:
  static std::string user(int i) { return "petugas" + std::to_string(i + 1); }
  [[nodiscard]] bool chance(int per_10000) { return pick(10'000) < per_10000; }
  [[nodiscard]] int pick(int below) { return std::uniform_int_distribution{0, below - 1}(random_); }

  void people() {
    for (int i = 0; i < attendants; ++i) {
      rows_.users.add({quoted(id_of(1, i)), quoted(user(i)), quoted("Petugas"), "'attendant'", "''",
                       "0", num(from_)});
      rows_.devices.add({quoted(id_of(2, i)), num(i + 1), "'HP'", "'approved'", "''", num(from_),
                         num(from_), "NULL", num(to_)});
    }
  }

  void enter(std::int64_t no) {
    stay s;
    s.no = no;
    s.in = from_ + year_ms / wanted_ * no - pick(1'000);
    while (!inside_.empty() && inside_.top().out <= s.in)
      leave_next();
    s.out = s.in + (5 + pick(pick(10) == 0 ? 1'400 : 180)) * 60'000;
    s.type = pick(10) < 6 ? 0 : pick(10) < 9 ? 1 : 2;
    s.gate_in = pick(2);
    s.entry_user = on_duty(s.in, s.gate_in);
    s.entry_seq = ++seqs_[s.entry_user];
    put_plate(s);
    const auto seq = events(s.in, "session.entered", s, false);
    submit(s, "entry", s.in, s.entry_user, s.entry_seq, seq);
    inside_.push(std::move(s));
  }

  /// Six in seven come regularly, each about thirty times a year.
  void put_plate(stay& s) {
    const auto regulars = static_cast<int>(std::max<std::int64_t>(1, wanted_ / 35));
    const int who = pick(7) > 0 ? pick(regulars) : regulars + pick(6'000'000);
    const int number = 1'000 + who % 9'000;
    const std::string letters{static_cast<char>('A' + who / 9'000 % 26),
                              static_cast<char>('A' + who / 234'000 % 26)};
    s.plate = "B " + num(number) + " " + letters;
    s.key = "B" + num(number) + letters;
  }

  void leave_next() {
    const auto s = inside_.top();
    inside_.pop();
    const int gate = pick(2);
    const int by = on_duty(s.out, 2 + gate);
    const bool is_lost = chance(80);
    const std::int64_t hours = (s.out - s.in + hour_ms - 1) / hour_ms;
    const bool is_free = s.out - s.in <= 600'000;
    const std::int64_t fee =
        is_free ? 0 : (s.type == 0 ? 2'000 + (hours - 1) * 1'000 : 5'000 + (hours - 1) * 2'000);
    const std::int64_t charged = chance(60) && fee > 0 ? fee - 1'000 : fee;
    const bool is_void = chance(15);
    const bool is_offline = chance(1'200);
    std::string flags = is_lost ? "lost_ticket" : "";
    if (is_offline)
      flags += flags.empty() ? "offline" : " offline";
    auto cells = entered(s, is_void ? "'void'" : "'closed'");
    cells.insert(cells.end(),
                 {num(s.out), "0", gate == 0 ? "'out-1'" : "'out-2'", num(fee), num(charged),
                  chance(300) ? "NULL" : quoted(std::string(64, 'b')), quoted(flags),
                  quoted(user(by)), is_void || is_lost || fee != charged ? "1" : "0"});
    rows_.sessions.add(cells);
    const auto seq = events(s.out, "session.exited", s, true);
    const auto device_seq = ++seqs_[by];
    const auto submission = submit(s, "exit", s.out, by, device_seq, seq, is_offline);
    if (charged > 0)
      rows_.payments.add({quoted(id_of(3, submission)), quoted(id_of(4, s.no)),
                          quoted(shift_of(by, s.out, charged)), quoted(user(by)), num(by + 1),
                          num(device_seq), num(s.out), pick(4) == 0 ? "'qris'" : "'cash'",
                          num(charged), "NULL", "NULL"});
    open_gate(s, gate, by);
    raise(s, gate, fee != charged);
  }

  [[nodiscard]] static std::vector<std::string> entered(const stay& s, const char* status) {
    constexpr std::array types{"'MOTOR'", "'MOBIL'", "'TRUK'"};
    return {num(s.no),
            quoted(id_of(4, s.no)),
            quoted("1-" + num(s.entry_user + 1) + "-" + num(s.entry_seq)),
            status,
            quoted(s.plate),
            quoted(s.key),
            "NULL",
            types.at(static_cast<std::size_t>(s.type)),
            num(s.in),
            num(s.in),
            "0",
            num(s.in),
            s.gate_in == 0 ? "'in-1'" : "'in-2'",
            "'utama'",
            num(s.entry_user + 1),
            num(s.entry_seq),
            "1",
            quoted(std::string(64, 'a')),
            "0",
            "NULL",
            "2",
            quoted(user(s.entry_user))};
  }

  /// Who works at the gate (0, 1 in; 2, 3 out) in this third of a day.
  [[nodiscard]] static int on_duty(std::int64_t at, int gate) {
    return static_cast<int>((at / (8 * hour_ms) + gate * 2) % attendants);
  }

  /// The passage and the zone's new number, as the journal has them; returns the last seq.
  std::int64_t events(std::int64_t at, const char* kind, const stay& s, bool is_exit) {
    rows_.journal.add(
        {num(++seq_), num(at), "'session'", quoted(kind),
         quoted("{\"session\":{\"id\":\"" + id_of(4, s.no) + "\",\"plate\":\"" + s.plate
                + "\",\"entered_at\":" + num(s.in) + "}}" + std::string(40, ' '))});
    rows_.journal.add(
        {num(++seq_), num(at), "'gate'", "'gate.occupancy'",
         quoted(std::string("{\"gate\":{\"id\":\"") + (is_exit ? "out-1" : "in-1") + "\"}}")});
    return seq_;
  }

  std::int64_t submit(const stay& s, const char* kind, std::int64_t at, int by, std::int64_t seq,
                      std::int64_t journal_seq, bool is_offline = false) {
    const auto no = ++submission_;
    const std::int64_t delay = is_offline ? 60'000 * (1 + pick(120)) : 200;
    const bool is_refused = chance(20);
    rows_.submissions.add({num(no),
                           quoted(id_of(3, no)),
                           quoted(std::string(64, 'c')),
                           num(by + 1),
                           num(seq),
                           quoted(kind),
                           quoted(user(by)),
                           num(at - delay),
                           "0",
                           "'server'",
                           num(at - delay),
                           is_offline && chance(1'000) ? "5000" : "0",
                           num(at),
                           is_offline ? "1" : "0",
                           quoted(id_of(4, s.no)),
                           is_refused ? "'bad_plate'" : "NULL",
                           "NULL",
                           "NULL",
                           num(journal_seq),
                           quoted("{" + std::string(40, ' ') + "}")});
    return no;
  }

  /// A lock's record and the opening that it became; now and then one that nobody explains.
  void open_gate(const stay& s, int gate, int by) {
    const auto no = ++record_;
    const auto lock = quoted(gate == 0 ? "12" : "13");
    const int kind = pick(1'000);
    rows_.records.add({num(no),
                       quoted(id_of(5, no)),
                       lock,
                       quoted("k" + num(no)),
                       "0",
                       "NULL",
                       "0",
                       "28",
                       "1",
                       "''",
                       "NULL",
                       "''",
                       "90",
                       num(s.out),
                       num(s.out),
                       num(s.out + 2'000),
                       num(s.out),
                       pick(20) == 0 ? "'pull'" : "'callback'",
                       pick(50) == 0 ? "70000" : "0",
                       "1",
                       quoted(id_of(6, no))});
    const bool is_manual = kind < 5;
    const auto* state = kind >= 985 && kind < 995   ? "'unexplained'"
                        : kind >= 995 && kind < 998 ? "'no_opening'"
                        : kind >= 998               ? "'alarmed'"
                                                    : "'explained'";
    const bool is_explained = kind < 985;
    const bool is_judged = !is_explained && s.out < to_ - 30 * 24 * hour_ms;
    if (is_manual)
      rows_.commands.add({quoted(id_of(7, no)), gate == 0 ? "'out-1'" : "'out-2'", "'confirmed'",
                          "NULL", "'ambulans'", quoted(user(by)), num(s.out), num(s.out + 30'000),
                          num(s.out + 900), "''"});
    rows_.openings.add({quoted(id_of(6, no)), lock, gate == 0 ? "'out-1'" : "'out-2'", num(s.out),
                        state, quoted(id_of(5, no)),
                        is_manual      ? "'manual'"
                        : is_explained ? "'exit'"
                                       : "'none'",
                        is_explained && !is_manual ? quoted(id_of(4, s.no)) : "NULL",
                        is_manual ? quoted(id_of(7, no)) : "NULL", "''", "''", "NULL", "NULL",
                        is_judged ? "'justified'" : "NULL", is_judged ? "'ok'" : "NULL",
                        is_judged ? "'wati'" : "NULL", is_judged ? num(s.out) : "NULL"});
  }

  void raise(const stay& s, int gate, bool is_different) {
    constexpr std::array kinds{"'duplicate'", "'exit_without_entry'", "'double_exit'",
                               "'clock_fault'"};
    const int roll = pick(1'000);
    const char* kind = is_different ? "'fee_difference'" : nullptr;
    if (roll < 8)
      kind = kinds.at(static_cast<std::size_t>(roll % 4));
    if (kind == nullptr)
      return;
    const auto no = rows_.alerts.rows() + 1;
    const bool is_open = s.out > to_ - 7 * 24 * hour_ms;
    rows_.alerts.add({quoted(id_of(8, no)), kind, "'warning'", num(s.out),
                      is_open ? "NULL" : num(s.out + hour_ms), quoted(id_of(4, s.no)),
                      quoted(id_of(4, std::max<std::int64_t>(1, s.no - 1 - pick(50)))),
                      quoted(id_of(2, pick(attendants))), gate == 0 ? "'out-1'" : "'out-2'", "NULL",
                      "NULL", "'teks'", "'text'", is_open ? "''" : "'kept: ok'", "NULL"});
    if (roll < 4)
      rows_.audit.add({num(s.out), "'wati'", roll == 0 ? "'void'" : "'note'", "'session/x'", "'{}'",
                       "'{\"what\":\"reprint\"}'", "'salah'"});
  }

  /// The attendant's turn that the payment belongs to.
  std::string shift_of(int by, std::int64_t at, std::int64_t amount) {
    const auto begin = at - at % (8 * hour_ms);
    auto& turn = turns_[{by, begin}];
    if (turn.first == 0)
      turn.first = static_cast<std::int64_t>(turns_.size());
    turn.second += amount;
    return id_of(9, turn.first);
  }

  void close_shifts() {
    for (const auto& [key, turn] : turns_) {
      const auto& [by, begin] = key;
      const std::int64_t difference = pick(10) == 0 ? -50'000 : 0;
      if (difference != 0)
        some_shift_ = id_of(9, turn.first);
      rows_.shifts.add({quoted(id_of(9, turn.first)), quoted(id_of(1, by)), quoted(user(by)),
                        num(by + 1), num(begin), "100000", "1", num(begin + 8 * hour_ms), "2",
                        num(100'000 + turn.second + difference), num(100'000 + turn.second),
                        num(difference), "1", "2", "2"});
    }
  }

  void keep_inside() {
    for (; !inside_.empty(); inside_.pop()) {
      auto cells = entered(inside_.top(), "'open'");
      cells.insert(cells.end(), {"NULL", "0", "''", "NULL", "NULL", "NULL", "''", "''", "0"});
      rows_.sessions.add(cells);
    }
  }

  void save() {
    rows_.flush();
    db_.run("COMMIT");
    db_.run("BEGIN");
  }

  /// As the migration fills the counts of what was there before.
  void count_hours() {
    for (const auto& step : storage::migrations_for(db_.dialect(), storage::migration_files()))
      for (const auto& sql : step.statements)
        if (sql.starts_with("REPLACE INTO"))
          db_.run(sql);
  }

  year_database& db_;
  std::int64_t wanted_;
  std::int64_t from_;
  std::int64_t to_;
  std::mt19937 random_;
  std::priority_queue<stay> inside_;
  std::map<int, std::int64_t> seqs_;
  std::map<std::pair<int, std::int64_t>, std::pair<std::int64_t, std::int64_t>> turns_;
  std::string some_shift_;
  std::int64_t seq_ = 1'000;
  std::int64_t submission_ = 0;
  std::int64_t record_ = 0;

  year_tables rows_{db_};
};

} // namespace

year_facts fill_year(year_database& db, std::int64_t sessions, instant to, std::uint32_t seed) {
  return year{db, sessions, to_ms(to), seed}.fill();
}

} // namespace palang::bench

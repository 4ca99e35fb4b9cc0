#include "server/domain/indicators.hpp"

#include "shared/protocol/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace palang::domain {

namespace {

constexpr protocol::word_table<indicator_kind> kinds{
    "mean_fee", "free_exits", "lost_tickets",     "undercharged", "no_exit_photo",
    "cash",     "voids",      "class_downgrades", "reprints",     "manual_openings"};

/// Fewer say nothing.
constexpr std::int64_t least_base = 30;
/// Two-sided, 99 of 100.
constexpr double width = 2.58;
/// A fee varies about as much as its mean: without the single fees their spread is not known.
constexpr double fee_spread = 1.0;

using place = std::tuple<instant, std::string, vehicle_class>;

/// Counts of everybody and of one person, at one gate, hour and class.
struct stratum {
  hour_counts all;
  std::map<std::string, hour_counts> by_person;
};

struct words {
  const char* id;
  const char* en;
};
constexpr std::array<words, 10> texts{{
    {"rata-rata tagihan", "mean fee"},
    {"keluar gratis", "free exits"},
    {"karcis hilang", "lost tickets"},
    {"ditagih kurang dari tarif", "charged less than the tariff"},
    {"keluar tanpa foto", "exits without a photo"},
    {"dibayar tunai", "paid in cash"},
    {"dibatalkan", "voided"},
    {"golongan diturunkan", "class lowered"},
    {"karcis dicetak ulang", "tickets printed again"},
    {"palang dibuka manual", "gate opened by hand"},
}};

/// A low fee costs money; of everything else much does.
bool is_costly(indicator_kind kind, std::int64_t value, std::int64_t low, std::int64_t high) {
  return kind == indicator_kind::mean_fee ? value < low : value > high;
}

std::string shown(indicator_kind kind, std::int64_t value) {
  if (kind == indicator_kind::mean_fee)
    return to_display(rupiah{value});
  return std::to_string(value / 10) + "," + std::to_string(value % 10) + " %";
}

void describe(indicator& x) {
  const auto& [id, en] = texts[static_cast<std::size_t>(x.kind)];
  const auto name = [](std::string text) {
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
  };
  x.text_id = name(id) + " " + shown(x.kind, x.value);
  x.text_en = name(en) + " " + shown(x.kind, x.value);
  if (!x.expected)
    return;
  x.text_id += ", petugas lain " + shown(x.kind, *x.expected);
  x.text_en += ", others " + shown(x.kind, *x.expected);
  if (x.is_outside) {
    x.text_id += ": perlu diperiksa";
    x.text_en += ": worth a look";
  }
}

/// `expected` is the number (or the sum of rupiah) that the others' rates give for the same base.
indicator made(indicator_kind kind, std::int64_t count, std::int64_t base,
               std::optional<double> expected, std::int64_t compared_base) {
  indicator out{kind, count, base};
  const bool is_money = kind == indicator_kind::mean_fee;
  const double scale = is_money ? 1.0 : 1000.0;
  const auto rate = [&](double number, std::int64_t of) {
    return std::llround(number * scale / static_cast<double>(of));
  };
  out.value = rate(static_cast<double>(count), base);
  if (expected && compared_base >= least_base) {
    const auto n = static_cast<double>(compared_base);
    const double mean = *expected / n;
    const double deviation =
        is_money ? mean * fee_spread : std::sqrt(std::max(0.0, mean * (1.0 - std::min(1.0, mean))));
    // One in the whole base may always happen.
    const double half = std::max(width * deviation / std::sqrt(n), is_money ? 0.0 : 1.0 / n);
    out.expected = std::llround(mean * scale);
    out.low = std::max(0LL, std::llround((mean - half) * scale));
    out.high = std::llround((mean + half) * scale);
    out.is_outside = is_costly(kind, out.value, out.low, out.high);
  }
  describe(out);
  return out;
}

struct column {
  indicator_kind kind;
  std::int64_t (*of)(const hour_counts&);
};
constexpr std::array<column, 5> exit_columns{{
    {indicator_kind::mean_fee, [](const hour_counts& c) { return c.revenue.value; }},
    {indicator_kind::free_exits, [](const hour_counts& c) { return c.free_exits; }},
    {indicator_kind::lost_tickets, [](const hour_counts& c) { return c.lost_tickets; }},
    {indicator_kind::undercharged, [](const hour_counts& c) { return c.undercharged; }},
    {indicator_kind::no_exit_photo, [](const hour_counts& c) { return c.no_photo; }},
}};

struct act_column {
  indicator_kind kind;
  std::int64_t attendant_acts::*count;
  bool is_of_entries;
};
constexpr std::array<act_column, 4> act_columns{{
    {indicator_kind::voids, &attendant_acts::voids, true},
    {indicator_kind::class_downgrades, &attendant_acts::class_downgrades, true},
    {indicator_kind::reprints, &attendant_acts::reprints, true},
    {indicator_kind::manual_openings, &attendant_acts::manual_openings, false},
}};

class comparison {
public:
  comparison(const hour_shares& hours, const std::map<std::string, attendant_acts>& acts)
      : acts_{acts} {
    for (const auto& [key, counts] : hours) {
      if (key.username.empty())
        continue;
      auto& s = strata_[{key.hour, key.gate_id, key.vehicle_type}];
      s.all += counts;
      s.by_person[key.username] += counts;
      people_[key.username] += counts;
    }
    for (const auto& [name, one] : acts)
      people_[name];
  }

  std::vector<attendant_indicators> done() {
    std::vector<attendant_indicators> out;
    for (const auto& [name, counts] : people_)
      out.push_back(of(name, counts));
    const auto outside = [](const attendant_indicators& a) {
      return std::ranges::count_if(a.found, &indicator::is_outside);
    };
    std::ranges::stable_sort(out, std::greater{}, outside);
    return out;
  }

private:
  attendant_indicators of(const std::string& name, const hour_counts& total) {
    attendant_indicators out{name, total.entries, total.exits, {}};
    if (total.exits > 0)
      for (const auto& column : exit_columns)
        out.found.push_back(of_exits(name, total, column));
    const auto found = acts_.find(name);
    const auto mine = found == acts_.end() ? attendant_acts{} : found->second;
    if (mine.payments > 0)
      out.found.push_back(of_acts(indicator_kind::cash, name, mine.cash_payments, mine.payments));
    for (const auto& column : act_columns)
      if (const auto base = column.is_of_entries ? total.entries : total.exits; base > 0)
        out.found.push_back(of_acts(column.kind, name, mine.*column.count, base));
    return out;
  }

  /// Each stratum in which others worked, too: their rate, applied to the attendant's own number.
  indicator of_exits(const std::string& name, const hour_counts& total, const column& what) {
    double expected = 0;
    std::int64_t compared = 0;
    for (const auto& [where, s] : strata_) {
      const auto mine = s.by_person.find(name);
      if (mine == s.by_person.end())
        continue;
      const auto others = s.all.exits - mine->second.exits;
      if (others <= 0 || mine->second.exits == 0)
        continue;
      compared += mine->second.exits;
      expected += static_cast<double>(what.of(s.all) - what.of(mine->second))
                  * static_cast<double>(mine->second.exits) / static_cast<double>(others);
    }
    return made(what.kind, what.of(total), total.exits,
                compared > 0 ? std::optional{expected} : std::nullopt, compared);
  }

  /// Acts are not told apart by gate and hour: all others together are the measure.
  indicator of_acts(indicator_kind kind, const std::string& name, std::int64_t count,
                    std::int64_t base) {
    std::int64_t others_count = 0;
    std::int64_t others_base = 0;
    for (const auto& [other, total] : people_) {
      if (other == name)
        continue;
      const auto found = acts_.find(other);
      const auto theirs = found == acts_.end() ? attendant_acts{} : found->second;
      if (kind == indicator_kind::cash) {
        others_count += theirs.cash_payments;
        others_base += theirs.payments;
        continue;
      }
      const auto* column = std::ranges::find(act_columns, kind, &act_column::kind);
      others_count += theirs.*column->count;
      others_base += column->is_of_entries ? total.entries : total.exits;
    }
    const auto expected = others_base == 0 ? std::nullopt
                                           : std::optional{static_cast<double>(others_count)
                                                           * static_cast<double>(base)
                                                           / static_cast<double>(others_base)};
    return made(kind, count, base, expected, base);
  }

  const std::map<std::string, attendant_acts>& acts_;
  std::map<place, stratum> strata_;
  std::map<std::string, hour_counts> people_;
};

} // namespace

std::string_view to_string(indicator_kind k) noexcept {
  return kinds.word(k);
}

std::vector<attendant_indicators> indicators_of(const hour_shares& hours,
                                                const std::map<std::string, attendant_acts>& acts) {
  return comparison{hours, acts}.done();
}

} // namespace palang::domain

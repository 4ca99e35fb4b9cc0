#include "tests/system/day.hpp"

#include "shared/domain/fee.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <stdexcept>
#include <string>

namespace palang::testing {

namespace {

using namespace std::chrono_literals;
using domain::vehicle_class;

constexpr std::array classes{vehicle_class::motor, vehicle_class::motor, vehicle_class::mobil,
                             vehicle_class::truk};

/// Before its device and number are known.
struct fact {
  instant at{};
  int device = 0;
  bool is_offline = true;
  protocol::submit_data data;
  rupiah cash{};
};

/// Different for every stay, so that nobody is inside twice.
std::string plate_of(int stay) {
  const auto letter = [](int n) { return static_cast<char>('A' + n % 26); };
  return "B " + std::to_string(1 + stay % 9'999) + " " + letter(stay / 9'999) + letter(stay / 7)
         + letter(stay);
}

class generator {
public:
  generator(const day_options& o, const protocol::config& config)
      : options_{o}, config_{config}, random_{o.seed} {}

  day make() {
    std::vector<fact> facts;
    for (int stay = 0; stay < options_.stays; ++stay)
      add_stay(stay, facts);
    std::stable_sort(facts.begin(), facts.end(),
                     [](const fact& a, const fact& b) { return a.at < b.at; });
    for (int i = 0; i < options_.devices; ++i)
      out_.devices.push_back(device_of(i, facts));
    return std::move(out_);
  }

private:
  int between(int low, int high) { return std::uniform_int_distribution{low, high}(random_); }

  void add_stay(int stay, std::vector<fact>& facts) {
    const auto entered_at = options_.end - milliseconds{between(600'000, 86'000'000)};
    const auto vehicle = classes[static_cast<std::size_t>(between(0, 3))];
    const auto session = make_uuid_v7(entered_at);
    const int half = options_.devices / 2;

    protocol::entry_data entry;
    entry.session_id = session;
    entry.gate_id = between(0, 1) == 0 ? "in-1" : "in-2";
    entry.plate = plate_of(stay);
    entry.vehicle_type = domain::to_string(vehicle);
    facts.push_back({entered_at, between(0, half - 1), between(0, 2) == 0, entry, {}});
    ++out_.entries;

    const auto exited_at = entered_at + milliseconds{between(60'000, 36'000'000)};
    if (exited_at < options_.end)
      facts.push_back(
          exit_of(session, vehicle, entered_at, exited_at, between(half, options_.devices - 1)));
  }

  fact exit_of(const uuid& session, vehicle_class vehicle, instant entered_at, instant exited_at,
               int device) {
    const auto* rules = domain::tariff_in_force(config_.tariffs, vehicle, entered_at);
    if (rules == nullptr)
      throw std::runtime_error("no tariff");
    domain::stay stay;
    stay.entered_at = entered_at;
    stay.exited_at = exited_at;
    const auto price = domain::compute_fee(*rules, stay);
    if (!price)
      throw std::runtime_error(price.error().message);

    protocol::exit_data exit;
    exit.session_id = session;
    exit.gate_id = between(0, 1) == 0 ? "out-1" : "out-2";
    exit.charged = price->due;
    const bool is_cash = between(0, 9) < 7;
    if (price->due > rupiah{0})
      exit.paid =
          protocol::payment{is_cash ? "cash" : "qris", price->due, std::nullopt, std::nullopt};
    ++out_.exits;
    out_.fees += price->total;
    out_.charged += price->due;
    return {exited_at, device, true, exit, is_cash ? price->due : rupiah{0}};
  }

  device_day device_of(int device, const std::vector<fact>& facts) {
    device_day d;
    const auto begin = options_.end - 24h;
    const auto shift = make_uuid_v7(begin);
    d.opening_cash = rupiah{between(1, 10) * 10'000};
    add(d, begin, true, protocol::shift_open_data{shift, d.opening_cash});
    for (const auto& f : facts) {
      if (f.device != device)
        continue;
      add(d, f.at, f.is_offline, f.data);
      d.cash_taken += f.cash;
    }
    const auto last = static_cast<std::uint32_t>(d.records.size());
    add(d, options_.end, true,
        protocol::shift_close_data{shift, d.opening_cash + d.cash_taken,
                                   protocol::shift_records{1, last, last}});
    out_.cash += d.cash_taken;
    return d;
  }

  static void add(device_day& d, instant at, bool is_offline, protocol::submit_data data) {
    protocol::submit s;
    s.id = make_uuid_v7(at);
    s.device_seq = static_cast<std::uint32_t>(d.records.size() + 1);
    s.taken_at = at;
    s.clock = {0, protocol::clock_source::server};
    s.is_offline = is_offline;
    s.data = std::move(data);
    d.records.push_back(std::move(s));
  }

  day_options options_;
  const protocol::config& config_;
  std::minstd_rand random_;
  day out_;
};

} // namespace

day make_day(const day_options& o, const protocol::config& config) {
  return generator{o, config}.make();
}

} // namespace palang::testing

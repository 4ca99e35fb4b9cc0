#include "server/domain/shift_suspects.hpp"

#include <algorithm>
#include <cstdlib>

namespace palang::domain {

namespace {

constexpr std::size_t most_suspects = 20;

bool has_flag(const protocol::session& s, std::string_view flag) {
  return std::ranges::find(s.flags, flag) != s.flags.end();
}

class suspicion {
public:
  suspicion(const shift_line& line, rupiah difference) : difference_{difference} {
    out_.session = line.session;
  }

  void add(int score, rupiah amount, reason_text why) {
    out_.score = std::min(100, out_.score + score);
    if (out_.reasons.empty())
      out_.amount = amount;
    out_.reasons.push_back(std::move(why));
  }

  /// The whole difference in one session says more than anything else.
  void weigh() {
    if (difference_.value == 0 || std::abs(out_.amount.value) != std::abs(difference_.value))
      return;
    out_.score = std::min(100, out_.score + 50);
    out_.reasons.push_back({"Jumlahnya sama dengan selisih", "The amount equals the difference"});
  }

  [[nodiscard]] bool is_any() const { return !out_.reasons.empty(); }
  [[nodiscard]] shift_suspect done() { return std::move(out_); }

private:
  rupiah difference_;
  shift_suspect out_;
};

void look_at_money(suspicion& s, const shift_line& line) {
  const auto& x = line.session;
  const auto charged = x.charged.value_or(rupiah{});
  if (charged != line.paid && !has_flag(x, "double_exit"))
    s.add(40, line.paid - charged,
          {"Ditagih " + to_display(charged) + ", dibayar " + to_display(line.paid),
           to_display(charged) + " was charged, " + to_display(line.paid) + " paid"});
  if (x.fee && x.charged && *x.fee != *x.charged)
    s.add(
        30, *x.charged - *x.fee,
        {"Tarif " + to_display(*x.fee) + ", ditagih " + to_display(*x.charged),
         "The tariff says " + to_display(*x.fee) + ", " + to_display(*x.charged) + " was charged"});
}

void look_at_record(suspicion& s, const shift_line& line) {
  const auto& x = line.session;
  if (has_flag(x, "double_exit"))
    s.add(30, line.cash, {"Keluar dua kali", "Left twice"});
  if (x.status == protocol::session_status::voided || x.status == protocol::session_status::merged)
    s.add(35, line.cash,
          {"Dibatalkan atau digabung setelah dibayar", "Voided or merged after it was paid"});
  if (x.status == protocol::session_status::exit_only)
    s.add(15, line.cash, {"Masuk belum ada", "No entry"});
  if (has_flag(x, "lost_ticket"))
    s.add(10, line.cash, {"Karcis hilang", "Lost ticket"});
}

/// A payment of the very amount, noted as cash but taken otherwise, or not noted.
void look_at_amount(suspicion& s, const shift_line& line, rupiah difference) {
  if (difference.value < 0 && line.cash.value == -difference.value)
    s.add(
        10, difference,
        {"Tunai " + to_display(line.cash) + ": mungkin dibayar dengan cara lain atau tidak disetor",
         to_display(line.cash) + " in cash: perhaps paid otherwise, or not handed in"});
}

} // namespace

std::vector<shift_suspect> suspects_of(rupiah difference, const std::vector<shift_line>& lines) {
  std::vector<shift_suspect> out;
  for (const auto& line : lines) {
    suspicion s{line, difference};
    look_at_money(s, line);
    look_at_record(s, line);
    look_at_amount(s, line, difference);
    s.weigh();
    if (s.is_any())
      out.push_back(s.done());
  }
  std::ranges::stable_sort(out, std::greater{}, &shift_suspect::score);
  if (out.size() > most_suspects)
    out.erase(out.begin() + most_suspects, out.end());
  return out;
}

} // namespace palang::domain

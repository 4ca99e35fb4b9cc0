#include "shared/protocol/codec_objects.hpp"
#include "shared/protocol/json_writer.hpp"

/// Tariffs: one member per field of domain::tariff.
namespace palang::protocol {

void read(const json_node& node, domain::tariff_mode& out) {
  read_word(node, out, &domain::tariff_mode_from);
}
void read(const json_node& node, domain::round_mode& out) {
  read_word(node, out, &domain::round_mode_from);
}

void read(const json_node& node, domain::tariff& out) {
  node.get("id", out.id);
  node.get("version", out.version);
  node.get("vehicle_type", out.vehicle);
  node.get("valid_from", out.valid_from);
  node.get("mode", out.mode);
  node.maybe("grace_min", out.grace_min);
  node.maybe("grace_reentry_min", out.grace_reentry_min);
  node.maybe("first_min", out.first_min);
  node.maybe("first_amt", out.first_amt);
  node.maybe("next_min", out.next_min);
  node.maybe("next_amt", out.next_amt);
  node.maybe("cap", out.cap);
  node.maybe("rollover_tol_min", out.rollover_tol_min);
  node.maybe("restart_first", out.restart_first);
  node.maybe("overnight_amt", out.overnight_amt);
  node.maybe("threshold_min", out.threshold_min);
  node.maybe("flat_amt", out.flat_amt);
  node.maybe("lost_amt", out.lost_amt);
  node.maybe("lost_unknown_base", out.lost_unknown_base);
  node.maybe("exit_grace_min", out.exit_grace_min);
  node.maybe("skew_clamp_s", out.skew_clamp_s);
  node.maybe("review_after_days", out.review_after_days);
  node.maybe("round_to", out.round_to);
  node.maybe("round_mode", out.rounding);
  node.maybe("tz", out.tz);
}

std::string encode_tariff(const domain::tariff& x) {
  return object_writer{}
      .add("id", x.id)
      .add("version", x.version)
      .add("vehicle_type", x.vehicle)
      .add("valid_from", x.valid_from)
      .add("mode", x.mode)
      .add("grace_min", x.grace_min)
      .add("grace_reentry_min", x.grace_reentry_min)
      .add("first_min", x.first_min)
      .add("first_amt", x.first_amt)
      .add("next_min", x.next_min)
      .add("next_amt", x.next_amt)
      .add("cap", x.cap)
      .add("rollover_tol_min", x.rollover_tol_min)
      .add("restart_first", x.restart_first)
      .add("overnight_amt", x.overnight_amt)
      .add("threshold_min", x.threshold_min)
      .add("flat_amt", x.flat_amt)
      .add("lost_amt", x.lost_amt)
      .add("lost_unknown_base", x.lost_unknown_base)
      .add("exit_grace_min", x.exit_grace_min)
      .add("skew_clamp_s", x.skew_clamp_s)
      .add("review_after_days", x.review_after_days)
      .add("round_to", x.round_to)
      .add("round_mode", x.rounding)
      .add("tz", x.tz)
      .done();
}

} // namespace palang::protocol

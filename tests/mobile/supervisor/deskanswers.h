#pragma once

#include "samples.h"

#include <map>

/// What a server tells a supervisor's pages (PROTOCOL 3.9), of one busy evening.
namespace palang::test {

[[nodiscard]] inline std::string words(const std::string& text) {
  return protocol::object(
      {{"text_id", protocol::text(text)}, {"text_en", protocol::text(text + " (en)")}});
}

/// A list with one page.
[[nodiscard]] inline std::string listed(std::string_view name, const std::vector<std::string>& rows,
                                        const std::optional<std::string>& next = {}) {
  return protocol::object({{name, protocol::array(rows)}, {"next", protocol::text_or_null(next)}});
}

[[nodiscard]] inline protocol::lock_record lockRecord(const std::string& name) {
  protocol::lock_record r;
  r.id = idOf(name);
  r.lock_id = "7000001";
  r.is_success = true;
  r.lock_at = r.received_at = r.corrected_at = noon;
  r.text_id = "Dibuka dengan tombol";
  r.text_en = "Opened by its button";
  return r;
}

[[nodiscard]] inline std::string openingEntry(const std::string& name,
                                              protocol::opening_state state,
                                              const std::optional<protocol::session>& s = {}) {
  protocol::opening o;
  o.id = idOf(name);
  o.lock_id = "7000001";
  o.gate_id = "in-1";
  o.at = noon;
  o.state = state;
  if (s) {
    o.cause = protocol::opening_cause::entry;
    o.session_id = s->id;
  }
  return protocol::object({{"opening", protocol::encode(o)},
                           {"lock_name", protocol::text("M1")},
                           {"gate_name", protocol::text("Masuk 1")},
                           {"plate", s ? protocol::text(s->plate) : "null"},
                           {"requested_by", "null"},
                           {"record", protocol::encode(lockRecord(name))},
                           {"alert_id", "null"}});
}

[[nodiscard]] inline std::string duplicateGroup(const std::string& name, bool isOpen) {
  const auto first = entered("B 1234 XYZ");
  auto second = entered("B 1234 XYZ ", noon + std::chrono::minutes(2));
  second.entry_gate_id = "out-1";
  const auto keep = protocol::text(to_string(first.id));
  const auto drop = protocol::text(to_string(second.id));
  return protocol::object(
      {{"alert", protocol::encode(alert(name, protocol::severity::warning))},
       {"sessions", protocol::array({protocol::encode(first), protocol::encode(second)})},
       {"cause", protocol::text("two_gates")},
       {"suggestion",
        protocol::object({{"action", protocol::text("merge")},
                          {"keep", keep},
                          {"drop", drop},
                          {"reasons", protocol::array({words("2 menit di antaranya")})}})},
       {"prevention", words("Satu HP per pintu")},
       {"resolution", isOpen ? "null" : protocol::text("merged")},
       {"undo", isOpen
                    ? "null"
                    : protocol::object({{"kind", protocol::text("merge.undo")}, {"id", drop}})}});
}

[[nodiscard]] inline protocol::shift shiftOf(const std::string& name, std::int64_t difference) {
  protocol::shift s;
  s.id = idOf(name);
  s.username = name;
  s.device_no = 3;
  s.opened_at = noon - std::chrono::hours(8);
  s.closed_at = noon;
  s.opening_cash = rupiah{100'000};
  s.expected = rupiah{450'000};
  s.counted = rupiah{450'000 + difference};
  s.difference = rupiah{difference};
  s.first_seq = 1;
  s.last_seq = 41;
  s.record_count = 41;
  return s;
}

[[nodiscard]] inline std::string shiftDetail(const protocol::shift& s) {
  auto stay = exited("B 77 KAS", rupiah{50'000});
  stay.fee = rupiah{50'000};
  const auto payment = protocol::object({{"session_id", protocol::text(to_string(stay.id))},
                                         {"at", protocol::number(to_ms(noon))},
                                         {"method", protocol::text("cash")},
                                         {"amount", "50000"},
                                         {"tendered", "null"},
                                         {"reference", "null"},
                                         {"session", protocol::encode(stay)}});
  return protocol::object(
      {{"shift", protocol::encode(s)},
       {"methods",
        protocol::array({protocol::object(
            {{"method", protocol::text("cash")}, {"count", "1"}, {"amount", "50000"}})})},
       {"payments", protocol::array({payment})},
       {"next", "null"},
       {"suspects", protocol::array({protocol::object(
                        {{"session", protocol::encode(stay)},
                         {"amount", "50000"},
                         {"score", "90"},
                         {"reasons", protocol::array({words("Tepat sebesar selisihnya")})}})})}});
}

[[nodiscard]] inline std::string healthOf(const std::string& marks) {
  const auto gateway =
      protocol::encode(protocol::gateway{"8000001", "Gateway masuk", true, noon, noon, 3});
  const auto lock = protocol::object(
      {{"lock_id", protocol::text("7000001")},
       {"name", protocol::text("M1")},
       {"by_callback", "40"},
       {"by_pull", "3"},
       {"late", "3"},
       {"delay_ms", R"({"p50":400,"p95":1800,"max":720000})"},
       {"gaps", protocol::array({protocol::object({{"source", protocol::text("gateway:8000001")},
                                                   {"from", protocol::number(to_ms(noon))},
                                                   {"to", "null"}})})},
       {"coverage", protocol::object({{"covered", "20"},
                                      {"doubtful", "2"},
                                      {"blind", "2"},
                                      {"from", protocol::number(to_ms(noon))},
                                      {"marks", protocol::text(marks)}})},
       {"last_contact", protocol::number(to_ms(noon))},
       {"scans", "[]"}});
  return protocol::object(
      {{"gateways", protocol::array({protocol::extended(
                        gateway, {{"offline", "[]"},
                                  {"offline_ms", "0"},
                                  {"catch_up_ms", R"({"p50":null,"max":null})"}})})},
       {"locks", protocol::array({lock})},
       {"devices", "[]"},
       {"calls", R"({"month":"2025-03","used":1204,"limit":20000})"},
       {"rejects", "1"}});
}

[[nodiscard]] inline std::string deviceSync() {
  protocol::device d;
  d.id = idOf("phone");
  d.device_no = 3;
  d.label = "Pintu depan";
  d.status = protocol::device_status::approved;
  d.first_seen = noon;
  d.last_seen = noon;
  d.last_seq = 41;
  d.missing = {{17, 17}, {20, 24}};
  return protocol::extended(
      protocol::encode(d),
      {{"offline",
        protocol::object(
            {{"count", "12"},
             {"greatest_delay_ms", "5400000"},
             {"windows", protocol::array({protocol::object({{"from", protocol::number(to_ms(noon))},
                                                            {"to", protocol::number(to_ms(noon))},
                                                            {"count", "12"}})})}})},
       {"refused", R"([{"code":"already_exited","count":2}])"},
       {"clock", R"({"faults":1,"uncertain":4})"}});
}

[[nodiscard]] inline protocol::sync_log_entry submission(const std::string& name, bool isAccepted) {
  protocol::sync_log_entry e;
  e.id = idOf(name);
  e.device_no = 3;
  e.device_seq = 17;
  e.kind = "exit";
  e.username = "sari";
  e.taken_at = noon;
  e.received_at = noon + std::chrono::minutes(90);
  e.delay_ms = 5'400'000;
  e.is_offline = true;
  e.is_accepted = isAccepted;
  e.code = isAccepted ? "" : "already_exited";
  return e;
}

[[nodiscard]] inline std::string reportOf() {
  std::vector<std::string> hours;
  for (int hour = 0; hour < 24; ++hour)
    hours.push_back(protocol::object({{"hour", protocol::number(hour)},
                                      {"entries", protocol::number(hour * 3)},
                                      {"exits", protocol::number(hour * 2)},
                                      {"revenue", protocol::number(hour * 11'000)}}));
  return protocol::object(
      {{"totals",
        R"({"entries":812,"exits":790,"revenue":12450000,"fee":12500000,"tax":1131818,"net":11318182,"free_exits":21,)"
        R"("lost_tickets":4,"differences":7,"no_exit_photo":12,"average_stay_min":143})"},
       {"by_type", R"([{"vehicle_type":"MOBIL","entries":500,"exits":480,"revenue":10450000}])"},
       {"by_gate", R"([{"gate_id":"in-1","entries":812,"exits":0,"revenue":0},)"
                   R"({"gate_id":"out-1","entries":0,"exits":790,"revenue":12450000}])"},
       {"by_hour", protocol::array(hours)},
       {"methods",
        R"([{"method":"cash","count":700,"amount":11000000},{"method":"qris","count":90,"amount":1450000}])"},
       {"openings", R"([{"cause":"manual","count":3},{"state":"unexplained","count":2}])"},
       {"shifts",
        R"({"count":14,"open":1,"expected":9000000,"counted":8950000,"difference":-50000,"short":1,"over":0})"}});
}

[[nodiscard]] inline std::string attendant() {
  return R"({"username":"sari","exits":210,"entries":190,"indicators":[)"
         R"({"kind":"mean_fee","count":210,"base":210,"value":3100,"expected":6200,"low":5400,"high":7000,"outside":true,)"
         R"("text_id":"Biaya rata-rata lebih rendah","text_en":"Mean fee is lower",)"
         R"("look":{"kind":"session.list","data":{"exit_by":"sari","by":"exit"}}},)"
         R"({"kind":"free_exits","count":4,"base":210,"value":19,"expected":null,"low":null,"high":null,"outside":false,)"
         R"("text_id":"Keluar gratis","text_en":"Free exits","look":null}]})";
}

/// The answer of an evening in which everything happened; nullopt: not of these pages.
[[nodiscard]] inline std::optional<std::string> eveningAnswer(const protocol::query_data& asked) {
  using namespace protocol;
  const auto kas = shiftOf("sari", -50'000);
  if (const auto* wanted = std::get_if<opening_list>(&asked))
    return listed("openings", wanted->is_suspect
                                  ? std::vector{openingEntry("odd", opening_state::unexplained)}
                                  : std::vector{openingEntry("odd", opening_state::unexplained),
                                                openingEntry("car", opening_state::explained,
                                                             entered("B 1234 XYZ"))});
  if (std::holds_alternative<duplicate_list>(asked))
    return extended(
        listed("duplicates", {duplicateGroup("twice", true)}),
        {{"causes", R"([{"cause":"two_gates","count":1},{"cause":"resent","count":0}])"}});
  if (std::holds_alternative<shift_list>(asked))
    return listed("shifts", {encode(kas), encode(shiftOf("budi", 0))});
  if (std::holds_alternative<shift_detail>(asked))
    return shiftDetail(kas);
  if (std::holds_alternative<sync_devices>(asked))
    return listed("devices", {deviceSync()});
  if (std::holds_alternative<sync_log>(asked))
    return listed("entries", {encode(submission("a", true)), encode(submission("b", false))});
  if (std::holds_alternative<sync_health>(asked))
    return healthOf("ccccccccccccccccccccddbb");
  if (std::holds_alternative<lock_list>(asked)) {
    lock l{.id = "7000001",
           .name = "M1",
           .gate_id = "in-1",
           .battery = 15,
           .state = lock_state::locked,
           .clock_offset_ms = 95'000,
           .last_record_at = noon,
           .gateway_ids = {"8000001"},
           .heard_by = {{"8000001", -71, noon}, {"8000002", -88, noon}},
           .now = coverage::blind,
           .hours = {}};
    for (int hour = 0; hour < 24; ++hour)
      l.hours.push_back(
          {noon + std::chrono::hours(hour), hour > 21 ? coverage::blind : coverage::covered});
    return listed("locks", {encode(l)});
  }
  if (std::holds_alternative<gateway_list>(asked))
    return listed("gateways", {encode(gateway{"8000001", "Gateway masuk", false, noon, noon, 3})});
  if (std::holds_alternative<lock_records>(asked))
    return listed("records", {encode(lockRecord("r"))});
  if (std::holds_alternative<stats_report>(asked))
    return reportOf();
  if (std::holds_alternative<stats_indicators>(asked))
    return listed("attendants", {attendant()});
  if (std::holds_alternative<user_list>(asked))
    return listed("users", {encode(user{idOf("sari"), "sari", "Sari", role::attendant, false})});
  if (std::holds_alternative<device_list>(asked))
    return listed("devices", {deviceSync()});
  return std::nullopt;
}

} // namespace palang::test

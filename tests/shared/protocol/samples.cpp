#include "samples.hpp"

#include <iterator>

namespace palang::protocol::samples {

namespace {

const std::string photo(64, 'a');

page window() {
  return {morning, morning + milliseconds{1}, "cursor", 200};
}

} // namespace

uuid id(unsigned char last) {
  auto out = *parse_uuid("0195c5f0-1a2b-7c3d-8e4f-000000000000");
  out.bytes.back() = last;
  return out;
}

session closed_session() {
  session x;
  x.id = id(1);
  x.ticket_no = "1-1-000017-4";
  x.status = session_status::closed;
  x.plate = "B 1234 XYZ";
  x.plate_key = "B1234XYZ";
  x.vehicle_type = domain::vehicle_class::mobil;
  x.entered_at = morning;
  x.entry_gate_id = "in-1";
  x.entry_device_no = 1;
  x.entry_seq = 17;
  x.exited_at = morning + milliseconds{3'600'000};
  x.exit_gate_id = "out-1";
  x.fee = rupiah{5000};
  x.charged = rupiah{5000};
  x.tariff_version = 2;
  x.photo_in = photo;
  x.photo_out = photo;
  x.photo_pending = true;
  x.flags = {"offline", "review"};
  x.merged_into = id(2);
  x.version = 3;
  x.entry_by = "budi";
  x.exit_by = "sari";
  return x;
}

gate exit_gate() {
  return {.id = "out-1",
          .name = "Keluar 1",
          .direction = gate_direction::out,
          .zone_id = "p1",
          .lock_id = "4567",
          .mode = gate_mode::held_open,
          .occupancy = 12,
          .capacity = 100,
          .last_open = gate_last_open{morning, "confirmed", "session"}};
}

alert duplicate_alert() {
  alert x;
  x.id = id(3);
  x.kind = alert_kind::duplicate;
  x.level = severity::critical;
  x.raised_at = morning;
  x.resolved_at = morning + milliseconds{1};
  x.refers = {id(1), id(2), id(4), "in-1", "4567", id(5), "88"};
  x.text_id = "Pelat yang sama masuk dua kali";
  x.text_en = "The same plate came in twice";
  x.note = "salah baca";
  return x;
}

lock exit_lock() {
  return {.id = "4567",
          .name = "Palang keluar",
          .gate_id = "out-1",
          .battery = 93,
          .state = lock_state::unlocked,
          .clock_offset_ms = -5971,
          .last_record_at = morning,
          .gateway_ids = {"88", "89"},
          .heard_by = {{"89", -71, morning}, {"88", -86, morning + milliseconds{1}}},
          .now = coverage::covered,
          .hours = {{morning, coverage::blind}, {morning + milliseconds{1}, coverage::covered}}};
}

gateway tower_gateway() {
  return {.id = "88",
          .name = "Menara",
          .is_online = true,
          .since = morning,
          .last_seen = morning + milliseconds{1},
          .late_records = 3};
}

lock_record card_record() {
  lock_record x;
  x.id = id(10);
  x.lock_id = "4567";
  x.type = 7;
  x.type_from_lock = 17;
  x.is_success = true;
  x.who = "kartu satpam";
  x.credential_tail = "42";
  x.battery = 93;
  x.lock_at = morning;
  x.server_at = morning - milliseconds{5971};
  x.received_at = morning + milliseconds{2};
  x.corrected_at = morning - milliseconds{6000};
  x.source = record_source::pull;
  x.late_by_ms = 6002;
  x.opening_id = id(11);
  x.text_id = "Dibuka dengan kartu";
  x.text_en = "Opened with a card";
  return x;
}

opening explained_opening() {
  opening x;
  x.id = id(11);
  x.lock_id = "4567";
  x.gate_id = "out-1";
  x.at = morning;
  x.state = opening_state::explained;
  x.record_id = id(10);
  x.cause = opening_cause::exit;
  x.session_id = id(1);
  x.command_id = id(12);
  x.who = "kartu satpam";
  x.note = "ambulans";
  x.judgement = opening_judgement{opening_verdict::justified, "ada surat", "wati", morning};
  return x;
}

shift counted_shift() {
  shift x;
  x.id = id(6);
  x.user_id = id(7);
  x.username = "budi";
  x.device_no = 1;
  x.opened_at = morning;
  x.opening_cash = rupiah{100'000};
  x.closed_at = morning + milliseconds{28'800'000};
  x.counted = rupiah{355'000};
  x.expected = rupiah{360'000};
  x.difference = rupiah{-5000};
  x.first_seq = 1;
  x.last_seq = 52;
  x.record_count = 52;
  return x;
}

device approved_device() {
  device x;
  x.id = id(4);
  x.device_no = 1;
  x.label = "Gerbang utara";
  x.status = device_status::approved;
  x.key = "MCowBQYDK2VwAyEA";
  x.first_seen = morning;
  x.approved_at = morning;
  x.revoked_at = morning;
  x.last_seen = morning;
  x.last_seq = 40;
  x.missing = {{3, 4}, {9, 9}};
  return x;
}

user supervisor() {
  return {.id = id(7),
          .username = "wati",
          .name = "Wati",
          .user_role = role::supervisor,
          .is_disabled = true};
}

domain::fee hour_fee() {
  domain::fee x;
  x.minutes = 60;
  x.base = rupiah{5000};
  x.total = rupiah{5000};
  x.due = rupiah{5000};
  x.steps = {{"Jam pertama", "First hour", rupiah{5000}}};
  return x;
}

config site() {
  config x;
  x.site = {id(8), 1, "Parkir Pasar Baru", "Asia/Jakarta", {{from_ms(0), 420}, {morning, 421}}, 10};
  x.zones = {{"p1",
              "Pelataran",
              {{domain::vehicle_class::motor, 200}, {domain::vehicle_class::mobil, 100}},
              75,
              90}};
  x.gates = {{"in-1", "Masuk 1", gate_direction::in, "p1", {}},
             {"out-1", "Keluar 1", gate_direction::out, "p1", "4567"}};
  x.vehicle_types = {{domain::vehicle_class::mobil, "Mobil", "Car", 1}};
  domain::tariff t;
  t.id = "T1-MOBIL";
  t.version = 2;
  t.valid_from = morning;
  t.mode = domain::tariff_mode::rolling_24h;
  t.grace_min = 10;
  t.first_amt = rupiah{5000};
  t.next_amt = rupiah{2000};
  t.cap = rupiah{30'000};
  t.rounding = domain::round_mode::down;
  t.round_to = 500;
  x.tariffs = {t};
  x.locks = {{"4567", "Palang keluar"}};
  x.retention = {31, 5'000, 91, 100'000, 32, 8};
  return x;
}

std::vector<submit> submissions() {
  const std::vector<submit_data> all{
      entry_data{id(1), "in-1", "B 1234 XYZ", "no plate at all", "MOBIL", photo, "P1:ABC"},
      exit_data{id(1),
                {},
                "out-1",
                rupiah{5000},
                payment{"cash", rupiah{5000}, rupiah{10'000}, "kas 1"},
                true,
                photo,
                "B 1"},
      void_data{id(1), "salah tekan"},
      correct_data{id(1), "B 1", "MOTOR", morning, "salah baca"},
      merge_data{id(1), id(2), "mobil yang sama"},
      gate_open_data{"in-1", "ambulans", id(1), morning},
      gate_mode_data{"in-1", gate_mode::held_open},
      shift_open_data{id(6), rupiah{100'000}},
      shift_close_data{id(6), rupiah{355'000}, shift_records{1, 52, 52}},
      alert_resolve_data{id(3), "sudah dicek"},
      lock_sync_data{"4567", morning, morning + milliseconds{1}},
      config_set_data{"/site/name", R"("Pasar Baru")", 7},
      device_approve_data{id(4)},
      device_revoke_data{id(4)},
      user_set_data{"sari", "Sari", role::admin, "rahasia", true},
      note_data{note_kind::reprint, id(1), "kertas habis"},
      approval_answer_data{3, "482913", rupiah{2000}},
      opening_judge_data{id(5), opening_verdict::misuse, "dua mobil lewat"},
      duplicate_keep_data{id(3), "dua motor serupa"},
      duplicate_reopen_data{id(3), "salah pilih"},
      merge_undo_data{id(2), "bukan mobil yang sama"}};
  std::vector<submit> out;
  for (const auto& data : all)
    out.push_back({id(9), 17, morning, {-120, clock_source::server}, true, data});
  return out;
}

std::vector<query> queries() {
  const std::vector<query_data> all{
      session_find{"B 1234 XYZ", {}, {}, session_status::open},
      session_list{session_status::closed, "in-1", window(), domain::vehicle_class::truk, "1234",
                   "budi", "sari", "lost_ticket", amount_filter::under, true, true, "wati", "qris",
                   30, 120, rupiah{1}, rupiah{10'000}, true},
      session_quote{id(1), morning, true},
      gate_list{},
      lock_list{},
      gateway_list{},
      device_list{},
      user_list{},
      device_keys{},
      lock_records{"4567", window()},
      sync_health{window()},
      stats_summary{morning, morning + milliseconds{1}, stats_bucket::day},
      alert_list{window(), alert_kind::no_opening, true},
      duplicate_list{window(), duplicate_cause::two_gates, true},
      shift_list{window(), "budi", true},
      audit_list{window(), "budi", "void"},
      sync_log{window(), 1, false, true},
      config_get{},
      opening_list{window(), "in-1", "4567", opening_state::alarmed, opening_cause::manual, true,
                   false},
      command_list{window(), "budi", "in-1", true},
      sync_devices{window()},
      shift_detail{id(6), window()},
      stats_report{morning, morning + milliseconds{1}},
      stats_indicators{morning, morning + milliseconds{1}, "out-1"},
      tariff_replay{site().tariffs.front(), morning, morning + milliseconds{1}, "12", 500}};
  std::vector<query> out;
  for (const auto& data : all)
    out.push_back({"q" + std::to_string(out.size()), data});
  return out;
}

std::vector<server_message> server_messages() {
  const std::string data = R"({"session":{"id":1}})";
  return {welcome{id(1), "e1", 1050, 310, true, morning, false, 7, 10'000, 5000, supervisor(), 3},
          event{1051, morning, topic::alert, "alert.raised", data},
          status{false, morning, morning + milliseconds{1}, "disk full"},
          pong{1, false, morning, 1060},
          accepted{id(1), 1061, true, data},
          rejected{id(1), {errc::bad_plate, "letters first", "data.plate"}},
          query_result{"q1", data},
          error_message{"q1", {errc::busy, "too much", "data"}, 250},
          error_message{{}, {errc::bad_message, "no", ""}, {}}};
}

std::vector<std::string> client_frames() {
  std::vector<std::string> out{
      encode(client_message{hello{
          "token", "handheld", "1.0.0", {"session", "gate"}, resume_point{"e1", 1042}, true}}),
      encode(client_message{ping{1}})};
  for (const auto& s : submissions())
    out.push_back(encode(s));
  for (const auto& q : queries())
    out.push_back(encode(client_message{q}));
  return out;
}

} // namespace palang::protocol::samples

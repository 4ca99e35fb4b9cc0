#include "shared/protocol/offline_files.hpp"

#include "shared/domain/plate.hpp"
#include "shared/protocol/client_fields.hpp"
#include "shared/protocol/json_writer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace palang::protocol {

namespace {

constexpr std::array<std::string_view, 2> kind_words{"entry", "exit"};
constexpr std::array<std::string_view, 2> file_beginnings{"parking_entry_", "parking_exit_"};
constexpr std::string_view file_end = ".json";
constexpr std::string_view no_plate = "TANPA PLAT";

/// The name space of ids made from these files; never to be changed.
constexpr uuid offline_names{{0x6f, 0x1d, 0x0c, 0x52, 0x8a, 0x3e, 0x4b, 0x97, 0x9d, 0x25, 0x41,
                              0xe8, 0x7b, 0x60, 0x12, 0xd3}};

/// The fields as written.
struct offline_file {
  std::string transaction_id;
  std::optional<std::string> vehicle_number;
  std::string entry_time;
  std::string exit_time;
  std::string vehicle_type;
  std::optional<rupiah> parking_fee;
  std::string image_path;
  std::string exit_image_path;
  std::string sync_status = "PENDING";
  std::optional<uuid> submission_id;
  std::optional<uuid> session_id;
};

/// Other programs write 5000 as 5000.0.
void read_fee(const json_node& node, std::optional<rupiah>& out) {
  const auto& value = node.value();
  const auto amount = value.is_number() ? value.get<double>() : -1.0;
  if (amount < 0 || amount > static_cast<double>(limits::max_amount)
      || amount != std::floor(amount))
    return node.expected("a whole amount of rupiah");
  out = rupiah{static_cast<std::int64_t>(amount)};
}

void read(const json_node& node, offline_file& out) {
  get_text(node, "transaction_id", out.transaction_id, short_name);
  maybe_text(node, "vehicle_number", out.vehicle_number, {.max_characters = limits::max_name});
  node.maybe("entry_time", out.entry_time);
  node.maybe("exit_time", out.exit_time);
  node.maybe("vehicle_type", out.vehicle_type);
  if (node.has("parking_fee"))
    read_fee(node.member("parking_fee"), out.parking_fee);
  node.maybe("image_path", out.image_path);
  node.maybe("exit_image_path", out.exit_image_path);
  node.maybe("sync_status", out.sync_status);
  node.maybe("submission_id", out.submission_id);
  node.maybe("session_id", out.session_id);
}

result<std::optional<instant>> time_of(const std::string& text, std::string_view field,
                                       bool is_needed, const site_zone& zone) {
  if (text.empty() && !is_needed)
    return std::nullopt;
  if (text.empty())
    return fail(errc::invalid, "is missing", std::string(field));
  const auto at = from_local(text, zone);
  if (!at)
    return fail(errc::invalid, at.error().message, std::string(field));
  return *at;
}

bool has_plate(const offline_record& r) {
  const auto key = domain::plate_key(r.vehicle_number);
  return !key.empty() && key != domain::plate_key(no_plate);
}

std::string plate_reason(const offline_record& r) {
  if (domain::plate_key(r.vehicle_number).empty())
    return "nomor kendaraan tidak tercatat";
  return has_plate(r) ? "tidak terbaca: " + r.vehicle_number : r.vehicle_number;
}

std::string slashed(std::string path) {
  std::ranges::replace(path, '\\', '/');
  return path;
}

submit_data entry_of(const offline_record& r, const std::string& gate_id,
                     const std::optional<std::string>& photo,
                     const std::optional<std::string>& plate) {
  const auto vehicle =
      domain::vehicle_class_from(r.vehicle_type).value_or(domain::vehicle_class::lain);
  return entry_data{.session_id = offline_session_id(r),
                    .gate_id = gate_id,
                    .plate = plate,
                    .plate_reason = plate ? std::nullopt : std::optional{plate_reason(r)},
                    .vehicle_type = std::string(domain::to_string(vehicle)),
                    .photo = photo,
                    .ticket = {}};
}

} // namespace

std::string_view to_string(offline_kind k) noexcept {
  return kind_words[static_cast<std::size_t>(k)];
}

// -- files ------------------------------------------------------------------------------

std::optional<offline_kind> offline_kind_of(std::string_view file_name) noexcept {
  for (std::size_t i = 0; i < file_beginnings.size(); ++i)
    if (file_name.starts_with(file_beginnings[i]) && file_name.ends_with(file_end))
      return static_cast<offline_kind>(i);
  return std::nullopt;
}

std::string offline_file_name(const offline_record& r, const site_zone& zone) {
  auto stamp = to_local(r.taken_at(), zone);
  std::erase_if(stamp, [](char c) { return c == '-' || c == ':'; });
  std::ranges::replace(stamp, 'T', '_');
  auto id = r.transaction_id;
  std::ranges::replace_if(
      id,
      [](char c) {
        return domain::plate_key({&c, 1}).empty() && c != '-';
      },
      '-');
  return std::string(file_beginnings[static_cast<std::size_t>(r.kind)]) + stamp + "_" + id
         + std::string(file_end);
}

result<offline_record> decode_offline_record(std::string_view text, offline_kind kind,
                                             const site_zone& zone) {
  auto file = decode_as<offline_file>(text);
  if (!file)
    return fail(file.error());
  const bool is_exit = kind == offline_kind::exit;
  const auto entered = time_of(file->entry_time, "entry_time", !is_exit, zone);
  if (!entered)
    return fail(entered.error());
  const auto exited = time_of(is_exit ? file->exit_time : "", "exit_time", is_exit, zone);
  if (!exited)
    return fail(exited.error());
  if (is_exit && !file->parking_fee)
    return fail(errc::invalid, "is missing", "parking_fee");
  return offline_record{.kind = kind,
                        .transaction_id = std::move(file->transaction_id),
                        .vehicle_number = file->vehicle_number.value_or(""),
                        .entered_at = *entered,
                        .exited_at = *exited,
                        .vehicle_type = std::move(file->vehicle_type),
                        .fee = file->parking_fee.value_or(rupiah{}),
                        .image_path = slashed(is_exit ? file->exit_image_path : file->image_path),
                        .is_synced = file->sync_status == "SYNCED",
                        .submission_id = file->submission_id,
                        .session_id = file->session_id};
}

std::string encode_offline_record(const offline_record& r, const site_zone& zone) {
  const auto local = [&](const std::optional<instant>& at) {
    return at ? std::optional{to_local(*at, zone)} : std::nullopt;
  };
  object_writer out;
  out.add("transaction_id", r.transaction_id)
      .add("vehicle_number", r.vehicle_number)
      .add("entry_time", local(r.entered_at));
  if (r.kind == offline_kind::entry)
    out.add("vehicle_type", r.vehicle_type).add_text("image_path", r.image_path);
  else
    out.add("exit_time", local(r.exited_at))
        .add("parking_fee", r.fee)
        .add_text("exit_image_path", r.image_path);
  out.add("sync_status", r.is_synced ? "SYNCED" : "PENDING");
  return out.add_if("submission_id", r.submission_id).add_if("session_id", r.session_id).done();
}

// -- what they stand for ----------------------------------------------------------------

uuid offline_submission_id(const offline_record& r, std::string_view file_name) {
  if (r.submission_id)
    return *r.submission_id;
  return make_uuid_v5(offline_names,
                      "submission\n" + std::string(file_name) + "\n" + r.transaction_id);
}

uuid offline_session_id(const offline_record& r) {
  if (r.session_id)
    return *r.session_id;
  const auto entered = r.entered_at ? std::to_string(to_ms(*r.entered_at)) : std::string{};
  return make_uuid_v5(offline_names, "session\n" + r.transaction_id + "\n"
                                         + domain::plate_key(r.vehicle_number) + "\n" + entered);
}

submit_data offline_submission(const offline_record& r, const std::string& gate_id,
                               const std::optional<std::string>& photo) {
  std::optional<std::string> plate;
  if (has_plate(r))
    if (const auto parsed = domain::parse_plate(r.vehicle_number))
      plate = parsed->shown;
  if (r.kind == offline_kind::entry)
    return entry_of(r, gate_id, photo, plate);
  exit_data exit{.session_id = offline_session_id(r),
                 .ticket = {},
                 .gate_id = gate_id,
                 .charged = r.fee,
                 .paid = {},
                 .photo = photo,
                 .plate = plate};
  if (r.fee > rupiah{})
    exit.paid = payment{.method = "cash", .amount = r.fee, .tendered = {}, .reference = {}};
  return exit;
}

} // namespace palang::protocol

#include "mobile/core/offlinefiles.h"
#include "mobile/core/photostore.h"
#include "shared/domain/plate.hpp"
#include "shared/domain/ticket.hpp"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <limits>
#include <utility>

namespace palang::mobile {

namespace {

using protocol::offline_kind;
using protocol::offline_record;

constexpr std::string_view noPlate = "TANPA PLAT";

tl::unexpected<error> cannotWrite(const QString& path) {
  return fail(errc::db_unavailable, "cannot write " + path.toStdString());
}

result<void> writeFile(const QString& path, const std::string& text) {
  QSaveFile file{path};
  const auto size = static_cast<qint64>(text.size());
  if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), size) != size || !file.commit())
    return cannotWrite(path);
  return {};
}

/// Writes one folder.
class Export {
public:
  Export(Store& store, PhotoStore& photos, const ExportOptions& options)
      : m_store{store}, m_photos{photos}, m_options{options}, m_folder{options.folder} {}

  result<ExportReport> run();

private:
  result<void> write(const OutboxRow& row);
  std::optional<offline_record> recordOf(const OutboxRow& row) const;
  offline_record recordOf(const OutboxRow& row, const protocol::entry_data& entry) const;
  offline_record recordOf(const OutboxRow& row, const protocol::exit_data& exit) const;
  protocol::session sessionOf(const protocol::exit_data& exit) const;
  result<std::string> copyPhoto(const offline_record& r, const std::optional<std::string>& sha256);

  Store& m_store;
  PhotoStore& m_photos;
  const ExportOptions& m_options;
  QDir m_folder;
  ExportReport m_report;
};

result<ExportReport> Export::run() {
  for (const auto* folder : {"Images/Masuk", "Images/Keluar"})
    if (!m_folder.mkpath(folder))
      return cannotWrite(m_folder.filePath(folder));
  const auto rows = m_store.rows(std::nullopt, std::numeric_limits<int>::max());
  if (!rows)
    return fail(rows.error());
  for (const auto& row : *rows)
    if (m_options.all || row.state != sync::record_state::applied)
      if (auto written = write(row); !written)
        return fail(written.error());
  return std::move(m_report);
}

result<void> Export::write(const OutboxRow& row) {
  auto record = recordOf(row);
  if (!record) {
    m_report.left.append(QString::fromStdString(row.summary));
    return {};
  }
  const auto photo = std::visit(
      []<class T>(const T& data) -> std::optional<std::string> {
        if constexpr (requires { data.photo; })
          return data.photo;
        return std::nullopt;
      },
      row.submission.data);
  auto image = copyPhoto(*record, photo);
  if (!image)
    return fail(image.error());
  record->image_path = std::move(*image);
  ++m_report.records;
  return writeFile(
      m_folder.filePath(QString::fromStdString(offline_file_name(*record, m_options.zone))),
      encode_offline_record(*record, m_options.zone));
}

std::optional<offline_record> Export::recordOf(const OutboxRow& row) const {
  if (row.why && row.why->code == errc::corrupt)
    return std::nullopt;
  if (const auto* entry = std::get_if<protocol::entry_data>(&row.submission.data))
    return recordOf(row, *entry);
  if (const auto* exit = std::get_if<protocol::exit_data>(&row.submission.data))
    return recordOf(row, *exit);
  return std::nullopt;
}

offline_record Export::recordOf(const OutboxRow& row, const protocol::entry_data& entry) const {
  const auto session = m_store.session(entry.session_id);
  const auto ticketNo = session && *session ? (*session)->ticket_no : std::string{};
  return {.kind = offline_kind::entry,
          .transaction_id = ticketNo.empty() ? to_string(entry.session_id) : ticketNo,
          .vehicle_number = entry.plate.value_or(std::string(noPlate)),
          .entered_at = row.submission.taken_at,
          .exited_at = {},
          .vehicle_type = entry.vehicle_type,
          .image_path = {},
          .is_synced = row.state == sync::record_state::applied,
          .submission_id = row.submission.id,
          .session_id = entry.session_id};
}

offline_record Export::recordOf(const OutboxRow& row, const protocol::exit_data& exit) const {
  const auto session = sessionOf(exit);
  const auto plate = exit.plate.value_or(session.plate.empty() ? session.plate_key : session.plate);
  const auto sessionId = session.id.is_nil() ? std::nullopt : std::optional{session.id};
  return {.kind = offline_kind::exit,
          .transaction_id = session.ticket_no.empty()
                                ? to_string(sessionId.value_or(row.submission.id))
                                : session.ticket_no,
          .vehicle_number = plate.empty() ? std::string(noPlate) : plate,
          .entered_at = session.entered_at,
          .exited_at = row.submission.taken_at,
          .vehicle_type = {},
          .fee = exit.charged,
          .image_path = {},
          .is_synced = row.state == sync::record_state::applied,
          .submission_id = row.submission.id,
          .session_id = sessionId};
}

/// What this device knows of the stay: its replica, else what the ticket says.
protocol::session Export::sessionOf(const protocol::exit_data& exit) const {
  protocol::session out;
  if (exit.session_id) {
    out.id = *exit.session_id;
    const auto known = m_store.session(out.id);
    return known && *known ? **known : out;
  }
  const auto ticket = domain::parse_ticket(exit.ticket.value_or(""));
  if (!ticket)
    return out;
  if (const auto known = m_store.sessionByTicket(ticket->device_no, ticket->device_seq);
      known && *known)
    return **known;
  out.ticket_no = domain::ticket_number(ticket->site_no, ticket->device_no, ticket->device_seq);
  out.plate_key = ticket->plate_key;
  out.entered_at = from_ms(std::int64_t{ticket->entered_s} * 1'000);
  return out;
}

/// Returns its path within the folder; empty when there is none on this device.
result<std::string> Export::copyPhoto(const offline_record& r,
                                      const std::optional<std::string>& sha256) {
  const auto from = sha256 ? m_photos.path(*sha256) : QString{};
  if (from.isEmpty())
    return std::string{};
  auto stamp = to_local(r.taken_at(), m_options.zone);
  std::erase_if(stamp, [](char c) { return c == '-' || c == ':'; });
  std::ranges::replace(stamp, 'T', '_');
  const auto* folder = r.kind == offline_kind::entry ? "Images/Masuk/" : "Images/Keluar/";
  auto path = folder + domain::plate_key(r.vehicle_number) + "_" + stamp + ".jpg";
  const auto target = m_folder.filePath(QString::fromStdString(path));
  QFile::remove(target);
  if (!QFile::copy(from, target))
    return cannotWrite(target);
  ++m_report.photos;
  return path;
}

} // namespace

result<ExportReport> OfflineFiles::exportFolder(const ExportOptions& options) const {
  return Export{m_store, m_photos, options}.run();
}

} // namespace palang::mobile

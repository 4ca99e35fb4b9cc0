#include "mobile/features/reports/stayexport.h"

#include "mobile/base/wording.h"
#include "mobile/desk/stayfacts.h"
#include "mobile/features/reports/reportexport.h"
#include "mobile/features/reports/reporttable.h"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

#include <QPointer>

namespace palang::mobile {

namespace {

/// Names of a stay's facts, in the file's order.
constexpr const char* columns[] = {"ticket",    "plate",  "vehicle",    "entered",
                                   "entryGate", "exited", "exitGate",   "fee",
                                   "charged",   "by",     "statusText", "flags"};

} // namespace

void StayExport::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  emit workplaceChanged();
}

void StayExport::start(Period* period) {
  if (isRunning())
    return;
  m_file = std::make_unique<QFile>(
      reportPath(*m_workplace, *period, QStringLiteral("kendaraan"), QStringLiteral("csv")));
  if (!m_file->open(QIODevice::WriteOnly | QIODevice::Truncate))
    return finish(tr("Berkas tidak dapat dibuat: %1").arg(m_file->errorString()), true);
  m_from = period->from();
  m_to = period->to();
  m_written = 0;
  m_outcome.clear();
  m_file->write(csvMark()
                + csvLine({tr("Karcis"), tr("Plat"), tr("Jenis"), tr("Masuk"), tr("Pintu masuk"),
                           tr("Keluar"), tr("Pintu keluar"), tr("Menurut tarif"), tr("Dibayar"),
                           tr("Petugas"), tr("Keadaan"), tr("Catatan")}));
  ask({});
  emit changed();
}

void StayExport::cancel() {
  if (isRunning())
    finish(tr("Dibatalkan; tidak ada berkas yang ditinggalkan."), true);
}

void StayExport::ask(const std::optional<std::string>& after) {
  protocol::session_list wanted;
  wanted.is_by_exit = true;
  wanted.window = {m_from, m_to, after,
                   static_cast<std::int64_t>(protocol::limits::max_list_limit)};
  m_workplace->client().query(
      wanted, [self = QPointer(this), asked = ++m_asked](const result<std::string>& data) {
        if (!self || self->m_asked != asked)
          return;
        if (data)
          return self->take(*data);
        const auto words = wording::of(data.error());
        self->finish(words.text + QStringLiteral(". ") + words.nextStep, true);
      });
}

void StayExport::take(const std::string& data) {
  const auto items = protocol::items_of(data, "sessions");
  if (!items)
    return finish(wording::of(items.error()).text, true);
  const auto site = siteOf(*m_workplace);
  for (const auto& item : *items) {
    const auto stay = protocol::decode_session(item);
    if (!stay)
      continue;
    const auto facts = stayFacts(*stay, site);
    QStringList cells;
    for (const auto* column : columns)
      cells.append(facts.value(QString::fromLatin1(column)).toString());
    m_file->write(csvLine(cells));
    ++m_written;
  }
  emit changed();
  const auto next = protocol::member_of(data, "next");
  const auto cursor = next ? protocol::string_of(*next) : std::nullopt;
  if (cursor)
    return ask(cursor);
  if (!m_file->flush())
    return finish(tr("Berkas tidak dapat ditulis: %1").arg(m_file->errorString()), true);
  finish(tr("Tersimpan: %1").arg(m_file->fileName()), false);
}

void StayExport::finish(const QString& outcome, bool hasFailed) {
  ++m_asked;
  m_outcome = outcome;
  m_hasFailed = hasFailed;
  if (hasFailed && m_file)
    m_file->remove();
  m_file.reset();
  emit changed();
}

} // namespace palang::mobile

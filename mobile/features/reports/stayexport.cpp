#include "mobile/features/reports/stayexport.h"

#include "mobile/base/wording.h"
#include "mobile/desk/stayfacts.h"
#include "mobile/features/reports/reportexport.h"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

#include <QPointer>

#include <algorithm>

namespace palang::mobile {

namespace {

ReportCell momentOf(const std::optional<instant>& at, const SiteView& site) {
  return at ? ReportCell(site.time.local(*at)) : ReportCell(QString{});
}

ReportCell moneyOf(const std::optional<rupiah>& amount) {
  return amount ? ReportCell(*amount) : ReportCell(QString{});
}

ReportRow rowOf(const protocol::session& s, const SiteView& site) {
  const auto facts = stayFacts(s, site);
  const auto fact = [&](const char* name) {
    return facts.value(QString::fromLatin1(name)).toString();
  };
  return {fact("ticket"),     fact("plate"),
          fact("vehicle"),    momentOf(s.entered_at, site),
          fact("entryGate"),  momentOf(s.exited_at, site),
          fact("exitGate"),   moneyOf(s.fee),
          moneyOf(s.charged), fact("by"),
          fact("statusText"), fact("flags")};
}

} // namespace

void StayExport::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  emit workplaceChanged();
}

int StayExport::percent() const {
  return m_expected > 0 ? std::min(100, m_written * 100 / m_expected) : -1;
}

void StayExport::start(Period* period, const QString& suffix, int expected) {
  if (isRunning())
    return;
  m_path = reportPath(*m_workplace, *period, QStringLiteral("kendaraan"), suffix);
  m_file = suffix == QLatin1String("xlsx") ? makeXlsx(m_path, {}) : makeCsv(m_path, {});
  m_from = period->from();
  m_to = period->to();
  m_written = 0;
  m_expected = expected;
  m_outcome.clear();
  m_file->begin({}, {tr("Karcis"), tr("Plat"), tr("Jenis"), tr("Masuk"), tr("Pintu masuk"),
                     tr("Keluar"), tr("Pintu keluar"), tr("Menurut tarif"), tr("Dibayar"),
                     tr("Petugas"), tr("Keadaan"), tr("Catatan")});
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
    m_file->add(rowOf(*stay, site));
    ++m_written;
  }
  emit changed();
  const auto next = protocol::member_of(data, "next");
  const auto cursor = next ? protocol::string_of(*next) : std::nullopt;
  if (cursor)
    return ask(cursor);
  if (!m_file->finish())
    return finish(tr("Berkas tidak dapat ditulis: %1").arg(m_file->trouble()), true);
  finish(tr("Tersimpan: %1").arg(m_path), false);
}

void StayExport::finish(const QString& outcome, bool hasFailed) {
  ++m_asked;
  m_outcome = outcome;
  m_hasFailed = hasFailed;
  m_file.reset();
  emit changed();
}

} // namespace palang::mobile

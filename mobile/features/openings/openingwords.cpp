#include "mobile/features/openings/openingwords.h"

#include <QCoreApplication>

namespace palang::mobile::openingwords {

namespace {

struct OpeningWords {
  Q_DECLARE_TR_FUNCTIONS(OpeningWords)
};

using protocol::opening_cause;
using protocol::opening_state;

QString joined(const QString& what, const std::string& more) {
  return more.empty() ? what : what + QLatin1Char(' ') + QString::fromStdString(more);
}

} // namespace

QString state(opening_state s) {
  switch (s) {
  case opening_state::awaiting_cause:
    return OpeningWords::tr("Menunggu sebab");
  case opening_state::awaiting_record:
    return OpeningWords::tr("Menunggu catatan kunci");
  case opening_state::explained:
    return OpeningWords::tr("Jelas");
  case opening_state::unexplained:
    return OpeningWords::tr("Tanpa sebab");
  case opening_state::no_opening:
    return OpeningWords::tr("Tidak terbuka");
  case opening_state::alarmed:
    break;
  }
  return OpeningWords::tr("Paksa atau kunci fisik");
}

QString stateIcon(opening_state s) {
  switch (s) {
  case opening_state::explained:
    return QStringLiteral("tick-circle");
  case opening_state::awaiting_cause:
  case opening_state::awaiting_record:
    return QStringLiteral("clock");
  case opening_state::no_opening:
    return QStringLiteral("lock");
  case opening_state::unexplained:
  case opening_state::alarmed:
    break;
  }
  return QStringLiteral("warning");
}

QString stateTone(opening_state s) {
  switch (s) {
  case opening_state::explained:
    return QStringLiteral("ok");
  case opening_state::awaiting_cause:
  case opening_state::awaiting_record:
    return QStringLiteral("quiet");
  case opening_state::no_opening:
  case opening_state::unexplained:
  case opening_state::alarmed:
    break;
  }
  return QStringLiteral("bad");
}

QString cause(const protocol::opening_entry& e) {
  const auto& o = e.shown;
  switch (o.cause) {
  case opening_cause::entry:
    return joined(OpeningWords::tr("Masuk"), e.plate);
  case opening_cause::exit:
    return joined(OpeningWords::tr("Keluar"), e.plate);
  case opening_cause::manual:
    return OpeningWords::tr("Dibuka %1: %2")
        .arg(QString::fromStdString(e.requested_by), QString::fromStdString(o.note));
  case opening_cause::test:
    return OpeningWords::tr("Uji palang oleh %1").arg(QString::fromStdString(e.requested_by));
  case opening_cause::person:
    return QString::fromStdString(o.who);
  case opening_cause::none:
    break;
  }
  return o.who.empty() ? QStringLiteral("–") : QString::fromStdString(o.who);
}

QString verdict(protocol::opening_verdict v) {
  switch (v) {
  case protocol::opening_verdict::justified:
    return OpeningWords::tr("Beralasan");
  case protocol::opening_verdict::misuse:
    return OpeningWords::tr("Disalahgunakan");
  case protocol::opening_verdict::fault:
    break;
  }
  return OpeningWords::tr("Gangguan alat");
}

} // namespace palang::mobile::openingwords

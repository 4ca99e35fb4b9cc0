#include "mobile/features/live/feedwords.h"

#include <QCoreApplication>

#include <array>

namespace palang::mobile::feedwords {

namespace {

struct Look {
  const char* kind;
  const char* title;
  const char* icon;
  const char* tone;
};

constexpr std::array looks{
    Look{"session.entered", QT_TRANSLATE_NOOP("Feed", "Masuk"), "masuk", "entry"},
    Look{"session.exited", QT_TRANSLATE_NOOP("Feed", "Keluar"), "keluar", "exit"},
    Look{"session.voided", QT_TRANSLATE_NOOP("Feed", "Dibatalkan"), "close", "warning"},
    Look{"session.corrected", QT_TRANSLATE_NOOP("Feed", "Dikoreksi"), "edit", "plain"},
    Look{"gate.opening", QT_TRANSLATE_NOOP("Feed", "Palang sedang dibuka"), "gate", "plain"},
    Look{"gate.opened", QT_TRANSLATE_NOOP("Feed", "Palang dibuka"), "gate", "good"},
    Look{"gate.open_failed", QT_TRANSLATE_NOOP("Feed", "Palang gagal dibuka"), "failed",
         "critical"},
    Look{"gate.mode_changed", QT_TRANSLATE_NOOP("Feed", "Mode palang diubah"), "gate", "warning"},
    Look{"lock.record", QT_TRANSLATE_NOOP("Feed", "Catatan kunci"), "gate", "plain"},
    Look{"lock.battery_low", QT_TRANSLATE_NOOP("Feed", "Baterai kunci lemah"), "warning",
         "warning"},
    Look{"gateway.online", QT_TRANSLATE_NOOP("Feed", "Gateway terhubung"), "tick", "good"},
    Look{"gateway.offline", QT_TRANSLATE_NOOP("Feed", "Gateway terputus"), "offline", "warning"},
    Look{"gateway.caught_up", QT_TRANSLATE_NOOP("Feed", "Gateway sudah lengkap"), "tick", "good"},
    Look{"alert.raised", QT_TRANSLATE_NOOP("Feed", "Peringatan"), "warning", "warning"},
    Look{"alert.resolved", QT_TRANSLATE_NOOP("Feed", "Peringatan selesai"), "tick", "good"},
    Look{"config.changed", QT_TRANSLATE_NOOP("Feed", "Pengaturan diubah"), "edit", "plain"},
    Look{"sync.received", QT_TRANSLATE_NOOP("Feed", "Catatan luring diterima"), "sync", "plain"},
};

const Look* lookOf(const LiveEvent& e) {
  for (const auto& look : looks)
    if (e.kind == look.kind)
      return &look;
  return nullptr;
}

bool isCritical(const LiveEvent& e) {
  return e.kind == "alert.raised" && e.alert() != nullptr
         && e.alert()->level == protocol::severity::critical;
}

} // namespace

bool isNews(const LiveEvent& e) {
  return lookOf(e) != nullptr;
}

QString title(const LiveEvent& e) {
  const auto* look = lookOf(e);
  return look != nullptr ? QCoreApplication::translate("Feed", look->title) : QString{};
}

QString icon(const LiveEvent& e) {
  const auto* look = lookOf(e);
  return isCritical(e)     ? QStringLiteral("failed")
         : look != nullptr ? QString::fromLatin1(look->icon)
                           : QString{};
}

QString tone(const LiveEvent& e) {
  const auto* look = lookOf(e);
  return isCritical(e)     ? QStringLiteral("critical")
         : look != nullptr ? QString::fromLatin1(look->tone)
                           : QStringLiteral("plain");
}

QString mode(protocol::gate_mode mode) {
  switch (mode) {
  case protocol::gate_mode::held_open:
    return QCoreApplication::translate("Feed", "Ditahan buka");
  case protocol::gate_mode::closed:
    return QCoreApplication::translate("Feed", "Ditutup");
  case protocol::gate_mode::automatic:
    break;
  }
  return QCoreApplication::translate("Feed", "Otomatis");
}

QString cause(const std::string& cause) {
  return cause == "session" ? QCoreApplication::translate("Feed", "untuk kendaraan")
                            : QString::fromStdString(cause);
}

} // namespace palang::mobile::feedwords

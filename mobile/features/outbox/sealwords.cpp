#include "mobile/features/outbox/sealwords.h"

#include "mobile/base/wording.h"

#include <QCoreApplication>

namespace palang::mobile {

namespace {

/// Where the translator finds these words.
struct SealWords {
  Q_DECLARE_TR_FUNCTIONS(SealWords)
};

} // namespace

QString sealTrouble(const error& why) {
  switch (why.code) {
  case errc::not_found:
    return SealWords::tr("Semua sudah terkirim, tidak ada yang perlu dibawa.");
  case errc::not_supported:
    return SealWords::tr("Server belum memberi kuncinya. Hubungkan HP ini sekali, lalu coba lagi.");
  case errc::too_large:
    return SealWords::tr("Terlalu banyak catatan untuk kode QR. Pakai jaringan, atau Salinan "
                         "kedua: satu berkas yang boleh dibawa siapa pun.");
  default:
    return wording::of(why).text;
  }
}

} // namespace palang::mobile

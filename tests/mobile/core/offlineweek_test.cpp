// Seven days without a server: the clock is set forward and back, the phone restarts, the time zone
// changes. Fees, order and the photos' queue survive; what can no longer be known is flagged.
#include "mobile/core/clockestimator.h"
#include "mobile/core/photostore.h"
#include "mobile/core/pricing.h"
#include "tests/mobile/core/storesamples.h"
#include "tests/support/temp_dir.hpp"

#include <cstdlib>
#include <ctime>
#include <memory>
#include <random>

using namespace palang;
using namespace palang::mobile;
using namespace palang::mobile::samples;
using namespace std::chrono_literals;
using protocol::clock_source;

namespace {

constexpr auto week = std::chrono::days{7};

/// PALANG_WEEK_RECORDS: 10,000 take minutes where a disk is slow.
int recordsOfTheWeek() {
  const char* asked = std::getenv("PALANG_WEEK_RECORDS");
  return asked == nullptr ? 700 : std::atoi(asked);
}

/// A time zone for the process, as the system's settings would set it.
struct DeviceZone {
  explicit DeviceZone(const char* name) { set(name); }
  ~DeviceZone() { set("UTC"); }
  static void set(const char* name) {
    ::setenv("TZ", name, 1);
    ::tzset();
  }
};

protocol::config tariffOnly() {
  domain::tariff t;
  t.id = "T1-MOBIL";
  t.first_amt = {5000};
  t.next_amt = {2000};
  protocol::config c;
  c.tariffs = {t};
  return c;
}

/// A phone that a person carries, sets and restarts, and what really happens beside it.
class Phone {
public:
  Phone() {
    boot();
    estimator->addSample(real, clock->monotonic(), clock->monotonic());
    kept = toText(estimator->pair().value());
    photos.clear();
  }

  void pass(milliseconds span) {
    real += span;
    clock->advance(span);
  }
  void setClock(milliseconds by) { clock->set_wall(clock->now() + by); }
  /// The wall clock goes on through it, the monotonic one begins anew.
  void reboot() {
    wall = clock->now();
    boot();
    estimator->restore(clockPairFrom(kept).value());
  }

  /// A car comes in, and its photo is kept.
  OutboxRow record(int n) {
    auto draft = entryDraft("B " + std::to_string(n) + " W", estimator->correctedNow());
    draft.clock = estimator->info();
    draft.effect->entered_at = draft.takenAt;
    const auto photo = required(
        photoStore->add(QByteArray("\xFF\xD8\xFF\xE0") + QByteArray::number(n), PhotoKind::Entry));
    std::get<protocol::entry_data>(draft.data).photo = photo;
    photos.push_back(photo);
    return required(store->append(draft));
  }
  [[nodiscard]] rupiah feeAfter(milliseconds stay) const {
    auto s = openSession(uuid{}, "");
    s.entered_at = estimator->correctedNow() - stay;
    return required(priceStay(tariffOnly(), *store, s, estimator->correctedNow(), false)).due;
  }
  [[nodiscard]] bool knowsTheTime() const { return estimator->correctedNow() == real; }

  testing::temp_dir dir;
  instant real = start;
  instant wall = start - 2min; ///< It is two minutes slow.
  std::unique_ptr<manual_clock> clock;
  std::unique_ptr<ClockEstimator> estimator;
  std::unique_ptr<Store> store;
  std::unique_ptr<PhotoStore> photoStore;
  std::vector<std::string> photos; ///< In the order in which they were taken.

private:
  void boot() {
    photoStore.reset();
    store.reset();
    clock = std::make_unique<manual_clock>(wall);
    estimator = std::make_unique<ClockEstimator>(*clock, "boot-" + std::to_string(++boots));
    const auto folder = QString::fromStdString(dir.path().string());
    store = std::make_unique<Store>(*clock);
    required(store->open(folder + "/palang.sqlite"));
    photoStore = std::make_unique<PhotoStore>(*store, folder);
  }

  std::string kept;
  int boots = 0;
};

void checkAllIsThere(const Phone& phone, const std::vector<uuid>& made) {
  std::vector<uuid> waiting;
  std::uint32_t lastSeq = 0;
  for (const auto& record : required(phone.store->pending())) {
    waiting.push_back(record.id);
    CHECK(required(phone.store->row(record.id)).submission.device_seq == ++lastSeq);
  }
  CHECK(waiting == made);
  std::vector<std::string> queue;
  for (const auto& photo : required(phone.photoStore->pending(1'000'000)))
    queue.push_back(photo.sha256);
  CHECK(queue == phone.photos);
}

} // namespace

TEST_CASE("a week offline with a clock that people set keeps fees, order and photos",
          "[store][clock][week]") {
  const auto count = recordsOfTheWeek();
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random{seed};
  const auto hours = [&] { return milliseconds{std::chrono::hours{1 + random() % 30}}; };
  Phone phone;
  const DeviceZone zone{"Asia/Jakarta"};
  const auto stay = 2h + 30min;
  const auto fee = phone.feeAfter(stay);
  REQUIRE(fee > rupiah{5000});

  std::vector<uuid> made;
  for (int n = 0; n < count; ++n) {
    phone.pass(milliseconds{week} / count);
    if (random() % 20 == 0)
      phone.setClock(random() % 2 == 0 ? hours() : -hours());
    if (random() % 20 == 0)
      DeviceZone::set(random() % 2 == 0 ? "Asia/Jayapura" : "America/New_York");
    const auto row = phone.record(n);
    made.push_back(row.submission.id);
    CHECK(row.submission.taken_at == phone.real);
    CHECK(row.submission.clock.source != clock_source::none);
  }
  CHECK(phone.knowsTheTime());
  CHECK(phone.feeAfter(stay) == fee);
  checkAllIsThere(phone, made);

  SECTION("a clock that jumps months ahead cleans away nothing that waits") {
    phone.setClock(std::chrono::days{90});
    CHECK(required(phone.store->cleanArchive(7)) == 0);
    CHECK(required(phone.photoStore->clean(7)) == 0);
    checkAllIsThere(phone, made);
  }
  SECTION("after a restart all is there; the time is a guess and every record says so") {
    phone.reboot();
    checkAllIsThere(phone, made);
    const auto row = phone.record(count);
    made.push_back(row.submission.id);
    CHECK(row.submission.clock.source == clock_source::none);
    phone.setClock(-hours());
    made.push_back(phone.record(count + 1).submission.id);
    CHECK(phone.feeAfter(stay) == fee); // Within one boot and one setting of the clock.
    checkAllIsThere(phone, made);
  }
}

TEST_CASE(
    "a restart alone does not move the time, a clock set after it is told by nothing but a flag",
    "[store][clock][week]") {
  Phone phone;
  phone.pass(5h);
  phone.reboot();
  CHECK(phone.knowsTheTime());
  CHECK(phone.estimator->info().source == clock_source::none);
  phone.setClock(3h);
  CHECK_FALSE(phone.knowsTheTime());
  CHECK(phone.estimator->info().source == clock_source::none);
  phone.estimator->addSample(phone.real, phone.clock->monotonic(), phone.clock->monotonic());
  CHECK(phone.knowsTheTime());
  CHECK(phone.estimator->info().source == clock_source::server);
}

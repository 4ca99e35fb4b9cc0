#include "server/actors/photo_files.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/store.hpp"
#include "server/ledger/carried_outbox.hpp"
#include "shared/protocol/outbox_file.hpp"

#include <algorithm>
#include <iostream>

namespace palang::commands {

namespace {

/// What the file holds, as its device would have sent it.
class taking_over {
public:
  taking_over(ledger::reader& reader, ledger::writer& writer, const clock& time,
              std::filesystem::path photo_folder)
      : reader_{reader}, writer_{writer}, time_{time}, photo_folder_{std::move(photo_folder)} {}

  result<void> run(protocol::outbox_file_reader& file) {
    return take_records(file).and_then([&] { return take_photos(file); }).and_then([&] {
      return writer_.audit(
          ledger::audit_of(receipt_, "system", "palangd outbox import", time_.now()));
    });
  }
  [[nodiscard]] const protocol::outbox_receipt& receipt() const { return receipt_; }
  [[nodiscard]] int photos() const { return photos_; }

private:
  result<void> take_records(protocol::outbox_file_reader& file) {
    const auto sealed = file.next();
    if (!sealed)
      return fail(sealed.error());
    const auto copy = ledger::read_carried(reader_, *sealed, time_.now());
    if (!copy)
      return fail(copy.error());
    promised_ = copy->photos;
    receipt_ = {copy->device_no, 0, 0, copy->refused};
    for (const auto& row : copy->rows) {
      const auto outcome = writer_.submit(std::span{&row, 1});
      const auto noted =
          outcome ? note_verdict(receipt_, row, outcome->answers.front()) : fail(outcome.error());
      if (!noted)
        return noted;
    }
    return {};
  }

  result<void> take_photos(protocol::outbox_file_reader& file) {
    const auto site = reader_.site_key();
    if (!site)
      return fail(site.error());
    while (!file.is_at_end()) {
      const auto taken = file.next().and_then(
          [&](const crypto::bytes& sealed) { return take_photo(sealed, *site); });
      if (!taken)
        return taken;
    }
    return {};
  }

  /// Only what the device signed that it has: anybody can seal a picture to the site.
  result<void> take_photo(const crypto::bytes& sealed, const crypto::key_pair& site) {
    const auto plain = crypto::open_sealed(sealed, site);
    const auto sha256 = plain ? crypto::to_hex(crypto::sha256_of(*plain)) : std::string{};
    if (std::ranges::find(promised_, sha256) == promised_.end())
      return fail(errc::invalid, "a photo is damaged, or not of this device");
    const auto content = std::make_shared<const std::string>(plain->begin(), plain->end());
    const std::string type = content->starts_with("\x89PNG") ? "image/png" : "image/jpeg";
    const auto stored = actors::store_photo(photo_folder_, {sha256, type, content});
    if (!stored)
      return fail(stored.error());
    ++photos_;
    return writer_.photo_arrived(sha256, std::ssize(*content), type, time_.now())
        .map([](const ledger::committed&) {});
  }

  ledger::reader& reader_;
  ledger::writer& writer_;
  const clock& time_;
  std::filesystem::path photo_folder_;
  std::vector<std::string> promised_;
  protocol::outbox_receipt receipt_;
  int photos_ = 0;
};

} // namespace

int outbox_import(const config::settings& s, const config::outbox_import& what) {
  const system_clock time;
  const auto store = open_store(s, time);
  if (!store)
    return complain(code_for_store(store.error()), store.error());
  auto reader = (*store)->make_reader();
  auto writer = (*store)->make_writer();
  if (!reader || !writer)
    return complain(exit_code::no_database, reader ? writer.error() : reader.error());
  auto file = protocol::outbox_file_reader::open(what.file);
  if (!file)
    return complain(exit_code::gave_up, file.error());
  taking_over work{**reader, **writer, time, s.data / "photos"};
  const auto done = work.run(*file);
  const auto& receipt = work.receipt();
  for (const auto& row : receipt.refused)
    std::cerr << "refused " << to_string(row.id) << ' ' << row.kind << ": " << row.why.message
              << std::endl;
  std::cout << "taken " << receipt.taken << " already there " << receipt.already_there
            << " refused " << receipt.refused.size() << " photos " << work.photos() << std::endl;
  if (!done)
    return complain(exit_code::gave_up, done.error());
  return receipt.refused.empty() ? exit_code::fine : exit_code::gave_up;
}

} // namespace palang::commands

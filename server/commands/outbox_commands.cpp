#include "server/commands/commands.hpp"
#include "server/commands/store.hpp"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/outbox_copy.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

namespace palang::commands {

namespace {

struct tally {
  int taken = 0;
  int already_there = 0;
  int refused = 0;
};

crypto::bytes read_file(const std::string& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

result<std::vector<protocol::device>> devices_of(ledger::reader& reader, instant now) {
  const auto answer = reader.query(protocol::device_list{}, operator_principal(), now);
  const auto items = answer ? protocol::items_of(*answer, "devices") : fail(answer.error());
  if (!items)
    return fail(items.error());
  std::vector<protocol::device> out;
  for (const auto& item : *items)
    if (auto device = protocol::decode_device(item))
      out.push_back(std::move(*device));
  return out;
}

std::optional<crypto::public_key> key_of(const protocol::device& device) {
  const auto bytes = crypto::from_base64(device.key);
  crypto::public_key key{};
  if (!bytes || bytes->size() != key.size())
    return std::nullopt;
  std::ranges::copy(*bytes, key.begin());
  return key;
}

/// What the file holds, as its device would have sent it.
class taking_over {
public:
  taking_over(ledger::reader& reader, ledger::writer& writer, const clock& time)
      : reader_{reader}, writer_{writer}, time_{time} {}

  result<tally> run(const crypto::bytes& sealed) {
    const auto site = reader_.site_key();
    auto devices = devices_of(reader_, time_.now());
    if (!site || !devices)
      return fail(site ? devices.error() : site.error());
    const auto find = [&](std::uint16_t number) {
      const auto found = std::ranges::find(*devices, number, &protocol::device::device_no);
      return found == devices->end() ? std::nullopt : key_of(*found);
    };
    const auto copy = protocol::open_outbox(sealed, *site, find);
    if (!copy)
      return fail(copy.error());
    const auto& device =
        *std::ranges::find(*devices, copy->device_no, &protocol::device::device_no);
    for (const auto& row : copy->rows)
      if (auto taken = take(row, device); !taken)
        return fail(taken.error());
    return done_;
  }

private:
  result<void> take(const protocol::copied_submission& row, const protocol::device& device) {
    const auto person = reader_.find_credentials(row.username);
    if (!person)
      return fail(person.error());
    if (!*person)
      return refuse(row, {errc::forbidden, "no user " + row.username, {}});
    const auto& who = (*person)->who;
    const auto digest = crypto::sha256_of(protocol::canonical(row.content));
    const std::array batch{ledger::submission{
        {who.id, who.username, who.name, who.user_role, device.id, device.device_no},
        row.content,
        time_.now(),
        digest}};
    const auto outcome = writer_.submit(batch);
    if (!outcome)
      return fail(outcome.error());
    if (const auto* no = std::get_if<protocol::rejected>(&outcome->answers.front()))
      return refuse(row, no->why);
    const auto& yes = std::get<protocol::accepted>(outcome->answers.front());
    ++(yes.is_duplicate ? done_.already_there : done_.taken);
    return {};
  }

  result<void> refuse(const protocol::copied_submission& row, const error& why) {
    ++done_.refused;
    std::cerr << "refused " << to_string(row.content.id) << ' '
              << protocol::kind_of(row.content.data) << ": " << why.message << std::endl;
    return {};
  }

  ledger::reader& reader_;
  ledger::writer& writer_;
  const clock& time_;
  tally done_;
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
  const auto done = taking_over{**reader, **writer, time}.run(read_file(what.file));
  if (!done)
    return complain(exit_code::gave_up, done.error());
  std::cout << "taken " << done->taken << " already there " << done->already_there << " refused "
            << done->refused << std::endl;
  return done->refused == 0 ? exit_code::fine : exit_code::gave_up;
}

} // namespace palang::commands

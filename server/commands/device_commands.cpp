#include "server/commands/commands.hpp"
#include "server/commands/store.hpp"
#include "shared/core/crypto.hpp"
#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <array>
#include <iostream>

namespace palang::commands {

namespace {

result<std::vector<protocol::device>> all_devices(ledger::reader& reader, instant now) {
  const auto answer = reader.query(protocol::device_list{}, operator_principal(), now);
  if (!answer)
    return fail(answer.error());
  const auto items = protocol::items_of(*answer, "devices");
  if (!items)
    return fail(items.error());
  std::vector<protocol::device> devices;
  for (const auto& item : *items) {
    auto device = protocol::decode_device(item);
    if (!device)
      return fail(device.error());
    devices.push_back(std::move(*device));
  }
  return devices;
}

void print(const protocol::device& d) {
  std::cout << to_string(d.id) << '\t' << d.device_no << '\t' << to_string(d.status) << '\t'
            << d.label << std::endl;
}

result<protocol::device> find_device(storage::database& store, const std::string& which,
                                     instant now) {
  const auto reader = store.make_reader();
  const auto devices = reader ? all_devices(**reader, now)
                              : result<std::vector<protocol::device>>{fail(reader.error())};
  if (!devices)
    return fail(devices.error());
  const auto found = std::ranges::find_if(*devices, [&](const protocol::device& d) {
    return to_string(d.id) == which || (d.device_no != 0 && std::to_string(d.device_no) == which);
  });
  if (found == devices->end())
    return fail(errc::unknown_device, "there is no device \"" + which + "\"");
  return *found;
}

/// The same submission that an admin's client would send.
result<void> submit(storage::database& store, protocol::submit_data data, const clock& time) {
  auto writer = store.make_writer();
  if (!writer)
    return fail(writer.error());
  protocol::submit s;
  s.id = make_uuid_v7(time.now());
  s.taken_at = time.now();
  s.clock.source = protocol::clock_source::server;
  s.data = std::move(data);
  const auto digest = crypto::sha256_of(protocol::canonical(s));
  const std::array batch{
      ledger::submission{operator_principal(), std::move(s), time.now(), digest}};
  const auto outcome = (*writer)->submit(batch);
  if (!outcome)
    return fail(outcome.error());
  const auto* refused = std::get_if<protocol::rejected>(&outcome->answers.front());
  return refused != nullptr ? result<void>{fail(refused->why)} : result<void>{};
}

template <class Data>
int change(const config::settings& s, const std::string& which) {
  const system_clock time;
  const auto store = open_store(s, time);
  if (!store)
    return complain(code_for_store(store.error()), store.error());
  const auto device = find_device(**store, which, time.now());
  if (!device)
    return complain(exit_code::gave_up, device.error());
  if (const auto done = submit(**store, Data{device->id}, time); !done)
    return complain(exit_code::gave_up, done.error());
  if (const auto changed = find_device(**store, to_string(device->id), time.now()))
    print(*changed);
  return exit_code::fine;
}

/// Short enough to type at a gate; 60 random bits.
std::string make_code() {
  constexpr std::string_view letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // no I, O, 0, 1
  std::array<std::uint8_t, 12> random{};
  crypto::random_fill(random);
  std::string code;
  for (std::size_t i = 0; i < random.size(); ++i) {
    if (i > 0 && i % 4 == 0)
      code += '-';
    code += letters[random[i] % letters.size()];
  }
  return code;
}

} // namespace

int device_list(const config::settings& s) {
  const system_clock time;
  const auto store = open_store(s, time);
  if (!store)
    return complain(code_for_store(store.error()), store.error());
  const auto reader = (*store)->make_reader();
  const auto devices = reader ? all_devices(**reader, time.now())
                              : result<std::vector<protocol::device>>{fail(reader.error())};
  if (!devices)
    return complain(exit_code::no_database, devices.error());
  std::ranges::for_each(*devices, print);
  return exit_code::fine;
}

int device_approve(const config::settings& s, const config::device_approve& what) {
  return change<protocol::device_approve_data>(s, what.device);
}

int device_revoke(const config::settings& s, const config::device_revoke& what) {
  return change<protocol::device_revoke_data>(s, what.device);
}

int device_enrol(const config::settings& s, const config::device_enrol& what) {
  const system_clock time;
  const auto store = open_store(s, time);
  if (!store)
    return complain(code_for_store(store.error()), store.error());
  auto writer = (*store)->make_writer();
  if (!writer)
    return complain(exit_code::no_database, writer.error());
  const auto code = make_code();
  const auto added = (*writer)->add_enrolment(crypto::to_hex(crypto::sha256_of(code)),
                                              time.now() + std::chrono::hours{what.hours});
  if (!added)
    return complain(exit_code::no_database, added.error());
  std::cout << code << std::endl;
  return exit_code::fine;
}

} // namespace palang::commands

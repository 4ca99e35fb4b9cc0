#include "tests/contract/site.hpp"

#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

namespace palang::testing {

namespace {

template <class T>
T need(result<T> got) {
  if (!got)
    FAIL("error " << to_string(got.error().code) << ": " << got.error().message << " ("
                  << got.error().field << ")");
  return std::move(*got);
}

template <>
void need(result<void> got) {
  if (!got)
    FAIL("error " << to_string(got.error().code) << ": " << got.error().message);
}

} // namespace

site::site() {
  reopen();
  need(storage::load_demo(*writer_, *reader_, time));
}

void site::reopen() {
  reader_.reset();
  writer_.reset();
  database_.reset();
  database_ = need(storage::open_database(place_.url(), place_.password(), time));
  writer_ = need(database_->make_writer());
  reader_ = need(database_->make_reader(30'000));
}

worker site::log_in(std::string_view username, bool has_device) {
  const auto found = need(reader_->find_credentials(std::string{username}));
  REQUIRE(found);
  worker out;
  out.keys = crypto::make_key_pair();
  ledger::writer::login_facts facts;
  facts.user_id = found->who.id;
  facts.at = time.now();
  facts.auto_approve = true;
  const auto token = make_uuid_v7(time.now());
  facts.token_hash = crypto::to_hex(crypto::sha256_of(to_string(token)));
  if (has_device) {
    facts.device_id = make_uuid_v7(time.now());
    facts.device_key = crypto::to_base64(out.keys.pub);
  }
  out.who = need(need(writer_->login(facts)).grant).who;
  return out;
}

ledger::submission site::make(worker& by, protocol::submit_data data) {
  ledger::submission out;
  out.by = by.who;
  out.content.id = make_uuid_v7(time.now());
  if (by.who.device_no != 0)
    out.content.device_seq = by.next_seq++;
  out.content.taken_at = time.now();
  out.content.clock.source = protocol::clock_source::server;
  out.content.data = std::move(data);
  out.received_at = time.now();
  sign(out);
  return out;
}

void site::sign(ledger::submission& s) {
  s.digest = crypto::sha256_of(protocol::canonical(s.content));
}

ledger::committed site::commit(std::vector<ledger::submission> batch) {
  return need(writer_->submit(batch));
}

ledger::verdict site::send(const ledger::submission& s) {
  auto done = commit({s});
  REQUIRE(done.answers.size() == 1);
  return done.answers.front();
}

protocol::accepted site::accept(const ledger::submission& s) {
  const auto answer = send(s);
  if (const auto* no = std::get_if<protocol::rejected>(&answer))
    FAIL("rejected " << to_string(no->why.code) << ": " << no->why.message << " (" << no->why.field
                     << ")");
  return std::get<protocol::accepted>(answer);
}

error site::refuse(const ledger::submission& s) {
  const auto answer = send(s);
  REQUIRE(std::holds_alternative<protocol::rejected>(answer));
  return std::get<protocol::rejected>(answer).why;
}

std::string site::ask(const protocol::query_data& what) {
  return need(reader_->query(what, {}, time.now()));
}

std::vector<std::string> site::list(const protocol::query_data& what, std::string_view name) {
  return items(ask(what), name);
}

protocol::session site::session(const uuid& id) {
  protocol::session_find what;
  what.session_id = id;
  const auto items = need(protocol::items_of(ask(what), "sessions"));
  REQUIRE(items.size() == 1);
  return need(protocol::decode_session(items.front()));
}

std::vector<protocol::alert> site::alerts(protocol::alert_kind kind, bool is_open) {
  protocol::alert_list what;
  what.kind = kind;
  what.is_open = is_open;
  std::vector<protocol::alert> out;
  for (const auto& item : list(what, "alerts"))
    out.push_back(need(protocol::decode_alert(item)));
  return out;
}

std::vector<protocol::event> site::events() {
  return need(reader_->journal_after(0, 100'000));
}

protocol::entry_data entry_of(std::string plate, const uuid& session) {
  protocol::entry_data out;
  out.session_id = session;
  out.gate_id = "in-1";
  out.plate = std::move(plate);
  out.vehicle_type = "MOBIL";
  return out;
}

protocol::exit_data exit_of(const uuid& session, std::int64_t charged) {
  protocol::exit_data out;
  out.session_id = session;
  out.gate_id = "out-1";
  out.charged = rupiah{charged};
  if (charged != 0)
    out.paid = protocol::payment{"cash", rupiah{charged}, std::nullopt, std::nullopt};
  return out;
}

std::vector<std::string> items(const std::string& data, std::string_view name) {
  return need(protocol::items_of(data, name));
}

std::vector<std::string> kinds_of(const std::vector<protocol::event>& events) {
  std::vector<std::string> out;
  for (const auto& e : events)
    out.push_back(e.kind);
  return out;
}

} // namespace palang::testing

#include "tests/ttlock_sim/site.hpp"

#include "tests/ttlock_sim/model/form.hpp"

#include <nlohmann/json.hpp>

namespace palang::ttlock_sim {

namespace {

lock make_lock(lock_id id) {
  lock l;
  l.id = id;
  l.mac = "16:72:00:00:00:0" + std::to_string(id);
  l.alias = "Pintu " + std::to_string(id);
  l.auto_lock_s = 0;
  return l;
}

} // namespace

site::site(std::uint64_t seed) : w{account{}, seed, start} {
  w.rules.upload.prompt = {};
  w.rules.upload.backlog = {};
  w.rules.callback.after = {};
  w.rules.callback.backlog_gap_ms = 0;
  w.rules.gateway.list_offline = {480'000, 480'000};
  w.rules.gateway.list_online = {};
  w.rules.command.takes = {2'000, 2'000};
  w.add(make_lock(entrance));
  w.add(make_lock(exit));
  gateway g;
  g.id = 9;
  g.name = "Gerbang";
  g.links = {{entrance, -60, {}}, {exit, -70, {}}};
  w.add(g);
  (void)w.people.log_in(w.now(), w.rules.account);
}

std::uint64_t site::card(lock_id id, const std::string& username) {
  return w.happen(at(id), {*kind_of("card"), username, "0012345678", {}});
}

std::vector<std::string> site::callbacks() {
  std::vector<std::string> bodies;
  while (const auto out = w.mail.next()) {
    bodies.push_back(out->body);
    w.mail.answered(*out, true, "200 success");
  }
  return bodies;
}

std::vector<std::vector<std::string>> site::pushed_names() {
  std::vector<std::vector<std::string>> all;
  for (const auto& body : callbacks()) {
    auto fields = read_form(body);
    auto& names = all.emplace_back();
    for (const auto& r : nlohmann::json::parse(fields["records"]))
      names.push_back(r["username"]);
  }
  return all;
}

record_page site::listed(lock_id id, std::size_t page_size) {
  return w.find({.lock = id,
                 .start = {},
                 .end = {},
                 .type = {},
                 .text = {},
                 .page = 1,
                 .page_size = page_size});
}

} // namespace palang::ttlock_sim

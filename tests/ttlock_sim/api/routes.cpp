#include "tests/ttlock_sim/api/routes.hpp"

#include "tests/ttlock_sim/model/errcodes.hpp"

#include <map>

namespace palang::ttlock_sim {

namespace {

json done(const world&, const lock&) {
  return error_body(errcode::ok);
}

json open_state(const world&, const lock& l) {
  return {{"state", l.is_state_unknown ? 2 : l.is_open ? 1 : 0}};
}

json battery(const world&, const lock& l) {
  return {{"electricQuantity", static_cast<int>(l.battery)}};
}

json lock_date(const world& w, const lock& l) {
  return {{"date", to_ms(l.clock.read(w.now()))}};
}

} // namespace

route find_route(const std::string& path) {
  static const std::map<std::string, route> routes{
      {"/v3/lock/list", &lock_list},
      {"/v3/lock/detail", &lock_detail},
      {"/v3/gateway/list", &gateway_list},
      {"/v3/gateway/detail", &gateway_detail},
      {"/v3/gateway/listLock", &gateway_locks},
      {"/v3/gateway/listByLock", &lock_gateways},
      {"/v3/lockRecord/list", &record_list},
  };
  const auto found = routes.find(path);
  return found == routes.end() ? nullptr : found->second;
}

const remote_route* find_remote_route(const std::string& path) {
  static const std::map<std::string, remote_route> routes{
      {"/v3/lock/unlock", {command::unlock, &done}},
      {"/v3/lock/lock", {command::lock, &done}},
      {"/v3/lock/queryOpenState", {command::open_state, &open_state}},
      {"/v3/lock/queryElectricQuantity", {command::battery, &battery}},
      {"/v3/lock/queryDate", {command::read_clock, &lock_date}},
      {"/v3/lock/updateDate", {command::set_clock, &lock_date}},
  };
  const auto found = routes.find(path);
  return found == routes.end() ? nullptr : &found->second;
}

} // namespace palang::ttlock_sim

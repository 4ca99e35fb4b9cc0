#pragma once

#include "server/bridge/front_desk.hpp"

#include <functional>
#include <string>
#include <string_view>

/// Internal to the bridge: what each path does. `tail`: what follows a path that ends in '/'.
namespace palang::bridge {

using route_action = void (*)(desk self, const exchange_ptr& call, const std::string& tail);

// -- login_routes.cpp
void log_in(desk self, const exchange_ptr& call, const std::string& tail);
void log_out(desk self, const exchange_ptr& call, const std::string& tail);
/// Calls `then` for a good bearer token; answers 401 or 503 itself.
void with_principal(desk self, const exchange_ptr& call,
                    std::function<void(const ledger::principal&)> then);

// -- photo_routes.cpp
void put_photo(desk self, const exchange_ptr& call, const std::string& sha256);
void get_photo(desk self, const exchange_ptr& call, const std::string& sha256);

// -- outbox_routes.cpp
void put_outbox(desk self, const exchange_ptr& call, const std::string& sha256);

// -- intake_routes.cpp
void take_callback(desk self, const exchange_ptr& call, const std::string& secret);
void test_callback(desk self, const exchange_ptr& call, const std::string& secret);

// -- ops_routes.cpp
void tell_health(desk self, const exchange_ptr& call, const std::string& tail);
void tell_readiness(desk self, const exchange_ptr& call, const std::string& tail);
void tell_metrics(desk self, const exchange_ptr& call, const std::string& tail);

} // namespace palang::bridge

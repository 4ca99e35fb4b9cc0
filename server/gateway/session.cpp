#include "server/gateway/session.hpp"

#include "server/gateway/hub.hpp"

#include <algorithm>

namespace palang::gateway {

session::session(hub& h, listener from, std::unique_ptr<wire> w, std::string remote)
    : hub_(h), from_(from), wire_(std::move(w)), remote_(std::move(remote)) {
  wire_->own(*this);
  hub_.add(*this, from_);
}

session::~session() {
  session_hook<in_all>::unlink();
  hub_.remove(from_);
}

void session::set_deadline(milliseconds in) {
  deadline_ = steady::now() + in;
  hub_.wheel.arm(*this, in);
}

void session::wait_on() {
  const auto left = std::chrono::ceil<milliseconds>(deadline_ - steady::now());
  hub_.wheel.arm(*this, left);
}

} // namespace palang::gateway

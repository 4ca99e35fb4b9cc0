#include "server/ttlock/call.hpp"

namespace palang::ttlock {

std::string_view to_string(call_kind kind) {
  switch (kind) {
  case call_kind::token:
    return "token";
  case call_kind::locks:
    return "locks";
  case call_kind::gateways:
    return "gateways";
  case call_kind::links:
    return "links";
  case call_kind::records:
    return "records";
  case call_kind::unlock:
    return "unlock";
  case call_kind::open_state:
    return "open_state";
  case call_kind::lock_date:
    return "lock_date";
  case call_kind::set_lock_date:
    return "set_lock_date";
  }
  return "unknown";
}

} // namespace palang::ttlock

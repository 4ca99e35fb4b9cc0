#include "server/domain/shift_reckoning.hpp"

namespace palang::domain {

void reckon(protocol::shift& closed, rupiah cash_taken) {
  closed.expected = closed.opening_cash + cash_taken;
  if (closed.counted)
    closed.difference = *closed.counted - *closed.expected;
}

} // namespace palang::domain

#include "shared/core/money.hpp"

namespace palang {

std::string to_display(rupiah amount) {
  // Work on the negative side: it also holds the smallest value.
  std::int64_t rest = amount.value > 0 ? -amount.value : amount.value;
  std::string digits;
  int written = 0;
  do {
    if (written > 0 && written % 3 == 0)
      digits.insert(digits.begin(), '.');
    digits.insert(digits.begin(), static_cast<char>('0' - rest % 10));
    rest /= 10;
    ++written;
  } while (rest != 0);
  return (amount.value < 0 ? "-Rp" : "Rp") + digits;
}

} // namespace palang

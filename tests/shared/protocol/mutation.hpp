#pragma once

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>

/// Damages a text the way that wires, bugs and attackers do. The same seed gives the same damage.
class mutator {
public:
  explicit mutator(unsigned seed) : random_{seed} {}

  [[nodiscard]] std::string operator()(std::string text) {
    for (auto times = below(4) + 1; times > 0 && !text.empty(); --times)
      damage(text);
    return text;
  }

private:
  static constexpr std::array<std::string_view, 20> poison{"null",
                                                           "1e400",
                                                           "-1",
                                                           "9223372036854775807",
                                                           "18446744073709551615",
                                                           "0.5",
                                                           "true",
                                                           "{}",
                                                           "[]",
                                                           "\"\"",
                                                           "\"",
                                                           "\\u0000",
                                                           "\\ud800",
                                                           "\xF0\x9F\x85\xBF",
                                                           "\xff",
                                                           "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                                                           "}",
                                                           "]",
                                                           ",",
                                                           ":"};

  std::size_t below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>{0, bound - 1}(random_);
  }

  void damage(std::string& text) {
    const auto at = below(text.size());
    const auto length = below(std::min<std::size_t>(text.size() - at, 12)) + 1;
    switch (below(5)) {
    case 0:
      text[at] = static_cast<char>(below(256));
      break;
    case 1:
      text.erase(at, length);
      break;
    case 2:
      text.insert(at, poison[below(poison.size())]);
      break;
    case 3:
      replace_value(text, at);
      break;
    default:
      text.insert(below(text.size()), text.substr(at, length));
    }
  }

  /// Poison in place of the next value: most frames stay JSON and reach the checks behind the
  /// parser.
  void replace_value(std::string& text, std::size_t at) {
    const auto start = text.find(':', at);
    if (start == std::string::npos)
      return;
    const auto end = std::min(text.find_first_of(",}", start), text.size());
    text.replace(start + 1, end - start - 1, poison[below(poison.size())]);
  }

  std::mt19937 random_;
};

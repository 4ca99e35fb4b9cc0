#include "mobile/core/salvagecarving.h"

#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

#include <QFile>

#include <string_view>

namespace palang::mobile {

namespace {

/// The JSON object that `text` starts with; empty when it does not end within the limit.
std::string_view balancedObject(std::string_view text) {
  int depth = 0;
  bool isInString = false;
  for (std::size_t i = 0; i < text.size() && i < protocol::limits::max_frame_bytes; ++i) {
    const char c = text[i];
    if (isInString && c == '\\')
      ++i;
    else if (c == '"')
      isInString = !isInString;
    else if (!isInString && c == '{')
      ++depth;
    else if (!isInString && c == '}' && --depth == 0)
      return text.substr(0, i + 1);
  }
  return {};
}

} // namespace

std::vector<protocol::submit> carveSubmissions(const QString& path) {
  QFile file{path};
  if (!file.open(QIODevice::ReadOnly))
    return {};
  const auto bytes = file.readAll();
  const std::string_view text{bytes.data(), static_cast<std::size_t>(bytes.size())};
  // All stored submissions begin alike, because one function writes them.
  const auto sample = protocol::encode(protocol::submit{});
  const auto beginning = std::string_view{sample}.substr(0, sample.find(':') + 1);
  std::vector<protocol::submit> out;
  for (auto at = text.find(beginning); at != text.npos; at = text.find(beginning, at + 1))
    if (auto submission = protocol::decode_submit(balancedObject(text.substr(at))))
      out.push_back(std::move(*submission));
  return out;
}

} // namespace palang::mobile

#include "mobile/sync/printing.h"

#include "shared/protocol/codec.hpp"

#include <QDateTime>

namespace palang::mobile {

namespace {

using protocol::number;
using protocol::text;

[[nodiscard]] std::string numberOrNull(const std::optional<std::uint32_t>& value) {
  return value ? number(*value) : "null";
}

[[nodiscard]] std::string whyJson(const std::optional<error>& why) {
  if (!why)
    return "null";
  return protocol::object({{"code", text(to_string(why->code))},
                           {"message", text(why->message)},
                           {"field", text(why->field)}});
}

} // namespace

std::string asLine(const OutboxRow& row) {
  const auto& s = row.submission;
  std::string line = to_string(s.id) + '\t' + std::string{to_string(row.state)} + '\t'
                     + (s.device_seq ? std::to_string(*s.device_seq) : "-") + '\t'
                     + std::string{kind_of(s.data)} + '\t' + isoTime(s.taken_at) + '\t'
                     + row.summary;
  if (row.why)
    line += '\t' + std::string{to_string(row.why->code)} + ": " + row.why->message;
  return line;
}

std::string asJson(const OutboxRow& row) {
  const auto& s = row.submission;
  return protocol::object({{"id", text(to_string(s.id))},
                           {"state", text(to_string(row.state))},
                           {"device_seq", numberOrNull(s.device_seq)},
                           {"kind", text(kind_of(s.data))},
                           {"taken_at", number(to_ms(s.taken_at))},
                           {"summary", text(row.summary)},
                           {"username", text(row.username)},
                           {"duplicate", protocol::boolean(row.isDuplicate)},
                           {"why", whyJson(row.why)},
                           {"accepted", row.acceptedData.empty() ? "null" : row.acceptedData},
                           {"submission", protocol::encode(s)}});
}

std::string isoTime(instant at) {
  return QDateTime::fromMSecsSinceEpoch(to_ms(at), Qt::UTC)
      .toString(Qt::ISODateWithMs)
      .toStdString();
}

} // namespace palang::mobile

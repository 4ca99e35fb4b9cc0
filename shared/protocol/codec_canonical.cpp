#include "shared/core/crypto.hpp"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/codec_messages.hpp"
#include "shared/protocol/json_document.hpp"

namespace palang::protocol {

std::string canonical(const submit& s) {
  auto data = s.data;
  if (auto* user = std::get_if<user_set_data>(&data); user != nullptr && user->password)
    user->password = crypto::to_hex(crypto::sha256_of(*user->password));
  json sorted{{"kind", kind_of(data)},
              {"taken_at", to_ms(s.taken_at)},
              {"data", parse_json(encode(data)).root}};
  if (s.device_seq)
    sorted["device_seq"] = *s.device_seq;
  return dump_json(sorted);
}

} // namespace palang::protocol

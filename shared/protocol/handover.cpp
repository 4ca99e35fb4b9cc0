#include "shared/protocol/handover.hpp"

#include "shared/domain/base45.hpp"

#include <algorithm>

namespace palang::protocol {

namespace {

constexpr std::string_view prefix = "PO1:";
constexpr std::size_t head_bytes = 18;
constexpr std::size_t check_bytes = 4;

void put(crypto::bytes& out, std::uint16_t value) {
  out.push_back(static_cast<std::uint8_t>(value >> 8));
  out.push_back(static_cast<std::uint8_t>(value & 0xff));
}

std::uint16_t number_at(std::span<const std::uint8_t> bytes, std::size_t at) {
  return static_cast<std::uint16_t>(bytes[at] << 8 | bytes[at + 1]);
}

std::array<std::uint8_t, 8> id_of(std::span<const std::uint8_t> sealed) {
  std::array<std::uint8_t, 8> out{};
  const auto hash = crypto::sha256_of(sealed);
  std::copy_n(hash.begin(), out.size(), out.begin());
  return out;
}

std::string text_of(const handover_head& head, std::uint16_t part,
                    std::span<const std::uint8_t> data) {
  crypto::bytes out{head.id.begin(), head.id.end()};
  for (const auto value : {head.site_no, head.device_no, head.records, head.parts, part})
    put(out, value);
  out.insert(out.end(), data.begin(), data.end());
  const auto check = crypto::sha256_of(out);
  out.insert(out.end(), check.begin(), check.begin() + check_bytes);
  return std::string{prefix} + domain::to_base45(out);
}

struct read_part {
  handover_head head;
  std::uint16_t number = 0;
  crypto::bytes data;
};

result<read_part> part_of(std::string_view text) {
  if (!text.starts_with(prefix))
    return fail(errc::invalid, "this code is no part of a hand-over");
  const auto bytes = domain::from_base45(text.substr(prefix.size()));
  if (!bytes || bytes->size() <= head_bytes + check_bytes)
    return fail(errc::corrupt, "a damaged part");
  const std::span whole{*bytes};
  const auto body = whole.first(whole.size() - check_bytes);
  const auto check = crypto::sha256_of(body);
  if (!std::ranges::equal(whole.last(check_bytes), std::span{check}.first(check_bytes)))
    return fail(errc::corrupt, "a damaged part");
  read_part out;
  std::ranges::copy(body.first<8>(), out.head.id.begin());
  out.head.site_no = number_at(body, 8);
  out.head.device_no = number_at(body, 10);
  out.head.records = number_at(body, 12);
  out.head.parts = number_at(body, 14);
  out.number = number_at(body, 16);
  const auto data = body.subspan(head_bytes);
  out.data = {data.begin(), data.end()};
  if (out.number == 0 || out.number > out.head.parts || out.head.parts > max_handover_parts)
    return fail(errc::corrupt, "a part beyond the last one");
  return out;
}

} // namespace

result<std::vector<std::string>> handover_parts(std::span<const std::uint8_t> sealed,
                                                std::uint16_t site_no, std::uint16_t device_no,
                                                std::size_t records) {
  const auto parts = (sealed.size() + handover_part_bytes - 1) / handover_part_bytes;
  if (parts == 0)
    return fail(errc::invalid, "there is nothing to hand over");
  if (parts > max_handover_parts)
    return fail(errc::too_large, std::to_string(parts) + " codes: more than anybody scans");
  const handover_head head{id_of(sealed), site_no, device_no, static_cast<std::uint16_t>(records),
                           static_cast<std::uint16_t>(parts)};
  std::vector<std::string> out;
  for (std::size_t i = 0; i < parts; ++i) {
    const auto from = sealed.subspan(i * handover_part_bytes);
    out.push_back(text_of(head, static_cast<std::uint16_t>(i + 1),
                          from.first(std::min(from.size(), handover_part_bytes))));
  }
  return out;
}

result<handover_assembly::step> handover_assembly::take(std::string_view text,
                                                        std::optional<std::uint16_t> site_no) {
  auto part = part_of(text);
  if (!part)
    return fail(part.error());
  if (site_no && part->head.site_no != *site_no)
    return fail(errc::forbidden, "the records of another site");
  if (part->head != head_) {
    clear();
    head_ = part->head;
  }
  if (!data_.emplace(part->number, std::move(part->data)).second)
    return step::known;
  return data_.size() == head_->parts ? join() : result<step>{step::taken};
}

result<handover_assembly::step> handover_assembly::join() {
  for (const auto& [number, data] : data_)
    sealed_.insert(sealed_.end(), data.begin(), data.end());
  if (id_of(sealed_) == head_->id)
    return step::complete;
  clear();
  return fail(errc::corrupt, "the parts do not make the whole");
}

std::vector<int> handover_assembly::missing() const {
  std::vector<int> out;
  for (int number = 1; head_ && number <= head_->parts; ++number)
    if (!data_.contains(static_cast<std::uint16_t>(number)))
      out.push_back(number);
  return out;
}

void handover_assembly::clear() {
  head_.reset();
  data_.clear();
  sealed_.clear();
}

} // namespace palang::protocol

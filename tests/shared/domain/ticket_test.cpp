#include "shared/domain/ticket.hpp"

#include "shared/domain/base45.hpp"
#include "tests/shared/domain/random_seed.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <chrono>
#include <random>
#include <set>
#include <string>

using namespace palang;
using namespace palang::domain;
using namespace std::chrono_literals;
using testing::between;

namespace {

constexpr std::uint16_t our_site = 12;
constexpr std::uint32_t entry_s = 1'742'785'200; // 2025-03-24 10:00 in Jakarta
constexpr std::size_t prefix_size = 3;

/// Bytes 0 to 31 as the seed.
crypto::key_pair device_keys() {
  std::array<std::uint8_t, 32> seed{};
  for (std::size_t i = 0; i < seed.size(); ++i)
    seed[i] = static_cast<std::uint8_t>(i);
  return crypto::key_pair_from_seed(seed);
}

ticket example() {
  ticket t;
  t.site_no = our_site;
  t.device_no = 3;
  t.device_seq = 17;
  t.entered_s = entry_s;
  t.vehicle = vehicle_class::mobil;
  t.tariff_version = 2;
  t.plate_key = "B1234XYZ";
  t.is_clock_uncertain = true;
  return t;
}

ticket_key key_from(instant valid_from, std::optional<instant> valid_to = std::nullopt) {
  return {device_keys().pub, valid_from, valid_to};
}

find_ticket_key knows(const ticket_key& key) {
  return
      [key](std::uint16_t device_no) { return device_no == 3 ? std::optional{key} : std::nullopt; };
}

find_ticket_key knows_device() {
  return knows(key_from(instant{}));
}

std::string signed_text(const ticket& t) {
  return sign_ticket(t, device_keys().sec);
}

ticket_errc refusal(const std::string& text, const find_ticket_key& find_key = knows_device()) {
  const auto read = verify_ticket(text, our_site, find_key);
  REQUIRE_FALSE(read);
  return read.error();
}

/// The ticket's bytes after `change`, as text again; the signature stays.
template <class Change>
std::string altered(const std::string& text, Change change) {
  auto bytes = *from_base45(std::string_view{text}.substr(prefix_size));
  change(bytes);
  return "P1:" + to_base45(bytes);
}

} // namespace

TEST_CASE("a ticket's text is the one that another implementation makes", "[domain][ticket]") {
  // Packed and encoded by a script of its own and signed with OpenSSL.
  CHECK(
      signed_text(example())
      == "P1:V50CN13H0000092 ISDBM200D70DVDX20T5MW44WHK$+9X*33S1DR4:FO2IF4P29YCNS4:J66.3AAFU02RC6 "
         "90+:E44IZ6OLTS5 J%8SDHVA1B7SP3 5GCPC.5DBILHEQN1");
}

TEST_CASE("a signed ticket is 132 characters after its prefix and reads back", "[domain][ticket]") {
  const auto text = signed_text(example());
  CHECK(text.size() == prefix_size + 132);
  CHECK(verify_ticket(text, our_site, knows_device()) == example());
  CHECK(parse_ticket(text) == example());
}

TEST_CASE("any ticket reads back as it was signed", "[domain][ticket]") {
  const auto seed = testing::random_seed();
  INFO("seed " << seed);
  std::mt19937_64 engine{seed};
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  for (int i = 0; i < 300; ++i) {
    ticket t;
    t.site_no = static_cast<std::uint16_t>(engine());
    t.device_no = 3;
    t.device_seq = static_cast<std::uint32_t>(engine());
    t.entered_s = static_cast<std::uint32_t>(engine());
    t.vehicle = static_cast<vehicle_class>(between(engine, 0, 4));
    t.tariff_version = static_cast<std::uint16_t>(engine());
    for (auto size = between(engine, 0, 10); size > 0; --size)
      t.plate_key.push_back(letters[static_cast<std::size_t>(between(engine, 0, 35))]);
    t.is_plate_nonstandard = engine() % 2 == 0;
    t.has_no_plate = engine() % 2 == 0;
    t.is_clock_uncertain = engine() % 2 == 0;
    t.is_plate_cut = engine() % 2 == 0;
    REQUIRE(verify_ticket(signed_text(t), t.site_no, knows_device()) == t);
  }
}

TEST_CASE("a plate key of the extreme characters fits its seven bytes", "[domain][ticket]") {
  for (const std::string key : {"", "A", "9999999999", "ZZZZZZZZZZ", "0", "0000000000"}) {
    auto t = example();
    t.plate_key = key;
    CHECK(parse_ticket(signed_text(t))->plate_key == key);
  }
}

TEST_CASE("a longer plate is cut to ten characters and flagged", "[domain][ticket]") {
  auto t = example();
  t.plate_key = "ABCDEFGHIJK";
  const auto read = parse_ticket(signed_text(t));
  REQUIRE(read);
  CHECK(read->plate_key == "ABCDEFGHIJ");
  CHECK(read->is_plate_cut);
}

TEST_CASE("another code, a wrong character and a cut text have their own refusals",
          "[domain][ticket]") {
  const auto text = signed_text(example());
  CHECK(refusal("") == ticket_errc::not_a_ticket);
  CHECK(refusal("https://example.org/") == ticket_errc::not_a_ticket);
  CHECK(refusal("P2" + text.substr(2)) == ticket_errc::not_a_ticket);
  CHECK(refusal("P1:" + std::string(132, 'a')) == ticket_errc::bad_character);
  CHECK(refusal("P1:" + std::string(132, ':')) == ticket_errc::bad_character); // groups over 65,535
  CHECK(refusal("P1:") == ticket_errc::bad_length);
  CHECK(refusal(text.substr(0, text.size() - 1)) == ticket_errc::bad_length);
  CHECK(refusal(text + "000") == ticket_errc::bad_length);
}

TEST_CASE("a body that no ticket has is refused before its signature", "[domain][ticket]") {
  const auto text = signed_text(example());
  CHECK(refusal(altered(text, [](auto& b) { b[0] = 2; })) == ticket_errc::wrong_version);
  CHECK(refusal(altered(text, [](auto& b) { b[13] = 5; })) == ticket_errc::bad_body); // class
  CHECK(refusal(altered(text, [](auto& b) { b[16] = 0xFF; }))
        == ticket_errc::bad_body); // plate too large
  CHECK(refusal(altered(text, [](auto& b) { ++b[22]; }))
        == ticket_errc::bad_body); // after its padding
  CHECK(refusal(altered(text, [](auto& b) { b[23] = 16; }))
        == ticket_errc::bad_body); // unknown flag
}

TEST_CASE("another site, an unknown device and a forged signature have their own refusals",
          "[domain][ticket]") {
  auto t = example();
  t.site_no = our_site + 1;
  CHECK(refusal(signed_text(t)) == ticket_errc::wrong_site);
  t = example();
  t.device_no = 4;
  CHECK(refusal(signed_text(t)) == ticket_errc::unknown_device);
  CHECK(refusal(sign_ticket(example(), crypto::make_key_pair().sec)) == ticket_errc::bad_signature);
}

TEST_CASE("a key holds from its approval up to its revocation, by the entry time",
          "[domain][ticket]") {
  const auto text = signed_text(example());
  const instant entry{std::chrono::seconds{entry_s}};
  const auto verifies = [&](const ticket_key& key) {
    return verify_ticket(text, our_site, knows(key)).has_value();
  };
  CHECK(verifies(key_from(entry)));
  CHECK(verifies(key_from(entry + 999ms))); // the ticket drops milliseconds
  CHECK(verifies(key_from(instant{}, entry + 1ms)));
  CHECK(refusal(text, knows(key_from(entry + 1s))) == ticket_errc::revoked_key);
  CHECK(refusal(text, knows(key_from(instant{}, entry))) == ticket_errc::revoked_key);
}

TEST_CASE("no ticket with a flipped bit verifies", "[domain][ticket]") {
  const auto text = signed_text(example());
  for (std::size_t bit = 0; bit < 88 * 8; ++bit) {
    const auto damaged =
        altered(text, [bit](auto& b) { b[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8)); });
    INFO("bit " << bit);
    REQUIRE_FALSE(verify_ticket(damaged, our_site, knows_device()));
  }
}

TEST_CASE("no ticket with a changed character verifies", "[domain][ticket]") {
  const auto text = signed_text(example());
  for (std::size_t at = 0; at < text.size(); ++at)
    for (int c = 0; c < 256; ++c) {
      auto damaged = text;
      damaged[at] = static_cast<char>(c);
      if (damaged != text && verify_ticket(damaged, our_site, knows_device()))
        FAIL("taken with character " << c << " at " << at);
    }
}

TEST_CASE("each refusal has its own message in both languages", "[domain][ticket]") {
  std::set<std::string_view> messages;
  for (int i = 0; i <= static_cast<int>(ticket_errc::last); ++i) {
    CHECK(messages.insert(message_id(static_cast<ticket_errc>(i))).second);
    CHECK(messages.insert(message_en(static_cast<ticket_errc>(i))).second);
  }
  CHECK_FALSE(messages.contains(""));
}

#include "server/actors/photo_files.hpp"

#include "shared/core/crypto.hpp"
#include "tests/support/temp_dir.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using actors::photo_outcome;

namespace {

const std::string jpeg = "\xff\xd8\xff\xe0 a picture";

actors::put_photo upload(const std::string& content, const std::string& type = "image/jpeg") {
  return {crypto::to_hex(crypto::sha256_of(content)), type,
          std::make_shared<const std::string>(content)};
}

std::size_t files_below(const std::filesystem::path& folder) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    count += entry.is_regular_file() ? 1U : 0U;
  return count;
}

} // namespace

TEST_CASE("a photo is stored under its hash and read back", "[actors][photos]") {
  const testing::temp_dir folder;
  const auto what = upload(jpeg);
  CHECK(actors::store_photo(folder.path(), what) == photo_outcome::stored);
  CHECK(actors::store_photo(folder.path(), what) == photo_outcome::was_there);
  CHECK(files_below(folder.path()) == 1);
  const auto found = actors::load_photo(folder.path(), what.sha256);
  REQUIRE(found);
  CHECK(*found->content == jpeg);
  CHECK(found->media_type == "image/jpeg");
}

TEST_CASE("a photo that is not what it says leaves nothing", "[actors][photos]") {
  const testing::temp_dir folder;
  auto other = upload(jpeg);
  other.content = std::make_shared<const std::string>(jpeg + "!");
  CHECK(actors::store_photo(folder.path(), other).error().code == errc::hash_mismatch);
  CHECK(actors::store_photo(folder.path(), upload(jpeg, "image/png")).error().code
        == errc::unsupported_media_type);
  CHECK(actors::store_photo(folder.path(), upload("<svg/>")).error().code
        == errc::unsupported_media_type);
  CHECK(files_below(folder.path()) == 0);
}

TEST_CASE("an upload that was interrupted before does not disturb the next", "[actors][photos]") {
  const testing::temp_dir folder;
  const auto what = upload(jpeg);
  REQUIRE(actors::store_photo(folder.path(), what));
  const auto file =
      folder.path() / what.sha256.substr(0, 2) / what.sha256.substr(2, 2) / what.sha256;
  std::filesystem::rename(file, file.string() + ".part");
  std::filesystem::resize_file(file.string() + ".part", 3);
  CHECK(actors::load_photo(folder.path(), what.sha256).error().code == errc::not_found);
  CHECK(actors::store_photo(folder.path(), what) == photo_outcome::stored);
  CHECK(*actors::load_photo(folder.path(), what.sha256)->content == jpeg);
  CHECK(files_below(folder.path()) == 1);
}

TEST_CASE("a name that is no hash is no photo", "[actors][photos]") {
  CHECK(actors::is_photo_name(std::string(64, 'a')));
  CHECK_FALSE(actors::is_photo_name(std::string(63, 'a')));
  CHECK_FALSE(actors::is_photo_name(std::string(64, 'A')));
  CHECK_FALSE(actors::is_photo_name("../../../../etc/passwd"));
}

#include "shared/protocol/outbox_file.hpp"

#include "tests/support/temp_dir.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::protocol;

namespace {

void put(std::ofstream& out, const crypto::bytes& bytes) {
  out.write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
}

struct copy_file {
  explicit copy_file(const std::vector<crypto::bytes>& pieces) {
    std::ofstream out{path, std::ios::binary};
    out << outbox_file_line;
    for (const auto& piece : pieces) {
      const auto head = piece_head(piece.size());
      put(out, {head.begin(), head.end()});
      put(out, piece);
    }
  }
  testing::temp_dir folder;
  std::string path = folder.file("copy");
};

} // namespace

TEST_CASE("pieces come out as they went in", "[outbox_file]") {
  const std::vector<crypto::bytes> pieces{{1, 2, 3}, {}, crypto::bytes(70'000, 4)};
  const copy_file file{pieces};
  auto reader = outbox_file_reader::open(file.path).value();
  for (const auto& piece : pieces) {
    CHECK_FALSE(reader.is_at_end());
    CHECK(reader.next() == piece);
  }
  CHECK(reader.is_at_end());
  CHECK(reader.next().error().code == errc::invalid);
}

TEST_CASE("a file that is cut, of another kind or not there is told apart", "[outbox_file]") {
  const copy_file file{{crypto::bytes(100, 4)}};
  CHECK(outbox_file_reader::open(file.path + ".not").error().code == errc::not_found);
  std::filesystem::resize_file(file.path, 80);
  CHECK(outbox_file_reader::open(file.path).value().next().error().code == errc::invalid);
  std::filesystem::resize_file(file.path, 5);
  CHECK(outbox_file_reader::open(file.path).error().code == errc::invalid);
}

TEST_CASE("a damaged size never takes the memory that it names", "[outbox_file]") {
  const copy_file file{{}};
  std::ofstream{file.path, std::ios::binary | std::ios::app} << "\xff\xff\xff\xff";
  CHECK(outbox_file_reader::open(file.path).value().next().error().code == errc::invalid);
}

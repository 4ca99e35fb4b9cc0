// A window's records and photos reach the server in a file alone.
#include "shared/core/crypto.hpp"
#include "tests/support/process.hpp"
#include "tests/support/server_process.hpp"
#include "tests/system/handheld_window.hpp"
#include "tests/system/handover_steps.hpp"
#include "tests/system/site_books.hpp"

#include <QImage>

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

std::string run(const std::vector<std::string>& arguments, const std::string& errors) {
  process::options o;
  o.arguments = arguments;
  o.error_file = errors;
  process program{o};
  return program.read_all(60s);
}

/// SHA-256 of every file of the folder and those below.
std::set<std::string> contents(const std::string& folder) {
  std::set<std::string> out;
  for (const auto& file : std::filesystem::recursive_directory_iterator{folder})
    if (file.is_regular_file()) {
      std::ostringstream text;
      text << std::ifstream{file.path()}.rdbuf();
      out.insert(crypto::to_hex(crypto::sha256_of(text.str())));
    }
  return out;
}

} // namespace

TEST_CASE("a photo inside the second copy arrives with it", "[system][handover]") {
  server_process server;
  handheld_window window{server.client_port()};
  std::filesystem::create_directories(window.camera_dir());
  QImage car{320, 240, QImage::Format_RGB32};
  car.fill(Qt::darkRed);
  REQUIRE(car.save(QString::fromStdString(window.camera_dir() + "/car.png")));
  window.play(log_in_at("in-1") + "stop in\nwaitText connection Terputus\nsleep 500\n"
              + let_in("B1234XYZ") + "quit\n");
  window.reach("in");
  server.kill();
  window.let_go("in");
  window.finish();
  const auto photos = contents(window.data_dir() + "/Images");
  REQUIRE(photos.size() == 1);

  server.start();
  CHECK(contents(server.data_dir()).count(*photos.begin()) == 0);
  const auto usb = window.file("usb");
  run({PALANG_BIN_DIR "/palang-sync", "--data", window.data_dir(), "--offline", "seal", usb},
      window.file("seal.err"));
  REQUIRE(std::filesystem::exists(usb));
  const auto copy = std::filesystem::directory_iterator {
    usb
    } -> path().string();
  const std::vector<std::string> bring{
      PALANG_BIN_DIR "/palangd", "outbox", "import", copy, "--data", server.data_dir()};
  CHECK(run(bring, window.file("bring.err")) == "taken 1 already there 0 refused 0 photos 1\n");
  CHECK(contents(server.data_dir()).count(*photos.begin()) == 1);
  CHECK(run(bring, window.file("bring.err")).starts_with("taken 0 already there 1 refused 0"));
  CHECK(read_books(server.client_port()).entries == 1);
}

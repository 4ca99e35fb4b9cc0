// Keeps the house in order: who may include whom, and that the documents name paths that exist.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path root = PALANG_SOURCE_DIR;

/// Files below `folder` may include project headers of `allowed` only, and no header that matches
/// `forbidden`.
struct include_rule {
  std::string folder;
  std::vector<std::string> allowed;
  std::string forbidden;
};

constexpr auto no_libraries = R"(^(caf|boost|soci|nlohmann|spdlog|CLI|prometheus)/|^Q[A-Z])";

/// The longest folder that matches a file decides.
const std::vector<include_rule> rules{
    {"shared/core", {"shared/core"}, no_libraries},
    {"shared/domain", {"shared/core", "shared/domain"}, no_libraries},
    {"shared/protocol",
     {"shared/core", "shared/domain", "shared/protocol"},
     R"(^(caf|boost|soci|spdlog)/|^Q[A-Z])"},
    {"shared/sync", {"shared/core", "shared/protocol", "shared/sync"}, no_libraries},
    {"server/domain", {"shared", "server/domain"}, no_libraries},
    {"server/ledger",
     {"shared", "server/domain", "server/ledger", "server/storage", "server/ttlock"},
     no_libraries},
    {"server/storage",
     {"shared", "server/domain", "server/ledger", "server/storage"},
     no_libraries},
    {"server/storage/soci",
     {"shared", "server/domain", "server/ledger", "server/storage"},
     R"(^(caf|boost|nlohmann|spdlog|CLI|prometheus)/|^Q[A-Z])"},
    {"server/config", {"shared", "server/config"}, R"(^(caf|boost|soci|nlohmann)/|^Q[A-Z])"},
    {"server/ops",
     {"shared", "server/config", "server/ops"},
     R"(^(caf|boost|soci|nlohmann)/|^Q[A-Z])"},
    {"server/actors",
     {"shared", "server/domain", "server/ledger", "server/config", "server/ops", "server/ttlock",
      "server/actors"},
     R"(^(boost|soci|nlohmann)/|^Q[A-Z])"},
    {"server/gateway", {"shared", "server/gateway"}, R"(^(caf|soci|nlohmann)/|^Q[A-Z])"},
    {"server/ttlock", {"shared", "server/ttlock"}, R"(^(caf|soci|spdlog|CLI|prometheus)/|^Q[A-Z])"},
    {"server", {"shared", "server"}, R"(^(boost|soci|nlohmann)/|^Q[A-Z])"},
    {"mobile/core", {"shared", "mobile/core"}, R"(^(caf|boost|soci|nlohmann)/|^Q(Quick|Qml|QML))"},
    {"mobile", {"shared", "mobile"}, R"(^(caf|boost|soci|nlohmann)/)"},
};

bool is_source(const fs::path& path) {
  const auto ext = path.extension();
  return ext == ".cpp" || ext == ".hpp" || ext == ".h";
}

std::vector<fs::path> sources_below(const std::string& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder))
    if (entry.is_regular_file() && is_source(entry.path()))
      found.push_back(entry.path().lexically_relative(root));
  return found;
}

bool is_below(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

const include_rule* rule_for(const std::string& file) {
  const include_rule* best = nullptr;
  for (const auto& rule : rules)
    if (is_below(file, rule.folder)
        && (best == nullptr || rule.folder.size() > best->folder.size()))
      best = &rule;
  return best;
}

std::vector<std::string> includes_of(const fs::path& file) {
  static const std::regex include(R"re(^\s*#\s*include\s*[<"]([^>"]+)[>"])re");
  std::ifstream in(root / file);
  std::vector<std::string> found;
  for (std::string line; std::getline(in, line);)
    if (std::smatch match; std::regex_search(line, match, include))
      found.push_back(match[1]);
  return found;
}

bool is_project(const std::string& include) {
  return include.starts_with("shared/") || include.starts_with("server/")
         || include.starts_with("mobile/") || include.starts_with("tests/");
}

/// `mobile/features/exit/x.h` -> `mobile/features/exit`; empty elsewhere.
std::string feature_of(const std::string& path) {
  static const std::regex feature(R"(^mobile/features/[^/]+)");
  std::smatch match;
  return std::regex_search(path, match, feature) ? match.str() : std::string{};
}

} // namespace

TEST_CASE("each folder includes only what the architecture allows", "[layout]") {
  for (const auto* top : {"shared", "server", "mobile"}) {
    for (const auto& path : sources_below(top)) {
      const auto file = path.generic_string();
      const auto* rule = rule_for(file);
      if (rule == nullptr)
        continue;
      for (const auto& include : includes_of(path)) {
        INFO(file << " includes " << include);
        CHECK_FALSE(std::regex_search(include, std::regex(rule->forbidden)));
        if (is_project(include))
          CHECK(std::any_of(rule->allowed.begin(), rule->allowed.end(),
                            [&](const auto& folder) { return is_below(include, folder); }));
      }
    }
  }
}

TEST_CASE("features never include each other", "[layout]") {
  for (const auto& path : sources_below("mobile")) {
    const auto own = feature_of(path.generic_string());
    if (own.empty())
      continue;
    for (const auto& include : includes_of(path)) {
      const auto other = feature_of(include);
      INFO(path.generic_string() << " includes " << include);
      CHECK((other.empty() || other == own));
    }
  }
}

TEST_CASE("the documents name only paths that exist", "[layout]") {
  static const std::regex path_in_ticks(
      R"(`((?:shared|server|mobile|db|tests|ci)/[A-Za-z0-9_./-]*)`)");
  for (const auto* document :
       {"README.md", "server/README.md", "mobile/README.md", "shared/README.md", "db/README.md"}) {
    std::ifstream in(root / document);
    INFO(document);
    REQUIRE(in);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    for (std::sregex_iterator it(text.begin(), text.end(), path_in_ticks), end; it != end; ++it) {
      INFO((*it)[1].str());
      CHECK(fs::exists(root / (*it)[1].str()));
    }
  }
}

#pragma once

#include <catch2/catch.hpp>

#include <fstream>
#include <string>
#include <vector>

/// The files of tests/data/ttlock without their comment lines.
namespace palang::testing {

inline std::vector<std::string> sample_lines(const std::string& name) {
  std::ifstream in(std::string{PALANG_TEST_DATA} + "/ttlock/" + name);
  INFO(name);
  REQUIRE(in);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line.front() != '#')
      lines.push_back(line);
  return lines;
}

inline std::string sample(const std::string& name) {
  std::string text;
  for (const auto& line : sample_lines(name))
    text += line + '\n';
  return text;
}

} // namespace palang::testing

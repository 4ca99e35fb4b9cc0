#include "server/config/secret.hpp"

#include <cstdlib>
#include <fstream>

namespace palang::config {

result<std::string> read_secret(const std::string& name) {
  if (const char* value = std::getenv(name.c_str()))
    return value;
  const auto file_name = name + "_FILE";
  const char* file = std::getenv(file_name.c_str());
  if (file == nullptr)
    return std::string{};
  std::ifstream in(file);
  std::string secret;
  if (!in || !std::getline(in, secret))
    return fail(errc::invalid, "cannot read the secret's file " + std::string{file}, file_name);
  return secret;
}

} // namespace palang::config

#include "server/commands/commands.hpp"

#include <exception>
#include <iostream>

int main(int argc, char** argv) {
  try {
    const auto asked = palang::config::read_command_line({argv + 1, argv + argc});
    if (asked)
      return palang::commands::run(*asked);
    (asked.error().code == 0 ? std::cout : std::cerr) << asked.error().text << std::endl;
    return asked.error().code;
  } catch (const std::exception& e) {
    std::cerr << "palangd: " << e.what() << std::endl;
    return palang::commands::exit_code::gave_up;
  }
}

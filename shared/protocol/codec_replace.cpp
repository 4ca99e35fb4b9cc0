#include "shared/protocol/codec.hpp"
#include "shared/protocol/json_document.hpp"

namespace palang::protocol {

namespace {

/// Throws the library's exceptions for a pointer that is malformed or leads nowhere.
void put(json& document, const json::json_pointer& pointer, json value) {
  if (pointer.empty()) {
    document = std::move(value);
    return;
  }
  auto& parent = document.at(pointer.parent_pointer());
  const auto& last = pointer.back();
  if (parent.is_object())
    parent[last] = std::move(value);
  else if (parent.is_array() && last == "-")
    parent.push_back(std::move(value));
  else
    document.at(pointer) = std::move(value);
}

} // namespace

result<std::string> replace_at(std::string_view document, std::string_view pointer,
                               std::string_view value) {
  auto whole = parse_json(document);
  if (whole.problem)
    return fail(errc::corrupt, "the document is not JSON");
  auto part = parse_json(value);
  if (part.problem)
    return fail(errc::invalid, "data.value: " + part.problem->message, "data.value");
  try {
    put(whole.root, json::json_pointer(std::string(pointer)), std::move(part.root));
  } catch (const json::exception&) {
    return fail(errc::invalid, "data.path leads nowhere in the document", "data.path");
  }
  return dump_json(whole.root);
}

} // namespace palang::protocol

#include "shared/protocol/json_edit.hpp"

#include "shared/protocol/json_document.hpp"

#include <map>

namespace palang::protocol {

namespace {

std::map<std::string, std::string> leaves_of(std::string_view document) {
  std::map<std::string, std::string> out;
  const auto parsed = parse_json(document);
  if (parsed.problem)
    return out;
  const auto flat = parsed.root.flatten();
  for (const auto& [pointer, value] : flat.items())
    out.emplace(pointer, dump_json(value));
  return out;
}

/// Runs `use(tree, pointer)`; the library throws for a pointer that leads nowhere.
template <class F>
result<std::string> edited(std::string_view document, std::string_view pointer, F use) {
  auto whole = parse_json(document);
  if (whole.problem)
    return fail(errc::corrupt, "the document is not JSON");
  try {
    return use(whole.root, json::json_pointer(std::string(pointer)));
  } catch (const json::exception&) {
    return fail(errc::not_found, "the pointer leads nowhere in the document");
  }
}

} // namespace

result<std::string> value_at(std::string_view document, std::string_view pointer) {
  return edited(document, pointer, [](const json& root, const json::json_pointer& at) {
    return dump_json(root.at(at));
  });
}

result<std::string> remove_at(std::string_view document, std::string_view pointer) {
  return edited(document, pointer, [](json& root, const json::json_pointer& at) {
    static_cast<void>(root.at(at));
    auto& parent = root.at(at.parent_pointer());
    if (parent.is_array())
      parent.erase(static_cast<std::size_t>(std::stoul(at.back())));
    else
      parent.erase(at.back());
    return dump_json(root);
  });
}

std::vector<json_difference> differences(std::string_view before, std::string_view after) {
  const auto old_leaves = leaves_of(before);
  auto new_leaves = leaves_of(after);
  std::vector<json_difference> out;
  for (const auto& [pointer, value] : old_leaves) {
    auto now = new_leaves.extract(pointer);
    const auto text = now.empty() ? std::string{} : now.mapped();
    if (text != value)
      out.push_back({pointer, value, text});
  }
  for (const auto& [pointer, value] : new_leaves)
    out.push_back({pointer, {}, value});
  return out;
}

} // namespace palang::protocol

#include "shared/protocol/json_reader.hpp"

#include "shared/protocol/limits.hpp"

namespace palang::protocol {

namespace {

const json absent;

} // namespace

std::string json_node::field() const {
  if (parent_ == nullptr)
    return {};
  const auto name = name_.data() == nullptr ? std::to_string(index_) : std::string(name_);
  return field_below(parent_->field(), name, state_->separator);
}

void json_node::refuse(errc code, std::string message) const {
  if (state_->problem)
    return;
  auto where = field();
  auto text = (where.empty() ? "the message" : where) + " " + message;
  state_->problem = error{code, std::move(text), std::move(where)};
}

const json* json_node::find(std::string_view name) const {
  if (!value_->is_object()) {
    if (!value_->is_null())
      expected("an object");
    return nullptr;
  }
  const auto found = value_->find(name);
  return found == value_->end() ? nullptr : &*found;
}

bool json_node::has(std::string_view name) const {
  const auto* found = find(name);
  return found != nullptr && !found->is_null();
}

json_node json_node::member(std::string_view name) const {
  const auto* found = find(name);
  return {found == nullptr ? absent : *found, *this, name, 0};
}

json_node json_node::item(std::size_t index) const {
  return {(*value_)[index], *this, {}, index};
}

void read(const json_node& node, bool& out) {
  if (!node.value().is_boolean())
    return node.expected("true or false");
  out = node.value().get<bool>();
}

void read(const json_node& node, std::string& out) {
  if (!node.value().is_string())
    return node.expected("a string");
  out = node.value().get_ref<const std::string&>();
}

void read(const json_node& node, uuid& out) {
  const auto* text = node.value().get_ptr<const std::string*>();
  const auto id = text == nullptr ? std::nullopt : parse_uuid(*text);
  if (!id)
    return node.expected("a UUID");
  out = *id;
}

void read(const json_node& node, instant& out) {
  std::int64_t ms = 0;
  read_integer(node, ms, -limits::max_instant_ms, limits::max_instant_ms);
  out = from_ms(ms);
}

void read(const json_node& node, rupiah& out) {
  read(node, out.value);
}

void read_integer(const json_node& node, std::int64_t& out, std::int64_t least,
                  std::int64_t greatest) {
  if (!node.value().is_number_integer())
    return node.expected("an integer");
  const auto number = integer_of(node.value());
  if (!number || *number < least || *number > greatest)
    return node.expected("an integer from " + std::to_string(least) + " to "
                         + std::to_string(greatest));
  out = *number;
}

} // namespace palang::protocol

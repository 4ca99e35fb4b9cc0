#include "shared/protocol/json_document.hpp"

#include <utility>
#include <vector>

namespace palang::protocol {

namespace {

/// Builds the tree and knows at each moment which field is being read: the library's own builder
/// knows neither depth nor field.
class tree_builder final : public nlohmann::json_sax<json> {
public:
  explicit tree_builder(char separator) : separator_{separator} {}

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    open_.back().key = std::move(name);
    return true;
  }

  bool parse_error(std::size_t at, const std::string&,
                   const nlohmann::detail::exception& why) override {
    constexpr int number_overflow = 406;
    if (why.id == number_overflow)
      document_.problem = error{errc::invalid, "the number is out of range", field()};
    else
      refuse("not valid JSON at byte " + std::to_string(at));
    return false;
  }

  [[nodiscard]] json_document take() { return std::move(document_); }

private:
  struct level {
    json* node;
    std::string key; ///< Of the member being read; unused in arrays.
  };

  bool add(json value) {
    place(std::move(value));
    return true;
  }

  bool open(json container) {
    if (open_.size() == max_json_depth) {
      refuse("nested more than " + std::to_string(max_json_depth) + " levels deep");
      return false;
    }
    open_.push_back({place(std::move(container)), {}});
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  json* place(json value) {
    if (open_.empty()) {
      document_.root = std::move(value);
      return &document_.root;
    }
    auto& [node, key] = open_.back();
    if (node->is_array()) {
      node->push_back(std::move(value));
      return &node->back();
    }
    return &((*node)[key] = std::move(value));
  }

  void refuse(std::string message) {
    document_.problem = error{errc::bad_message, std::move(message), {}};
    document_.root = nullptr;
  }

  [[nodiscard]] std::string field() const {
    std::string path;
    for (const auto& [node, key] : open_)
      path = field_below(path, node->is_array() ? std::to_string(node->size()) : key, separator_);
    return path;
  }

  char separator_;
  json_document document_;
  std::vector<level> open_;
};

} // namespace

json_document parse_json(std::string_view text, char separator) {
  tree_builder builder{separator};
  json::sax_parse(text.begin(), text.end(), &builder);
  return builder.take();
}

std::optional<std::int64_t> integer_of(const json& value) {
  if (!value.is_number_integer())
    return std::nullopt;
  if (value.is_number_unsigned() && !std::in_range<std::int64_t>(value.get<std::uint64_t>()))
    return std::nullopt;
  return value.get<std::int64_t>();
}

std::string dump_json(const json& tree) {
  return tree.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string field_below(const std::string& path, std::string_view name, char separator) {
  std::string below = path;
  if (separator == '/' || !path.empty())
    below += separator;
  return below += name;
}

} // namespace palang::protocol

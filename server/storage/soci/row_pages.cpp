#include "server/storage/soci/row_pages.hpp"

#include <algorithm>

namespace palang::storage {

namespace {

template <class Each>
std::string list(const std::vector<std::string>& names, Each&& spell) {
  std::string out;
  for (const auto& name : names)
    out += (out.empty() ? "" : ", ") + spell(name);
  return out;
}

std::string plainly(const std::string& name) {
  return name;
}

std::size_t position(const std::vector<std::string>& names, const std::string& name) {
  return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

} // namespace

row_reader::row_reader(connection& db, const std::string& table, const table_shape& shape)
    : db_{db}, width_{shape.columns.size()} {
  const auto as_text = [](const std::string& name) { return "CAST(" + name + " AS CHAR)"; };
  const auto parameter = [](const std::string& name) { return ":" + name; };
  const auto key = list(shape.key, plainly);
  const auto select = "SELECT " + list(shape.columns, as_text) + " FROM " + table;
  const auto order = " ORDER BY " + key + " LIMIT ";
  first_page_ = select + order;
  later_page_ = select + " WHERE (" + key + ") > (" + list(shape.key, parameter) + ")" + order;
  for (const auto& name : shape.key)
    key_at_.push_back(position(shape.columns, name));
}

std::vector<plain_row> row_reader::next(std::size_t most) {
  std::vector<std::string> values(width_);
  std::vector<soci::indicator> states(width_);
  soci::statement query{db_.session()};
  for (std::size_t i = 0; i < width_; ++i)
    query.exchange(soci::into(values[i], states[i]));
  for (auto& part : last_key_)
    query.exchange(soci::use(part));
  query.alloc();
  query.prepare((last_key_.empty() ? first_page_ : later_page_) + std::to_string(most));
  query.define_and_bind();
  std::vector<plain_row> page;
  for (bool has_row = query.execute(true); has_row; has_row = query.fetch()) {
    auto& row = page.emplace_back(width_);
    for (std::size_t i = 0; i < width_; ++i)
      if (states[i] == soci::i_ok)
        row[i] = values[i];
  }
  if (!page.empty()) {
    last_key_.clear();
    for (const auto at : key_at_)
      last_key_.push_back(page.back()[at].value_or(""));
  }
  return page;
}

row_writer::row_writer(connection& db, const std::string& table, const table_shape& shape)
    : values_(shape.columns.size()), states_(shape.columns.size()), insert_{db.session()} {
  const auto parameter = [](const std::string& name) { return ":" + name; };
  for (std::size_t i = 0; i < values_.size(); ++i)
    insert_.exchange(soci::use(values_[i], states_[i]));
  insert_.alloc();
  insert_.prepare("INSERT INTO " + table + " (" + list(shape.columns, plainly) + ") VALUES ("
                  + list(shape.columns, parameter) + ")");
  insert_.define_and_bind();
}

void row_writer::write(const plain_row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    states_[i] = row[i] ? soci::i_ok : soci::i_null;
    values_[i] = row[i].value_or("");
  }
  insert_.execute(true);
}

} // namespace palang::storage

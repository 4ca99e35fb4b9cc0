#pragma once

#include "server/storage/records.hpp"
#include "server/storage/soci/columns.hpp"

namespace palang::storage {

class soci_configs final : public config_repository {
public:
  explicit soci_configs(connection& db);
  result<std::int64_t> newest_version() override;
  result<stored_config> newest() override;
  result<void> insert(const stored_config& row, instant at, const std::string& actor) override;
  result<std::string> site_seed() override;

private:
  connection& db_;
  statement<std::tuple<>, std::tuple<maybe<integer>>> version_;
  statement<std::tuple<>, std::tuple<integer, text>> newest_;
  statement<std::tuple<integer, integer, text, text>> insert_;
  statement<std::tuple<>, std::tuple<text>> seed_;
};

class soci_photos final : public photo_repository {
public:
  explicit soci_photos(connection& db);
  result<bool> has(const std::string& sha256) override;
  result<void> insert(const std::string& sha256, std::int64_t size_bytes,
                      const std::string& media_type, instant at) override;
  result<std::vector<std::string>> outlived(instant before, std::int64_t most_bytes,
                                            std::int64_t limit) override;
  result<void> forget(const std::string& sha256) override;
  result<void> want(const std::string& sha256, const uuid& session_id) override;
  result<std::vector<uuid>> take_wanting(const std::string& sha256) override;

private:
  connection& db_;
  statement<std::tuple<text>, std::tuple<integer>> has_;
  statement<std::tuple<text, integer, text, integer>> insert_;
  statement<std::tuple<text, text>, std::tuple<integer>> wanted_;
  statement<std::tuple<text, text>> want_;
  statement<std::tuple<text>, std::tuple<text>> wanting_;
  statement<std::tuple<text>> wanting_no_more_;
  statement<std::tuple<>, std::tuple<integer>> total_;
  statement<std::tuple<integer>, std::tuple<text, integer, integer>> oldest_;
  statement<std::tuple<text>> forget_;
};

class soci_audit final : public audit_repository {
public:
  explicit soci_audit(connection& db);
  result<void> insert(const protocol::audit_entry& row) override;
  result<std::vector<protocol::audit_entry>> list(const audit_filter& filter) override;
  result<std::vector<protocol::audit_entry>> of_action(const std::string& action, instant from,
                                                       instant to) override;

private:
  using audit_row = std::tuple<integer, integer, text, text, text, text, text, text>;
  connection& db_;
  statement<std::tuple<integer, text, text, text, text, text, text>> insert_;
  statement<std::tuple<text, text, text, text, integer, integer, integer, integer>, audit_row>
      list_;
  statement<std::tuple<text, integer, integer>, audit_row> of_action_;
};

class soci_probe final : public probe_repository {
public:
  explicit soci_probe(connection& db);
  result<void> touch(instant at) override;
  result<std::optional<instant>> last() override;

private:
  /// A small change finds its place in a full database, too.
  void prove_room();

  connection& db_;
  statement<std::tuple<text>> update_;
  statement<std::tuple<text>> insert_;
  statement<std::tuple<>, std::tuple<text>> last_;
  statement<std::tuple<text, text>> fill_;
  statement<std::tuple<>> empty_;
};

} // namespace palang::storage

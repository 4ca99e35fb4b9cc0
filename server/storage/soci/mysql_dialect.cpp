#include "server/storage/soci/mysql_dialect.hpp"

#include "server/storage/soci/mysql_errors.hpp"

#include <soci/mysql/soci-mysql.h>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdexcept>
#include <sys/socket.h>
#include <utility>

namespace palang::storage {

namespace {

constexpr auto sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                          "NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION";

/// In SOCI's connection string a value ends at its quote; a backslash takes what follows as it is.
std::string quoted(const std::string& value) {
  std::string out = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\')
      out += '\\';
    out += c;
  }
  return out + "'";
}

std::string option(const char* name, std::chrono::seconds wait) {
  return std::string{" "} + name + "=" + std::to_string(wait.count());
}

/// A cable that is cut tells nobody: without this a session would wait for its answer to the end.
void notice_silent_peer(MYSQL* handle) {
  const int fd = static_cast<int>(mysql_get_socket(handle));
  const auto limit = static_cast<unsigned>(
      std::chrono::duration_cast<std::chrono::milliseconds>(mysql_wait::acknowledge).count());
  if (::setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &limit, sizeof limit) != 0)
    throw std::runtime_error("the connection took no TCP_USER_TIMEOUT");
}

class mysql_dialect final : public dialect {
public:
  mysql_dialect(mysql_place where, std::chrono::seconds answer)
      : where_{std::move(where)}, answer_{answer} {}

  std::string_view name() const override { return "mysql"; }

  void open(soci::session& session) override {
    session.open(soci::mysql, connect_string());
    auto* handle = static_cast<soci::mysql_session_backend*>(session.get_backend())->conn_;
    if (!where_.tls_ca.empty() && mysql_get_ssl_cipher(handle) == nullptr)
      throw std::runtime_error("the connection to the database server is not encrypted");
    notice_silent_peer(handle);
    std::string version;
    session << "SELECT VERSION()", soci::into(version);
    // Text is compared byte by byte, and a space at its end counts, as on SQLite.
    collation_ =
        version.find("MariaDB") != std::string::npos ? "utf8mb4_nopad_bin" : "utf8mb4_0900_bin";
    const auto wait = std::to_string(lock_wait().count());
    session << "SET SESSION autocommit = 1, sql_mode = '" << sql_mode
            << "', time_zone = '+00:00', collation_connection = '" << collation_
            << "', wait_timeout = 31536000, innodb_lock_wait_timeout = " << wait
            << ", lock_wait_timeout = " << wait;
    session << "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ";
    check(session);
  }

  std::string_view begin_write() const override { return "START TRANSACTION"; }
  // A locking read opens no view yet: what is read after it is as the last writer left it.
  std::string_view lock_writers() const override {
    return "SELECT content FROM meta WHERE name = 'epoch' FOR UPDATE";
  }
  std::string_view begin_read() const override {
    return "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY";
  }
  std::optional<error> moved() const override { return std::nullopt; }

  failure classify(const soci::soci_error& cause) const override {
    const auto* known = dynamic_cast<const soci::mysql_soci_error*>(&cause);
    return classify_mysql(known ? known->err_num_ : 0, cause.get_error_message());
  }

  bool has_transactional_schema() const override { return false; }
  std::string_view columns_query() const override {
    return "SELECT c.table_name, c.column_name, COALESCE(k.seq_in_index, 0) "
           "FROM information_schema.columns AS c "
           "LEFT JOIN information_schema.statistics AS k ON k.table_schema = c.table_schema "
           "AND k.table_name = c.table_name AND k.column_name = c.column_name "
           "AND k.index_name = 'PRIMARY' "
           "WHERE c.table_schema = DATABASE() ORDER BY c.table_name, c.ordinal_position";
  }
  // An index without a name of ours bears that of its first column.
  std::string_view indexes_query() const override {
    return "SELECT DISTINCT i.table_name, i.index_name FROM information_schema.statistics AS i "
           "WHERE i.table_schema = DATABASE() AND i.index_name <> 'PRIMARY' AND NOT EXISTS "
           "(SELECT 1 FROM information_schema.columns AS c WHERE c.table_schema = i.table_schema "
           "AND c.table_name = i.table_name AND c.column_name = i.index_name)";
  }
  std::string weakness(soci::session& session) const override {
    int flush = 0;
    session << "SELECT @@innodb_flush_log_at_trx_commit", soci::into(flush);
    return flush == 1 ? ""
                      : "a power cut can cost the last second of accepted records. Next: set "
                        "innodb_flush_log_at_trx_commit = 1 on the database server";
  }
  std::string table_options() const override {
    return " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = " + collation_;
  }
  bool is_there_already(const soci::soci_error& cause) const override {
    const auto* known = dynamic_cast<const soci::mysql_soci_error*>(&cause);
    return known && storage::is_there_already(known->err_num_);
  }

private:
  [[nodiscard]] std::string connect_string() const {
    return "host=" + quoted(where_.host) + " port=" + std::to_string(where_.port)
           + " user=" + quoted(where_.user) + " password=" + quoted(where_.password)
           + " db=" + quoted(where_.name) + " charset=utf8mb4"
           + option("connect_timeout", mysql_wait::connect) + option("read_timeout", answer_)
           + option("write_timeout", mysql_wait::write)
           + (where_.tls_ca.empty() ? "" : " sslca=" + quoted(where_.tls_ca));
  }

  [[nodiscard]] std::chrono::seconds lock_wait() const {
    return answer_ == mysql_wait::schema ? answer_ : mysql_wait::lock;
  }

  /// What the rules rest on, read back.
  static void check(soci::session& session) {
    std::string name;
    std::string isolation;
    std::string mode;
    // tx_isolation or transaction_isolation, whichever the server has.
    session << "SHOW SESSION VARIABLES LIKE 't%isolation'", soci::into(name), soci::into(isolation);
    session << "SELECT @@sql_mode", soci::into(mode);
    if (isolation != "REPEATABLE-READ" || mode.find("STRICT_ALL_TABLES") == std::string::npos)
      throw std::runtime_error("the database server did not take the session's settings");
  }

  mysql_place where_;
  std::chrono::seconds answer_;
  std::string collation_;
};

} // namespace

std::unique_ptr<dialect> make_mysql_dialect(mysql_place where, std::chrono::seconds answer) {
  return std::make_unique<mysql_dialect>(std::move(where), answer);
}

} // namespace palang::storage

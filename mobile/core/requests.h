#pragma once

#include "mobile/core/link.h"
#include "shared/core/result.hpp"

#include <QObject>

#include <functional>
#include <string>
#include <unordered_map>

class QTimer;

namespace palang::mobile {

/// Questions to the server and their answers, matched by id, each with a deadline. Every handler is
/// called exactly once, never before the call that asked returns, unless the object dies first.
/// Thread: its own.
class Requests : public QObject {
  Q_OBJECT

public:
  /// JSON text of the result's or acceptance's data.
  /// Errors: db_unavailable when not connected, disconnected meanwhile, or late; else the server's.
  using Handler = std::function<void(result<std::string>)>;

  explicit Requests(Link& link, QObject* parent = nullptr);

  void query(const protocol::query_data& data, milliseconds deadline, Handler handler);
  void submit(const protocol::submit& submission, milliseconds deadline, Handler handler);

private:
  struct Open {
    Handler handler;
    QTimer* timer = nullptr;
  };
  void ask(const std::string& id, const protocol::client_message& message, milliseconds deadline,
           Handler handler);
  void read(const protocol::server_message& message);
  void finish(const std::string& id, const result<std::string>& answer);
  void failAll();

  Link& m_link;
  std::unordered_map<std::string, Open> m_open; ///< By query id, or a submission's id as text.
  std::int64_t m_number = 0;
};

} // namespace palang::mobile

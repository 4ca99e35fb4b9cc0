#pragma once

#include "shared/protocol/messages.hpp"

#include <QObject>
#include <QTcpServer>
#include <QWebSocketServer>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class QWebSocket;

namespace palang::test {

/// A server that says what the test wants: it speaks the protocol by script on 127.0.0.1 and
/// remembers what it heard. By default it accepts everything that it is sent.
class ScriptedServer : public QObject {
public:
  using Answer = std::function<void(const protocol::submit&)>;

  ScriptedServer();
  ~ScriptedServer() override;

  [[nodiscard]] QString address() const; ///< As a person types it.

  // -- what it says
  int loginStatus = 200;
  std::string loginBody; ///< By default user budi of the site.
  int photoStatus = 201;
  int photoCuts = 0; ///< So many uploads break off in the middle.
  std::string photo; ///< What any photo that is asked for holds.
  int outboxStatus = 200;
  std::string outboxBody; ///< To a copy that is brought.
  protocol::welcome greeting;
  std::optional<std::uint16_t> refuseWith; ///< Closes with this code instead of a welcome.
  /// Called instead of accept().
  Answer onSubmit;
  /// Called first; nullopt: the default answer, empty: no answer at all.
  std::function<std::optional<std::string>(const protocol::query&)> onQuery;
  std::string config;                     ///< Of config.get.
  std::vector<protocol::session> open;    ///< Of session.list and session.find.
  std::vector<protocol::device_key> keys; ///< Of device.keys.
  std::string siteKey;                    ///< Likewise, base64; empty: told by no server yet.

  void accept(const protocol::submit& s, bool isDuplicate = false, const std::string& data = "{}");
  void reject(const protocol::submit& s, errc code);
  void send(const protocol::server_message& message);
  void sendFrame(const std::string& frame);
  void setDatabase(bool isUp);
  /// Ends the connection with a close frame, or without a word.
  void close(std::uint16_t code);
  void drop();

  // -- what it heard
  std::vector<std::string> loginBodies;
  std::vector<protocol::hello> hellos;
  std::vector<protocol::submit> submits;
  std::vector<protocol::query> queries;
  std::vector<std::string> httpPaths;
  std::vector<std::string> photoBodies;
  std::vector<std::string> outboxBodies; ///< Copies.
  std::string authorization;             ///< Of the last photo.
  [[nodiscard]] bool isConnected() const { return m_client != nullptr; }

private:
  void takeConnection();
  void route(QTcpSocket* socket);
  void answerHttp(QTcpSocket* socket, const QByteArray& request);
  void takeClient();
  void read(const QString& frame);
  void answer(const protocol::hello& h);
  void answer(const protocol::ping& p);
  void answer(const protocol::submit& s);
  void answer(const protocol::query& q);
  [[nodiscard]] std::string defaultAnswer(const protocol::query& q) const;

  QTcpServer m_listener;
  QWebSocketServer m_upgrader;
  QWebSocket* m_client = nullptr; ///< The last one.
  std::int64_t m_seq = 100;
};

} // namespace palang::test

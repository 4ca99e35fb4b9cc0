#include "scriptedserver.h"

#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

#include <QTcpSocket>
#include <QWebSocket>

namespace palang::test {

namespace {

[[nodiscard]] instant wallNow() {
  return system_clock{}.now();
}

} // namespace

ScriptedServer::ScriptedServer()
    : m_upgrader{QStringLiteral("palang"), QWebSocketServer::NonSecureMode} {
  m_upgrader.setSupportedSubprotocols({QStringLiteral("palang.v1")});
  connect(&m_upgrader, &QWebSocketServer::newConnection, this, &ScriptedServer::takeClient);
  connect(&m_listener, &QTcpServer::newConnection, this, &ScriptedServer::takeConnection);
  REQUIRE(m_listener.listen(QHostAddress::LocalHost, 0));
  greeting.epoch = "epoch-1";
  greeting.seq = m_seq;
  greeting.oldest_seq = 1;
  greeting.device_no = 7;
  greeting.config_version = 1;
}

ScriptedServer::~ScriptedServer() {
  if (m_client != nullptr)
    m_client->disconnect(this);
}

QString ScriptedServer::address() const {
  return QStringLiteral("127.0.0.1:%1").arg(m_listener.serverPort());
}

void ScriptedServer::accept(const protocol::submit& s, bool isDuplicate, const std::string& data) {
  send(protocol::accepted{s.id, ++m_seq, isDuplicate, data});
}

void ScriptedServer::reject(const protocol::submit& s, errc code) {
  send(protocol::rejected{s.id, {code, "by script", {}}});
}

void ScriptedServer::send(const protocol::server_message& message) {
  sendFrame(protocol::encode(message));
}

void ScriptedServer::sendFrame(const std::string& frame) {
  if (m_client != nullptr)
    m_client->sendTextMessage(QString::fromStdString(frame));
}

void ScriptedServer::setDatabase(bool isUp) {
  greeting.is_db_up = isUp;
  send(protocol::status{isUp, wallNow(), wallNow(), isUp ? "" : "by script"});
}

void ScriptedServer::close(std::uint16_t code) {
  if (m_client != nullptr)
    m_client->close(static_cast<QWebSocketProtocol::CloseCode>(code), QStringLiteral("by script"));
}

void ScriptedServer::drop() {
  if (m_client != nullptr)
    m_client->abort();
}

void ScriptedServer::takeConnection() {
  while (auto* socket = m_listener.nextPendingConnection())
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { route(socket); });
}

void ScriptedServer::route(QTcpSocket* socket) {
  const auto request = socket->peek(64 * 1024);
  const auto headEnd = request.indexOf("\r\n\r\n");
  if (headEnd < 0)
    return;
  if (request.startsWith("GET /v1 ")) {
    socket->disconnect(this);
    m_upgrader.handleConnection(socket);
    emit socket->readyRead();
    return;
  }
  if (photoCuts > 0 && request.startsWith("PUT /v1/photos/")) {
    --photoCuts;
    return socket->abort();
  }
  const auto lengthAt = request.toLower().indexOf("content-length:");
  const auto length = request.mid(lengthAt + 15, 10).split('\r').first().trimmed().toInt();
  if (request.size() >= headEnd + 4 + length)
    answerHttp(socket, socket->readAll());
}

void ScriptedServer::answerHttp(QTcpSocket* socket, const QByteArray& request) {
  httpPaths.push_back(request.split(' ').at(1).toStdString());
  const auto body = request.mid(request.indexOf("\r\n\r\n") + 4).toStdString();
  auto answer = loginBody;
  auto status = loginStatus;
  if (request.startsWith("GET /v1/photos/")) {
    answer = photo;
    status = 200;
  } else if (httpPaths.back().starts_with("/v1/photos/")) {
    photoBodies.push_back(body);
    const auto at = request.indexOf("Authorization: ") + 15;
    authorization = request.mid(at, request.indexOf('\r', at) - at).toStdString();
    status = photoStatus;
  } else if (httpPaths.back().starts_with("/v1/outboxes/")) {
    outboxBodies.push_back(body);
    answer = outboxBody;
    status = outboxStatus;
  }
  if (httpPaths.back() == "/v1/login") {
    loginBodies.push_back(body);
    if (answer.empty()) {
      protocol::login_reply reply;
      reply.token = "token-" + std::to_string(loginBodies.size());
      reply.expires_at = wallNow() + std::chrono::hours{16};
      reply.who.username = "budi";
      reply.site_id = greeting.who.id;
      reply.site_name = "Demo";
      reply.epoch = greeting.epoch;
      answer = protocol::encode(reply);
    }
  }
  socket->write("HTTP/1.1 " + QByteArray::number(status)
                + " by script\r\nContent-Length: " + QByteArray::number(answer.size())
                + "\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
                + QByteArray::fromStdString(answer));
  socket->disconnectFromHost();
}

void ScriptedServer::takeClient() {
  auto* client = m_upgrader.nextPendingConnection();
  client->setParent(this);
  m_client = client;
  connect(client, &QWebSocket::textMessageReceived, this, &ScriptedServer::read);
  connect(client, &QWebSocket::disconnected, this, [this, client] {
    if (m_client == client)
      m_client = nullptr;
    client->deleteLater();
  });
}

void ScriptedServer::read(const QString& frame) {
  const auto message = protocol::decode_client_message(frame.toStdString());
  INFO(frame.toStdString());
  REQUIRE(message);
  std::visit([this](const auto& m) { answer(m); }, *message);
}

void ScriptedServer::answer(const protocol::hello& h) {
  hellos.push_back(h);
  if (refuseWith) {
    close(*refuseWith);
    return;
  }
  auto welcome = greeting;
  welcome.server_time = wallNow();
  welcome.is_resumed = h.resume && h.resume->epoch == greeting.epoch;
  send(welcome);
}

void ScriptedServer::answer(const protocol::ping& p) {
  send(protocol::pong{p.n, greeting.is_db_up, wallNow(), m_seq});
}

void ScriptedServer::answer(const protocol::submit& s) {
  submits.push_back(s);
  if (onSubmit)
    onSubmit(s);
  else
    accept(s);
}

void ScriptedServer::answer(const protocol::query& q) {
  queries.push_back(q);
  const auto scripted = onQuery ? onQuery(q) : std::nullopt;
  if (scripted && scripted->empty())
    return;
  send(protocol::query_result{q.id, scripted.value_or(defaultAnswer(q))});
}

std::string ScriptedServer::defaultAnswer(const protocol::query& q) const {
  std::vector<std::string> items;
  if (std::holds_alternative<protocol::config_get>(q.data))
    return protocol::object(
        {{"config", config}, {"config_version", protocol::number(greeting.config_version)}});
  if (std::holds_alternative<protocol::device_keys>(q.data)) {
    for (const auto& key : keys)
      items.push_back(protocol::encode(key));
    return protocol::object(
        {{"keys", protocol::array(items)}, {"site_key", protocol::text(siteKey)}});
  }
  for (const auto& s : open)
    items.push_back(protocol::encode(s));
  return protocol::object({{"sessions", protocol::array(items)}, {"next", "null"}});
}

} // namespace palang::test

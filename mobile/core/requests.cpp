#include "mobile/core/requests.h"

#include <QTimer>

#include <utility>
#include <vector>

namespace palang::mobile {

Requests::Requests(Link& link, QObject* parent) : QObject{parent}, m_link{link} {
  connect(&link, &Link::received, this, &Requests::read);
  connect(&link, &Link::stateChanged, this, [this] {
    if (m_link.state() != Link::State::Up)
      failAll();
  });
}

void Requests::query(const protocol::query_data& data, milliseconds deadline, Handler handler) {
  const auto id = "q" + std::to_string(++m_number);
  ask(id, protocol::query{id, data}, deadline, std::move(handler));
}

void Requests::submit(const protocol::submit& submission, milliseconds deadline, Handler handler) {
  ask(to_string(submission.id), submission, deadline, std::move(handler));
}

void Requests::ask(const std::string& id, const protocol::client_message& message,
                   milliseconds deadline, Handler handler) {
  auto* timer = new QTimer{this};
  timer->setSingleShot(true);
  connect(timer, &QTimer::timeout, this,
          [this, id] { finish(id, fail(errc::db_unavailable, "the server did not answer")); });
  m_open.emplace(id, Open{std::move(handler), timer});
  const bool isSent = m_link.state() == Link::State::Up && m_link.send(message);
  timer->start(isSent ? deadline : milliseconds{0});
}

void Requests::read(const protocol::server_message& message) {
  if (const auto* answer = std::get_if<protocol::query_result>(&message))
    finish(answer->id, answer->data);
  else if (const auto* refusal = std::get_if<protocol::error_message>(&message)) {
    if (refusal->id)
      finish(*refusal->id, fail(refusal->why));
  } else if (const auto* yes = std::get_if<protocol::accepted>(&message))
    finish(to_string(yes->id), yes->data);
  else if (const auto* no = std::get_if<protocol::rejected>(&message))
    finish(to_string(no->id), fail(no->why));
}

void Requests::finish(const std::string& id, const result<std::string>& answer) {
  auto open = m_open.extract(id);
  if (open.empty())
    return;
  open.mapped().timer->deleteLater();
  open.mapped().handler(answer);
}

void Requests::failAll() {
  // A handler may ask again at once: its question is none of these.
  std::vector<std::string> ids;
  for (const auto& [id, open] : m_open)
    ids.push_back(id);
  for (const auto& id : ids)
    finish(id, fail(errc::db_unavailable, "the connection broke"));
}

} // namespace palang::mobile

#pragma once

#include "mobile/core/client.h"
#include "shared/protocol/objects.hpp"

#include <QObject>

#include <vector>

namespace palang::mobile {

/// What the screen shows before any event came.
struct LivePicture {
  std::vector<protocol::gate> gates;
  std::vector<protocol::alert> alerts;     ///< Open ones.
  std::vector<protocol::session> sessions; ///< The newest.
};

/// Asks the server for the whole picture, and for the sums of a day. One of each at a time: a new
/// question replaces the last. Thread: the GUI's.
class LiveFetch : public QObject {
  Q_OBJECT

public:
  explicit LiveFetch(Client& client, QObject* parent = nullptr);

  void picture();
  [[nodiscard]] bool isFetching() const { return m_open > 0; }
  /// `from` inclusive, `to` exclusive.
  void figures(instant from, instant to);

signals:
  void pictureFetched(const palang::mobile::LivePicture& picture);
  void figuresFetched(const std::vector<palang::protocol::stats_row>& rows);
  void failed(const palang::error& why);

private:
  template <class T>
  void ask(const protocol::query_data& what, const char* list, std::vector<T>& into,
           result<T> (*read)(std::string_view));
  void finish(int asked, const result<void>& outcome);

  Client& m_client;
  LivePicture m_picture;
  int m_asked = 0; ///< Answers to older questions are dropped.
  int m_open = 0;
  int m_figuresAsked = 0;
};

} // namespace palang::mobile

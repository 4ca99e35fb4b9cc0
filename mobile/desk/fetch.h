#pragma once

#include "mobile/base/workplace.h"
#include "shared/protocol/messages.hpp"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <optional>
#include <string>

namespace palang::mobile {

/// One question to the server that a page lives from: asked when the page is looked at, asked again
/// when something happened that concerns it, and what came stays readable with its age when the
/// server is away. Later pages are asked with the cursor of the one before. One question at a time;
/// a new one replaces the last. Thread: the GUI's.
class Fetch : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("a model has it")
  Q_PROPERTY(State state READ state NOTIFY changed)
  Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
  Q_PROPERTY(bool loaded READ isLoaded NOTIFY changed)
  Q_PROPERTY(bool outdated READ isOutdated NOTIFY changed)
  Q_PROPERTY(bool hasMore READ hasMore NOTIFY changed)
  Q_PROPERTY(QString asOf READ asOf NOTIFY changed)
  Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
  Q_PROPERTY(QString nextStep READ nextStep NOTIFY changed)

public:
  /// Idle: nothing asked yet, or nothing to ask with. Stale: what is shown is from before the
  /// connection was lost. Failed: the last question was refused; what was shown before still is.
  enum class State { Idle, Loading, Ready, Stale, Failed };
  Q_ENUM(State)

  /// What makes this question this one. `ask` gives nullopt while it cannot be asked (nothing
  /// chosen). `take` reads an answer's data; the first page replaces what was there.
  struct Hooks {
    std::function<std::optional<protocol::query_data>(const std::optional<std::string>& after)> ask;
    std::function<result<void>(const std::string& data, bool isFirst)> take;
    std::function<void()> clear = [] {};
    std::function<bool(const protocol::event& e)> concerns = [](const protocol::event&) {
      return false;
    };
  };
  explicit Fetch(Hooks hooks, QObject* parent = nullptr);

  void setWorkplace(Workplace* workplace);
  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  /// Somebody looks at it: only then is it asked for.
  void setActive(bool on);
  [[nodiscard]] bool isActive() const { return m_isActive; }

  [[nodiscard]] State state() const { return m_state; }
  [[nodiscard]] bool isBusy() const { return m_isBusy; }
  [[nodiscard]] bool isLoaded() const { return m_loadedAt.has_value(); }
  /// Something happened since that it does not show yet.
  [[nodiscard]] bool isOutdated() const { return m_isOutdated; }
  [[nodiscard]] bool hasMore() const { return m_next.has_value(); }
  /// When what is shown came; empty before that.
  [[nodiscard]] QString asOf() const;
  [[nodiscard]] QString trouble() const { return m_trouble; }
  [[nodiscard]] QString nextStep() const { return m_nextStep; }

  Q_INVOKABLE void refresh();
  /// The question is another one: what was shown goes.
  void askAnew();
  void fetchMore();

signals:
  void changed();

private:
  void onlineChanged();
  void hear(const protocol::event& e);
  void markOutdated();
  void askIfNeeded();
  void ask(const std::optional<std::string>& after);
  void take(const result<std::string>& data, bool isFirst);
  void setState(State state);

  Hooks m_hooks;
  Workplace* m_workplace = nullptr;
  State m_state = State::Idle;
  bool m_isActive = false;
  bool m_isBusy = false;
  bool m_isOutdated = false;
  bool m_hasMorePages = false; ///< More than the first page is shown.
  std::optional<instant> m_loadedAt;
  std::optional<std::string> m_next;
  QString m_trouble;
  QString m_nextStep;
  int m_asked = 0; ///< Answers to older questions are dropped.
  QTimer m_pause;
};

} // namespace palang::mobile

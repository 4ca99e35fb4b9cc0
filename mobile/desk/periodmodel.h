#pragma once

#include "mobile/desk/fetch.h"
#include "mobile/desk/period.h"

#include <memory>
#include <vector>

namespace palang::mobile {

/// What a page shows of a period as a whole, from one answer of the server or several that are
/// asked together. What it is about is a feature's business: it derives from this (by its full
/// name, for QML's tools), gives the questions and emits changed() when it took an answer.
class PeriodModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("the features' models are of this kind")
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(
      palang::mobile::Period* period READ period WRITE setPeriod NOTIFY periodChanged REQUIRED)
  Q_PROPERTY(palang::mobile::Fetch* fetch READ fetch CONSTANT)
  Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)

public:
  [[nodiscard]] Workplace* workplace() const { return main().workplace(); }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] Period* period() const { return m_period; }
  void setPeriod(Period* period);
  /// Of the first question: its age is the page's, and asking it again asks them all.
  [[nodiscard]] Fetch* fetch() { return m_fetches.front().get(); }
  [[nodiscard]] bool isActive() const { return main().isActive(); }
  void setActive(bool on);

signals:
  void workplaceChanged();
  void periodChanged();
  void activeChanged();
  /// What is shown reads differently: an answer came, or the language or the configuration changed.
  void changed();

protected:
  struct Question {
    std::function<protocol::query_data(instant from, instant to)> ask;
    std::function<result<void>(const std::string& data)> take;
    std::function<bool(const protocol::event& e)> concerns = [](const protocol::event&) {
      return false;
    };
  };
  PeriodModel(std::vector<Question> questions, QObject* parent);

private:
  [[nodiscard]] const Fetch& main() const { return *m_fetches.front(); }
  [[nodiscard]] std::unique_ptr<Fetch> fetchOf(Question question);

  Period* m_period = nullptr;
  std::vector<std::unique_ptr<Fetch>> m_fetches;
};

} // namespace palang::mobile

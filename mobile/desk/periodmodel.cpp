#include "mobile/desk/periodmodel.h"

#include <span>

namespace palang::mobile {

PeriodModel::PeriodModel(std::vector<Question> questions, QObject* parent) : QObject{parent} {
  for (auto& question : questions)
    m_fetches.push_back(fetchOf(std::move(question)));
  connect(fetch(), &Fetch::changed, this, [this] {
    for (const auto& other : std::span(m_fetches).subspan(1))
      if (main().isBusy() && !other->isBusy())
        other->refresh();
  });
}

void PeriodModel::setWorkplace(Workplace* workplace) {
  if (workplace == this->workplace() || workplace == nullptr)
    return;
  connect(workplace, &Workplace::languageChanged, this, &PeriodModel::changed);
  connect(workplace, &Workplace::configChanged, this, &PeriodModel::changed);
  // The first one last: it asks the others again.
  for (auto one = m_fetches.rbegin(); one != m_fetches.rend(); ++one)
    (*one)->setWorkplace(workplace);
  emit workplaceChanged();
}

void PeriodModel::setPeriod(Period* period) {
  if (period == m_period || period == nullptr)
    return;
  m_period = period;
  for (auto one = m_fetches.rbegin(); one != m_fetches.rend(); ++one)
    connect(period, &Period::changed, one->get(), &Fetch::askAnew);
  emit periodChanged();
  fetch()->askAnew();
}

void PeriodModel::setActive(bool on) {
  fetch()->setActive(on);
  emit activeChanged();
}

std::unique_ptr<Fetch> PeriodModel::fetchOf(Question question) {
  return std::make_unique<Fetch>(
      Fetch::Hooks{.ask = [this, ask = std::move(question.ask)](
                              const auto&) -> std::optional<protocol::query_data> {
                     if (m_period == nullptr || m_period->workplace() == nullptr)
                       return std::nullopt;
                     return ask(m_period->from(), m_period->to());
                   },
                   .take = [this, take = std::move(question.take)](const std::string& data,
                                                                   bool) -> result<void> {
                     auto taken = take(data);
                     if (taken)
                       emit changed();
                     return taken;
                   },
                   .concerns = std::move(question.concerns)});
}

} // namespace palang::mobile

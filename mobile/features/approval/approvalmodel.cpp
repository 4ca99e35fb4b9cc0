#include "mobile/features/approval/approvalmodel.h"

#include "mobile/base/wording.h"
#include "shared/protocol/codec.hpp"

#include <QPointer>

namespace palang::mobile {

void ApprovalModel::setWorkplace(Workplace* workplace) {
  m_workplace = workplace;
  emit workplaceChanged();
}

void ApprovalModel::ask(int deviceNo, const QString& challenge, double amount) {
  if (m_isBusy)
    return;
  reset();
  m_isBusy = true;
  emit changed();
  protocol::approval_answer_data data;
  data.device_no = static_cast<std::uint16_t>(deviceNo);
  data.challenge = challenge.toStdString();
  data.amount = rupiah{qRound64(amount)};
  m_workplace->client().submitNow(data, [self = QPointer(this)](const result<std::string>& answer) {
    if (self)
      self->show(answer);
  });
}

void ApprovalModel::reset() {
  m_code.clear();
  m_trouble.clear();
  emit changed();
}

void ApprovalModel::show(const result<std::string>& answer) {
  m_isBusy = false;
  const auto code =
      answer.and_then([](const std::string& data) { return protocol::member_of(data, "code"); });
  if (code)
    m_code = QString::fromStdString(protocol::string_of(*code).value_or(""));
  else
    m_trouble = code.error().code == errc::unknown_device ? tr("Tidak ada HP dengan nomor ini")
                                                          : wording::of(code.error()).text;
  emit changed();
}

} // namespace palang::mobile

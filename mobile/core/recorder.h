#pragma once

#include "mobile/core/client.h"
#include "mobile/core/deviceidentity.h"

#include <functional>

namespace palang::mobile {

class ClockEstimator;
class Replica;

/// Turns what a person records into a committed record: checks it against what the device knows,
/// signs its ticket, writes the session and the submission in one transaction. Thread: the GUI's.
class Recorder {
public:
  struct Parts {
    Store& store;
    const Replica& replica;
    const ClockEstimator& estimator;
    const clock& time;
    std::function<bool()> isOnline;
    std::function<std::string()> username;  ///< Empty: nobody is logged in.
    const DeviceIdentity* device = nullptr; ///< nullptr: submissions are not numbered.
  };
  explicit Recorder(Parts parts) : m{std::move(parts)} {}
  void setDevice(const DeviceIdentity* device) { m.device = device; }

  /// Errors: see Client.
  [[nodiscard]] result<Client::Recorded> entry(const Client::Entry& entry);
  [[nodiscard]] result<Client::Recorded> exit(const Client::Exit& exit);
  /// A record that the server refused, recorded anew for its old time: as an offline one, since it
  /// comes late, and an entry with a ticket of its new number.
  /// Errors: not_found (no such quarantined record), the store's.
  [[nodiscard]] result<OutboxRow> renew(const uuid& refused);
  [[nodiscard]] result<OutboxRow> other(const protocol::submit_data& data,
                                        const std::string& summary);

private:
  [[nodiscard]] result<void> checkPerson() const;
  [[nodiscard]] result<void> checkGate(const std::string& gateId,
                                       protocol::gate_direction needed) const;
  [[nodiscard]] result<void> checkVehicle(domain::vehicle_class vehicle) const;
  [[nodiscard]] result<void> checkNotInside(const std::string& plateKey) const;
  [[nodiscard]] result<protocol::session> arriving(const Client::Entry& entry) const;
  [[nodiscard]] result<Client::Recorded> commitEntry(const Client::Entry& entry,
                                                     protocol::session s);
  /// Gives the session this device's number and the next one of its records.
  [[nodiscard]] result<void> number(protocol::session& s) const;
  [[nodiscard]] std::string signedTicket(const protocol::session& s) const;
  /// The session that a renewed record changes; an entry's gets a new number and ticket.
  [[nodiscard]] result<void> takeUpSession(Store::Draft& record) const;

  [[nodiscard]] result<std::optional<protocol::session>> leaving(const Client::Exit& exit) const;
  [[nodiscard]] result<void> checkTicketUnused(const std::string& ticket) const;
  [[nodiscard]] protocol::session closed(protocol::session s, const Client::Exit& exit) const;
  /// This device's records that must be applied before one about the session.
  [[nodiscard]] std::vector<uuid> entryOf(const protocol::session& s) const;
  [[nodiscard]] std::vector<uuid> dependenciesOf(const protocol::submit_data& data) const;

  [[nodiscard]] Store::Draft draft(protocol::submit_data data, std::string summary) const;

  Parts m;
};

} // namespace palang::mobile

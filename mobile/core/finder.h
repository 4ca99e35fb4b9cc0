#pragma once

#include "mobile/core/client.h"
#include "mobile/core/requests.h"

namespace palang::mobile {

class Replica;

/// Finds the stay of a vehicle that wants to leave: by plate, ticket number or signed ticket, at
/// the server or among what this device knows. Thread: the GUI's.
class Finder {
public:
  Finder(Store& store, const Replica& replica, Requests& requests)
      : m_store{store}, m_replica{replica}, m_requests{requests} {}

  /// As Client::find; the handler may be called before this returns.
  void find(const QString& text, bool isOnline, Client::FoundHandler handler);

private:
  struct Wanted {
    std::string plateKey;
    std::optional<domain::ticket_number_parts> number;
    std::string signedTicket;
  };
  [[nodiscard]] static result<Wanted> wanted(const QString& text);
  [[nodiscard]] static protocol::session_find question(const Wanted& what, const QString& text);
  [[nodiscard]] result<Client::Found> answered(const std::string& data, const Wanted& what);
  [[nodiscard]] result<Client::Found> here(const Wanted& what) const;
  [[nodiscard]] result<Client::Found> bySignedTicket(const std::string& text) const;
  [[nodiscard]] result<Client::Found> byNumber(std::uint16_t deviceNo,
                                               std::uint32_t deviceSeq) const;
  [[nodiscard]] bool isOnlyHere(const protocol::session& s) const;

  Store& m_store;
  const Replica& m_replica;
  Requests& m_requests;
};

} // namespace palang::mobile

#pragma once

#include "mobile/core/carrieduploader.h"
#include "mobile/core/client.h"
#include "mobile/core/deviceidentity.h"
#include "mobile/core/finder.h"
#include "mobile/core/login.h"
#include "mobile/core/photouploader.h"
#include "mobile/core/recorder.h"
#include "mobile/core/replica.h"
#include "mobile/core/requests.h"
#include "mobile/core/synccontroller.h"

#include <optional>
#include <utility>

/// Internal to the client.
namespace palang::mobile {

struct Client::Private {
  Private(Client& client, const clock& c, Options o)
      : owner{client}, time{c}, options{std::move(o)}, store{c}, link{c}, sync{store, link, c},
        requests{link}, replica{store, link, requests}, finder{store, replica, requests},
        recorder{{store, replica, link.clockEstimator(), c, [this] { return isUp(); },
                  [this] { return identity ? identity->user.username : std::string{}; }, nullptr}} {
  }

  [[nodiscard]] result<void> loadDevice();
  void loadClock();
  void keepClock();
  void connectToServer();
  void loggedIn(const ServerAddress& server, const protocol::login_reply& reply);
  [[nodiscard]] bool mayChangeSite(const uuid& site);
  void refused(quint16 code, const QString& reason);
  void expireToken();
  void linkChanged();
  void openFolders();
  void targetUploads();
  /// Records go first: a photo takes as long as a hundred of them.
  void letPhotosGo();
  void meetHistory(const std::string& epoch);
  void cleanArchive();
  [[nodiscard]] bool isUp() const { return link.state() == Link::State::Up; }
  template <class T>
  [[nodiscard]] result<T> told(result<T> recorded);

  Client& owner;
  const clock& time;
  Options options;
  Store store;
  Link link;
  /// Before whoever else hears the link: an event may tell of what an answer just allowed.
  SyncController sync;
  Requests requests;
  Replica replica;
  Finder finder;
  Recorder recorder;
  Login login;
  /// Over the open store.
  struct Photos {
    Photos(Store& records, const QString& dataDir, Link& link)
        : store{records, dataDir}, uploader{store, link} {}
    PhotoStore store;
    PhotoUploader uploader;
  };
  std::optional<Photos> photos;
  /// Likewise.
  struct Carried {
    Carried(Store& records, const QString& dataDir, Link& link)
        : store{records, dataDir}, uploader{store, link} {}
    CarriedStore store;
    CarriedUploader uploader;
  };
  std::optional<Carried> carried;
  std::optional<DeviceIdentity> device;
  std::optional<Identity> identity;
  std::optional<milliseconds> clockKeptAt;
  bool wasOnline = false;
};

} // namespace palang::mobile

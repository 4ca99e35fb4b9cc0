#pragma once

#include "mobile/base/sitetime.h"
#include "mobile/core/client.h"
#include "mobile/platform/platform.h"
#include "shared/protocol/offline_files.hpp"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QTranslator>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace palang::mobile {

/// Who works where, as every screen sees it: the person, the site, the gate, the connection,
/// language and look. Features take it as a property and reach the client core through it. Made by
/// the program, not by QML. Thread: the GUI's.
class Workplace : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("the program makes it")
  Q_PROPERTY(bool loggedIn READ isLoggedIn NOTIFY identityChanged)
  Q_PROPERTY(bool needsLogin READ needsLogin NOTIFY identityChanged)
  Q_PROPERTY(QString username READ username NOTIFY identityChanged)
  Q_PROPERTY(QString personName READ personName NOTIFY identityChanged)
  Q_PROPERTY(QString siteName READ siteName NOTIFY identityChanged)
  Q_PROPERTY(QString serverAddress READ serverAddress NOTIFY identityChanged)
  Q_PROPERTY(bool hasDevice READ hasDevice CONSTANT)
  Q_PROPERTY(bool configured READ isConfigured NOTIFY configChanged)
  Q_PROPERTY(QString gateId READ gateId WRITE setGateId NOTIFY gateChanged)
  Q_PROPERTY(QString gateName READ gateName NOTIFY gateChanged)
  Q_PROPERTY(bool gateHasLock READ hasGateLock NOTIFY gateChanged)
  Q_PROPERTY(bool takesEntries READ doesTakeEntries NOTIFY gateChanged)
  Q_PROPERTY(bool takesExits READ doesTakeExits NOTIFY gateChanged)
  Q_PROPERTY(Connection connection READ connection NOTIFY connectionChanged)
  Q_PROPERTY(bool online READ isOnline NOTIFY connectionChanged)
  Q_PROPERTY(QString connectionDetail READ connectionDetail NOTIFY connectionChanged)
  Q_PROPERTY(palang::mobile::Camera* camera READ camera CONSTANT)
  Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
  Q_PROPERTY(double fontScale READ fontScale WRITE setFontScale NOTIFY themeChanged)
  Q_PROPERTY(bool cues READ givesCues WRITE setCues NOTIFY themeChanged)
  Q_PROPERTY(bool reducedMotion READ isMotionReduced WRITE setReducedMotion NOTIFY themeChanged)
  Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged)

public:
  enum class Connection { Checking, Up, Down };
  Q_ENUM(Connection)

  /// `dataDir` as of Client::Options: where files for people go.
  /// `platform` without a camera: a desk.
  explicit Workplace(Client& client, QString dataDir = {}, Platform platform = {});
  ~Workplace() override;

  [[nodiscard]] Camera* camera() const { return m_platform.camera.get(); }
  [[nodiscard]] const Platform& platform() const { return m_platform; }
  [[nodiscard]] QString dataDir() const { return m_dataDir; }
  [[nodiscard]] Client& client() const { return m_client; }
  [[nodiscard]] const std::optional<protocol::config>& config() const { return m_config; }
  [[nodiscard]] const SiteTime& siteTime() const { return m_siteTime; }
  [[nodiscard]] instant now() const; ///< Corrected.
  /// Of files without zones: the site's, or the device's own while the site's is not known.
  [[nodiscard]] protocol::site_zone zone() const;

  [[nodiscard]] bool isLoggedIn() const;
  /// Work goes on, but nothing is sent before the next log-in.
  [[nodiscard]] bool needsLogin() const;
  [[nodiscard]] QString username() const;
  [[nodiscard]] QString personName() const;
  [[nodiscard]] QString siteName() const;
  [[nodiscard]] QString serverAddress() const; ///< As the person typed it last.
  /// This is a handheld that the server knows; false at a desk.
  [[nodiscard]] bool hasDevice() const { return m_client.hasDevice(); }
  [[nodiscard]] bool isConfigured() const { return m_config.has_value(); }
  /// Where this device works; kept over restarts. Empty until chosen, or when the configuration no
  /// longer has the gate.
  [[nodiscard]] QString gateId() const;
  void setGateId(const QString& id);
  [[nodiscard]] QString gateName() const;
  [[nodiscard]] bool hasGateLock() const; ///< It can be opened from here.
  /// The gate is for this direction, as far as the configuration is known.
  [[nodiscard]] bool doesTakeEntries() const;
  [[nodiscard]] bool doesTakeExits() const;
  /// Checking while an asked-for check is under way, at most 5 s; a reachable server whose database
  /// is down is Down.
  [[nodiscard]] Connection connection() const;
  [[nodiscard]] bool isOnline() const;
  [[nodiscard]] QString connectionDetail() const;
  /// "id" or "en": what was chosen here, or the site's.
  [[nodiscard]] QString language() const;
  void setLanguage(const QString& language);
  [[nodiscard]] QString theme() const; ///< normal, sunlight, night
  void setTheme(const QString& theme);
  [[nodiscard]] double fontScale() const; ///< 1 to 2
  void setFontScale(double scale);
  [[nodiscard]] bool isMotionReduced() const; ///< Nothing turns, slides or fades.
  void setReducedMotion(bool on);
  [[nodiscard]] bool givesCues() const; ///< Sounds and haptics.
  void setCues(bool on);
  /// Unless the person wants none.
  void give(Cue cue) const;

  Q_INVOKABLE void checkNow();
  Q_INVOKABLE void logout();

signals:
  void identityChanged();
  void configChanged();
  void gateChanged();
  void connectionChanged();
  void languageChanged();
  void themeChanged();
  /// Something that a person must read, in words; `code` as of Client::notice.
  void noticed(const QString& text, const QString& nextStep, const QString& code);

private:
  [[nodiscard]] bool isGateFor(protocol::gate_direction direction) const;
  [[nodiscard]] QString setting(const char* key, const QString& otherwise) const;
  void keep(const char* key, const QString& value);
  void reloadConfig();
  void linkChanged();
  void tellWork();
  /// In the language that holds now.
  void speak();
  void installTranslation();

  Client& m_client;
  QString m_dataDir;
  Platform m_platform;
  std::optional<protocol::config> m_config;
  SiteTime m_siteTime;
  QTranslator m_translator;
  QTimer m_checking;
};

} // namespace palang::mobile

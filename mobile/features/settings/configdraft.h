#pragma once

#include "mobile/desk/deskaction.h"
#include "mobile/desk/fetch.h"
#include "shared/protocol/config.hpp"

#include <QVariantList>

namespace palang::mobile {

/// The site's configuration as a person edits it: a draft beside what the server has. Fields are
/// named by JSON pointers; what is wrong is known at once and at its field. Saving replaces the
/// whole document; when somebody else saved meanwhile, the two are compared instead.
class ConfigDraft : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(palang::mobile::Fetch* fetch READ fetch CONSTANT)
  Q_PROPERTY(palang::mobile::DeskAction* action READ action CONSTANT)
  Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)
  Q_PROPERTY(int revision READ revision NOTIFY changed)
  Q_PROPERTY(int changes READ changes NOTIFY changed)
  Q_PROPERTY(QString problemField READ problemField NOTIFY changed)
  Q_PROPERTY(QString problemWhere READ problemWhere NOTIFY changed)
  Q_PROPERTY(QString problemText READ problemText NOTIFY changed)
  Q_PROPERTY(QVariantList zones READ zones NOTIFY changed)
  Q_PROPERTY(QVariantList gates READ gates NOTIFY changed)
  Q_PROPERTY(QVariantList locks READ locks NOTIFY changed)
  Q_PROPERTY(QVariantList tariffs READ tariffs NOTIFY changed)
  Q_PROPERTY(QVariantList conflicts READ conflicts NOTIFY changed)

public:
  explicit ConfigDraft(QObject* parent = nullptr);

  [[nodiscard]] Workplace* workplace() const { return m_fetch.workplace(); }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] Fetch* fetch() { return &m_fetch; }
  [[nodiscard]] DeskAction* action() { return &m_action; }
  [[nodiscard]] bool isActive() const { return m_fetch.isActive(); }
  void setActive(bool on);
  /// Another one after every change: fields read their value again.
  [[nodiscard]] int revision() const { return m_revision; }
  /// How many values differ from what the server has.
  [[nodiscard]] int changes() const;
  /// JSON pointer; empty when nothing is wrong.
  [[nodiscard]] QString problemField() const { return m_problemField; }
  /// The same in words.
  [[nodiscard]] QString problemWhere() const;
  [[nodiscard]] QString problemText() const { return m_problemText; }
  [[nodiscard]] QVariantList zones() const; ///< Of {text, value}.
  [[nodiscard]] QVariantList gates() const; ///< Likewise.
  [[nodiscard]] QVariantList locks() const; ///< Likewise, the first one says "none".
  /// A class's name, as the document has it.
  Q_INVOKABLE [[nodiscard]] QString vehicleName(const QString& type) const;
  /// Of {index, name, vehicle, type, from, isDraft, inForce, summary}, as in the document.
  [[nodiscard]] QVariantList tariffs() const;
  /// Where the server's new document and this draft differ: {field, mine, theirs}.
  [[nodiscard]] QVariantList conflicts() const;

  /// What a field shows: a text, a number's digits, empty for nothing.
  Q_INVOKABLE [[nodiscard]] QString value(const QString& pointer) const;
  Q_INVOKABLE void setText(const QString& pointer, const QString& text);
  /// Empty: nothing there. Anything but digits is a problem of this field.
  Q_INVOKABLE void setNumber(const QString& pointer, const QString& digits);
  /// Empty: nothing there.
  Q_INVOKABLE void setChoice(const QString& pointer, const QString& value);
  Q_INVOKABLE void addZone();
  Q_INVOKABLE void addGate();
  Q_INVOKABLE void addLock(const QString& lockId, const QString& name);
  /// The next version of this tariff, in force from tomorrow's midnight on.
  Q_INVOKABLE void addTariffVersion(int index);
  /// `yyyy-MM-dd HH:mm` at the site.
  Q_INVOKABLE [[nodiscard]] QString localTime(const QString& pointer) const;
  Q_INVOKABLE void setLocalTime(const QString& pointer, const QString& text);
  Q_INVOKABLE void remove(const QString& pointer);
  Q_INVOKABLE void discard();
  Q_INVOKABLE void save();
  /// After a conflict: this draft on top of what the server has now …
  Q_INVOKABLE void keepMine();
  /// … or that, and the draft goes.
  Q_INVOKABLE void takeTheirs();

  /// Without a value while the draft cannot be read.
  [[nodiscard]] const std::optional<protocol::config>& draft() const { return m_draft; }

signals:
  void workplaceChanged();
  void activeChanged();
  void changed();
  void conflictFound();

private:
  result<void> take(const std::string& data);
  void put(const QString& pointer, const std::string& json);
  void setDraft(std::string document);
  void complain(const QString& field, const QString& text);
  [[nodiscard]] QString newId(const QString& prefix, const QVariantList& known) const;

  Fetch m_fetch;
  DeskAction m_action;
  std::string m_saved;    ///< As the server has it.
  std::string m_document; ///< As it is edited.
  std::string m_theirs;   ///< What somebody else saved meanwhile; empty without a conflict.
  std::optional<protocol::config> m_draft;
  std::int64_t m_version = 0;
  std::int64_t m_theirVersion = 0;
  std::size_t m_savedTariffs = 0;
  bool m_isConflicting = false;
  int m_revision = 0;
  QString m_problemField;
  QString m_problemText;
};

} // namespace palang::mobile

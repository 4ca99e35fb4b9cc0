#pragma once

#include "mobile/base/workplace.h"

#include <QImage>
#include <QObject>
#include <QString>
#include <QVariant>

#include <optional>

namespace palang::mobile {

/// Lets a car in: records it, then shows its ticket.
///
/// Undo: what was recorded is never taken out again, sent or not, because the device's numbers have
/// no gaps. Undoing records that the same car left at once, without charge, by the nearest gate
/// that lets cars out; the payment's reference says so, and supervisors see both facts. Without
/// such a gate there is no undo.
class EntryModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(QString vehicle READ vehicle WRITE setVehicle NOTIFY vehicleChanged)
  Q_PROPERTY(QString recentArea READ recentArea NOTIFY workplaceChanged)
  Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
  Q_PROPERTY(QString nextStep READ nextStep NOTIFY changed)
  Q_PROPERTY(QString plateInside READ plateInside NOTIFY changed)
  Q_PROPERTY(bool ticketShown READ isTicketShown NOTIFY changed)
  Q_PROPERTY(QString ticketText READ ticketText NOTIFY changed)
  Q_PROPERTY(QString ticketNumber READ ticketNumber NOTIFY changed)
  Q_PROPERTY(QString ticketPlate READ ticketPlate NOTIFY changed)
  Q_PROPERTY(QString ticketTime READ ticketTime NOTIFY changed)
  Q_PROPERTY(QString ticketDate READ ticketDate NOTIFY changed)
  Q_PROPERTY(QString ticketVehicle READ ticketVehicle NOTIFY changed)
  Q_PROPERTY(QString ticketVehicleIcon READ ticketVehicleIcon NOTIFY changed)
  Q_PROPERTY(QString sessionId READ sessionId NOTIFY changed)
  Q_PROPERTY(bool undoable READ isUndoable NOTIFY changed)
  Q_PROPERTY(QVariant photo READ photo NOTIFY photoChanged)
  Q_PROPERTY(bool hasPhoto READ hasPhoto NOTIFY photoChanged)
  Q_PROPERTY(QString recordId READ recordId NOTIFY changed)
  Q_PROPERTY(Delivery delivery READ delivery NOTIFY deliveryChanged)

public:
  /// Where the shown ticket's record stands.
  enum class Delivery { Saved, Sent, NeedsAttention };
  Q_ENUM(Delivery)

  using QObject::QObject;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  /// Kept from car to car.
  [[nodiscard]] QString vehicle() const { return m_vehicle; }
  void setVehicle(const QString& code);
  /// The area code of the last plate.
  [[nodiscard]] QString recentArea() const;
  [[nodiscard]] QString trouble() const { return m_trouble; }
  [[nodiscard]] QString nextStep() const { return m_nextStep; }
  /// The refused plate when it is still inside: the way out is on the exit screen.
  [[nodiscard]] QString plateInside() const { return m_plateInside; }

  [[nodiscard]] bool isTicketShown() const { return m_ticket.has_value(); }
  [[nodiscard]] QString ticketText() const;
  [[nodiscard]] QString ticketNumber() const;
  [[nodiscard]] QString ticketPlate() const;
  [[nodiscard]] QString ticketTime() const; ///< With seconds.
  [[nodiscard]] QString ticketDate() const;
  [[nodiscard]] QString ticketVehicle() const;
  [[nodiscard]] QString ticketVehicleIcon() const;
  [[nodiscard]] QString sessionId() const;
  [[nodiscard]] bool isUndoable() const { return m_ticket && !exitGate().empty(); }
  /// The submission of the shown ticket; empty without one.
  [[nodiscard]] QString recordId() const;
  [[nodiscard]] Delivery delivery() const { return m_delivery; }
  /// Taken for the next car; what the camera shows when it is saved is taken without asking.
  [[nodiscard]] QVariant photo() const { return m_photo; }
  [[nodiscard]] bool hasPhoto() const { return !m_photo.isNull(); }

  /// Keeps what the camera shows now. False while it shows nothing.
  Q_INVOKABLE bool takePhoto();
  Q_INVOKABLE void dropPhoto();

  /// Records a car with `plate`, or without one and then with `reason` and, where there is a
  /// camera, a photo. True when it is on disk.
  Q_INVOKABLE bool save(const QString& plate, const QString& reason);
  /// The refused car is recorded all the same: it does stand at the gate.
  Q_INVOKABLE bool saveAnyway();
  /// Takes back the car of the shown ticket (see above) and leaves the ticket. True when it is on
  /// disk.
  Q_INVOKABLE bool undo();
  /// The next car.
  Q_INVOKABLE void next();
  Q_INVOKABLE void dismiss();

signals:
  void workplaceChanged();
  void vehicleChanged();
  void changed();
  void deliveryChanged();
  void photoChanged();
  /// A car is on disk, under this record.
  void recorded(const QString& recordId);

private:
  [[nodiscard]] Client::Entry entryHere() const;
  bool record(Client::Entry entry);
  /// Puts the photo on disk; without one, or when the disk is full, the car is recorded all the
  /// same.
  void addPhotoTo(Client::Entry& entry);
  void refuse(const error& why, const QString& plate);
  [[nodiscard]] std::string
  exitGate() const; ///< Of the same zone if there is one; empty when there is none.
  void watchDelivery();
  void rememberArea(const std::string& plateKey);

  Workplace* m_workplace = nullptr;
  QString m_vehicle;
  QString m_trouble;
  QString m_nextStep;
  QString m_plateInside;
  QImage m_photo;
  std::optional<Client::Recorded> m_ticket;
  Delivery m_delivery = Delivery::Saved;
};

} // namespace palang::mobile

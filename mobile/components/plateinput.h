#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace palang::mobile {

/// What the three-zone pad holds so far: area letters, number, series letters (`B 1234 XYZ`); or,
/// in free form, any text: numbers outside the civil grammar, searches, scanned tickets. It never
/// holds what the grammar cannot continue.
class PlateInput : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString area READ area NOTIFY changed)
  Q_PROPERTY(QString number READ number NOTIFY changed)
  Q_PROPERTY(QString series READ series NOTIFY changed)
  Q_PROPERTY(QString text READ text NOTIFY changed)
  Q_PROPERTY(Zone zone READ zone WRITE setZone NOTIFY changed)
  Q_PROPERTY(bool freeForm READ isFreeForm WRITE setFreeForm NOTIFY changed)
  Q_PROPERTY(int freeLimit MEMBER m_freeLimit)
  Q_PROPERTY(bool digitsFirst READ areDigitsFirst WRITE setDigitsFirst NOTIFY changed)
  Q_PROPERTY(bool empty READ isEmpty NOTIFY changed)
  Q_PROPERTY(bool complete READ isComplete NOTIFY changed)
  Q_PROPERTY(bool digitsNext READ areDigitsNext NOTIFY changed)
  Q_PROPERTY(bool zeroAllowed READ isZeroAllowed NOTIFY changed)

public:
  enum class Zone { Area, Number, Series };
  Q_ENUM(Zone)

  using QObject::QObject;

  [[nodiscard]] QString area() const { return m_area; }
  [[nodiscard]] QString number() const { return m_number; }
  [[nodiscard]] QString series() const { return m_series; }
  /// The zones with spaces between them, or the free text.
  [[nodiscard]] QString text() const;
  [[nodiscard]] Zone zone() const { return m_zone; }
  /// Ignored when the zones before are still empty.
  void setZone(Zone zone);
  [[nodiscard]] bool isFreeForm() const { return m_isFreeForm; }
  /// Keeps nothing: a civil number and a free one are different things.
  void setFreeForm(bool on);
  [[nodiscard]] bool isEmpty() const { return text().isEmpty(); }
  /// A free text starts on the digits' keys.
  [[nodiscard]] bool areDigitsFirst() const { return m_areDigitsFirst; }
  void setDigitsFirst(bool on);
  /// Enough to record: area and number, or any free text.
  [[nodiscard]] bool isComplete() const;
  /// Which keys the pad shows.
  [[nodiscard]] bool areDigitsNext() const;
  [[nodiscard]] bool isZeroAllowed() const;

  /// One character, in either case, from the pad or a keyboard: goes to the zone where it belongs.
  /// False (and `refused`) when the grammar has no place for it.
  Q_INVOKABLE bool press(const QString& key);
  /// An area code at once; the number is next.
  Q_INVOKABLE void pressArea(const QString& area);
  Q_INVOKABLE void backspace();
  Q_INVOKABLE void clear();
  /// The other kind of keys: from letters to the number, from the number to the series, and back.
  Q_INVOKABLE void switchKeys();

signals:
  void changed();
  void refused();

private:
  bool append(QChar c);
  bool appendLetter(QChar c);
  bool appendDigit(QChar c);

  QString m_area;
  QString m_number;
  QString m_series;
  QString m_free;
  Zone m_zone = Zone::Area;
  bool m_isFreeForm = false;
  int m_freeLimit = 16; ///< Characters of a free text.
  bool m_areDigitsFirst = false;
  bool m_areFreeDigits = false;
};

} // namespace palang::mobile

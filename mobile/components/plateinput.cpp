#include "mobile/components/plateinput.h"

#include <QStringList>

namespace palang::mobile {

namespace {

constexpr int maxArea = 2;
constexpr int maxNumber = 4;
constexpr int maxSeries = 3;

bool isLetter(QChar c) {
  return c >= QLatin1Char('A') && c <= QLatin1Char('Z');
}

bool isDigit(QChar c) {
  return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

} // namespace

QString PlateInput::text() const {
  if (m_isFreeForm)
    return m_free;
  QStringList parts{m_area, m_number, m_series};
  parts.removeAll(QString{});
  return parts.join(QLatin1Char(' '));
}

void PlateInput::setZone(Zone zone) {
  const bool isReachable = zone == Zone::Area || (zone == Zone::Number && !m_area.isEmpty())
                           || (zone == Zone::Series && !m_number.isEmpty());
  if (!isReachable || zone == m_zone)
    return;
  m_zone = zone;
  emit changed();
}

void PlateInput::setFreeForm(bool on) {
  if (on == m_isFreeForm)
    return;
  m_isFreeForm = on;
  clear();
}

void PlateInput::setDigitsFirst(bool on) {
  m_areDigitsFirst = on;
  if (m_free.isEmpty())
    m_areFreeDigits = on;
  emit changed();
}

bool PlateInput::isComplete() const {
  return m_isFreeForm ? !m_free.isEmpty() : !m_area.isEmpty() && !m_number.isEmpty();
}

bool PlateInput::areDigitsNext() const {
  return m_isFreeForm ? m_areFreeDigits : m_zone == Zone::Number;
}

bool PlateInput::isZeroAllowed() const {
  return m_isFreeForm || !m_number.isEmpty();
}

bool PlateInput::press(const QString& key) {
  const bool isTaken = key.size() == 1 && append(key.front().toUpper());
  if (isTaken)
    emit changed();
  else
    emit refused();
  return isTaken;
}

void PlateInput::pressArea(const QString& area) {
  m_area = area.left(maxArea);
  m_zone = Zone::Number;
  emit changed();
}

void PlateInput::backspace() {
  if (m_isFreeForm) {
    m_free.chop(1);
  } else {
    if (m_zone == Zone::Series && m_series.isEmpty())
      m_zone = Zone::Number;
    if (m_zone == Zone::Number && m_number.isEmpty())
      m_zone = Zone::Area;
    auto& part = m_zone == Zone::Series ? m_series : m_zone == Zone::Number ? m_number : m_area;
    part.chop(1);
  }
  emit changed();
}

void PlateInput::clear() {
  m_area.clear();
  m_number.clear();
  m_series.clear();
  m_free.clear();
  m_zone = Zone::Area;
  m_areFreeDigits = m_areDigitsFirst;
  emit changed();
}

void PlateInput::switchKeys() {
  if (m_isFreeForm) {
    m_areFreeDigits = !m_areFreeDigits;
    emit changed();
  } else if (m_zone == Zone::Number) {
    setZone(m_number.isEmpty() ? Zone::Area : Zone::Series);
  } else {
    setZone(Zone::Number);
  }
}

bool PlateInput::append(QChar c) {
  if (m_isFreeForm) {
    const bool isPrintable = c >= QLatin1Char(' ') && c <= QLatin1Char('~');
    if (!isPrintable || m_free.size() >= m_freeLimit)
      return false;
    m_free.append(c);
    return true;
  }
  return isLetter(c) ? appendLetter(c) : isDigit(c) && appendDigit(c);
}

bool PlateInput::appendLetter(QChar c) {
  const bool isAreaOpen = m_zone == Zone::Area || (m_zone == Zone::Number && m_number.isEmpty());
  if (isAreaOpen) {
    if (m_area.size() >= maxArea)
      return false;
    m_area.append(c);
    m_zone = m_area.size() == maxArea ? Zone::Number : Zone::Area;
    return true;
  }
  if (m_series.size() >= maxSeries)
    return false;
  m_zone = Zone::Series;
  m_series.append(c);
  return true;
}

bool PlateInput::appendDigit(QChar c) {
  const bool isLeadingZero = m_number.isEmpty() && c == QLatin1Char('0');
  const bool isTooLate = m_zone == Zone::Series && !m_series.isEmpty();
  if (m_area.isEmpty() || isLeadingZero || isTooLate || m_number.size() >= maxNumber)
    return false;
  m_number.append(c);
  m_zone = m_number.size() == maxNumber ? Zone::Series : Zone::Number;
  return true;
}

} // namespace palang::mobile

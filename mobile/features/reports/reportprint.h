#pragma once

#include "mobile/features/reports/reporttable.h"

class QPagedPaintDevice;

namespace palang::mobile {

/// Draws the report page after page: on a PDF's pages or a printer's. False when the device cannot
/// be drawn on.
[[nodiscard]] bool drawReport(QPagedPaintDevice& device, const ReportTable& table);

} // namespace palang::mobile

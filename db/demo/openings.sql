-- What the locks told and what it was taken for: for the demo's story. Times in the demo site's zone (UTC+7).
-- Late: from the opening to the arrival of its record.
SELECT strftime('%H:%M:%S', o.at / 1000 + 25200, 'unixepoch') AS opened, o.gate_id AS gate, o.state, o.cause,
       coalesce(s.plate, '') AS plate,
       coalesce(r.type, '') AS record,
       coalesce(r.source, '') AS came_by,
       coalesce(CASE WHEN r.id IS NOT NULL THEN printf('%.1f s', (r.received_at - r.corrected_at) / 1000.0) END, '') AS late
FROM openings o LEFT JOIN lock_records r ON r.id = o.record_id LEFT JOIN sessions s ON s.id = o.session_id
ORDER BY o.at;

SELECT kind AS alert, severity, coalesce(gate_id, gateway_id, '') AS place,
       strftime('%H:%M:%S', raised_at / 1000 + 25200, 'unixepoch') AS raised,
       coalesce(strftime('%H:%M:%S', resolved_at / 1000 + 25200, 'unixepoch'), 'open') AS resolved
FROM alerts ORDER BY raised_at;

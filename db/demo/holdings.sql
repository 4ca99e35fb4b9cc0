-- What the database holds, one line a session: for the demo's story. Times in the demo site's zone (UTC+7).
SELECT status, plate, vehicle_type, entry_gate_id,
       strftime('%H:%M:%S', entered_at / 1000 + 25200, 'unixepoch') AS entered,
       coalesce(exit_gate_id, '') AS exit_gate,
       coalesce(strftime('%H:%M:%S', exited_at / 1000 + 25200, 'unixepoch'), '') AS exited,
       coalesce(charged, '') AS charged
FROM sessions ORDER BY session_no;

# The demo's TTLock side, for ci/up and ci/story/run: TTLock's cloud simulated, the server's access to it, a lock at each gate.
# Callers set `bin`.

# Waits are this many times shorter than in earnest: what the real cloud tells after half an hour is told within a minute.
ttlock_pace=60
export PALANG_TTLOCK_CLIENT_ID=sim-client PALANG_TTLOCK_CLIENT_SECRET=sim-secret
export PALANG_TTLOCK_USERNAME=admin@example.com PALANG_TTLOCK_PASSWORD=sim-password
export PALANG_TTLOCK_CALLBACK_SECRET=palang-demo-callback

# start_cloud FILE ARGUMENT...: starts the simulator, its output in FILE. Sets `cloud_pid`, `cloud_url` and `cloud_control`.
start_cloud() {
  local said=$1
  shift
  "$bin/palang-ttlock-sim" --demo --quota 1000000000 "$@" >"$said" &
  cloud_pid=$!
  for _ in $(seq 1 100); do
    grep -qs '^ready' "$said" && break
    sleep 0.1
  done
  cloud_url="http://$(sed -n 's/^listening cloud //p' "$said")"
  cloud_control="http://$(sed -n 's/^listening control //p' "$said")"
  tell_cloud settings @ci/story/cloud.json
}

# tell_cloud CALL JSON: a control call, see tests/ttlock_sim/README.md.
tell_cloud() {
  curl -sSf -o /dev/null -d "$2" "$cloud_control/$1"
}

# post_callbacks_to ADDRESS: the server's intake.
post_callbacks_to() {
  tell_cloud callbacks/url "{\"url\": \"http://$1/ttlock/callback/$PALANG_TTLOCK_CALLBACK_SECRET\"}"
}

# with_locks: the server's arguments for this cloud.
with_locks() {
  echo --ttlock-url "$cloud_url" --ttlock-pace "$ttlock_pace" --ttlock-monthly-calls 1000000000
}

# bind_locks DATA: a lock at each gate of the demo site.
bind_locks() {
  "$bin/palangd" lock bind in-1 7000001 --name M1 --data "$1"
  "$bin/palangd" lock bind in-2 7000002 --name M2 --data "$1"
  "$bin/palangd" lock bind out-1 7000003 --name K1 --data "$1"
  "$bin/palangd" lock bind out-2 7000004 --name K2 --data "$1"
}

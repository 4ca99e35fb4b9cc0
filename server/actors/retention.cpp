#include "server/actors/retention.hpp"

#include "server/actors/ask.hpp"
#include "server/actors/photo_files.hpp"
#include "server/config/defaults.hpp"
#include "server/ops/log.hpp"

#include <algorithm>
#include <filesystem>

namespace palang::actors {

namespace {

using self_ptr = retention_actor::stateful_pointer<retention_state>;

/// Of what is older than so many days; nothing is that old when there is no limit.
instant cutoff(instant now, std::int32_t days) {
  return days == 0 ? instant{} : now - std::chrono::days{days};
}

void end_round(self_ptr self) {
  auto& state = self->state;
  if (state.removed > 0)
    log::info("retention",
              {{log::key::count, state.removed}, {log::key::ms, state.longest.count()}});
  state.removed = 0;
  state.longest = {};
  state.gone_photos.clear();
  self->delayed_send(self, defaults::retention_round, retention_due{});
}

void break_off(self_ptr self, const error& why) {
  log::warn("retention-broken-off", {{log::key::reason, why.message}});
  end_round(self);
}

/// Files that the log's own turning over by size has left behind long ago.
void remove_old_logs(const environment& env, std::int32_t days) {
  namespace fs = std::filesystem;
  if (env.log_folder.empty() || days == 0)
    return;
  std::error_code failed;
  const auto oldest = fs::file_time_type::clock::now() - std::chrono::days{days};
  for (const auto& file : fs::directory_iterator{env.log_folder, failed})
    if (file.is_regular_file(failed) && file.last_write_time(failed) < oldest && !failed)
      fs::remove(file.path(), failed);
}

void next_photos(self_ptr self) {
  const auto& state = self->state;
  const auto& env = *state.env;
  constexpr std::int64_t mebibyte = 1024 * 1024;
  const find_old_photos wanted{cutoff(env.time.now(), state.keeps.photos_days),
                               state.keeps.photos_mib * mebibyte, defaults::retention_photos};
  ask<std::vector<std::string>>(
      self, env.readers, defaults::query_timeout, wanted, [self](const old_photos_result& found) {
        auto& round = self->state;
        if (!found)
          return break_off(self, found.error());
        for (const auto& sha256 : *found)
          if (remove_photo(round.env->photo_folder, sha256))
            round.gone_photos.push_back(sha256);
        round.removed += static_cast<std::int64_t>(round.gone_photos.size());
        if (!round.gone_photos.empty())
          return self->delayed_send(self, defaults::retention_pause, retention_step{});
        remove_old_logs(*round.env, round.keeps.logs_days);
        end_round(self);
      });
}

void step(self_ptr self) {
  auto& state = self->state;
  const auto now = state.env->time.now();
  const auto rows = state.next.rows();
  prune_store next{{cutoff(now, state.keeps.journal_days), state.keeps.journal_events, now,
                    std::exchange(state.gone_photos, {}), rows, state.oldest_seq}};
  ask<pruned>(self, state.env->writer, defaults::write_timeout, std::move(next),
              [self, rows](const prune_result& answer) {
                if (!answer)
                  return break_off(self, answer.error());
                auto& round = self->state;
                round.removed += answer->done.rows;
                round.oldest_seq = answer->done.oldest_seq;
                round.longest = std::max(round.longest, answer->took);
                round.next.took(answer->took, answer->done.rows);
                if (answer->done.rows == rows)
                  self->delayed_send(self, defaults::retention_pause, retention_step{});
                else
                  next_photos(self);
              });
}

void begin_round(self_ptr self) {
  ask<ledger::config_snapshot>(self, self->state.env->readers, defaults::read_timeout,
                               read_configuration{}, [self](const configuration_result& config) {
                                 if (!config)
                                   return break_off(self, config.error());
                                 self->state.keeps = config->document.retention;
                                 step(self);
                               });
}

} // namespace

retention_actor::behavior_type retention(self_ptr self, environment_ptr env) {
  self->state.env = std::move(env);
  self->delayed_send(self, defaults::retention_first, retention_due{});
  return {
      [self](retention_due) { begin_round(self); },
      [self](retention_step) { step(self); },
  };
}

} // namespace palang::actors

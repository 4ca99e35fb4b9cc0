#include "server/bridge/routes.hpp"

#include "server/actors/ask.hpp"
#include "server/actors/photo_files.hpp"
#include "server/bridge/http_answers.hpp"
#include "server/config/defaults.hpp"
#include "server/ops/log.hpp"
#include "shared/core/crypto.hpp"
#include "shared/protocol/limits.hpp"

#include <algorithm>

namespace palang::bridge {

namespace {

using namespace std::chrono_literals;
using actors::carried_ptr;

/// Read and unpacked; a reader has other work, too.
constexpr auto read_timeout = 30s;
/// Rows in the writer's hands at once: as many as one client may have.
constexpr auto share = protocol::limits::max_pipeline;

/// A copy on its way into the store: a share at a time, so that those who stand at a gate meanwhile
/// wait for no more than that.
struct carrying {
  desk self;
  exchange_ptr call;
  std::string by;
  carried_ptr what;
  std::size_t asked = 0;
  std::size_t answered = 0;
  protocol::outbox_receipt receipt;
  std::optional<error> trouble{}; ///< The first; nobody is told more than that.
};
using carrying_ptr = std::shared_ptr<carrying>;

void finish(const carrying_ptr& c) {
  if (c->trouble)
    return c->call->respond(refusal(*c->trouble));
  const auto& env = *c->self->state.env;
  c->self->send(env.writer, actors::note_audit{ledger::audit_of(
                                c->receipt, c->by, "brought by another device", env.time.now())});
  log::info("outbox-brought",
            {{log::key::user, c->by}, {log::key::count, std::to_string(c->what->rows.size())}});
  c->call->respond(answer(200, protocol::encode(c->receipt)));
}

void send_share(const carrying_ptr& c);

void take(const carrying_ptr& c, const ledger::submission& row,
          const actors::verdict_result& verdict) {
  const auto noted =
      verdict ? ledger::note_verdict(c->receipt, row, *verdict) : fail(verdict.error());
  if (!noted && !c->trouble)
    c->trouble = noted.error();
  if (++c->answered == c->asked)
    c->trouble ? finish(c) : send_share(c);
}

void send_share(const carrying_ptr& c) {
  const auto& rows = c->what->rows;
  const auto begin = c->asked;
  c->asked = std::min(rows.size(), begin + share);
  if (c->asked == begin)
    return finish(c);
  for (auto i = begin; i < c->asked; ++i)
    actors::ask<ledger::verdict>(
        c->self, c->self->state.env->writer, defaults::write_timeout, ledger::submission{rows[i]},
        [c, i](const actors::verdict_result& verdict) { take(c, c->what->rows[i], verdict); });
}

void bring(desk self, const exchange_ptr& call, const ledger::principal& by) {
  // The body lives as long as its exchange.
  const std::shared_ptr<const std::string> body{call, &call->request.body};
  actors::ask<carried_ptr>(
      self, self->state.env->readers, read_timeout, actors::read_outbox{body},
      [self, call, by = by.username](const actors::carried_result& read) {
        if (!read)
          return call->respond(refusal(read.error()));
        send_share(std::make_shared<carrying>(
            carrying{self, call, by, *read, 0, 0, {(*read)->device_no, 0, 0, (*read)->refused}}));
      });
}

} // namespace

void put_outbox(desk self, const exchange_ptr& call, const std::string& sha256) {
  if (!actors::is_photo_name(sha256))
    return call->respond(
        refusal({errc::not_found, "copies are named by 64 hex digits, lower case", {}}));
  if (crypto::to_hex(crypto::sha256_of(call->request.body)) != sha256)
    return call->respond(refusal({errc::hash_mismatch, "the copy did not arrive whole", {}}));
  with_principal(self, call, [self, call](const ledger::principal& by) {
    if (!by.device_id)
      return call->respond(
          refusal({errc::forbidden, "a copy is brought by an approved device", {}}));
    bring(self, call, by);
  });
}

} // namespace palang::bridge

#include "server/commands/commands.hpp"

namespace palang::commands {

namespace {

struct runner {
  const config::settings& with;

  int operator()(const config::serve&) const { return serve(with); }
  int operator()(const config::migrate& what) const { return migrate(with, what); }
  int operator()(const config::check&) const { return check(with); }
  int operator()(const config::backup& what) const { return backup(with, what); }
  int operator()(const config::restore& what) const { return restore(with, what); }
  int operator()(const config::user_add& what) const { return user_add(with, what); }
  int operator()(const config::user_set& what) const { return user_set(with, what); }
  int operator()(const config::user_list&) const { return user_list(with); }
  int operator()(const config::device_list&) const { return device_list(with); }
  int operator()(const config::device_approve& what) const { return device_approve(with, what); }
  int operator()(const config::device_revoke& what) const { return device_revoke(with, what); }
  int operator()(const config::device_enrol& what) const { return device_enrol(with, what); }
  int operator()(const config::lock_list&) const { return lock_list(with); }
  int operator()(const config::lock_bind& what) const { return lock_bind(with, what); }
  int operator()(const config::lock_unbind& what) const { return lock_unbind(with, what); }
  int operator()(const config::outbox_import& what) const { return outbox_import(with, what); }
};

} // namespace

int run(const config::invocation& asked) {
  return std::visit(runner{asked.with}, asked.what);
}

} // namespace palang::commands

#include "server/actors/photos.hpp"

#include "server/actors/ask.hpp"
#include "server/actors/guard.hpp"
#include "server/actors/photo_files.hpp"
#include "server/config/defaults.hpp"

#include <caf/typed_response_promise.hpp>

namespace palang::actors {

namespace {

using self_ptr = photos_actor::stateful_pointer<photos_state>;

caf::result<put_photo_result> store(self_ptr self, const put_photo& what) {
  const auto& env = *self->state.env;
  const auto stored = guarded([&] { return store_photo(env.photo_folder, what); });
  if (!stored)
    return put_photo_result{stored};
  auto promise = self->make_response_promise<caf::typed_response_promise<put_photo_result>>();
  const note_photo note{what.sha256, std::ssize(*what.content), what.media_type};
  ask<void>(self, env.writer, defaults::write_timeout, note,
            [promise, stored](const done& noted) mutable {
              promise.deliver(noted ? put_photo_result{stored}
                                    : put_photo_result{fail(noted.error())});
            });
  return promise;
}

} // namespace

photos_actor::behavior_type photos(self_ptr self, environment_ptr env) {
  self->state.env = std::move(env);
  return {
      [self](const put_photo& what) { return store(self, what); },
      [self](const get_photo& what) {
        return guarded([&] { return load_photo(self->state.env->photo_folder, what.sha256); });
      },
  };
}

} // namespace palang::actors

#include "server/bridge/routes.hpp"

#include "server/actors/ask.hpp"
#include "server/actors/photo_files.hpp"
#include "server/bridge/http_answers.hpp"
#include "server/config/defaults.hpp"

namespace palang::bridge {

namespace {

using actors::photo_outcome;

const error no_such_photo{errc::not_found, "photos are named by 64 hex digits, lower case", {}};

void store(desk self, const exchange_ptr& call, const std::string& sha256) {
  // The body lives as long as its exchange: no copy of five megabytes.
  const std::shared_ptr<const std::string> body{call, &call->request.body};
  actors::ask<photo_outcome>(self, self->state.env->photos, defaults::photo_timeout,
                             actors::put_photo{sha256, call->request.content_type, body},
                             [call](const actors::put_photo_result& outcome) {
                               if (!outcome)
                                 return call->respond(refusal(outcome.error()));
                               call->respond(
                                   answer(*outcome == photo_outcome::stored ? 201 : 200, "{}"));
                             });
}

void add_caching(gateway::http_response& r, const std::string& etag) {
  r.headers.emplace_back("ETag", etag);
  r.headers.emplace_back("Cache-Control", "private, max-age=31536000, immutable");
}

void load(desk self, const exchange_ptr& call, const std::string& sha256) {
  const auto etag = '"' + sha256 + '"';
  actors::ask<actors::photo>(
      self, self->state.env->photos, defaults::photo_timeout, actors::get_photo{sha256},
      [call, etag](const actors::photo_result& found) {
        if (!found)
          return call->respond(refusal(found.error()));
        const bool is_known = call->request.if_none_match.find(etag) != std::string::npos;
        auto r = answer(is_known ? 304 : 200, is_known ? std::string{} : *found->content);
        r.content_type = found->media_type;
        add_caching(r, etag);
        call->respond(std::move(r));
      });
}

} // namespace

void put_photo(desk self, const exchange_ptr& call, const std::string& sha256) {
  if (!actors::is_photo_name(sha256))
    return call->respond(refusal(no_such_photo));
  const auto& type = call->request.content_type;
  if (type != "image/jpeg" && type != "image/png")
    return call->respond(
        refusal({errc::unsupported_media_type, "photos are image/jpeg or image/png", {}}));
  with_principal(self, call,
                 [self, call, sha256](const ledger::principal&) { store(self, call, sha256); });
}

void get_photo(desk self, const exchange_ptr& call, const std::string& sha256) {
  if (!actors::is_photo_name(sha256))
    return call->respond(refusal(no_such_photo));
  with_principal(self, call,
                 [self, call, sha256](const ledger::principal&) { load(self, call, sha256); });
}

} // namespace palang::bridge

#include "http_put.hpp"

#include <algorithm>
#include <new>
#include <optional>

#include "answer_text.hpp"
#include "entente/export/format.hpp"
#include "libcurl.hpp"

namespace entente {
namespace {

constexpr std::size_t longest_answer = 4096;  // that is worth keeping

/// What libcurl's callbacks need of the request under way.
struct Request {
  GraphBody& body;
  PutObserver& observer;
  std::chrono::seconds patience;
  std::optional<Error> failure = {};  // of the body
  std::string answer = {};
  bool has_sent = false;
  curl_off_t moved = 0;  // bytes, in both directions
  std::chrono::steady_clock::time_point last_moved = std::chrono::steady_clock::now();
  bool is_silent = false;  // for longer than our patience
};

std::size_t give_body(char* buffer, std::size_t size, std::size_t count, void* user) {
  Request& request = *static_cast<Request*>(user);
  const auto given = request.body.read(buffer, size * count);
  if (!given) {
    request.failure = given.error();
    return CURL_READFUNC_ABORT;
  }
  request.has_sent = true;
  return *given;
}

int rewind_body(void* user, curl_off_t offset, int origin) {
  if (offset != 0 || origin != SEEK_SET) return CURL_SEEKFUNC_CANTSEEK;
  static_cast<Request*>(user)->body.rewind();
  return CURL_SEEKFUNC_OK;
}

std::size_t take_answer(char* bytes, std::size_t size, std::size_t count, void* user) {
  std::string& answer = static_cast<Request*>(user)->answer;
  answer.append(bytes, std::min(size * count, longest_answer - std::min(answer.size(), longest_answer)));
  return size * count;
}

/// Not by libcurl's own limit of speed, which is a mean over several seconds.
void watch_silence(Request& request, curl_off_t moved) {
  const auto now = std::chrono::steady_clock::now();
  if (moved != request.moved) request.last_moved = now;
  request.moved = moved;
  request.is_silent = now - request.last_moved > request.patience;
}

int look_on(void* user, curl_off_t, curl_off_t received, curl_off_t, curl_off_t sent) {
  Request& request = *static_cast<Request*>(user);
  watch_silence(request, sent + received);
  request.observer.sent(static_cast<std::uint64_t>(sent));
  return request.is_silent || request.observer.wish() == PutObserver::Wish::break_off ? 1 : 0;
}

/// To break off is no fault of the connection: a store that is silent may still be at work, and another request would make it
/// begin again.
HttpAnswer::Failure kind_of(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return HttpAnswer::Failure::connection;
    default:
      return HttpAnswer::Failure::other;
  }
}

std::string reason_of(CURLcode code, const Request& request, const char* detail) {
  if (request.failure) return to_string(*request.failure);
  if (request.is_silent) return "no sign of the store for " + std::to_string(request.patience.count()) + " s";
  if (code == CURLE_ABORTED_BY_CALLBACK) return "broken off";
  return one_line(*detail != '\0' ? detail : libcurl().easy_strerror(code));
}

struct FreeHandle {
  void operator()(CURL* handle) const { libcurl().easy_cleanup(handle); }
};
struct FreeList {
  void operator()(curl_slist* list) const { libcurl().slist_free_all(list); }
};

template <typename T>
T ask(CURL* curl, CURLINFO what) {
  T value{};
  libcurl().easy_getinfo(curl, what, &value);
  return value;
}

}  // namespace

struct HttpPut::Handle {
  std::unique_ptr<CURL, FreeHandle> curl{libcurl().easy_init()};
  std::unique_ptr<curl_slist, FreeList> headers;
  char error[CURL_ERROR_SIZE] = {};
  std::chrono::seconds patience{0};

  void set_transfer(const GraphStoreOptions& options);
  void set_credentials(const StoreCredentials& credentials);
  void set_request(const std::string& url, Request& request);
  HttpAnswer answer_of(const Request& request, CURLcode code);
};

void HttpPut::Handle::set_transfer(const GraphStoreOptions& options) {
  CURL* const c = curl.get();
  const std::string type = "Content-Type: " + std::string(format_info(Format::turtle).media_type);
  headers.reset(libcurl().slist_append(nullptr, type.c_str()));
  libcurl().easy_setopt(c, CURLOPT_HTTPHEADER, headers.get());
  libcurl().easy_setopt(c, CURLOPT_UPLOAD, 1L);
  libcurl().easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
  libcurl().easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
  libcurl().easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 1L);
  libcurl().easy_setopt(c, CURLOPT_SSL_VERIFYHOST, 2L);
  if (!options.ca_file.empty()) libcurl().easy_setopt(c, CURLOPT_CAINFO, options.ca_file.c_str());
  libcurl().easy_setopt(c, CURLOPT_USERAGENT, "entente");
  libcurl().easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
  libcurl().easy_setopt(c, CURLOPT_NOPROGRESS, 0L);
  libcurl().easy_setopt(c, CURLOPT_CONNECTTIMEOUT, 30L);
  libcurl().easy_setopt(c, CURLOPT_ERRORBUFFER, error);
  patience = options.patience;
}

void HttpPut::Handle::set_credentials(const StoreCredentials& credentials) {
  CURL* const c = curl.get();
  if (!credentials.token.empty()) {
    libcurl().easy_setopt(c, CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
    libcurl().easy_setopt(c, CURLOPT_XOAUTH2_BEARER, credentials.token.c_str());
    return;
  }
  // Not digest alone: libcurl would then open with an empty PUT, which a store that asks for no password carries out.
  libcurl().easy_setopt(c, CURLOPT_HTTPAUTH, CURLAUTH_BASIC | CURLAUTH_DIGEST);
  if (!credentials.user.empty()) {
    libcurl().easy_setopt(c, CURLOPT_USERNAME, credentials.user.c_str());
    libcurl().easy_setopt(c, CURLOPT_PASSWORD, credentials.password.c_str());
  } else if (!credentials.netrc_file.empty()) {
    libcurl().easy_setopt(c, CURLOPT_NETRC, CURL_NETRC_OPTIONAL);
    libcurl().easy_setopt(c, CURLOPT_NETRC_FILE, credentials.netrc_file.c_str());
  }
}

void HttpPut::Handle::set_request(const std::string& url, Request& request) {
  CURL* const c = curl.get();
  libcurl().easy_setopt(c, CURLOPT_URL, url.c_str());
  libcurl().easy_setopt(c, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
  libcurl().easy_setopt(c, CURLOPT_READFUNCTION, &give_body);
  libcurl().easy_setopt(c, CURLOPT_READDATA, &request);
  libcurl().easy_setopt(c, CURLOPT_SEEKFUNCTION, &rewind_body);
  libcurl().easy_setopt(c, CURLOPT_SEEKDATA, &request);
  libcurl().easy_setopt(c, CURLOPT_WRITEFUNCTION, &take_answer);
  libcurl().easy_setopt(c, CURLOPT_WRITEDATA, &request);
  libcurl().easy_setopt(c, CURLOPT_XFERINFOFUNCTION, &look_on);
  libcurl().easy_setopt(c, CURLOPT_XFERINFODATA, &request);
  error[0] = '\0';
}

HttpAnswer HttpPut::Handle::answer_of(const Request& request, CURLcode code) {
  HttpAnswer answer;
  answer.has_sent = request.has_sent;
  if (code != CURLE_OK) {
    answer.failure = kind_of(code);
    answer.text = reason_of(code, request, error);
    return answer;
  }
  answer.status = ask<long>(curl.get(), CURLINFO_RESPONSE_CODE);
  answer.retry_after = std::chrono::seconds(ask<curl_off_t>(curl.get(), CURLINFO_RETRY_AFTER));
  answer.text = one_line(request.answer);
  if (const char* location = ask<const char*>(curl.get(), CURLINFO_REDIRECT_URL)) answer.location = location;
  return answer;
}

HttpPut::HttpPut(const GraphStoreOptions& options) : handle_(std::make_unique<Handle>()) {
  if (handle_->curl == nullptr) throw std::bad_alloc();
  handle_->set_transfer(options);
  handle_->set_credentials(options.credentials);
}

HttpPut::HttpPut(HttpPut&&) noexcept = default;
HttpPut::~HttpPut() = default;

HttpAnswer HttpPut::send(const std::string& url, GraphBody& body, PutObserver& observer) {
  Request request{body, observer, handle_->patience};
  body.rewind();
  handle_->set_request(url, request);
  return handle_->answer_of(request, libcurl().easy_perform(handle_->curl.get()));
}

}  // namespace entente

#include "libcurl.hpp"

#include <dlfcn.h>

#include <cassert>
#include <string>

namespace entente {
namespace {

constexpr const char* library = "libcurl.so.4";  // since 2006, and in all flavours of TLS

Libcurl loaded{};

std::string reason() {
  const char* text = dlerror();
  return text == nullptr ? "unknown reason" : text;
}

/// Why it could not be loaded; empty where it was. It stays loaded to the end.
std::string load() {
  void* const handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) return reason();
  bool is_whole = true;
  const auto find = [&](auto& function, const char* name) {
    function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(handle, name));
    is_whole = is_whole && function != nullptr;
  };
  find(loaded.global_init, "curl_global_init");
  find(loaded.free, "curl_free");
  find(loaded.slist_append, "curl_slist_append");
  find(loaded.slist_free_all, "curl_slist_free_all");
  find(loaded.url, "curl_url");
  find(loaded.url_set, "curl_url_set");
  find(loaded.url_get, "curl_url_get");
  find(loaded.url_cleanup, "curl_url_cleanup");
  find(loaded.easy_init, "curl_easy_init");
  find(loaded.easy_setopt, "curl_easy_setopt");
  find(loaded.easy_getinfo, "curl_easy_getinfo");
  find(loaded.easy_perform, "curl_easy_perform");
  find(loaded.easy_escape, "curl_easy_escape");
  find(loaded.easy_strerror, "curl_easy_strerror");
  find(loaded.easy_cleanup, "curl_easy_cleanup");
  if (!is_whole) return reason();
  return loaded.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? "" : "it does not start";
}

}  // namespace

Result<Done> load_libcurl() {
  static const std::string fault = load();
  if (!fault.empty()) return Error{Error::Kind::io, library, 0, 0, "cannot be loaded: " + fault};
  return Done{};
}

const Libcurl& libcurl() {
  assert(loaded.easy_cleanup != nullptr);
  return loaded;
}

}  // namespace entente

#pragma once

#include <curl/curl.h>

#include "entente/ontology/result.hpp"

namespace entente {

/// What is used of libcurl, by its own names without the prefix. It is loaded when first needed: it brings some twenty-five
/// libraries with it, and their loading takes longer than to read an article, which every other command would pay for.
struct Libcurl {
  decltype(&curl_global_init) global_init;
  decltype(&curl_free) free;
  decltype(&curl_slist_append) slist_append;
  decltype(&curl_slist_free_all) slist_free_all;
  decltype(&curl_url) url;
  decltype(&curl_url_set) url_set;
  decltype(&curl_url_get) url_get;
  decltype(&curl_url_cleanup) url_cleanup;
  decltype(&curl_easy_init) easy_init;
  decltype(&curl_easy_setopt) easy_setopt;
  decltype(&curl_easy_getinfo) easy_getinfo;
  decltype(&curl_easy_perform) easy_perform;
  decltype(&curl_easy_escape) easy_escape;
  decltype(&curl_easy_strerror) easy_strerror;
  decltype(&curl_easy_cleanup) easy_cleanup;
};

/// Loads and starts it, once. An error of kind io where this machine has none that fits.
[[nodiscard]] Result<Done> load_libcurl();

/// After load_libcurl() has said that it is there.
[[nodiscard]] const Libcurl& libcurl();

}  // namespace entente

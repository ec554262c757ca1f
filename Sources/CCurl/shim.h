#ifndef SAMRAD_CCURL_SHIM_H
#define SAMRAD_CCURL_SHIM_H

#include <curl/curl.h>

// Swift cannot call variadic functions; these are the only ones of the library we need.

/** One exchange, so that Swift never spells an option. */
struct curl_exchange
{
  const char *url;
  /** `http` or `https`, and nothing else, whatever the URL says. */
  const char *protocol;
  /** What is sent with POST; NULL for GET. */
  const char *form;
  struct curl_slist *headers;
  long milliseconds;
  void *context;
  size_t (*on_body) (char *bytes, size_t size, size_t count, void *context);
  curl_socket_t (*on_connect) (void *context, curlsocktype purpose, struct curl_sockaddr *address);
};

/** Performs it: no redirect, no proxy, no signal, no cookie, nothing but what is asked. */
static inline CURLcode
curl_perform_exchange (CURL *curl, const struct curl_exchange *e)
{
  CURLcode failed = curl_easy_setopt (curl, CURLOPT_URL, e->url);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_PROTOCOLS_STR, e->protocol);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_HTTPHEADER, e->headers);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_TIMEOUT_MS, e->milliseconds);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_NOSIGNAL, 1L);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_NOPROXY, "*");
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_FOLLOWLOCATION, 0L);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_SSL_VERIFYPEER, 1L);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_SSL_VERIFYHOST, 2L);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_SSLVERSION, (long) CURL_SSLVERSION_TLSv1_2);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_WRITEDATA, e->context);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_WRITEFUNCTION, e->on_body);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_OPENSOCKETDATA, e->context);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_OPENSOCKETFUNCTION, e->on_connect);
  if (!failed && e->form) failed = curl_easy_setopt (curl, CURLOPT_POSTFIELDS, e->form);
  return failed ? failed : curl_easy_perform (curl);
}

/** The status of the last answer; 0 when there was none. */
static inline long
curl_status (CURL *curl)
{
  long status = 0;
  curl_easy_getinfo (curl, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

#endif

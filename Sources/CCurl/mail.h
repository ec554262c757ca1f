#ifndef SAMRAD_CCURL_MAIL_H
#define SAMRAD_CCURL_MAIL_H

#include <curl/curl.h>
#include <string.h>

/** One letter on its way, so that Swift never spells an option. */
struct curl_letter
{
  const char *url;
  /** `smtp` or `smtps`, and nothing else, whatever the URL says. */
  const char *protocol;
  /** NULL where the server asks for neither. */
  const char *user;
  const char *password;
  /** A file with certificates of authorities; NULL for those of the system. */
  const char *authorities;
  const char *sender;
  struct curl_slist *recipients;
  /** Whether nothing may be said before TLS has begun. */
  int needs_tls;
  long milliseconds;
  const char *bytes;
  size_t left;
};

static inline size_t
curl_read_letter (char *into, size_t size, size_t count, void *context)
{
  struct curl_letter *letter = (struct curl_letter *) context;
  size_t room = size * count;
  size_t part = letter->left < room ? letter->left : room;
  memcpy (into, letter->bytes, part);
  letter->bytes += part;
  letter->left -= part;
  return part;
}

/** Hands the letter over: no proxy, no signal, a certificate that holds. */
static inline CURLcode
curl_send_letter (CURL *curl, struct curl_letter *l)
{
  CURLcode failed = curl_easy_setopt (curl, CURLOPT_URL, l->url);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_PROTOCOLS_STR, l->protocol);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_TIMEOUT_MS, l->milliseconds);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_NOSIGNAL, 1L);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_NOPROXY, "*");
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_SSL_VERIFYPEER, 1L);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_SSL_VERIFYHOST, 2L);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_SSLVERSION, (long) CURL_SSLVERSION_TLSv1_2);
  if (!failed) failed = curl_easy_setopt (
    curl, CURLOPT_USE_SSL, (long) (l->needs_tls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
  if (!failed && l->authorities) failed = curl_easy_setopt (curl, CURLOPT_CAINFO, l->authorities);
  if (!failed && l->user) failed = curl_easy_setopt (curl, CURLOPT_USERNAME, l->user);
  if (!failed && l->password) failed = curl_easy_setopt (curl, CURLOPT_PASSWORD, l->password);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_MAIL_FROM, l->sender);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_MAIL_RCPT, l->recipients);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_READDATA, (void *) l);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_READFUNCTION, curl_read_letter);
  if (!failed) failed = curl_easy_setopt (curl, CURLOPT_UPLOAD, 1L);
  return failed ? failed : curl_easy_perform (curl);
}

#endif

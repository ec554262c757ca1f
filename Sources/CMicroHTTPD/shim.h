#ifndef SAMRAD_CMICROHTTPD_SHIM_H
#define SAMRAD_CMICROHTTPD_SHIM_H

#include <malloc.h>
#include <microhttpd.h>
#include <stddef.h>

// Swift cannot call variadic functions; these are the only ones of the library we need.

/** Large buffers go back to the system as soon as they are let go. Left to itself, glibc keeps what it
    has once been asked for, and a few large uploads would stay in memory. */
static inline void
samrad_return_large_buffers (void)
{
  mallopt (M_MMAP_THRESHOLD, 256 * 1024);
}

/** What a daemon is started with, so that Swift never spells an option list. */
struct mhd_settings
{
  unsigned int connection_limit;
  size_t connection_memory;
  unsigned int idle_seconds;
  void *context;
  MHD_AccessHandlerCallback on_request;
  void *(*on_target)(void *context, const char *target, struct MHD_Connection *connection);
  MHD_RequestCompletedCallback on_completed;
  MHD_NotifyConnectionCallback on_connection;
};

/** One thread of the library that serves the connections it is given and listens to nothing. */
static inline struct MHD_Daemon *
mhd_start (const struct mhd_settings *s)
{
  unsigned int flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC
                       | MHD_USE_NO_LISTEN_SOCKET;
  return MHD_start_daemon (flags, 0, NULL, NULL, s->on_request, s->context,
                           MHD_OPTION_STRICT_FOR_CLIENT, 1,
                           MHD_OPTION_CONNECTION_LIMIT, s->connection_limit,
                           MHD_OPTION_CONNECTION_MEMORY_LIMIT, s->connection_memory,
                           MHD_OPTION_CONNECTION_TIMEOUT, s->idle_seconds,
                           MHD_OPTION_URI_LOG_CALLBACK, s->on_target, s->context,
                           MHD_OPTION_NOTIFY_COMPLETED, s->on_completed, s->context,
                           MHD_OPTION_NOTIFY_CONNECTION, s->on_connection, s->context,
                           MHD_OPTION_END);
}

/** The connection's socket, or -1. */
static inline int
mhd_socket (struct MHD_Connection *connection)
{
  const union MHD_ConnectionInfo *info
    = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

/** How many bytes the request line and the header fields took, or 0. */
static inline size_t
mhd_header_size (struct MHD_Connection *connection)
{
  const union MHD_ConnectionInfo *info
    = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return info ? info->header_size : 0;
}

/** The status that was queued, also when the library queued it by itself; 0 when none was. */
static inline unsigned int
mhd_status (struct MHD_Connection *connection)
{
  const union MHD_ConnectionInfo *info
    = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_HTTP_STATUS);
  return info ? info->http_status : 0;
}

#endif

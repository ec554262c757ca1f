#include <jansson.h>

/* json_decref is a static inline function with an atomic; Swift sees it best through a name. */
static inline void samrad_json_release(json_t *json) { json_decref(json); }

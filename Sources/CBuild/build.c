#include "build.h"

#include <stddef.h>

// What only the build knows comes as macros of this file alone, so that a new commit compiles nothing
// else anew.
#define TEXT_OF(word) #word
#define TEXT(word) TEXT_OF(word)

const char *specctl_build_commit(void) {
#ifdef SPECCTL_COMMIT
  return TEXT(SPECCTL_COMMIT);
#else
  return NULL;
#endif
}

const char *specctl_build_swift(void) {
#ifdef SPECCTL_SWIFT
  return TEXT(SPECCTL_SWIFT);
#else
  return NULL;
#endif
}

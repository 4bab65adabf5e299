#ifndef SPECCTL_BUILD_H
#define SPECCTL_BUILD_H

/// The revision that was built, as git names it; NULL where the build was not told.
const char *specctl_build_commit(void);

/// The version of the compiler that built the Swift sources, such as "6.3.1"; NULL where the build was
/// not told.
const char *specctl_build_swift(void);

#endif

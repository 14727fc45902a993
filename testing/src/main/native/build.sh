#!/bin/sh
# Builds the two stub libraries that MySQL needs where libaio and libnuma are not installed (Linux, amd64).
# Without libc, build id and unwind tables they come out the same on every machine with the same gcc.
set -eu
cd "$(dirname "$0")"
out=../resources/native/linux-amd64
mkdir -p "$out"
for name in aio numa; do
    gcc -Os -s -shared -nostdlib -fPIC -fcf-protection=none -fno-asynchronous-unwind-tables \
        -Wl,--build-id=none,-z,max-page-size=4096,-z,noseparate-code \
        "-Wl,-soname,lib$name.so.1,--version-script=$name.map" \
        -o "$out/lib$name.so.1" "$name.c"
    chmod 644 "$out/lib$name.so.1"
done

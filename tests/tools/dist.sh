#!/bin/sh
# SPDX-License-Identifier: MIT
# The tarball is unpacked in an empty place without git, built there, and its commands are tried: what a stranger meets.
# `sh tests/tools/dist.sh whole` runs every test there.
set -eu

cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=$(sed -n 's/^VERSION := //p' Makefile)
sh packaging/dist.sh "$version" "$work"
tar -xzf "$work/taper-$version.tar.gz" -C "$work"
cd "$work/taper-$version"
GIT_DIR=/nonexistent
export GIT_DIR
if [ "${1:-}" = whole ]; then
	make --no-print-directory check
	exit
fi
make -s --no-print-directory -j2 CFLAGS=-O0 LINK=shared
sh tests/cli/run.sh "$PWD/build/release/taper"
sh tests/tools/install.sh build/release

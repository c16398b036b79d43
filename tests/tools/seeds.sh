#!/bin/sh
# SPDX-License-Identifier: MIT
# seeds.sh NAME: the folders whose files the fuzz target NAME starts from, a line each.
set -u

case $1 in
content) folders='data/support data/guide tests/data/symptoms' ;;
csv) folders='tests/data/csv tests/data/logs' ;;
entries) folders='tests/data/import tests/data/csv' ;;
guidance) folders='tests/data/guidance' ;;
planfile) folders='data/plans tests/data/plans' ;;
*) folders= ;;
esac
for folder in "tests/fuzz/seeds/$1" $folders; do
	[ ! -d "$folder" ] || find "$folder" -type f -exec dirname {} + | sort -u
done

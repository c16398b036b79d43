# SPDX-License-Identifier: MIT
# taper: `make run` opens it, `make check` proves it, `make help` lists the rest.

VARIANT ?= release
PREFIX  ?= /usr/local
DESTDIR ?=
CFLAGS  ?= -O2 -g
PKG_CONFIG ?= pkg-config

OUT := build/$(VARIANT)
VERSION := 0.1.0

WARN := -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wformat=2 -Wcast-qual \
        -Wnull-dereference -Wvla -Wdouble-promotion -Wswitch-enum -Wstrict-prototypes \
        -Wmissing-prototypes -Wundef -Werror
variant_release  :=
variant_debug    := -O0 -g3
variant_san      := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
variant_coverage := -O0 -g --coverage
variant_analyzer := -O1 -fanalyzer
variant_fuzz     := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
ALL_CFLAGS  = $(CFLAGS) -std=c17 $(WARN) $(variant_$(VARIANT)) -Iinclude -D_POSIX_C_SOURCE=200809L \
              -DTAPER_VERSION='"$(VERSION)"' -DTAPER_DATADIR='"$(PREFIX)/share/taper"'
ALL_LDFLAGS = $(LDFLAGS) $(variant_$(VARIANT))

# The floors, lowest first, and the library each one may see.
FLOORS := base engine store yaml export app cli tui
cflags_store := $(shell $(PKG_CONFIG) --cflags sqlite3 2>/dev/null)
cflags_yaml  := $(shell $(PKG_CONFIG) --cflags libcyaml yaml-0.1 2>/dev/null)
cflags_tui   := $(shell $(PKG_CONFIG) --cflags ncursesw 2>/dev/null)
LIBS := $(shell $(PKG_CONFIG) --libs sqlite3 libcyaml yaml-0.1 ncursesw 2>/dev/null) -lm

src   = $(wildcard src/$(1)/*.c)
obj   = $(patsubst src/%.c,$(OUT)/%.o,$(call src,$(1)))
OBJS := $(foreach f,$(FLOORS),$(call obj,$(f)))
# Upper floors first, so that the linker finds what they need below.
ARCHIVES := $(patsubst %,$(OUT)/lib%.a,tui cli app export yaml store engine base)

.DEFAULT_GOAL := all
.PHONY: all
all: $(OUT)/taper ## build taper

$(OUT)/taper: $(OUT)/main.o $(ARCHIVES)
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

define floor_rules
$(OUT)/lib$(1).a: $(call obj,$(1))
	@rm -f $$@
	$(AR) rcs $$@ $$^
$(OUT)/$(1)/%.o: src/$(1)/%.c
	@mkdir -p $$(@D)
	$(CC) $(ALL_CFLAGS) $(cflags_$(1)) -Isrc/$(1) -MMD -MP -c -o $$@ $$<
endef
$(foreach f,$(FLOORS),$(eval $(call floor_rules,$(f))))

# Another PREFIX than last time is built in anew.
.PHONY: always
$(OUT)/prefix: always
	@mkdir -p $(@D)
	@echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' >$@
$(OUT)/app/paths.o: $(OUT)/prefix

$(OUT)/main.o: src/main.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# Unit tests: each tests/unit/NAME_test.c is a program of its own; a helper there is linked into all.
UNIT_SRC   := $(wildcard tests/unit/*_test.c)
UNIT_HELP  := $(filter-out $(UNIT_SRC),$(wildcard tests/unit/*.c))
UNIT_BIN   := $(patsubst tests/unit/%.c,$(OUT)/tests/unit/%,$(UNIT_SRC))
UNIT_HELP_OBJ := $(patsubst tests/unit/%.c,$(OUT)/tests/unit/%.o,$(UNIT_HELP))

$(OUT)/tests/unit/%.o: tests/unit/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Isrc -Itests/unit -MMD -MP -c -o $@ $<
$(OUT)/tests/unit/%_test: $(OUT)/tests/unit/%_test.o $(UNIT_HELP_OBJ) $(ARCHIVES)
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS) -lcmocka

# One program that drives the real taper in a pseudo-terminal.
DRIVE := $(OUT)/tests/tui/drive
DRIVE_OBJ := $(patsubst %.c,$(OUT)/%.o,$(wildcard tests/tui/*.c))
VTERM := $(shell $(PKG_CONFIG) --cflags --libs vterm 2>/dev/null)
$(OUT)/tests/tui/%.o: tests/tui/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(filter -I%,$(VTERM)) -MMD -MP -c -o $@ $<
$(DRIVE): $(DRIVE_OBJ)
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(filter-out -I%,$(VTERM)) -lutil

# Fuzz targets: a short seeded run in every check; with VARIANT=fuzz the same files under libFuzzer.
FUZZ_BIN  := $(patsubst tests/fuzz/%.c,$(OUT)/tests/fuzz/%,$(wildcard tests/fuzz/*_fuzz.c))
FUZZ_MAIN := $(if $(filter fuzz,$(VARIANT)),,$(OUT)/tests/tools/fuzz_main.o)
FUZZ_LINK := $(if $(filter fuzz,$(VARIANT)),-fsanitize=fuzzer)
$(OUT)/tests/fuzz/%.o: tests/fuzz/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<
$(OUT)/tests/tools/%.o: tests/tools/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<
$(OUT)/tests/fuzz/%_fuzz: $(OUT)/tests/fuzz/%_fuzz.o $(FUZZ_MAIN) $(ARCHIVES)
	$(CC) $(ALL_LDFLAGS) $(FUZZ_LINK) -o $@ $^ $(LIBS)

$(OUT)/tests/bench/schedule: tests/bench/schedule.c $(OUT)/libengine.a $(OUT)/libbase.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ -lm

.PHONY: unit built run check
unit: $(UNIT_BIN) ## build the unit tests
built: $(OUT)/taper $(UNIT_BIN) $(FUZZ_BIN) $(DRIVE)

# The needs come first and the build in a make of its own, so that pkg-config is asked after they are there.
NEEDS := CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' sh .ci/needs.sh
BUILD := $(MAKE) -s --no-print-directory $(if $(findstring j,$(firstword -$(MAKEFLAGS))),,-j2)
run: ## install what is missing, build taper and open it
	@$(NEEDS) run
	@$(BUILD) all
	@$(OUT)/taper
check: ## install what is missing, build and run every test
	@$(NEEDS) check
	@echo 'building taper and its tests in $(OUT)'
	@$(BUILD) built
	@OUT='$(OUT)' VARIANT='$(VARIANT)' CC='$(CC)' sh tests/tools/check.sh

.PHONY: lint valgrind fuzz coverage bench torture
lint: ## clang-format, clang-tidy, cppcheck and gcc's analyzer
	@$(NEEDS) lint
	@$(BUILD) VARIANT=analyzer OUT=build/analyzer CC=gcc all
	@CFLAGS_ALL="$(filter-out -W%,$(ALL_CFLAGS))" sh tests/tools/lint.sh
valgrind: ## every test, with taper and the unit tests under valgrind (a quarter of an hour)
	@$(BUILD) VARIANT=debug OUT=build/debug built
	@OUT=build/debug VARIANT=valgrind CC='$(CC)' sh tests/tools/check.sh
FUZZ_SECONDS ?= 10
fuzz: ## every fuzz target under libFuzzer, FUZZ_SECONDS each
	@$(NEEDS) fuzz
	@$(BUILD) VARIANT=fuzz OUT=build/fuzz CC=clang fuzz-built
	@FUZZ_SECONDS=$(FUZZ_SECONDS) sh tests/tools/fuzz.sh build/fuzz
fuzz-tui: ## random keys and sizes at the screens, under ASan, FUZZ_SECONDS long
	@$(BUILD) VARIANT=san OUT=build/san built
	@build/san/tests/tui/drive build/san/taper --storm $(FUZZ_SECONDS)
.PHONY: fuzz-built fuzz-tui
fuzz-built: $(FUZZ_BIN)
coverage: ## the lines the tests reach (build/coverage/coverage.txt)
	@$(BUILD) VARIANT=coverage OUT=build/coverage check
	@sh tests/tools/coverage.sh build/coverage
bench: ## processor time of the everyday commands, as a table
	@$(NEEDS) bench
	@$(BUILD) VARIANT=release OUT=build/release all build/release/tests/bench/schedule
	@sh tests/bench/bench.sh build/release/taper build/release/tests/bench/schedule
torture: ## kills, full disks and every refusal, many times over
	@$(NEEDS) check
	@$(BUILD) VARIANT=release OUT=build/release built
	@sh tests/tools/torture.sh build/release

.PHONY: install clean help
install: all ## install under PREFIX (and DESTDIR)
	install -D $(OUT)/taper $(DESTDIR)$(PREFIX)/bin/taper
	cd data && find . -type f ! -path './man/*' ! -path './completions/*' ! -path './pictures/*' \
		-exec install -D -m 644 {} $(DESTDIR)$(PREFIX)/share/taper/{} \;
	for page in $(wildcard data/man/*.[15]); do \
		install -D -m 644 $$page $(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/$${page##*/}; done
clean: ## remove what was built
	rm -rf build
help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand -t 14

-include $(OBJS:.o=.d) $(OUT)/main.d $(UNIT_BIN:=.d) $(UNIT_HELP_OBJ:.o=.d) $(DRIVE_OBJ:.o=.d) $(FUZZ_BIN:=.d)

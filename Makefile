# SPDX-License-Identifier: MIT
# taper: `make run` opens it, `make check` proves it, `make help` lists the rest.

VARIANT ?= release
PREFIX  ?= /usr/local
DESTDIR ?=
CFLAGS  ?= -O2 -g
PKG_CONFIG ?= pkg-config

OUT := build/$(VARIANT)
VERSION := 1.0.0

WARN := -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wformat=2 -Wcast-qual \
        -Wnull-dereference -Wvla -Wdouble-promotion -Wswitch-enum -Wstrict-prototypes \
        -Wmissing-prototypes -Wundef -Werror
variant_release  :=
variant_debug    := -O0 -g3
variant_san      := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
variant_coverage := -O0 -g --coverage
variant_analyzer := -O1 -fanalyzer
variant_fuzz     := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all

# What the program defends itself with where it is released (macOS does the same by itself); tests/tools/hardened.sh proves it.
ifeq ($(VARIANT)-$(filter Darwin,$(shell uname)),release-)
HARDEN  := -fPIE -fstack-protector-strong -fstack-clash-protection -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
HARDEN_LINK := -pie -Wl,-z,relro,-z,now,-z,noexecstack
endif
ALL_CFLAGS  = $(CFLAGS) -std=c17 $(WARN) $(HARDEN) $(variant_$(VARIANT)) -Iinclude -D_POSIX_C_SOURCE=200809L \
              -DTAPER_VERSION='"$(VERSION)"' -DTAPER_DATADIR='"$(PREFIX)/share/taper"' \
              -DTAPER_LIBEXECDIR='"$(PREFIX)/libexec/taper"'
ALL_LDFLAGS = $(LDFLAGS) $(HARDEN_LINK) $(variant_$(VARIANT))

# The floors, lowest first, and the library each one may see.
FLOORS := base engine store yaml export app cli tui
cflags_store := $(shell $(PKG_CONFIG) --cflags sqlite3 libsodium 2>/dev/null)
cflags_yaml  := $(shell $(PKG_CONFIG) --cflags libcyaml yaml-0.1 2>/dev/null)
cflags_tui   := $(shell $(PKG_CONFIG) --cflags ncursesw 2>/dev/null)
LIBS := $(shell $(PKG_CONFIG) --libs sqlite3 libsodium libcyaml yaml-0.1 ncursesw 2>/dev/null) -lm

# LINK=static puts these into the program, those whose archives are there: half of a short command is the loader's work
# otherwise. LINK=shared leaves them out, as distributions want it. The C library is never put in.
LINK ?= $(if $(filter release,$(VARIANT)),static,shared)
archive = $(filter /%,$(shell $(CC) -print-file-name=lib$(patsubst -l%,%,$(1)).a))
ifeq ($(LINK),static)
LIBS_IN = $(foreach l,$(LIBS),$(or $(if $(filter-out -lm,$(filter -l%,$l)),$(call archive,$l)),$l))
endif

src   = $(wildcard src/$(1)/*.c)
obj   = $(patsubst src/%.c,$(OUT)/%.o,$(call src,$(1)))
OBJS := $(foreach f,$(FLOORS),$(call obj,$(f)))
# Upper floors first, so that the linker finds what they need below.
ARCHIVES := $(patsubst %,$(OUT)/lib%.a,tui cli app export yaml store engine base)

# taper-pdf, a program of its own: what sets type is no part of taper. Reading its document needs none of that either.
cflags_pdf := $(shell $(PKG_CONFIG) --cflags pangocairo 2>/dev/null)
PDF_LIBS   := $(shell $(PKG_CONFIG) --libs pangocairo 2>/dev/null)
PDF        := $(if $(PDF_LIBS),$(OUT)/taper-pdf,no-pdf)
DOCUMENT   := $(patsubst %,$(OUT)/pdf/%.o,document document_table document_chart fields)

.DEFAULT_GOAL := all
.PHONY: all
all: $(OUT)/taper $(PDF) ## build taper, and taper-pdf where pkg-config finds pangocairo

$(OUT)/taper: $(OUT)/main.o $(ARCHIVES)
	$(if $(LIBS_IN),$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS_IN) ||) $(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(OUT)/taper-pdf: $(call obj,pdf) $(OUT)/libbase.a
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(PDF_LIBS)
$(OUT)/pdf/%.o: src/pdf/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(cflags_pdf) -Isrc/pdf -MMD -MP -c -o $@ $<
.PHONY: no-pdf
no-pdf:
	@echo 'taper-pdf is left out: pkg-config finds no pangocairo. Everything but pdf works without it.'

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
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS) $(UNIT_LIBS) -lcmocka
# What is written to a terminal is read back by one.
$(OUT)/tests/unit/pen_test.o: ALL_CFLAGS += $(cflags_tui) $(filter -I%,$(VTERM))
$(OUT)/tests/unit/pen_test: UNIT_LIBS = $(filter-out -I%,$(VTERM))

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
	$(CC) $(ALL_CFLAGS) -Isrc -MMD -MP -c -o $@ $<
$(OUT)/tests/tools/%.o: tests/tools/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<
$(OUT)/tests/fuzz/%_fuzz: $(OUT)/tests/fuzz/%_fuzz.o $(FUZZ_MAIN) $(ARCHIVES)
	$(CC) $(ALL_LDFLAGS) $(FUZZ_LINK) -o $@ $^ $(LIBS)

# A document is read without what draws it.
$(OUT)/tests/fuzz/document_fuzz.o: ALL_CFLAGS += -Isrc/pdf
$(OUT)/tests/fuzz/document_fuzz: $(OUT)/tests/fuzz/document_fuzz.o $(FUZZ_MAIN) $(DOCUMENT) $(OUT)/libbase.a
	$(CC) $(ALL_LDFLAGS) $(FUZZ_LINK) -o $@ $^

$(OUT)/tests/bench/schedule: tests/bench/schedule.c $(OUT)/libengine.a $(OUT)/libbase.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ -lm

.PHONY: unit built run check
unit: $(UNIT_BIN) ## build the unit tests
built: $(OUT)/taper $(PDF) $(UNIT_BIN) $(FUZZ_BIN) $(DRIVE)

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
fuzz-long: ## every fuzz target under libFuzzer, a minute each
	@$(MAKE) -s --no-print-directory fuzz FUZZ_SECONDS=60
fuzz-tui: ## random keys and sizes at the screens, under ASan, FUZZ_SECONDS long
	@$(BUILD) VARIANT=san OUT=build/san built
	@build/san/tests/tui/drive build/san/taper --storm $(FUZZ_SECONDS)
.PHONY: fuzz-built fuzz-long fuzz-tui
fuzz-built: $(FUZZ_BIN)
coverage: ## the lines the tests reach (build/coverage/coverage.txt)
	@$(BUILD) VARIANT=coverage OUT=build/coverage check
	@sh tests/tools/coverage.sh build/coverage
.PHONY: browser
browser: $(OUT)/taper ## the page in a Chromium, where there is one: on a phone, and printed
	@sh tests/tools/browser.sh $(CURDIR)/$(OUT)/taper
.PHONY: pictures gallery
pictures: ## the README's pictures, drawn anew from what the program shows (data/pictures)
	@$(NEEDS) check
	@$(BUILD) $(OUT)/taper $(DRIVE)
	@UPDATE=1 $(DRIVE) $(OUT)/taper tests/tui/pictures/*.keys
gallery: ## every screen of the tests as a picture, to look through (build/gallery/index.html)
	@$(NEEDS) check
	@$(BUILD) $(OUT)/taper $(DRIVE)
	@rm -rf build/gallery && mkdir -p build/gallery
	-@GALLERY=build/gallery $(DRIVE) $(OUT)/taper tests/tui/*.keys
	@cd build/gallery && for f in *.svg; do echo "<p>$$f<br><img src=$$f>"; done >index.html
BENCH ?= long
bench: ## taper against bare programs and others, as one table (BENCH=short: in three minutes)
	@$(NEEDS) bench
	@$(BUILD) VARIANT=release OUT=build/release all build/release/tests/bench/schedule
	@sh tests/bench/bench.sh build/release/taper build/release/tests/bench/schedule $(BENCH)
torture: ## kills, full disks and every refusal, many times over
	@$(NEEDS) check
	@$(BUILD) VARIANT=release OUT=build/release built
	@sh tests/tools/torture.sh build/release

.PHONY: install uninstall dist deb clean help
install: all ## install under PREFIX (and DESTDIR)
	@sh packaging/install.sh install '$(OUT)' '$(DESTDIR)$(PREFIX)'
uninstall: ## take away what was installed there
	@sh packaging/install.sh uninstall '$(OUT)' '$(DESTDIR)$(PREFIX)'
dist: ## a tarball of the sources, build/taper-VERSION.tar.gz
	@sh packaging/dist.sh '$(VERSION)' build
deb: ## Debian packages taper and taper-pdf in build/deb
	@sh packaging/deb.sh '$(VERSION)' build
clean: ## remove what was built
	rm -rf build
help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand -t 14

-include $(OBJS:.o=.d) $(patsubst %.o,%.d,$(call obj,pdf)) $(OUT)/main.d $(UNIT_BIN:=.d) $(UNIT_HELP_OBJ:.o=.d) $(DRIVE_OBJ:.o=.d) $(FUZZ_BIN:=.d)

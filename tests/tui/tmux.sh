#!/bin/sh
# SPDX-License-Identifier: MIT
# In a real tmux, where there is one: it opens, follows keys and a new size, and leaves the pane as it was.
command -v tmux >/dev/null || exit 0
socket=$PWD/tmux.socket

in_tmux()
{
	tmux -S "$socket" -f /dev/null "$@"
}

# Until the pane has a text, or has it no more; a thousand looks take some seconds.
until_pane()
{
	tries=0
	while ! in_tmux capture-pane -p -t taper | grep -qF "$1"; do
		tries=$((tries + 1))
		[ $tries -lt 1000 ] && continue
		echo "tmux: '$1' is not in the pane:"
		in_tmux capture-pane -p -t taper
		in_tmux kill-server
		exit 1
	done
}

export TERM=xterm-256color
in_tmux new-session -d -s taper -x 80 -y 24 "printf 'before it\n'; taper; printf 'after it, %s\n' \$?; exec cat"
until_pane "left of 17.2 g"
in_tmux send-keys -t taper 2
until_pane "day 19 of 357"
in_tmux resize-window -t taper -x 50 -y 14
until_pane "Tue 24 Nov"
in_tmux send-keys -t taper q
until_pane "after it, 0"
until_pane "before it"
in_tmux kill-server

/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "complete.h"

/* clang-format off: a line of a script is a line here. */
static const char bash[] =
	"# bash completion for taper: what to offer is asked of taper itself.\n"
	"_taper()\n"
	"{\n"
	"\tlocal line=${COMP_LINE:0:COMP_POINT} rest word blanks lead cur i n=-1\n"
	"\tlocal -a words=()\n"
	"\trest=$line\n"
	"\t# The words as typed: bash parts them at = : @ too.\n"
	"\tfor ((i = 0; i <= COMP_CWORD; i++)); do\n"
	"\t\tblanks=${rest%%[! $'\\t']*}\n"
	"\t\trest=${rest#\"$blanks\"}\n"
	"\t\tword=${COMP_WORDS[i]}\n"
	"\t\t((i == COMP_CWORD)) && word=$rest\n"
	"\t\tif [[ -n $blanks || $i -eq 0 || -z $word ]]; then\n"
	"\t\t\tn=$((n + 1))\n"
	"\t\t\twords[n]=\n"
	"\t\tfi\n"
	"\t\twords[n]+=$word\n"
	"\t\trest=${rest#\"$word\"}\n"
	"\tdone\n"
	"\t((n > 0)) || return 0\n"
	"\tfor ((i = 1; i <= n; i++)); do\n"
	"\t\tword=${words[i]}\n"
	"\t\tword=${word#[\\\"\\']}\n"
	"\t\t((i < n)) && word=${word%[\\\"\\']}\n"
	"\t\twords[i]=${word//\\\\/}\n"
	"\tdone\n"
	"\tcur=${words[n]}\n"
	"\tlead=\n"
	"\tcase $cur in *[=:]*)\n"
	"\t\tword=${cur##*[=:]}\n"
	"\t\tlead=${cur%\"$word\"}\n"
	"\t\t;;\n"
	"\tesac\n"
	"\tCOMPREPLY=()\n"
	"\twhile IFS= read -r line; do\n"
	"\t\tif [[ $line == $'\\t'* ]]; then\n"
	"\t\t\tcompopt -o filenames 2>/dev/null\n"
	"\t\t\twhile IFS= read -r word; do\n"
	"\t\t\t\tCOMPREPLY+=(\"$word\")\n"
	"\t\t\tdone < <(compgen -f -- \"${cur#\"$lead\"}\")\n"
	"\t\t\tcontinue\n"
	"\t\tfi\n"
	"\t\tword=${line%%$'\\t'*}\n"
	"\t\tword=${word#\"$lead\"}\n"
	"\t\t[[ ${COMP_WORDS[COMP_CWORD]} == [\\\"\\']* ]] || printf -v word %q \"$word\"\n"
	"\t\tCOMPREPLY+=(\"$word\")\n"
	"\tdone < <(command taper complete -- \"${words[@]:1}\" 2>/dev/null)\n"
	"\tif [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[=:] ]]; then\n"
	"\t\tcompopt -o nospace 2>/dev/null\n"
	"\tfi\n"
	"\treturn 0\n"
	"}\n"
	"complete -F _taper taper\n";

static const char zsh[] = "#compdef taper\n"
			  "# zsh completion for taper: what to offer is asked of taper itself.\n"
			  "_taper() {\n"
			  "\tlocal line word lead\n"
			  "\tlocal -a offers plain open plain_says open_says\n"
			  "\tlocal -i files=0\n"
			  "\toffers=(\"${(@f)$(command taper complete -- "
			  "\"${(@Q)words[2,CURRENT-1]}\" \"${(Q)PREFIX}\" 2>/dev/null)}\")\n"
			  "\tfor line in \"${offers[@]}\"; do\n"
			  "\t\t[[ -n $line ]] || continue\n"
			  "\t\tword=${line%%$'\\t'*}\n"
			  "\t\tif [[ -z $word ]]; then\n"
			  "\t\t\tfiles=1\n"
			  "\t\telif [[ $word == *[=:] ]]; then\n"
			  "\t\t\topen+=(\"$word\") open_says+=(\"$word  ${line#*$'\\t'}\")\n"
			  "\t\telse\n"
			  "\t\t\tplain+=(\"$word\") plain_says+=(\"$word  ${line#*$'\\t'}\")\n"
			  "\t\tfi\n"
			  "\tdone\n"
			  "\t(( $#plain )) && compadd -l -d plain_says -a plain\n"
			  "\t(( $#open )) && compadd -S '' -l -d open_says -a open\n"
			  "\tif (( files )); then\n"
			  "\t\t[[ $PREFIX == --*=* ]] && compset -P '*='\n"
			  "\t\t_files\n"
			  "\tfi\n"
			  "\t(( $#plain + $#open + files ))\n"
			  "}\n"
			  "if [[ $funcstack[1] == _taper ]]; then\n"
			  "\t_taper \"$@\"\n"
			  "else\n"
			  "\tcompdef _taper taper\n"
			  "fi\n";

static const char fish[] =
	"# fish completion for taper: what to offer is asked of taper itself.\n"
	"function __taper_offers\n"
	"\tset -l words (commandline -opc)\n"
	"\tset -e words[1]\n"
	"\tset -l typed (commandline -ct)\n"
	"\tfor line in (command taper complete -- $words $typed 2>/dev/null)\n"
	"\t\tif string match -q \\t'*' -- $line\n"
	"\t\t\tset -l lead (string match -r '^--[a-z-]+=' -- $typed)\n"
	"\t\t\tfor path in (__fish_complete_path (string replace -r '^--[a-z-]+=' '' -- $typed))\n"
	"\t\t\t\techo \"$lead$path\"\n"
	"\t\t\tend\n"
	"\t\telse\n"
	"\t\t\techo $line\n"
	"\t\tend\n"
	"\tend\n"
	"end\n"
	"complete -c taper -f -a '(__taper_offers)'\n";

/* clang-format on */

const char *completion_script(const char *shell)
{
	static const struct {
		const char *shell, *script;
	} scripts[] = {{"bash", bash}, {"zsh", zsh}, {"fish", fish}};

	for (size_t i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++) {
		if (strcmp(scripts[i].shell, shell) == 0)
			return scripts[i].script;
	}
	return NULL;
}

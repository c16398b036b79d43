/* SPDX-License-Identifier: MIT */
#include "html_parts.h"

#include "base/utf8.h"

/* Colours are written out where they are used: programs that only print pages know no variables. */
static const char screen[] =
	":root{color-scheme:light dark}\n"
	"*{box-sizing:border-box}\n"
	"body{margin:0 auto;padding:1rem;max-width:60rem;color:#1a1a1a;background:#fff;"
	"font:1rem/1.5 system-ui,sans-serif}\n"
	"h1{font-size:1.6rem;line-height:1.2;margin:.5rem 0 1rem}\n"
	"h2{font-size:1.25rem;margin:2rem 0 .5rem}\n"
	"h3{font-size:1rem;margin:1.5rem 0 .25rem;display:flex;flex-wrap:wrap;"
	"justify-content:space-between}\n"
	"h3 span:first-child{margin-right:1rem}\n"
	"h1,dd,li{overflow-wrap:anywhere}\n"
	"dl{margin:0}\n"
	"dl div{display:flex;gap:.75rem;margin:.15rem 0}\n"
	"dt{flex:0 0 6.25rem;color:#565656}\n"
	"dd{flex:1 1 auto;min-width:0;margin:0}\n"
	"dd.blank{flex:0 1 24rem;border-bottom:1px solid}\n"
	"p.blank{height:1.6rem;max-width:40rem;margin:0;border-bottom:1px solid}\n"
	"figure{margin:0}\n"
	"svg{display:block;width:100%;height:auto;max-height:22rem}\n"
	"svg text{fill:currentColor;font:12px system-ui,sans-serif}\n"
	".scroll{overflow-x:auto}\n"
	"table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}\n"
	"th,td{padding:.25rem .35rem;text-align:right;border-bottom:1px solid #b8b8b8;"
	"vertical-align:baseline}\n"
	"thead th{vertical-align:bottom;font-weight:600;border-bottom:2px solid #565656}\n"
	"th[scope=row]{font-weight:400}\n"
	"th[scope=row],td.dose,td.total,td.taken{white-space:nowrap}\n"
	"th:first-child,tr.step td,tr.change td,tr.portions td,td.only,.words{text-align:left}\n"
	"td.words,th.words{padding-left:1rem}\n"
	"tr.step td,tr.change td{background:#f0f2f4;font-weight:600}\n"
	"tr.change td{border-top:2px solid #565656}\n"
	"tr.sum th,tr.sum td,td.total{font-weight:600}\n"
	".box{display:inline-block;width:.85em;height:.85em;border:1.5px solid;"
	"margin-right:.4em;vertical-align:-.08em}\n"
	".number{color:#565656}\n"
	"th.fill,th.taken{width:11%}\n"
	"footer{margin-top:2rem;border-top:1px solid #b8b8b8}\n"
	"@media screen and (prefers-color-scheme:dark){body{color:#ececec;background:#141618}"
	"dt,.number{color:#b3b3b3}th,td,footer{border-color:#5a5f63}"
	"thead th,tr.change td{border-color:#b3b3b3}tr.step td,tr.change td{background:#22262a}"
	".way{stroke:#8cc6f0}.under{fill:#20384a}.grid{stroke:#5a5f63}}\n"
	"@media screen and (max-width:42rem){body{padding:.75rem}.number,.fill{display:none}"
	"th,td{padding:.3rem .2rem}table{font-size:.9rem}.box,.at+.name{display:none}"
	".many thead{display:none}.many tr{display:flex;flex-wrap:wrap;"
	"border-bottom:1px solid #8a8a8a;padding:.2rem 0}.many th,.many td{border:0}"
	".many th[scope=row]{flex:0 0 100%}.many td.dose{text-align:left;padding-right:.7rem}"
	".many td.dose::before{content:attr(data-at)\" \"}.many td.total::before{content:\"= \"}}\n"
	"@media screen and (max-width:30rem){.month{display:none}svg text{font-size:15px}"
	"table{font-size:.85rem}th,td{padding:.3rem .1rem}"
	".plain th,.plain td{padding-right:.4rem}}\n"
	"@media screen and (max-width:22rem){body{padding:.5rem}.taken{display:none}"
	"table{font-size:.75rem}th,td{padding:.3rem .05rem}}\n";

static const char paper_rules[] =
	"@media print{body{max-width:none;padding:0;font-size:10pt;line-height:1.2}"
	"h1{font-size:16pt;margin-top:0}h2{font-size:12pt;margin:10pt 0 4pt}"
	"h3{font-size:10pt;margin:8pt 0 2pt}h1,h2,h3{break-after:avoid}"
	".week,figure,li{break-inside:avoid}th,td{padding:1.3pt 3pt}"
	"svg{max-height:55mm}.scroll{overflow:visible}.under{fill:#ddd}.way{stroke:#000}"
	"tr.step td,tr.change td{background:none}}\n";

/* Whatever the text holds, it stays a string of the style sheet, and of the page. */
static void add_style_string(struct str *out, const char *text)
{
	struct str clean = STR_INIT;
	const char *at;

	utf8_add_clean(&clean, text);
	str_add_char(out, '"');
	for (at = clean.data; *at != '\0';) {
		uint32_t code;

		at += utf8_decode(at, &code);
		if ((code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
		    (code >= '0' && code <= '9') || code == ' ' || code == ',' || code == '.')
			str_add_char(out, (char)code);
		else
			str_addf(out, "\\%06x ", (unsigned int)code);
	}
	str_add_char(out, '"');
	str_free(&clean);
}

void html_add_style(struct str *out, const char *paper, const char *foot)
{
	str_add(out, "<style>\n");
	str_add(out, screen);
	str_add(out, paper_rules);
	str_addf(out, "@page{%s%s%smargin:14mm 14mm 18mm;", paper != NULL ? "size:" : "",
		 paper != NULL ? paper : "", paper != NULL ? ";" : "");
	str_add(out, "@bottom-left{font:8pt sans-serif;content:");
	add_style_string(out, foot);
	str_add(out, "}@bottom-right{font:8pt sans-serif;"
		     "content:\"page \" counter(page) \" of \" counter(pages)}}\n</style>\n");
}

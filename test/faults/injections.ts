/**
 * Texts made to come alive in whatever shows them: as markup, in an attribute, in a style, in a script, as an address, in a template, or
 * in a file. Each calls `ran` with its own number when it does, which `watch.js` hears.
 */
import { seed, times } from './faults.ts';
import { type Random, randomFrom } from './random.ts';

/** `ran()` stands for the call. What is asked of evil.example is an attempt, too. */
const markup = [
  '<script>ran()</script>', '<ScRiPt >ran()</sCrIpT >', '<script/x>ran()</script>', '<scr<script>ipt>ran()</scr</script>ipt>', '<img src=x onerror=ran()>', '<img/src=x/onerror=ran()//', '<img src=x onerror="ran()"', '<<img src=x onerror=ran()>>',
  '<image src=x onerror=ran()>', '<body onload=ran()>', '<iframe srcdoc="<script>parent.ran()</script>"></iframe>', '<iframe src="javascript:parent.ran()"></iframe>', '<input autofocus onfocus=ran()>', '<details open ontoggle=ran()>x</details>', '<video><source onerror=ran()></video>',
  '<audio src=x onerror=ran()>', '<object data="javascript:ran()"></object>', '<embed src="javascript:ran()">', '<marquee onstart=ran()>x</marquee>', '<p style="animation:x" onanimationstart=ran()>', '<a href="javascript:ran()">x</a>', '<form action="javascript:ran()"><button>x</button></form>',
  '<button formaction="javascript:ran()" form=f>x</button>', '<base href="javascript:ran()//">', '<meta http-equiv=refresh content="0;url=javascript:ran()">', '<link rel=stylesheet href="https://evil.example/?ran()">', '<template><img src=x onerror=ran()></template>', '<dialog open onclose=ran()>x</dialog>',
  '<x onpointerenter=ran() style="position:fixed;inset:0">x</x>', '<x contenteditable onfocus=ran() tabindex=0 autofocus>', '<div popover onbeforetoggle=ran()>x</div>', '<textarea autofocus onfocus=ran()>', '<select onfocus=ran() autofocus>', '<noscript><p title="</noscript><img src=x onerror=ran()>">',
];

const foreign = [
  '<svg onload=ran()>', '<svg><script>ran()</script></svg>', '<svg><script>ran&#40;&#41;</script>ran()', '<svg><animate onbegin=ran() attributeName=x dur=1s>', '<svg><a xlink:href="javascript:ran()"><text y=9>x</text></a></svg>', '<svg><use href="data:image/svg+xml,ran()"></svg>',
  '<svg><set attributeName=href to="javascript:ran()"></svg>', '<svg><foreignObject><img src=x onerror=ran()></foreignObject></svg>', '<math><maction actiontype=statusline xlink:href="javascript:ran()">x', '<math href="javascript:ran()">x</math>', '<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">ran()</x:script>',
];

/** Harmless as written, and something else once they were serialized and parsed again. */
const mutating = [
  '<noscript><style></noscript><img src=x onerror=ran()>', '<svg></p><style><a id="</style><img src=x onerror=ran()>">', '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=ran()&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=ran()>', '<listing>&lt;img src=x onerror=ran()&gt;</listing>', '<xmp><img src=x onerror=ran()></xmp>', '<!--><img src=x onerror=ran()>-->', '<!-- --!><img src=x onerror=ran()> -->', '<![CDATA[><img src=x onerror=ran()>]]>', '<title><a title="</title><img src=x onerror=ran()>">',
];

const breakers = [
  '"><img src=x onerror=ran()>', "'><img src=x onerror=ran()>", '`><img src=x onerror=ran()>', '" autofocus onfocus=ran() x="', "' onmouseover=ran() x='", '" onfocus=ran() autofocus tabindex=0 "', '--><script>ran()</script>', '</textarea><script>ran()</script>', '</title><script>ran()</script>', '</style><script>ran()</script>', '</script><script>ran()</script>',
  "';ran()//", '";ran();"', '\\";ran()//', '\\u0022;ran()//', '\u2028ran()\u2029', '}});ran();//', ']]>"};ran()//', '{"__proto__":{"x":"ran()"}}', '{"type":"script","props":{"children":"ran()"}}', '{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=ran()>"}}',
];

const templates = ['${ran()}', '`${ran()}`', '{{ran()}}', "{{constructor.constructor('ran()')()}}", '<%= ran() %>', '#{ran()}', '[[ran()]]', '{{{ran()}}}', '$1 $& $` ran() $$', '%s %o %c ran()', '__MSG_extensionName__ ran()', '$NAME$ ran()'];

const addresses = [
  'javascript:ran()', 'JaVaScRiPt:ran()', ' javascript:ran()', '\u0001javascript:ran()', 'java\tscript:ran()', 'java\nscript:ran()', 'javascript&colon;ran()', 'javascript:%72an()//ran()', 'javascript://t.me/%0Aran()', 'data:text/html,<script>ran()</script>', 'data:text/html;base64,PHNjcmlwdD4=#ran()', 'vbscript:ran()', 'view-source:javascript:ran()', 'blob:https://t.me/ran()',
  'tg://resolve?domain=x"onclick="ran()', 'tg:javascript:ran()', 'tg://join?invite=ran()', 'https://t.me/"onmouseover="ran()', 'https://evil.example/<script>ran()</script>', 'https://t.me@evil.example/ran()', '//evil.example/ran()', 'file:///etc/passwd#ran()', 'chrome-extension://x/popup.html#ran()', 'https:javascript:ran()',
];

const escapes = [
  '\\u003cscript\\u003eran()\\u003c/script\\u003e', '\\x3cscript\\x3eran()', '&lt;script&gt;ran()&lt;/script&gt;', '&#x3c;script&#x3e;ran()', '%3Cscript%3Eran()', '＜script＞ran()＜/script＞', '\u202e<script>ran()</script>\u202c', '\u2066"onclick="ran()\u2069', '<scr\u0000ipt>ran()</scr\u0000ipt>', '<img\u000bsrc=x\u000conerror=ran()>', '\ufeff<script>ran()', '+ADw-script+AD4-ran()', '\u001b(J<script>ran()',
];

const styles = [
  '";background:url(https://evil.example/?ran())', "'} * {background:url(https://evil.example/?ran())} x{y:'", '\\22 ;content:url(https://evil.example/?ran())', '\\"ran()\\', 'ran()\\', '\n";}ran()', '</style><img src=x onerror=ran()>', 'expression(ran())', '@import "https://evil.example/?ran()";', '/*ran()*/', 'attr(ran())', 'var(--ran())', '\\a ran()',
];

const names = ['../../../ran()', '..\\..\\ran()', '/ran()/', 'a//ran()', '<img src=x onerror=ran()>/b', 'a/<svg onload=ran()>', 'CON ran()', '.ran()', '@ran()', '#ran()', 'tag:"ran()" -x', '__proto__ ran()', 'constructor/ran()', '~/ran()', '-rf ran()'];

const texts: readonly string[] = [...markup, ...foreign, ...mutating, ...breakers, ...templates, ...addresses, ...escapes, ...styles, ...names];

/** The beginning of one and the end of another, as nobody would think of. */
function spliced(random: Random): string {
  const part = () => {
    const text = texts[Math.floor(random() * texts.length)] ?? '';
    return [text, Math.floor(random() * text.length)] as const;
  };
  const [[first, end], [last, start]] = [part(), part()];
  const text = first.slice(0, end) + last.slice(start);
  return text.includes('ran()') ? text : `${text}ran()`;
}

const random = randomFrom(seed);

/** Each with its number in the call: the first says `ran(0)`. */
export const injections: readonly string[] = [
  ...texts, ...Array.from({ length: times('injections') }, () => spliced(random)),
].map((text, number) => text.replaceAll('ran()', `ran(${number})`));

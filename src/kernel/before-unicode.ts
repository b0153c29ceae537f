/**
 * Bảng mã chữ Việt trước Unicode: text typed with the fonts of TCVN3 (ABC), VNI, VISCII or with code page 1258 reaches us as
 * Western letters ("Céng hßa"). The tables turn it into Vietnamese. `facts/legacy-encodings.json` names where they come from.
 */

/** Bảng mã. */
export type CodePage = 'TCVN3' | 'VNI' | 'VISCII' | 'CP1258'

/** All of them, the most frequent in offices first. */
export const CODE_PAGES: readonly CodePage[] = ['TCVN3', 'VNI', 'VISCII', 'CP1258']

/** Tên bảng mã as officials know it. */
export const CODE_PAGE_NAMES: Readonly<Record<CodePage, string>> = {
  TCVN3: 'TCVN3 (ABC)',
  VNI: 'VNI',
  VISCII: 'VISCII',
  CP1258: 'Windows-1258',
}

/** Sixteen letters to a row; a dot stands where the page has no Vietnamese letter. */
const TCVN3 = [
  [0xa0, '.ĂÂÊÔƠƯĐăâêôơưđ.'],
  [0xb0, '.....àảãáạ.ằẳẵắ.'],
  [0xc0, '......ặầẩẫấậè.ẻẽ'],
  [0xd0, 'éẹềểễếệìỉ...ĩíịò'],
  [0xe0, '.ỏõóọồổỗốộờởỡớợù'],
  [0xf0, '.ủũúụừửữứựỳỷỹýỵ.'],
] as const

const VISCII = [
  [0x00, '..Ẳ..ẴẪ.........'],
  [0x10, '....Ỷ....Ỹ....Ỵ.'],
  [0x80, 'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ'],
  [0x90, 'ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ'],
  [0xa0, 'Õắằặấầẩậẽẹếềểễệố'],
  [0xb0, 'ồổỗỠƠộờởịỰỨỪỬơớƯ'],
  [0xc0, 'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ'],
  [0xd0, 'ĐứÒÓÔạỷừửÙÚỹỵÝỡư'],
  [0xe0, 'àáâãảăữẫèéêẻìíĩỉ'],
  [0xf0, 'đựòóôõỏọụùúũủýợỮ'],
] as const

/** Code page 1258 is Latin-1 but for these; its tones stand after the vowel. */
const CP1258: readonly (readonly [number, string])[] = [
  [0xc3, 'Ă'],
  [0xcc, '\u0300'],
  [0xd0, 'Đ'],
  [0xd2, '\u0309'],
  [0xd5, 'Ơ'],
  [0xdd, 'Ư'],
  [0xde, '\u0303'],
  [0xe3, 'ă'],
  [0xec, '\u0301'],
  [0xf0, 'đ'],
  [0xf2, '\u0323'],
  [0xf5, 'ơ'],
  [0xfd, 'ư'],
]

/** VNI: what a mark does to the letter before it, as letters of its shape followed by a tone. */
const VNI_TONES = 'ø\u0300ù\u0301û\u0309õ\u0303ï\u0323'
const VNI_HAT = 'à\u0300á\u0301å\u0309ã\u0303ä\u0323'
const VNI_BREVE = 'è\u0300é\u0301ú\u0309ü\u0303ë\u0323'
const VNI_ALONE = 'ììííæỉóĩòịñđôơöưîỵ'

/** Letters by code: `[0xa8, 'ă']`. */
const fromRows = (rows: readonly (readonly [number, string])[]): Map<string, string> =>
  new Map(
    rows.flatMap(([start, row]) =>
      [...row].flatMap((letter, i) => (letter === '.' ? [] : [[String.fromCharCode(start + i), letter] as const])),
    ),
  )

const pairs = (text: string): (readonly [string, string])[] =>
  Array.from({ length: text.length / 2 }, (_, i) => [text.charAt(2 * i), text.charAt(2 * i + 1)])

/** Small letters first; capitals are made with a capital mark, or with a small one as hurried typing does. */
function vniTable(): Map<string, string> {
  const table = new Map<string, string>()
  const put = (base: string, mark: string, letter: string) => {
    const made = letter.normalize('NFC')
    table.set(base.toUpperCase() + mark, made.toUpperCase())
    table.set(base.toUpperCase() + mark.toUpperCase(), made.toUpperCase())
    table.set(base + mark, made)
  }
  for (const [mark, letter] of pairs(VNI_ALONE)) put('', mark, letter)
  for (const [base, letter] of pairs('aaeeoouuyyôơöư'))
    for (const [mark, tone] of pairs(VNI_TONES)) if (base !== 'y' || mark !== 'ï') put(base, mark, letter + tone)
  for (const base of 'aeo') {
    put(base, 'â', `${base}\u0302`)
    for (const [mark, tone] of pairs(VNI_HAT)) put(base, mark, `${base}\u0302${tone}`)
  }
  put('a', 'ê', 'ă')
  for (const [mark, tone] of pairs(VNI_BREVE)) put('a', mark, `ă${tone}`)
  return table
}

/** Code page -> what stands for what, keys of one or two characters. */
export const LETTERS: Readonly<Record<CodePage, ReadonlyMap<string, string>>> = {
  TCVN3: fromRows(TCVN3),
  VNI: vniTable(),
  VISCII: fromRows(VISCII),
  CP1258: new Map(CP1258.map(([code, letter]) => [String.fromCharCode(code), letter])),
}

/** Windows-1252 shows the bytes 80 to 9F as these; a dot where it has none. */
const WINDOWS = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ'
const BYTE_OF = new Map(
  [...WINDOWS].flatMap((c, i) => (c === '.' ? [] : [[c, String.fromCharCode(0x80 + i)] as const])),
)

/** The byte behind a character, as a character; symbol fonts keep bytes in the private area. */
function byteOf(c: string): string {
  const code = c.charCodeAt(0)
  return code >= 0xf020 && code <= 0xf0ff ? String.fromCharCode(code - 0xf000) : (BYTE_OF.get(c) ?? c)
}

/** `text` read in `page`, NFC. Characters the page does not have stay as they are. */
export function decodeFrom(page: CodePage, text: string): string {
  const table = LETTERS[page]
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const own = text.charAt(i)
    const first = byteOf(own)
    const two = page === 'VNI' ? table.get(first + byteOf(text.charAt(i + 1))) : undefined
    if (two !== undefined && i + 1 < text.length) {
      out += two
      i++
    } else out += table.get(first) ?? (own.charCodeAt(0) >= 0xf020 ? first : own)
  }
  return out.normalize('NFC')
}

/** Phông chữ: the code page a font draws, and whether it draws small letters as capitals (".VnTimeH"); null for other fonts. */
export function codePageOfFont(font: string | null): { readonly page: CodePage; readonly capitals: boolean } | null {
  if (font === null) return null
  // A font inside a PDF carries a tag before its name and its style after it.
  const name = font.replace(/^[A-Z]{6}\+/u, '').replace(/[-,](?:Bold|Italic|BoldItalic|Regular)$/iu, '')
  if (/^\.vn/iu.test(name)) return { page: 'TCVN3', capitals: /H$/u.test(name.trim()) }
  return /^vni[- ]?(?=[A-Z])/iu.test(name) ? { page: 'VNI', capitals: false } : null
}

/**
 * Cơ quan ban hành, from the lines in capitals at the head, or from the opening and the place where the head is missing;
 * in the short form that offices use: "UBND tỉnh X", "Sở Y tế tỉnh X".
 */
import type { Block } from './lines.ts'
import { anyMarks, plain } from './marks.ts'

const LEVELS: readonly [RegExp, string][] = [
  [new RegExp(`^(?:${anyMarks('ỦY BAN NHÂN DÂN')}|UBND)(?!\\p{L})\\s*`, 'u'), 'UBND'],
  [new RegExp(`^(?:${anyMarks('HỘI ĐỒNG NHÂN DÂN')}|H[ĐD]ND)(?!\\p{L})\\s*`, 'u'), 'HĐND'],
]

/** Cấp hành chính: a scan loses their marks, and they are known without them. */
const UNITS: readonly string[] = ['TỈNH', 'THÀNH PHỐ', 'HUYỆN', 'QUẬN', 'THỊ XÃ', 'THỊ TRẤN', 'XÃ', 'PHƯỜNG', 'ĐẶC KHU']
const LOWER_WORDS: ReadonlySet<string> = new Set([
  'tỉnh',
  'ủy',
  'uỷ',
  'thường',
  'vụ',
  'huyện',
  'xã',
  'phường',
  'thị',
  'và',
  'quận',
  'đặc',
  'khu',
  'trấn',
])

/** "TỈNH LÂM SƠN" -> "tỉnh Lâm Sơn", "THÀNH PHỐ HỒ CHÍ MINH" -> "Thành phố Hồ Chí Minh". */
export function titleCase(upper: string): string {
  const words = upper.toLowerCase().split(/\s+/u)
  const text = words.map((w, i) => {
    // "xã hội" in the name of a department is no commune.
    const society = w === 'xã' && words[i + 1] === 'hội'
    if (LOWER_WORDS.has(w) && !society) return w
    return w === 'phố' && words[i - 1] === 'thành' ? w : w.charAt(0).toUpperCase() + w.slice(1)
  })
  return text.join(' ')
}

/** The level of a place with its marks again: "TINH NAM GIANG" -> "TỈNH NAM GIANG". */
function withUnit(place: string): string {
  const letters = plain(place)
  const unit = UNITS.find((u) => letters.startsWith(`${plain(u)} `))
  return unit ? unit + place.slice(unit.length) : place
}

/** "SỞ KHOA HỌC VÀ CÔNG NGHỆ" -> "Sở Khoa học và Công nghệ": capitals open the name and each of its parts. */
function departmentCase(upper: string): string {
  const place = /\s(TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG)\s+(?!HỘI)(\p{Lu}.*)$/u.exec(upper)
  const name = place ? upper.slice(0, place.index) : upper
  const words = name.toLowerCase().split(' ')
  const head = name.startsWith('VĂN PHÒNG') || name.startsWith('CHI CỤC') || name.startsWith('TRUNG TÂM') ? 2 : 1
  const opens = (i: number): boolean =>
    i === 0 || i === head || words[i - 1] === 'và' || words[i - 1] === '-' || words[i - 1]?.endsWith(',') === true
  const text = words.map((w, i) => (opens(i) ? w.charAt(0).toUpperCase() + w.slice(1) : w)).join(' ')
  return place
    ? `${text} ${titleCase(place[0].trim())}`
    : text.replace(/(?<!\p{L})(ubnd|hđnd)(?!\p{L})/gu, (m) => m.toUpperCase())
}

function shortIssuer(written: string): string {
  for (const [pattern, short] of LEVELS) {
    if (pattern.test(written)) return `${short} ${titleCase(withUnit(written.replace(pattern, '')))}`.trim()
  }
  if (DEPARTMENT.test(plain(written))) return departmentCase(written)
  const text = titleCase(written)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const DEPARTMENT =
  /^(?:SO|BO|CUC|CHI CUC|TONG CUC|VAN PHONG|PHONG|TRUNG TAM|THANH TRA|BAN(?! CHAP HANH| THUONG VU| CAN SU)|BENH VIEN|TRUONG|HOC VIEN|DAI|KHO BAC|BAO HIEM|NGAN HANG|CONG AN)(?=\s|$)/u
const ISSUERS =
  /^(?:UY BAN|UBND|HOI |HDND|SO |BAN |BO |CUC |CHI CUC|TONG CUC|VAN PHONG|PHONG |TINH UY|TINH DOAN|THANH UY|HUYEN UY|QUAN UY|THI UY|DANG UY|DANG BO|DOAN |CHINH PHU|THU TUONG|QUOC HOI|CONG AN|TRUONG |TRUNG TAM|LIEN |THANH TRA|BENH VIEN|DAI |BAO HIEM|KHO BAC|NGAN HANG|TOA AN|VIEN |HOC VIEN|MAT TRAN|CHU TICH|TONG CONG TY|CONG TY)/u
/** Dấu chỉ mức độ khẩn, mật and marks of a copy: in capitals, and no name. */
const STAMPS =
  /^(?:HOA TOC|THUONG KHAN|KHAN|MAT|TOI MAT|TUYET MAT|DU THAO|SAO Y|BAN SAO|SAO LUC|CONG VAN DEN|DEN|LUU HANH NOI BO|THU HOI.*)$/u

const PARTY = /^(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ)\s+[ỦU][YỶỴ]\s+.+$/u
const PROVINCE = /^(?:[UỦ][YỶ]\s+BAN\s+NHÂN\s+DÂN|UBND)\s+((?:TỈNH|THÀNH\s+PHỐ|HUYỆN|QUẬN|THỊ\s+XÃ)\s+.+)$/u

/** Uppercase lines that name the issuer; the last body named is the issuer, the ones above it are its superiors. */
export function issuerIn(header: string): string | null {
  const lines = header.split(/[\n\t|]| {3,}|[-–_]{3,}/u).map((l) =>
    l
      .replace(/[*_“”"]/gu, '')
      .replace(/\s+/gu, ' ')
      .replace(/^[-–\s.]+|[-–\s.;]+$/gu, ''),
  )
  const names: string[] = []
  for (const line of lines) {
    const letters = plain(line)
    if (!/\p{Lu}{2}/u.test(line) || line !== line.toUpperCase() || /\d|[:/]/u.test(line) || STAMPS.test(letters))
      continue
    if (ISSUERS.test(letters)) names.push(line)
    else if (names.length > 0 && /^[\p{Lu}\s,.&–-]+$/u.test(line)) names.push(`${names.pop()} ${line}`)
  }
  const last = names.at(-1)
  if (!last) return null
  // A department is named with its province: "Sở Xây dựng" under "UBND TỈNH X" is "Sở Xây dựng tỉnh X".
  const above = names.at(-2) ?? ''
  const over = /^(?:SỞ|BAN|PHÒNG|THANH TRA)\s/u.test(last) ? PROVINCE.exec(above)?.[1] : undefined
  if (over && !last.includes(over)) return `${shortIssuer(last)} ${titleCase(over)}`
  return /^(?:BAN|VĂN PHÒNG)\s/u.test(last) && PARTY.test(above)
    ? `${shortIssuer(last)} ${shortIssuer(above)}`
    : shortIssuer(last)
}

/** A name that lost its marks takes them from the place of the date, where that is the same name. */
export function withMarksOf(issuer: string | null, place: string | null): string | null {
  if (issuer === null || place === null) return issuer
  const name = place.replace(/^(?:tỉnh|thành\s+phố|xã|phường|huyện)\s+/iu, '')
  const at = plain(issuer).lastIndexOf(plain(name))
  const same = at > 0 && at + name.length === issuer.length
  return same ? issuer.slice(0, at) + name : issuer
}

/** The place that the opening itself names: "trên địa bàn tỉnh X", "Tỉnh ủy X". */
function placeIn(opening: readonly Block[], level: string): string | null {
  const named = new RegExp(`(?<!\\p{L})(?:${level}|Tỉnh\\s+[ủuỷ]y|Thành\\s+ủy)\\s+((?:\\p{Lu}\\p{Ll}*\\s?){1,4})`, 'u')
  for (const block of opening) {
    const name = named.exec(block.body.text)?.[1]?.trim()
    if (name) return name
  }
  return null
}

const SPEAKS =
  /(?:UBND|[UỦ][yỷ]\s+ban\s+nhân\s+dân)\s+(tỉnh|thành\s+phố|Thành\s+phố|huyện|thị\s+xã|xã|phường|quận|đặc\s+khu)(?:\s+((?:\p{Lu}[\p{Ll}]*\s+){1,4}))?\s*(?:ban\s+hành|xây\s+dựng|triển\s+khai)/u

/** The issuer that the opening names and the place completes: "Ủy ban nhân dân tỉnh ban hành" with "X, ngày …". */
export function issuerFromOpening(opening: readonly Block[], place: string | null): string | null {
  for (const block of opening) {
    const m = SPEAKS.exec(block.body.text)
    if (!m) continue
    const level = (m[1] ?? '').replace(/\s+/gu, ' ')
    const name = m[2]?.trim() ?? place?.replace(/^(?:tỉnh|thành\s+phố)\s+/iu, '') ?? placeIn(opening, level)
    if (name) return `UBND ${level} ${name}`
  }
  return null
}

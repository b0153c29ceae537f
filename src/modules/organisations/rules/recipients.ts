/**
 * Nơi nhận: which units a line of a plan names: a group ("Các sở, ban, ngành"), one body, or nothing we can tell.
 */
import { fold, sameSpelling, squeeze } from '../../../kernel/text.ts'
import type { Unit, UnitGroup } from '../words.ts'

/** What a line names. `candidates` = several units of one name: somebody must choose, the rule never does. */
export type Recipient = {
  readonly unitIds: readonly string[]
  readonly kind: 'group' | 'single' | 'unknown'
  readonly candidates: readonly string[]
}

/** Viết tắt quen dùng of offices, on folded text; longer ones first. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bdtn\b/g, 'doan thanh nien'],
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\bmttq( vn)?( viet nam)?\b/g, 'mat tran to quoc viet nam'],
  [/\bmat tran to quoc(?! viet nam)/g, 'mat tran to quoc viet nam'],
  [/\bvp\b/g, 'van phong'],
  [/\bcntt\b/g, 'cong nghe thong tin'],
  [/\b(ld|lao dong) ?-? ?(tb|tbxh)( va |&)?(xh)?\b/g, 'lao dong thuong binh va xa hoi'],
  [/\bldtbxh\b/g, 'lao dong thuong binh va xa hoi'],
  [/\bnn va ptnt\b|\bnnptnt\b/g, 'nong nghiep va phat trien nong thon'],
  [/\bgtvt\b/g, 'giao thong van tai'],
  [/\bkh va dt\b|\bkhdt\b/g, 'ke hoach va dau tu'],
  [/\bkh va cn\b|\bkhcn\b/g, 'khoa hoc va cong nghe'],
  [/\btn va mt\b|\btnmt\b/g, 'tai nguyen va moi truong'],
  [/\btt va tt\b|\btttt\b/g, 'thong tin va truyen thong'],
  [/\bgd va dt\b|\bgddt\b/g, 'giao duc va dao tao'],
  [/\bvh ?-? ?tt va dl\b|\bvhttdl\b|\bvh tt va dl\b/g, 'van hoa the thao va du lich'],
  [/\bbvdk\b/g, 'benh vien da khoa'],
]

/** A name as compared: no marks, no punctuation, no short forms, without "tỉnh", "thành phố" at its end. */
export function nameKey(name: string): string {
  let key = fold(name)
    .replace(/&/g, ' va ')
    .replace(/[.,;:()–-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  for (const [short, full] of SHORT) key = key.replace(short, full)
  key = key.replace(/\s+/g, ' ').trim()
  return /^uy ban nhan dan (tinh|thanh pho)$/.test(key) ? key : key.replace(/ (tinh|thanh pho)$/, '')
}

/** Tổ chức chính trị - xã hội: the closed list of Điều 9 Hiến pháp 2013, on name keys. */
const SOCIO_POLITICAL =
  /^(uy ban mat tran to quoc|mat tran to quoc|lien doan lao dong|tinh doan|thanh doan|doan thanh nien|hoi lien hiep phu nu|hoi nong dan|hoi cuu chien binh)/

type GroupRule = { readonly fits: RegExp; readonly group: UnitGroup; readonly only?: RegExp }

/** Cách gọi chung in recipient lines, on folded text. */
const GROUP_LINES: readonly GroupRule[] = [
  { fits: /^(cac )?(so|ban|nganh)\b.*\b(ban|nganh)\b/, group: 'co-quan-chuyen-mon' },
  { fits: /^cac so\b/, group: 'co-quan-chuyen-mon' },
  { fits: /^(cac )?co quan chuyen mon/, group: 'co-quan-chuyen-mon' },
  { fits: /^(cac )?don vi su nghiep/, group: 'don-vi-su-nghiep' },
  { fits: /^(uy ban nhan dan )?(cac )?(huyen|thi xa|quan)\b.*\b(thi xa|thanh pho|huyen)\b/, group: 'cap-huyen' },
  { fits: /^uy ban nhan dan cap huyen/, group: 'cap-huyen' },
  { fits: /^(uy ban nhan dan )?(cac )?xa\b.*\b(phuong|thi tran|dac khu)\b/, group: 'cap-xa' },
  { fits: /^uy ban nhan dan cap xa/, group: 'cap-xa' },
  { fits: /^cac ban\b.*(tinh uy|thanh uy)/, group: 'dang' },
  { fits: /^(cac )?co quan .*(tinh uy|thanh uy)/, group: 'dang' },
  { fits: /(cac )?doan the\b|to chuc chinh tri xa hoi/, group: 'mat-tran-doan-the', only: SOCIO_POLITICAL },
  {
    fits: /^cac hoi\b/,
    group: 'mat-tran-doan-the',
    only: /^(?!uy ban mat tran|lien doan lao dong|tinh doan|thanh doan)/,
  },
]

const NOBODY: Recipient = { unitIds: [], kind: 'unknown', candidates: [] }

const plain = (line: string): string =>
  squeeze(line)
    .replace(/^[-+•*]\s*/, '')
    .replace(/[;.,]+$/, '')

/**
 * Which of `units` (those of the programme's territory on its day) a recipient line names.
 * A name borne by several units gives no unit but all candidates.
 */
export function resolveRecipient(line: string, units: readonly Unit[]): Recipient {
  const text = plain(line)
  const key = nameKey(text.replace(/\s*\(.*\)\s*/g, ' '))
  if (key === '' || /^luu\b/.test(key)) return NOBODY
  const single = bodyNamed(text, key, units)
  if (single) return single
  const rule = GROUP_LINES.find((r) => r.fits.test(key))
  if (rule) {
    const members = units.filter((u) => u.group === rule.group && (!rule.only || rule.only.test(nameKey(u.name))))
    if (members.length > 0) return { unitIds: members.map((u) => u.id), kind: 'group', candidates: [] }
  }
  const led = /^(lanh dao|thuong truc|chu tich|giam doc|thu truong)( |,).*/.test(key) ? leaders(key, units) : null
  return led ?? NOBODY
}

/** "Chủ tịch, các PCT UBND tỉnh", "Lãnh đạo VP UBND tỉnh": the body whose leaders are named, when the register has it. */
function leaders(key: string, units: readonly Unit[]): Recipient | null {
  if (/uy ban nhan dan tinh$|uy ban nhan dan thanh pho$|uy ban nhan dan$/.test(key) && !/van phong/.test(key)) {
    const committee = units.filter((u) => u.kind === 'province')
    return committee.length === 1 ? { unitIds: committee.map((u) => u.id), kind: 'single', candidates: [] } : null
  }
  return bodyNamed(key, key.replace(/^(lanh dao|giam doc|thu truong) /, ''), units)
}

function bodyNamed(text: string, key: string, units: readonly Unit[]): Recipient | null {
  const exact = units.filter((u) => sameSpelling(u.officeName) === sameSpelling(text))
  const found =
    exact.length > 0
      ? exact
      : units.filter((u) => nameKey(u.officeName) === key || (u.kind === 'body' && nameKey(u.name) === key))
  if (found.length === 0) return null
  const ids = found.map((u) => u.id)
  return found.length === 1
    ? { unitIds: ids, kind: 'single', candidates: [] }
    : { unitIds: [], kind: 'unknown', candidates: ids }
}

/**
 * Các danh sách ghi lại người đó: a person as one office wrote them down. Each kind of list knows other things and makes other
 * errors; the rates are those of lists that bodies of a province send, set before any weight was.
 */
import { LETTERS } from '../../src/kernel/before-unicode.ts'
import { day } from '../../src/kernel/day.ts'
import { fold } from '../../src/kernel/text.ts'
import type { MatchRecord } from '../../src/modules/duplicates/rules/record.ts'
import type { Dice } from './dice.ts'
import type { Human } from './population.ts'

/** Loại danh sách. */
export type ListKind = 'personnel' | 'association' | 'before-unicode' | 'science' | 'self'

type Knows = {
  [K in 'cccd' | 'cmnd' | 'phone' | 'email' | 'unit' | 'commune' | 'home' | 'school' | 'orcid' | 'sex']: number
}

// How often a list of this kind has the column filled.
const KNOWS: Readonly<Record<ListKind, Knows>> = {
  personnel: {
    cccd: 0.88,
    cmnd: 0.1,
    phone: 0.6,
    email: 0.3,
    unit: 1,
    commune: 0.5,
    home: 0.75,
    school: 0.6,
    orcid: 0.3,
    sex: 1,
  },
  association: {
    cccd: 0.2,
    cmnd: 0.1,
    phone: 0.75,
    email: 0.35,
    unit: 0.85,
    commune: 0.4,
    home: 0.3,
    school: 0.3,
    orcid: 0.1,
    sex: 0.9,
  },
  'before-unicode': {
    cccd: 0,
    cmnd: 0.4,
    phone: 0.4,
    email: 0.05,
    unit: 1,
    commune: 0.5,
    home: 0.8,
    school: 0.5,
    orcid: 0,
    sex: 1,
  },
  science: {
    cccd: 0.3,
    cmnd: 0,
    phone: 0.5,
    email: 0.7,
    unit: 0.9,
    commune: 0.1,
    home: 0.2,
    school: 0.8,
    orcid: 0.8,
    sex: 0.8,
  },
  self: {
    cccd: 0.95,
    cmnd: 0.1,
    phone: 0.95,
    email: 0.8,
    unit: 0.95,
    commune: 0.9,
    home: 0.9,
    school: 0.9,
    orcid: 0.6,
    sex: 1,
  },
}

/** Share of rows with only the year of birth, or none. */
const YEAR_ONLY: Readonly<Record<ListKind, number>> = {
  personnel: 0.02,
  association: 0.18,
  'before-unicode': 0.08,
  science: 0.2,
  self: 0,
}

/** A person as one list has them. */
export function writeDown(human: Human, kind: ListKind, dice: Dice, id: string): MatchRecord {
  const knows = KNOWS[kind]
  const has = (field: keyof Knows) => dice.chance(knows[field])
  // People move house and work, and change their number, between two lists.
  const moved = dice.chance(0.1)
  const cccd = has('cccd') ? writeCccd(human.cccd, dice) : null
  return {
    id,
    name: writeName(human, kind, dice),
    otherNames: [],
    sex: has('sex') ? (dice.chance(0.004) ? (human.sex === 'nu' ? 'nam' : 'nu') : human.sex) : null,
    birth: writeBirth(human, kind, dice),
    cccd,
    last3: cccd === null ? null : cccd.slice(-3),
    cmnd: has('cmnd') ? human.cmnd : null,
    orcid: has('orcid') ? human.orcid : null,
    phones: has('phone') ? [writePhone(dice.chance(0.1) ? `03${human.phone.slice(2)}` : human.phone, dice)] : [],
    emails: has('email') ? [dice.chance(0.15) ? `x${human.email}` : human.email] : [],
    unitId: has('unit')
      ? moved || (kind === 'association' && dice.chance(0.3))
        ? `u${dice.whole(0, 399)}`
        : human.unit
      : null,
    communeId: has('commune') ? (dice.chance(0.08) ? 'Đồng Lạc, An Hòa' : human.commune) : null,
    homePlace: has('home') ? writeHome(human, dice) : null,
    school: has('school') ? (dice.chance(0.5) ? human.school : human.school.replace('Đại học', 'ĐH')) : null,
    graduated: dice.chance(0.8) ? human.graduated : null,
  }
}

/** One number in two hundred has a wrong digit. */
function writeCccd(cccd: string, dice: Dice): string {
  if (!dice.chance(0.005)) return cccd
  const at = dice.whole(6, 11)
  return `${cccd.slice(0, at)}${(Number(cccd.charAt(at)) + dice.whole(1, 9)) % 10}${cccd.slice(at + 1)}`
}

const writePhone = (phone: string, dice: Dice): string =>
  dice.pick([phone, `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`, `+84${phone.slice(1)}`])

function writeHome(human: Human, dice: Dice): string {
  const [commune, district] = human.home
  return dice.pick([
    `xã ${commune}, huyện ${district}`,
    `${commune} - ${district}`,
    `${commune}, ${district}`,
    `Huyện ${district}`,
  ])
}

function writeBirth(human: Human, kind: ListKind, dice: Dice): MatchRecord['birth'] {
  const [year = '', month = '', date = ''] = human.birth.split('-')
  if (dice.chance(YEAR_ONLY[kind])) return { day: day(`${year}-01-01`), precision: 'year' }
  if (dice.chance(0.006) && Number(date) <= 12) return { day: day(`${year}-${date}-${month}`), precision: 'day' }
  if (dice.chance(0.008)) return { day: shiftYear(human, dice), precision: 'day' }
  if (dice.chance(0.005)) {
    const other = String((Number(date) + dice.whole(1, 9)) % 28 || 28).padStart(2, '0')
    return { day: day(`${year}-${month}-${other}`), precision: 'day' }
  }
  return { day: human.birth, precision: 'day' }
}

/** A wrong last digit of the year mostly, two digits turned sometimes. */
function shiftYear(human: Human, dice: Dice) {
  const [year = '', month = '', date = ''] = human.birth.split('-')
  const turned = `${year.slice(0, 2)}${year.charAt(3)}${year.charAt(2)}`
  const near = String(Number(year) + dice.pick([-1, 1, -2, 2, 10, -10]))
  const usable = dice.chance(0.25) && Number(turned) > 1945 && Number(turned) < 2006 ? turned : near
  return day(`${usable}-${month === '02' && date === '29' ? '02-28' : `${month}-${date}`}`)
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^Lý$/u, 'Lí'],
  [/^Mỹ$/u, 'Mĩ'],
  [/^Quý$/u, 'Quí'],
  [/^Thúy$/u, 'Thuý'],
  [/^Thủy$/u, 'Thuỷ'],
  [/^Hòa$/u, 'Hoà'],
  [/^Vũ$/u, 'Vủ'],
  [/^Dũng$/u, 'Dủng'],
  [/^Nguyễn$/u, 'Nguyển'],
]
const CONFUSED: readonly (readonly [RegExp, string])[] = [
  [/^L(?=\p{Ll})/u, 'N'],
  [/^N(?![gh])(?=\p{Ll})/u, 'L'],
  [/^S/u, 'X'],
  [/^X/u, 'S'],
  [/^Tr/u, 'Ch'],
  [/^Ch/u, 'Tr'],
  [/^D(?=\p{Ll})/u, 'Gi'],
]

/** The name with the errors and habits of the list. */
function writeName(human: Human, kind: ListKind, dice: Dice): string {
  let middle = [...human.middle]
  if (middle.length > 0 && dice.chance(0.02)) middle = middle.filter((_, i) => i !== dice.whole(0, middle.length - 1))
  if (middle.length > 1 && dice.chance(0.02)) middle = middle.toReversed()
  let syllables = [human.family, ...middle, human.given]
  const at = dice.whole(0, syllables.length - 1)
  const change = (table: readonly (readonly [RegExp, string])[], p: number, where: number | null) => {
    if (!dice.chance(p)) return
    syllables = syllables.map((s, i) => {
      const rule = where === null || where === i ? table.find(([pattern]) => pattern.test(s)) : undefined
      return rule === undefined ? s : s.replace(rule[0], rule[1])
    })
  }
  change(SPELLINGS, 0.08, null)
  change(CONFUSED, 0.006, at)
  if (dice.chance(0.006)) syllables = syllables.map((s, i) => (i === at ? withoutMarks(s) : s))
  return dress(syllables, kind, dice)
}

const withoutMarks = (s: string): string => fold(s).replace(/^./u, (c) => c.toUpperCase())

const TITLES = ['TS. ', 'ThS. ', 'PGS.TS. ', 'BSCKII. ', 'GS.TS ', 'Bà ', 'Ông ']

function dress(syllables: readonly string[], kind: ListKind, dice: Dice): string {
  const name = syllables.join(' ')
  if (kind === 'before-unicode') {
    if (dice.chance(0.35)) return withoutMarks(name)
    if (dice.chance(0.5)) return encode('TCVN3', name)
    return dice.chance(0.4) ? encode('VNI', name) : name.toUpperCase()
  }
  if (kind === 'science') {
    if (dice.chance(0.1)) return withoutMarks([...syllables.slice(-1), ...syllables.slice(0, -1)].join(' '))
    if (dice.chance(0.1)) return fold(name)
  }
  const titled = ['science', 'association'].includes(kind) && dice.chance(0.35) ? dice.pick(TITLES) : ''
  return titled + (dice.chance(0.15) ? name.toUpperCase() : name)
}

/** Types a name with the letters of a code page from before Unicode; letters the page lacks stay without marks. */
function encode(page: 'TCVN3' | 'VNI', text: string): string {
  const back = new Map([...LETTERS[page]].map(([key, letter]) => [letter, key]))
  return [...text]
    .map((c) => back.get(c) ?? (c.charCodeAt(0) < 128 ? c : (back.get(c.toLowerCase()) ?? fold(c))))
    .join('')
}

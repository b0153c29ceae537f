/**
 * Họ tên trong tệp: titles before and after the name become candidates for degrees, capitals become a name as people write
 * it, the person's own spelling stays. Any letter of Vietnam's peoples, apostrophes and hyphens are names; figures are not.
 */
import { squeeze } from '../../../kernel/text.ts'
import type { Target } from './headings.ts'

/** Danh xưng tách ra: the field it speaks for and the code it means there. */
export type TitleFound = { readonly target: Target; readonly code: string; readonly words: string }

/** Họ tên đọc được. */
export type NameRead = {
  /** As shown: titles off, capitals put right, spelling kept. */
  readonly name: string
  readonly original: string
  readonly titles: readonly TitleFound[]
  /** Words in brackets after the name: "(Hiệu trưởng)". */
  readonly note: string
  /** Why it is no name; null when it is one. */
  readonly problem: 'empty' | 'digits' | 'markup' | 'letters' | 'long' | null
}

type Title = readonly [words: RegExp, target: Target, code: string]

/** Danh xưng đứng trước, sau họ tên. Longer ones first. */
const TITLES: readonly Title[] = [
  [/^(?:GS\.?\s*,?\s*VS|VS\.?\s*GS)\.?/u, 'academic-title.title', 'GS'],
  [/^PGS\.?/iu, 'academic-title.title', 'PGS'],
  [/^(?:Phó giáo sư)/iu, 'academic-title.title', 'PGS'],
  [/^(?:Giáo sư)/iu, 'academic-title.title', 'GS'],
  [/^GS\.?/u, 'academic-title.title', 'GS'],
  [/^(?:TSKH|Tiến sĩ khoa học|Tiến sỹ khoa học)\.?/iu, 'education.degree', 'TSKH'],
  [/^(?:BS\.?\s*(?:CK\s*II|CK\s*2|CKII)|(?:BS)?CK\s*(?:II|2))\.?/iu, 'education.medical', 'CKII'],
  [/^(?:BS\.?\s*(?:CK\s*I|CK\s*1|CKI)|(?:BS)?CK\s*(?:I|1))\.?/iu, 'education.medical', 'CKI'],
  [/^(?:DS\.?\s*CK\s*(?:II|2))\.?/iu, 'education.medical', 'CKII'],
  [/^(?:DS\.?\s*CK\s*(?:I|1))\.?/iu, 'education.medical', 'CKI'],
  [/^(?:BSNT|Bác sĩ nội trú)\.?/iu, 'education.medical', 'BSNT'],
  [/^(?:Tiến sĩ|Tiến sỹ)/iu, 'education.degree', 'TS'],
  [/^(?:Thạc sĩ|Thạc sỹ)/iu, 'education.degree', 'ThS'],
  [/^(?:ThS|Th\.S|Ths|THS)\.?/u, 'education.degree', 'ThS'],
  [/^(?:TS|Ts)\.?/u, 'education.degree', 'TS'],
  [/^KTS\.?/u, 'education.degree', 'KTS'],
  [/^(?:BS|Bs)\.?/u, 'education.degree', 'BS'],
  [/^(?:DS|Ds)\.?/u, 'education.degree', 'DS'],
  [/^(?:KS|Ks)\.?/u, 'education.degree', 'KS'],
  [/^(?:CN|Cn)\./u, 'education.degree', 'CN'],
  [/^(?:Cử nhân)/iu, 'education.degree', 'CN'],
  [/^(?:Kỹ sư)/iu, 'education.degree', 'KS'],
  [/^(?:Bác sĩ|Bác sỹ)/iu, 'education.degree', 'BS'],
  [/^NGND\.?/u, 'award.award', 'NGND'],
  [/^(?:NGƯT|NGUT)\.?/u, 'award.award', 'NGUT'],
  [/^TTND\.?/u, 'award.award', 'TTND'],
  [/^(?:TTƯT|TTUT)\.?/u, 'award.award', 'TTUT'],
  [/^NSND\.?/u, 'award.award', 'NSND'],
  [/^(?:NSƯT|NSUT)\.?/u, 'award.award', 'NSUT'],
]

const SEPARATOR = /^[\s.,;:/+&-]+/u
const CIVIL = /^(?:Ông|Bà|Mr|Mrs|Ms)\s*[.:]\s*|^(?:Ông|Bà)\s*\/\s*(?:Ông|Bà)?\s*/u

/** One title at the head of a text; null when none stands there, or when nothing would be left of the name. */
function titleAt(text: string): { title: TitleFound; rest: string } | null {
  for (const [words, target, code] of TITLES) {
    const found = words.exec(text)?.[0]
    if (found === undefined) continue
    const after = text.slice(found.length)
    // A title ends at a separator; letters right behind it make another word ("TSang").
    if (after !== '' && /^\p{L}/u.test(after) && !found.endsWith('.')) continue
    return { title: { target, code, words: found }, rest: after.replace(SEPARATOR, '') }
  }
  return null
}

function stripTitles(text: string): { rest: string; titles: TitleFound[] } {
  const titles: TitleFound[] = []
  let rest = text
  for (let found = titleAt(rest); found !== null; found = titleAt(rest)) {
    titles.push(found.title)
    rest = found.rest
  }
  return rest === '' && titles.length > 0 ? { rest: text, titles: [] } : { rest, titles }
}

/** "Nguyễn Văn A, ThS" -> the name and what follows its first comma when that is nothing but titles. */
function stripAfter(text: string): { rest: string; titles: TitleFound[] } {
  const comma = /^([^,]+)[,–-]\s+(.+)$/u.exec(text)
  if (comma?.[1] === undefined || comma[2] === undefined) return { rest: text, titles: [] }
  const titles: TitleFound[] = []
  let rest = comma[2]
  for (let found = titleAt(rest); found !== null; found = titleAt(rest)) {
    titles.push(found.title)
    rest = found.rest
  }
  return rest === '' && titles.length > 0 ? { rest: comma[1].trim(), titles } : { rest: text, titles: [] }
}

/** "NGUYỄN VĂN ĐỨC" -> "Nguyễn Văn Đức", "H'HEN NIÊ" -> "H'Hen Niê"; a name with small and capital letters stays. */
export function properCase(name: string): string {
  const letters = name.match(/\p{L}/gu) ?? []
  const loud = letters.length > 1 && letters.every((c) => c === c.toUpperCase())
  const quiet = letters.length > 1 && letters.every((c) => c === c.toLowerCase())
  if (!loud && !quiet) return name
  return name
    .toLowerCase()
    .replace(/(^|[\s'’ʼ-])(\p{L})/gu, (_, before: string, first: string) => before + first.toUpperCase())
}

const NAME_LETTERS = /^[\p{L}\p{M}'’ʼ`.\- ]+$/u
const LONGEST = 100

function problemOf(name: string): NameRead['problem'] {
  if (name === '') return 'empty'
  if (/[<>]|&[a-z]+;/iu.test(name)) return 'markup'
  if (/\d/u.test(name)) return 'digits'
  if (!NAME_LETTERS.test(name) || !/\p{L}/u.test(name)) return 'letters'
  return [...name].length > LONGEST ? 'long' : null
}

/** Reads one name. */
export function readName(text: string): NameRead {
  const original = squeeze(text)
  const bare = original.replace(CIVIL, '')
  const brackets = /^(.*?)\s*[([]([^)\]]*)[)\]]\s*$/u.exec(bare)
  const before = stripTitles(brackets?.[1] === undefined || brackets[1] === '' ? bare : brackets[1])
  const after = stripAfter(before.rest)
  const name = properCase(
    after.rest
      .replace(/[`´]/gu, "'")
      .replace(/\s*[.,;]+$/u, '')
      .trim(),
  )
  return {
    name,
    original,
    titles: [...before.titles, ...after.titles],
    note: brackets?.[1] ? (brackets[2] ?? '').trim() : '',
    problem: problemOf(name),
  }
}

/** Hai cột họ đệm và tên: joined with one space. */
export const joinName = (parts: readonly string[]): string => squeeze(parts.filter((p) => p.trim() !== '').join(' '))

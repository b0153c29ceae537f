/** Chuẩn bị để so: a record in the forms that comparisons use, worked out once. */
import { rememberedFor } from '../../../kernel/remembered.ts'
import { fold, squeeze } from '../../../kernel/text.ts'
import { type PersonName, readName } from './names.ts'
import type { MatchRecord } from './record.ts'

/** Bản ghi đã chuẩn bị. Numbers of the birth date are 0 where they are not known. */
export type Prepared = {
  readonly record: MatchRecord
  /** The name first, then other names. */
  readonly names: readonly PersonName[]
  /** "thi" or "van": the đệm that tells the sex already. */
  readonly sexByName: string | null
  readonly year: number
  readonly month: number
  readonly day: number
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly orcid: string | null
  /** Parts of the home place without the kind of unit, small to large. */
  readonly home: readonly string[]
  readonly school: string | null
}

const MOST_NAMES = 4

/** The same record is prepared once. */
export const prepare = rememberedFor((record: MatchRecord): Prepared => {
  const main = readName(record.name)
  const others = [...record.otherNames, ...main.aliases].map(readName)
  const { birth } = record
  return {
    record,
    names: [main, ...others.filter((n) => n.syllables.length > 0 && n.text !== main.text)].slice(0, MOST_NAMES),
    sexByName: tellsSex(main),
    year: birth === null ? 0 : Number(birth.day.slice(0, 4)),
    month: birth === null || birth.precision === 'year' ? 0 : Number(birth.day.slice(5, 7)),
    day: birth?.precision === 'day' ? Number(birth.day.slice(8, 10)) : 0,
    phones: record.phones.map(plainPhone).filter((p) => p.length >= 9),
    emails: record.emails.map((e) => squeeze(e).toLowerCase()).filter((e) => e.includes('@')),
    orcid:
      record.orcid === null
        ? null
        : record.orcid
            .replace(/^.*orcid\.org\//iu, '')
            .toUpperCase()
            .trim(),
    home: placeParts(record.homePlace),
    school: record.school === null ? null : plainSchool(record.school),
  }
})

function tellsSex(name: PersonName): string | null {
  const middle = name.syllables.length > 2 ? name.syllables[1]?.bare : undefined
  return middle === 'thi' || middle === 'van' ? middle : null
}

/** Digits only, the country code as 0; numbers of eleven digits from before 2018 in their ten-digit form stay as they are. */
const plainPhone = (text: string): string => text.replace(/\D/gu, '').replace(/^(?:00)?84(?=\d{9,10}$)/u, '0')

const KIND_OF_PLACE =
  /^(?:xa|phuong|thi tran|thi xa|huyen|quan|tinh|thanh pho|tp|tx|tt|h|x|p|t|dac khu|thon|xom)[.\s]+(?=\S)/u

/** "xã Gia Tân, huyện Gia Lộc" -> ["gia tan", "gia loc"]. */
function placeParts(text: string | null): string[] {
  if (text === null) return []
  return fold(text)
    .split(/\s*[,;–/]\s*|\s+-\s+|(?<=\S)-(?=\S)/u)
    .map((part) =>
      part
        .replace(KIND_OF_PLACE, '')
        .replace(/[^a-z0-9 ]/gu, '')
        .trim(),
    )
    .filter((part) => part !== '' && part !== 'viet nam')
}

/** "Trường Đại học Y Hà Nội" and "ĐH Y Hà Nội" are one. */
function plainSchool(text: string): string | null {
  const plain = fold(text)
    .replace(/[^a-z0-9 ]/gu, ' ')
    .replace(/\btruong\b/gu, ' ')
    .replace(/\bdai hoc\b/gu, 'dh')
    .replace(/\bcao dang\b/gu, 'cd')
    .replace(/\bhoc vien\b/gu, 'hv')
    .replace(/\s+/gu, ' ')
    .trim()
  return plain === '' ? null : plain
}

/**
 * Độ đầy đủ: what a dossier should hold so that the goals can be counted from it, and which goal suffers when it is missing.
 * Goal codes are the clause numbers of the programme (docs/words.md).
 */
import type { Fact, Identifier, Person } from '../words/dossier.ts'
import type { GroupCode } from '../words/group.ts'

/** Điều cần có. `weight` in points of a hundred. */
export type Need = {
  readonly code: string
  readonly label: string
  readonly group: GroupCode
  readonly weight: number
  /** Clause numbers of the goals that cannot be counted without it. */
  readonly goals: readonly string[]
  readonly met: (d: Held) => boolean
}

/** The part of a dossier that is looked at. */
export type Held = {
  readonly person: Pick<Person, 'birth' | 'sex' | 'homePlace'>
  readonly facts: readonly Fact[]
  readonly identifiers: readonly Pick<Identifier, 'scheme'>[]
}

const some = (d: Held, group: GroupCode, ...fields: string[]): boolean =>
  d.facts.some((f) => f.group === group && fields.every((name) => f.data[name] !== undefined && f.data[name] !== ''))

const isState = (d: Held): boolean =>
  d.facts.some((f) => f.group === 'category' && ['can-bo', 'cong-chuc', 'vien-chuc'].includes(String(f.data.category)))

/** Những điều cần có, in the order of their weight for the goals. */
export const NEEDS: readonly Need[] = [
  {
    code: 'education',
    label: 'Trình độ chuyên môn',
    group: 'education',
    weight: 16,
    goals: ['II.1.1a', 'II.1.1b', 'II.1.8a', 'II.1.8b'],
    met: (d) => some(d, 'education', 'level'),
  },
  {
    code: 'major',
    label: 'Ngành hoặc chuyên ngành đào tạo',
    group: 'education',
    weight: 8,
    goals: ['II.1.2', 'II.1.3', 'II.1.6'],
    met: (d) => some(d, 'education', 'major') || some(d, 'education', 'field'),
  },
  {
    code: 'graduation',
    label: 'Năm tốt nghiệp',
    group: 'education',
    weight: 4,
    goals: ['II.1.1a'],
    met: (d) => some(d, 'education', 'graduated') || d.facts.some((f) => f.group === 'education' && f.from !== null),
  },
  {
    code: 'post',
    label: 'Vị trí công tác chính',
    group: 'post',
    weight: 12,
    goals: ['II.1.6', 'II.1.7a', 'II.1.7b', 'II.1.8a'],
    met: (d) =>
      d.facts.some((f) => f.slot === 'post:main') ||
      d.facts.some((f) => f.group === 'category' && ['huu-tri', 'tu-do'].includes(String(f.data.category))),
  },
  {
    code: 'birth',
    label: 'Ngày sinh đủ ngày, tháng, năm',
    group: 'birth',
    weight: 10,
    goals: ['II.1.7a', 'II.1.7b'],
    met: (d) => d.person.birth !== null && d.person.birth.length === 10,
  },
  { code: 'sex', label: 'Giới tính', group: 'birth', weight: 5, goals: [], met: (d) => d.person.sex !== null },
  {
    code: 'number',
    label: 'Số định danh cá nhân',
    group: 'identity',
    weight: 10,
    goals: [],
    met: (d) => d.identifiers.some((i) => i.scheme === 'cccd' || i.scheme === 'passport'),
  },
  {
    code: 'category',
    label: 'Nhóm đối tượng',
    group: 'category',
    weight: 8,
    goals: ['II.1.1a', 'II.1.6', 'II.1.8a'],
    met: (d) => some(d, 'category', 'category'),
  },
  {
    code: 'sector',
    label: 'Lĩnh vực',
    group: 'category',
    weight: 5,
    goals: ['II.1.2', 'II.1.3'],
    met: (d) => some(d, 'category', 'sector') || some(d, 'rank', 'code'),
  },
  {
    code: 'residence',
    label: 'Nơi ở hiện nay',
    group: 'contact',
    weight: 6,
    goals: ['II.1.1a', 'II.1.1b'],
    met: (d) => some(d, 'contact', 'residence') || some(d, 'contact', 'residenceText'),
  },
  {
    code: 'reach',
    label: 'Điện thoại hoặc thư điện tử',
    group: 'contact',
    weight: 5,
    goals: [],
    met: (d) => some(d, 'contact', 'phone') || some(d, 'contact', 'email'),
  },
  {
    code: 'rank',
    label: 'Ngạch, chức danh nghề nghiệp',
    group: 'rank',
    weight: 4,
    goals: ['II.1.6'],
    met: (d) => !isState(d) || some(d, 'rank', 'code'),
  },
  {
    code: 'language',
    label: 'Ngoại ngữ',
    group: 'language',
    weight: 3,
    goals: ['II.1.9'],
    met: (d) => some(d, 'language', 'language'),
  },
  {
    code: 'theory',
    label: 'Lý luận chính trị',
    group: 'political-theory',
    weight: 2,
    goals: ['II.1.6'],
    met: (d) => !isState(d) || some(d, 'political-theory', 'level'),
  },
  {
    code: 'research-field',
    label: 'Lĩnh vực nghiên cứu, chuyên môn sâu',
    group: 'research-field',
    weight: 2,
    goals: ['II.2.2'],
    met: (d) => some(d, 'research-field', 'field'),
  },
]

const TOTAL = NEEDS.reduce((sum, n) => sum + n.weight, 0)
const BY_CODE = new Map(NEEDS.map((n) => [n.code, n]))

/** Codes of what is missing. */
export const gapsOf = (d: Held): string[] => NEEDS.filter((n) => !n.met(d)).map((n) => n.code)

/** Share that is there, 0 to 100, by weight. */
export function shareOf(gaps: readonly string[]): number {
  const missing = gaps.reduce((sum, code) => sum + (BY_CODE.get(code)?.weight ?? 0), 0)
  return Math.round(((TOTAL - missing) / TOTAL) * 100)
}

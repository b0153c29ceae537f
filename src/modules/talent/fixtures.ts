/** Nhân tài mẫu cho kiểm thử quy tắc. */
import { day } from '../../kernel/day.ts'
import type { Episode, Exit, Recognition, Review, Talent } from './words.ts'

const RECORDED = {
  version: 1,
  recordedAt: Temporal.Instant.from('2020-01-01T00:00:00Z'),
  recordedBy: 'Trần Thị Lan',
  supersededAt: null,
} as const

/** A decision of a day. */
export const decided = (decidedOn: string, more: Partial<Recognition> = {}): Recognition => ({
  ...RECORDED,
  key: `r-${decidedOn}`,
  talentId: 't',
  number: `12/QĐ-UBND-${decidedOn}`,
  decidedOn: day(decidedOn),
  authority: 'UBND tỉnh',
  basis: 'nq-hdnd',
  talentClass: 'dang-cong-tac',
  sector: 'y-te',
  committedUntil: null,
  note: '',
  endedOn: null,
  endReason: null,
  endDocument: '',
  withdrawn: false,
  ...more,
})

/** A stretch of work; `exit` with its day when it ended. */
export const worked = (
  from: string,
  unitId: string,
  exit?: readonly [leftOn: string, Exit, reason?: string],
): Episode => ({
  ...RECORDED,
  key: `e-${from}-${unitId}`,
  talentId: 't',
  unitId,
  from: day(from),
  leftOn: exit === undefined ? null : day(exit[0]),
  exit: exit?.[1] ?? null,
  reason: exit?.[1] === 'roi' ? (exit[2] ?? 'thu-nhap') : null,
  document: '',
})

/** A review of a milestone. */
export const reviewed = (milestone: number, on: string): Review => ({
  ...RECORDED,
  talentId: 't',
  milestone,
  on: day(on),
  rating: 'HTT',
  benefits: [],
  remark: '',
  document: '',
})

/** Somebody recognised. */
export function talent(
  id: string,
  decisions: readonly Recognition[],
  episodes: readonly Episode[],
  reviews: readonly Review[] = [],
): Talent {
  const own = <T extends { talentId: string }>(list: readonly T[]): T[] => list.map((x) => ({ ...x, talentId: id }))
  return {
    id,
    code: `NT-${id}`,
    personId: `p-${id}`,
    unitId: episodes.at(-1)?.unitId ?? 'u',
    version: 1,
    recognitions: own(decisions),
    episodes: own(episodes),
    reviews: own(reviews),
  }
}

/** Somebody recognised on a day who works at `u` since, or left so. */
export const someone = (id: string, on: string, exit?: readonly [leftOn: string, Exit, reason?: string]): Talent =>
  talent(id, [decided(on)], [worked(on, 'u', exit)])

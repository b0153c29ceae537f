/** Đơn vị thử: an invented province with two districts, and builders for tests. */
import { type Day, day } from '../../kernel/day.ts'
import { setAlias } from './actions/set-alias.ts'
import { undoAlias } from './actions/undo-alias.ts'
import { resolution } from './rules/names/resolution.ts'
import type { EdgeFact, EventFact, RegisterFacts, UnitFact } from './rules/register-facts.ts'
import type { Unit } from './words.ts'

/** Quyết định tên: the two verbs, for tests of the modules below. */
export const nameDecisions = { set: setAlias, undo: undoAlias }

/** What a name turned out to be; the way it is found is not given unless the test says so. */
export const aResolution = resolution

/** A unit fact; the code decides what is not given. */
export const aUnit = (code: string, more: Partial<UnitFact> = {}): UnitFact => ({
  code,
  gso: null,
  kind: 'body',
  type: null,
  group: 'co-quan-chuyen-mon',
  name: `Cơ quan ${code}`,
  officeName: `Cơ quan ${code}`,
  parent: 'Y01',
  from: day('2024-01-01'),
  basis: 'seen',
  source: '',
  note: '',
  ...more,
})

/** A link between two codes. */
export const anEdge = (from: string | null, to: string | null, more: Partial<EdgeFact> = {}): EdgeFact => ({
  from,
  to,
  part: 'full',
  function: null,
  basis: to === null ? 'unknown' : 'seen',
  note: '',
  weights: [],
  ...more,
})

/** An event on a day. */
export const anEvent = (on: string, more: Partial<EventFact> = {}): EventFact => ({
  key: `su-kien-${on}`,
  kind: 'merge',
  on: day(on),
  title: 'Sắp xếp thử',
  act: 'Nghị quyết số 01/NQ-HĐND',
  source: '',
  note: '',
  units: [],
  ends: [],
  renames: [],
  moves: [],
  edges: [],
  ...more,
})

/** Tỉnh An Bình (bịa): a second province, so that nothing depends on the first. Huyện Hạ is merged into Huyện Thượng. */
export const inventedProvince = (): RegisterFacts => {
  const place = (code: string, type: string, name: string, parent: string | null, kind: UnitFact['kind']): UnitFact =>
    aUnit(code, {
      kind,
      type,
      group: kind === 'province' ? 'uy-ban' : kind === 'district' ? 'cap-huyen' : 'cap-xa',
      name: `${type} ${name}`,
      officeName: `UBND ${type.toLowerCase()} ${name}`,
      parent,
    })
  return {
    units: [
      place('Y01', 'Tỉnh', 'An Bình', null, 'province'),
      place('Y01.901', 'Huyện', 'Thượng', 'Y01', 'district'),
      place('Y01.902', 'Huyện', 'Hạ', 'Y01', 'district'),
      place('Y01.90101', 'Xã', 'Đông', 'Y01.901', 'commune'),
      place('Y01.90201', 'Xã', 'Đông', 'Y01.902', 'commune'),
      place('Y01.90202', 'Thị trấn', 'Hòa Lạc', 'Y01.902', 'commune'),
      aUnit('Y01.SNV', { name: 'Sở Nội vụ', officeName: 'Sở Nội vụ' }),
      aUnit('Y01.SYT', { name: 'Sở Y tế', officeName: 'Sở Y tế' }),
      aUnit('Y01.BVDK', {
        name: 'Bệnh viện Đa khoa tỉnh',
        officeName: 'Bệnh viện Đa khoa tỉnh',
        group: 'don-vi-su-nghiep',
      }),
    ],
    events: [
      anEvent('2024-09-01', {
        ends: ['Y01.902'],
        moves: [
          { unit: 'Y01.90201', parent: 'Y01.901' },
          { unit: 'Y01.90202', parent: 'Y01.901' },
        ],
        edges: [anEdge('Y01.902', 'Y01.901'), anEdge('Y01.901', 'Y01.901')],
      }),
    ],
  }
}

/**
 * A province of `count` communes in districts of fifty, of whom sixty are merged or split on every 1 July of `years` years from
 * `first` on: every other split with known shares.
 */
export function registerOfYears(count: number, first: number, years: number): RegisterFacts {
  const from = day(`${first}-01-01`)
  const commune = (n: number, on: Day): UnitFact => {
    const [code, parent] = [`Y02.C${n}`, `Y02.D${n % Math.ceil(count / 50)}`]
    return aUnit(code, { kind: 'commune', type: 'Xã', group: 'cap-xa', parent, from: on })
  }
  const districts = Array.from({ length: Math.ceil(count / 50) }, (_, n) =>
    aUnit(`Y02.D${n}`, { kind: 'district', type: 'Huyện', group: 'cap-huyen', parent: 'Y02', from }),
  )
  const alive = Array.from({ length: count }, (_, n) => n)
  const events = Array.from({ length: years }, (_, y): EventFact => {
    const on = `${first + y}-07-01`
    const merged = alive.splice(y, 40)
    const split = alive.splice(y * 7, 20)
    const fresh = (i: number) => 10_000 * (y + 1) + i
    for (let i = 0; i < 60; i++) alive.push(fresh(i))
    const half = (known: boolean) => ({
      part: 'part' as const,
      weights: [{ measure: 'people' as const, weight: known ? 0.5 : null }],
    })
    return anEvent(on, {
      units: Array.from({ length: 60 }, (_, i) => commune(fresh(i), day(on))),
      ends: [...merged, ...split].map((n) => `Y02.C${n}`),
      edges: [
        ...merged.map((n, i) => anEdge(`Y02.C${n}`, `Y02.C${fresh(i % 20)}`)),
        ...split.flatMap((n, i) =>
          [0, 1].map((h) => anEdge(`Y02.C${n}`, `Y02.C${fresh(20 + 2 * i + h)}`, half(i % 2 === 0))),
        ),
      ],
    })
  })
  const root = aUnit('Y02', { kind: 'province', type: 'Tỉnh', group: 'uy-ban', parent: null, from })
  return { units: [root, ...districts, ...Array.from({ length: count }, (_, n) => commune(n, from))], events }
}

/** A unit as views give it; its id is its code. */
export const seenUnit = (code: string, more: Partial<Unit> = {}): Unit => ({
  id: code,
  code,
  kind: 'body',
  type: null,
  group: 'co-quan-chuyen-mon',
  name: code,
  officeName: code,
  parentId: null,
  valid: { from: '2024-01-01' as Day, to: null },
  ...more,
})

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

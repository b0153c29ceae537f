/** Danh sách, tìm, đếm: every way of reading gives the same people as reading all of them one by one would. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import { type Actor, systemActor } from '../../../kernel/actor.ts'
import { type Day, day } from '../../../kernel/day.ts'
import type { PartialDay } from '../../../kernel/partial-day.ts'
import { fold, nameSortKey } from '../../../kernel/text.ts'
import { newId } from '../../../platform/action.ts'
import { remember } from '../../../platform/database/once.ts'
import { transact } from '../../../platform/database/pool.ts'
import type { Tx } from '../../../platform/database/sql.ts'
import type { TestDatabase } from '../../../platform/database/test-database.ts'
import { changeAt, writePeople } from '../register.ts'
import { changeDossier } from '../rules/change.ts'
import type { DossierChange } from '../rules/changing.ts'
import { AGE_BANDS, agesOf, bornBy } from '../rules/conditions.ts'
import { type Slice, slicesOf } from '../rules/slices.ts'
import type { Entry } from '../words/dossier.ts'
import type { Asked } from './asked-for.ts'
import { aggregatePeople, readFacets } from './facets.ts'
import { foundCount, foundIds, foundPage, type Part } from './found.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:42:00Z')
const TODAY = day('2026-11-23')
const DAYS = [TODAY, day('2024-12-31'), day('2005-06-01')]
const UNITS = [newId(), newId(), newId(), newId()]
const PLACES = [newId(), newId(), newId()]

/** The same throws in every run. */
let seed = 20261123
const roll = (n: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor((seed / 2_147_483_648) * n)
}
const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[roll(list.length)] as T

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Đỗ', 'Lý']
const MIDDLES = ['Văn', 'Thị', 'Đức', 'Vân']
const GIVENS = ['An', 'Ân', 'Ấn', 'Bình', 'Hà', 'Hạ', 'Đức']

const says = (group: Entry['group'], data: Entry['data'], from: string | null = null): Entry => ({
  group,
  data,
  level: 1,
  source: 'nhap:H23.SYT:1',
  ...(from === null ? {} : { from: from as PartialDay }),
})

function drawn(): Entry[] {
  const post = { body: pick(UNITS), position: 'Bác sĩ', kind: 'chinh' }
  const born = `${1950 + roll(52)}-0${1 + roll(9)}-1${roll(10)}`
  return [
    says('names', { fullName: `${pick(FAMILIES)} ${pick(MIDDLES)} ${pick(GIVENS)}` }),
    says('birth', {
      ...(roll(10) === 0 ? {} : { birth: born }),
      ...(roll(8) === 0 ? {} : { sex: pick(['nam', 'nu']) }),
      // Some before the days asked for, some in a year known alone, some on the very day of the birth, which says nothing.
      ...(roll(6) === 0 ? { died: pick(['2004', '2015-03-02', '2024-12-31', '2026-11', born]) } : {}),
    }),
    says('category', {
      category: pick(['vien-chuc', 'cong-chuc']),
      ...(roll(6) === 0 ? {} : { sector: pick(['y-te', 'giao-duc', 'nong-nghiep']) }),
      main: true,
    }),
    says('post', post, String(1990 + roll(30))),
    ...(roll(5) === 0 ? [] : [says('contact', { residence: pick(PLACES) }, pick(['1990-01-01', '2025-07-01']))]),
    ...(roll(4) === 0
      ? []
      : [says('education', { level: pick(['6', '7', '8']), major: 'Y khoa', graduated: 1995 + roll(31) })]),
  ]
}

let t: TestDatabase
let world: readonly DossierChange[] = []
const system = systemActor()

beforeAll(async () => {
  t = await testDatabase()
  world = await transact(t.db, system, async (tx) => {
    const ctx = { tx, actor: system, now: NOW, newId }
    const made = Array.from({ length: 240 }, () => changeDossier(null, drawn(), changeAt(ctx, pick(UNITS), null)))
    await writePeople(ctx, made, null)
    return made
  })
})
afterAll(() => t.drop())

/** A reader who sees two of the four bodies. */
const officer: Actor = { ...system, scope: UNITS.slice(1, 3) }
const READERS: readonly Actor[] = [system, officer]

const asking = (actor: Actor, on: Day, more: Partial<Asked> = {}): Asked => ({
  day: on,
  scope: actor.scope,
  q: '',
  chosen: {},
  units: null,
  places: null,
  leaderships: null,
  professions: null,
  bodies: null,
  outside: [],
  ...more,
})

type Row = { readonly change: DossierChange; readonly slice: Slice; readonly sort: string }

const holds = (s: Slice, on: Day): boolean => s.from <= on && on < s.to

/** What a list is, by its definition. */
function truly(a: Asked): Row[] {
  const rows = world.flatMap((change): Row[] => {
    const { person, facts } = change
    if (a.scope !== 'all' && !a.scope.includes(person.unitId)) return []
    const slice = slicesOf(person, facts).find((s) => holds(s, a.day))
    return slice === undefined ? [] : [{ change, slice, sort: nameSortKey(person.name) }]
  })
  return rows
    .filter((r) => fits(r, a))
    .sort((x, y) => (x.sort < y.sort || (x.sort === y.sort && x.change.person.id < y.change.person.id) ? -1 : 1))
}

function fits({ change: { person }, slice }: Row, a: Asked): boolean {
  const { chosen } = a
  const bornOk = (band: string): boolean => {
    if (band === 'chua-ro') return person.birth === null
    return person.birth !== null && bandOf(person.birth, a.day) === band
  }
  return (
    (a.units === null || a.units.includes(person.unitId)) &&
    (a.places === null || (slice.placeUnit !== null && a.places.includes(slice.placeUnit))) &&
    (chosen['linh-vuc'] === undefined || chosen['linh-vuc'].includes(slice.sector ?? '')) &&
    (chosen['trinh-do'] === undefined ||
      chosen['trinh-do'].some((v) =>
        v.startsWith('tu-') ? slice.degree >= Number(v.slice(3)) : slice.degree === Number(v),
      )) &&
    (chosen.gioi === undefined || chosen.gioi.includes(person.sex ?? 'chua-ro')) &&
    (chosen.tuoi === undefined || chosen.tuoi.some(bornOk)) &&
    a.q
      .split(' ')
      .filter((w) => w !== '')
      .every((w) => fold(person.name).split(' ').includes(fold(w)))
  )
}

const bandOf = (birth: string, on: Day): string | null =>
  AGE_BANDS.find((b) => {
    const { from, to } = agesOf(b)
    return (from === null || birth <= bornBy(on, from)) && (to === null || birth > bornBy(on, to))
  }) ?? null

const CONDITIONS: readonly Partial<Asked>[] = [
  {},
  { chosen: { 'linh-vuc': ['y-te'] } },
  { chosen: { 'linh-vuc': ['y-te', 'giao-duc'], 'trinh-do': ['tu-7'] } },
  { chosen: { gioi: ['nu', 'chua-ro'], tuoi: ['40-49', 'chua-ro'] } },
  { units: UNITS.slice(0, 2) },
  { places: PLACES.slice(0, 1), chosen: { 'trinh-do': ['8', '6'] } },
  { q: 'duc' },
  { q: 'nguyen an' },
  { q: 'Lê Thị', chosen: { gioi: ['nu'] } },
]

const each = async (work: (tx: Tx, a: Asked, reader: Actor) => Promise<void>): Promise<void> => {
  for (const reader of READERS)
    for (const on of DAYS)
      for (const more of CONDITIONS) await transact(t.db, reader, (tx) => work(tx, asking(reader, on, more), reader))
}

const whole: Part = { sort: 'ten', direction: 'asc', limit: 1000, offset: 0 }

describe('đọc cả danh sách', () => {
  it('danh sách, tổng số và các trang nối nhau đúng bằng từng người một, của mỗi ngày và mỗi phạm vi', async () => {
    await each(async (tx, a) => {
      const truth = truly(a).map((r) => r.change.person.id)
      expect(await foundIds(tx, a, whole)).toEqual(truth)
      expect(await foundCount(tx, a)).toBe(truth.length)
      const paged: string[] = []
      for (let offset = 0; offset <= truth.length; offset += 37) {
        const page = await foundPage(tx, a, { ...whole, limit: 37, offset })
        expect(page.total).toBe(truth.length)
        paged.push(...page.ids)
      }
      expect(paged).toEqual(truth)
    })
  })

  it('trang kèm tổng giữ đúng thứ tự của trang, cả khi tổng đã giữ trong tiến trình', async () => {
    for (const sort of ['ten', 'nam-sinh', 'cap-nhat', 'khop'] as const)
      for (const direction of ['asc', 'desc'] as const)
        await transact(t.db, system, async (tx) => {
          remember(tx, { shelf: t.db.shelf, marks: {}, seesAll: true })
          const a = asking(system, TODAY, { q: 'an' })
          const part: Part = { sort, direction, limit: 20, offset: 10 }
          const expected = await foundIds(tx, a, part)
          expect((await foundPage(tx, a, part)).ids).toEqual(expected)
          expect((await foundPage(tx, a, part)).ids).toEqual(expected)
        })
  })

  it('bảng đếm theo bốn chiều đúng từng ô', async () => {
    await each(async (tx, a) => {
      const truth = new Map<string, number>()
      for (const { slice, change } of truly(a)) {
        const birth = change.person.birth
        const key = JSON.stringify([
          slice.sector,
          String(slice.degree),
          birth === null ? null : bandOf(birth, a.day),
          slice.placeUnit,
        ])
        truth.set(key, (truth.get(key) ?? 0) + 1)
      }
      const cells = await aggregatePeople(tx, a, ['sector', 'degree', 'ageBand', 'place'])
      expect(new Map(cells.map((c) => [JSON.stringify(c.values), c.count]))).toEqual(truth)
    })
  })

  it('số đếm cạnh mỗi bộ lọc đúng bằng đếm từng người', async () => {
    await each(async (tx, a) => {
      const facets = await readFacets(tx, a)
      const count = (of: (r: Row) => readonly (string | null)[]): Record<string, number> => {
        const found: Record<string, number> = {}
        for (const r of truly(a)) for (const v of of(r)) if (v !== null) found[v] = (found[v] ?? 0) + 1
        return found
      }
      const got = (facet: keyof typeof facets): Record<string, number> =>
        Object.fromEntries((facets[facet] ?? []).map((v) => [v.value, v.count]))
      expect(got('linh-vuc')).toEqual(count((r) => [r.slice.sector]))
      expect(got('don-vi')).toEqual(count((r) => [r.change.person.unitId]))
      expect(got('dia-ban')).toEqual(count((r) => [r.slice.placeUnit]))
      expect(got('gioi')).toEqual(count((r) => [r.change.person.sex]))
      expect(got('trinh-do')).toEqual(count((r) => [String(r.slice.degree)]))
      expect(got('tuoi')).toEqual(
        count((r) => [r.change.person.birth === null ? null : bandOf(r.change.person.birth, a.day)]),
      )
      expect(got('thieu')).toEqual(count((r) => r.change.person.gaps))
    })
  })
})

describe('tìm theo tên', () => {
  it('không dấu tìm đủ; đúng dấu đứng trước; chữ đang gõ dở chỉ khi không ai mang trọn chữ', async () => {
    await transact(t.db, officer, async (tx) => {
      const nameOf = new Map(world.map((c) => [c.person.id, c.person.name]))
      for (const q of ['Đức', 'Ân', 'Hạ', 'Nguyễn Văn An', 'ân van nguyen']) {
        const a = asking(officer, TODAY, { q })
        const found = await foundIds(tx, a, { ...whole, sort: 'khop' })
        expect([...found].sort()).toEqual(
          truly(a)
            .map((r) => r.change.person.id)
            .sort(),
        )
        const marked = found.map((id) => q.split(' ').every((w) => (nameOf.get(id) ?? '').split(' ').includes(w)))
        if (q !== 'ân van nguyen') expect(marked).toEqual([...marked].sort((x, y) => Number(y) - Number(x)))
      }
      const begun = await foundIds(tx, asking(officer, TODAY, { q: 'Nguyen Bin' }), whole)
      expect(await foundIds(tx, asking(officer, TODAY, { q: 'Nguyen Bin' }), { ...whole, sort: 'khop' })).toEqual(begun)
      expect(begun).toEqual(truly(asking(officer, TODAY, { q: 'Nguyen Binh' })).map((r) => r.change.person.id))
    })
  })
  it('trang của một tên: đúng người còn trong sổ ngày ấy, tên gọi trước tên đệm, đúng dấu trước; các trang nối nhau thành tổng', async () => {
    for (const reader of READERS)
      for (const on of DAYS)
        for (const q of ['Nguyễn', 'nguyen', 'Đức', 'duc', 'an', 'Thị An', 'Lê', 'Vân %', 'zy'])
          await transact(t.db, reader, async (tx) => {
            const a = asking(reader, on, { q })
            const truth = truly(a)
              .map((r) => ({ id: r.change.person.id, place: placeOf(r.change.person.name, q) }))
              .sort((x, y) => x.place - y.place)
              .map((r) => r.id)
            const paged: string[] = []
            for (let offset = 0; offset <= truth.length; offset += 13) {
              const page = await foundPage(tx, a, { sort: 'khop', direction: 'asc', limit: 13, offset })
              expect(page.total).toBe(truth.length)
              paged.push(...page.ids)
            }
            expect(paged).toEqual(truth)
          })
  })
})

/** How well a name fits, by its definition: whole, its end, its words; with marks before without. */
function placeOf(name: string, q: string): number {
  const part = (own: string, sought: string): number => {
    if (own === sought) return 0
    if (own.endsWith(` ${sought}`)) return 1
    return 2
  }
  const [own, sought] = [name.toLowerCase(), q.toLowerCase()]
  if (sought.split(' ').every((w) => own.split(' ').includes(w))) return part(own, sought)
  return 3 + part(fold(name), fold(q))
}

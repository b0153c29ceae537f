/** Danh sách đứng sau con số của địa bàn: đúng những người được đếm, kể cả khi địa bàn đã kết thúc. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import { type Day, day } from '../../kernel/day.ts'
import { type Ctx, newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import type { MeasureAsked } from '../../platform/measure.ts'
import { readCodeLists } from '../code-lists/facts.ts'
import { publishList } from '../code-lists/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { inventedProvince } from '../organisations/fixtures.ts'
import { findUnitByCode, loadRegister, unitsOutside } from '../organisations/public.ts'
import { readPeopleList } from './list-screen.ts'
import { countedPeople } from './measures.ts'
import { changeAt, writePeople } from './register.ts'
import { changeDossier } from './rules/change.ts'
import { readConditions } from './rules/conditions.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:00:00Z')
const machine = systemActor()
const ELSEWHERE = inventedProvince().units.find((u) => u.kind === 'body')?.code ?? ''
let t: TestDatabase

const within = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  transact(t.db, machine, (tx) => work({ tx, actor: machine, now: NOW, newId }))

beforeAll(async () => {
  t = await testDatabase()
  for (const list of readCodeLists()) await perform(t.db, { actor: machine, now: NOW }, publishList, list)
  const [own, other] = [readRegisterFacts(), inventedProvince()]
  const both = { units: [...own.units, ...other.units], events: [...own.events, ...other.events] }
  expect(await perform(t.db, { actor: machine, now: NOW }, loadRegister, both)).toMatchObject({ ok: true })
  await within(async (ctx) => {
    for (const [name, code] of [
      ['Nguyễn Trong Tỉnh', 'H23.SYT'],
      ['Trần Trong Tỉnh', 'H23.SYT'],
      ['Lê Tỉnh Khác', ELSEWHERE],
    ] as const) {
      const body = (await findUnitByCode(ctx.tx, code))?.id ?? ''
      const dossier = changeDossier(
        null,
        [
          { group: 'names', data: { fullName: name }, level: 1, source: 'nhap:thu:1' },
          { group: 'birth', data: { birth: '1980-01-01', sex: 'nam' }, level: 1, source: 'nhap:thu:1' },
        ],
        changeAt(ctx, body, null),
      )
      await writePeople(ctx, [dossier], null)
    }
  })
})
afterAll(() => t.drop())

const behindOn = (on: Day) =>
  within(async (ctx) => {
    const territory = await findUnitByCode(ctx.tx, 'H23')
    const asked: MeasureAsked = {
      asOf: on,
      from: on,
      known: null,
      by: [],
      outside: await unitsOutside(ctx.tx, territory?.id ?? '', on),
      territory: 'H23',
      where: {},
    }
    const figure = await countedPeople.read(ctx, asked)
    const address = countedPeople.behind?.(asked, []) ?? ''
    const query = [...new URLSearchParams(address.split('?')[1])]
    const raw = Object.fromEntries(query.map(([name]) => [name, query.filter(([n]) => n === name).map(([, v]) => v)]))
    const list = await readPeopleList(ctx, readConditions(raw))
    return {
      figure: figure.state === 'counted' ? figure.rows[0]?.high : figure.state,
      names: list.rows.map((r) => r.name),
      terms: list.terms.map((x) => x.words),
    }
  })

it.each(['2024-12-01', '2026-11-23'])('tại ngày %s: danh sách gồm đúng những người con số đếm', async (on) => {
  const found = await behindOn(day(on))
  expect(found.figure).toBe(2)
  expect(found.names.toSorted()).toEqual(['Nguyễn Trong Tỉnh', 'Trần Trong Tỉnh'])
  expect(found.terms.some((words) => words.startsWith('Sống và làm việc trong') && words.includes('Hải Dương'))).toBe(
    true,
  )
})

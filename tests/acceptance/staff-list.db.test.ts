/**
 * Danh sách cán bộ mẫu (`examples/danh-sach-can-bo.xlsx`): imported as an office sends it, then compared field by field with the truth
 * of every row: what was found of it (recall), what was found that is not in it (precision).
 */
import fs from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SENDER, sampleList } from '../../src/demo/register/sample-list.ts'
import type { StaffTruth } from '../../src/demo/register/staff-list.ts'
import { staffWorkbook } from '../../src/demo/register/staff-workbook.ts'
import { systemActor } from '../../src/kernel/actor.ts'
import { type Dossier, dossiersOf } from '../../src/modules/people/public.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { rows, sql } from '../../src/platform/database/sql.ts'
import { asOwner, type TestDatabase } from '../../src/platform/database/test-database.ts'
import { testDatabase } from '../database.ts'
import { BODY, importWorld, type Told } from './import-world.ts'

const EXAMPLE = new URL('../../examples/danh-sach-can-bo.xlsx', import.meta.url)
const LIST = sampleList()
const PEOPLE = LIST.truth.filter((x) => x.outcome === 'person')

let t: TestDatabase
let first: Told
let found: Map<string, Dossier>
const keyOf = (name: string, birth: string | null): string => `${name}|${birth}`

beforeAll(async () => {
  t = await testDatabase()
  const world = importWorld(t.db)
  await world.prepare()
  first = await world.write({ name: 'danh-sach-can-bo.xlsx', bytes: fs.readFileSync(EXAMPLE) })
  const all = await transact(t.db, systemActor(), async (tx) => {
    const people = await rows<{ id: string }>(tx, sql`select id from people.person`)
    return [
      ...(
        await dossiersOf(
          tx,
          people.map((p) => p.id),
        )
      ).values(),
    ]
  })
  found = new Map(all.map((d) => [keyOf(d.person.name, d.person.birth), d]))
}, 120_000)
afterAll(() => t?.drop())

/** What the register says of somebody, as `group.field`; what only repeats the cell beside a code stands aside. */
function said(d: Dossier): Map<string, string> {
  const values = new Map<string, string>()
  const { name, birth, sex, homePlace, birthPlace, nationality } = d.person
  const core = { 'names.fullName': name, 'birth.birth': birth, 'birth.sex': sex, 'birth.homePlace': homePlace }
  for (const [k, v] of Object.entries({ ...core, 'birth.birthPlace': birthPlace, 'birth.nationality': nationality }))
    if (v !== null) values.set(k, String(v))
  for (const i of d.identifiers) values.set(`identity.${i.scheme}`, i.last3)
  for (const f of d.facts)
    for (const [k, v] of Object.entries(f.data)) if (!k.endsWith('Text')) values.set(`${f.group}.${k}`, String(v))
  return values
}

/**
 * What follows from a row by rule and is in no cell of it: the body that sends the list, the main post, the degree of a level; that
 * a «Chuyên viên» leads nobody.
 */
const FOLLOWS: ReadonlySet<string> = new Set(['post.body', 'post.kind', 'education.degree', 'rank.title', 'rank.class'])

const same = (field: string, truth: string | number, value: string | undefined): boolean =>
  value !== undefined && (field === 'identity.cccd' ? String(truth).endsWith(value) : String(truth) === value)

describe('danh sách cán bộ mẫu', () => {
  it('tệp đi kèm đúng là tệp được viết ra từ người mẫu', () => {
    const partsOf = (bytes: Uint8Array) =>
      Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
    expect(BODY).toBe(SENDER.code)
    expect(partsOf(fs.readFileSync(EXAMPLE))).toEqual(partsOf(staffWorkbook(LIST)))
    const truth = JSON.parse(fs.readFileSync(new URL('danh-sach-can-bo.json', EXAMPLE), 'utf8')) as {
      rows: StaffTruth[]
    }
    expect(truth.rows).toEqual(LIST.truth)
  })

  it('mỗi dòng một người, dòng hỏng số và dòng ghi hai lần bị nêu, không thành người', () => {
    const bad = LIST.truth.filter((x) => x.outcome !== 'person')
    expect(bad.map((x) => x.outcome)).toEqual(['error', 'again'])
    expect(first.counts).toMatchObject({ new: PEOPLE.length, changed: 0, duplicate: 0, error: bad.length })
    expect(found.size).toBe(PEOPLE.length)
    const told = first.findings.join('\n')
    for (const x of bad) expect(told).toMatch(new RegExp(`(?:ô [A-Z]+|dòng )${x.row}\\b`))
  })

  it('mọi họ tên gõ bằng TCVN3, VNI, chữ hoa, kèm danh xưng đều về đúng họ tên', () => {
    const missed = PEOPLE.filter((x) => !found.has(keyOf(x.name, x.birth)))
    expect(missed.map((x) => `${x.row} ${x.name} ${x.birth}`)).toEqual([])
  })

  it('tìm thấy ít nhất 99,5% giá trị có trong tệp; không giá trị nào sai, không giá trị nào bịa', () => {
    const [missed, wrong, invented]: [string[], string[], string[]] = [[], [], []]
    let wanted = 0
    for (const x of PEOPLE) {
      const d = found.get(keyOf(x.name, x.birth))
      const values = d === undefined ? new Map<string, string>() : said(d)
      for (const [field, truth] of Object.entries(x.fields)) {
        wanted++
        const value = values.get(field)
        const words = `dòng ${x.row}: ${field} = ${truth}`
        if (value === undefined) missed.push(words)
        else if (!same(field, truth, value)) wrong.push(`${words}, sổ ghi ${value}`)
      }
      for (const [field, value] of values)
        if (!(field in x.fields) && !FOLLOWS.has(field) && !(field === 'post.leadership' && value === 'khong'))
          invented.push(`dòng ${x.row}: ${field} = ${value}`)
    }
    expect({ wrong, invented }).toEqual({ wrong: [], invented: [] })
    expect(missed.length / wanted, missed.slice(0, 20).join('; ')).toBeLessThanOrEqual(0.005)
    expect(wanted).toBeGreaterThan(2000)
  })

  it('cách ghi lạ vào hàng chờ đúng bấy nhiêu ô, không thành mã', () => {
    const waits = Map.groupBy(
      PEOPLE.flatMap((x) => x.waits),
      (words) => words,
    )
    expect(new Map(first.waiting.map((w) => [w.shown, w.cells]))).toEqual(
      new Map([...waits].map(([words, list]) => [words, list.length])),
    )
  })

  it('nhập lại cùng tệp: không thêm, không sửa', async () => {
    const facts = () => asOwner(t.db, 'select count(*)::int as n from people.fact')
    const before = await facts()
    const again = await importWorld(t.db).write({ name: 'danh-sach-can-bo.xlsx', bytes: fs.readFileSync(EXAMPLE) })
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: PEOPLE.length })
    expect(await facts()).toEqual(before)
  })
})

/** Đọc hàng loạt: COPY gives the same values as a statement with parameters, whatever stands in them. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemActor } from '../../kernel/actor.ts'
import { copied } from './copy-out.ts'
import { transact } from './pool.ts'
import { type RawBuilder, rows, sql } from './sql.ts'
import { emptyDatabase, type TestDatabase } from './test-database.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await emptyDatabase()
  await t.db.pool.query('create role nguyen_khi_app').catch(() => undefined)
})
afterAll(() => t.drop())

const bySql = (query: RawBuilder<unknown>): Promise<unknown[][]> =>
  transact(t.db, systemActor(), async (tx) =>
    (await rows<Record<string, unknown>>(tx, query as RawBuilder<Record<string, unknown>>)).map((r) =>
      Object.values(r),
    ),
  )
const byCopy = (query: RawBuilder<unknown>): Promise<unknown[][]> =>
  transact(t.db, systemActor(), async (tx) => (await Array.fromAsync(copied(tx, query))).flat().map((r) => [...r]))

it('giá trị nào cũng đọc lại đúng: dấu nháy, gạch chéo, xuống dòng, tab, chữ \\N, rỗng và không có', async () => {
  const said = [
    "O'Đức",
    'a\\b',
    'hai\ndòng',
    'cột\tcột',
    '\\N',
    '',
    'Nguyễn $1 $2 "x"',
    '; drop table x; --',
    '\r\v\f\b',
  ]
  for (const text of said) {
    const query = sql`select ${text}::text as a, null::text as b, ${[text, 'y']}::text[] @> array[${text}]::text[] as c, ${'x'}::text as d`
    const [copy] = await byCopy(query)
    const [plain] = await bySql(query)
    expect(copy).toEqual([plain?.[0], null, 't', 'x'])
  }
})

it('chữ Việt không hỏng ở chỗ nối của các mẩu; đủ số dòng', async () => {
  const query = sql`select repeat('Nguyễn Ngọc Ân ', n % 7) || n as a from generate_series(1, ${40_000}::int) n`
  const got = await byCopy(query)
  expect(got).toEqual(await bySql(query))
})

it('danh sách rỗng, số, đúng sai', async () => {
  const query = sql`select ${[] as string[]}::uuid[] = '{}' as a, ${7}::int + 1 as b, ${true}::boolean as c, ${Buffer.from([0, 255])}::bytea = '\\x00ff'::bytea as d`
  expect(await byCopy(query)).toEqual([['t', '8', 't', 't']])
})

it('không dòng nào thì không có gì', async () => {
  expect(await byCopy(sql`select 1 where false`)).toEqual([])
})

it('người đọc dừng giữa chừng thì giao dịch vẫn dùng tiếp được; câu hỏng thì báo lỗi', async () => {
  await transact(t.db, systemActor(), async (tx) => {
    for await (const part of copied(tx, sql`select n from generate_series(1, 300000) n`)) {
      expect(part[0]).toEqual(['1'])
      break
    }
    expect(await rows(tx, sql`select 1 as one`)).toEqual([{ one: 1 }])
  })
  await expect(byCopy(sql`select ${'x'}::int`)).rejects.toThrow('invalid input syntax')
  await expect(byCopy(sql`select 1 / (n - 200000) from generate_series(1, 300000) n`)).rejects.toThrow(
    'division by zero',
  )
})

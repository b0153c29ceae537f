import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import { type BulkValue, linesOf, stage } from './bulk.ts'
import { transact } from './pool.ts'
import { rows, sql } from './sql.ts'
import type { TestDatabase } from './test-database.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.drop())

const back = (list: readonly (readonly BulkValue[])[]) =>
  transact(t.db, systemActor(), async (tx) => {
    const table = await stage(
      tx,
      'thu',
      [
        ['n', 'int'],
        ['word', 'text'],
        ['raw', 'bytea'],
        ['yes', 'boolean'],
      ],
      list,
    )
    return rows<{ n: number; word: string | null; raw: Buffer | null; yes: boolean }>(
      tx,
      sql`select n, word, raw, yes from ${table} order by n`,
    )
  })

describe('ghi hàng loạt', () => {
  it('chữ, số, byte, có hay không, trống: ghi sao đọc lại vậy', async () => {
    // NUL cannot stand in a text of the database; `clean` takes it out at every entry.
    const word = fc.option(fc.string({ unit: 'grapheme' }).map((s) => s.replaceAll('\0', '')))
    const row = fc.record({ word, raw: fc.option(fc.uint8Array()), yes: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 40 }), async (list) => {
        const found = await back(list.map((r, i) => [i, r.word, r.raw, r.yes]))
        expect(found.map((f) => ({ ...f, raw: f.raw === null ? null : new Uint8Array(f.raw) }))).toEqual(
          list.map((r, n) => ({ n, ...r })),
        )
      }),
      { numRuns: 30 },
    )
  })

  it('dòng viết sẵn thành nhiều phần ghi như dòng đưa thẳng', async () => {
    const list = Array.from({ length: 3000 }, (_, n): BulkValue[] => [n, `Nguyễn Thị ${n}\t«${'ạ'.repeat(40)}»`])
    const lines = await linesOf(list)
    expect(lines.pieces.length).toBeGreaterThan(2)
    const found = await transact(t.db, systemActor(), async (tx) => {
      const columns = [['n', 'int'] as const, ['word', 'text'] as const]
      const table = await stage(tx, 'viet_san', columns, lines)
      return rows<{ n: number; word: string }>(tx, sql`select n, word from ${table} order by n`)
    })
    expect(found.map((f) => [f.n, f.word])).toEqual(list)
  })

  it('bảng tạm được dùng lại trong một giao dịch và mất khi giao dịch xong', async () => {
    const counts = await transact(t.db, systemActor(), async (tx) => {
      await stage(tx, 'thu', [['n', 'int']], [[1], [2]])
      const again = await stage(tx, 'thu', [['n', 'int']], [[3]])
      return rows<{ n: number }>(tx, sql`select n from ${again}`)
    })
    expect(counts).toEqual([{ n: 3 }])
    await expect(transact(t.db, systemActor(), (tx) => rows(tx, sql`select n from pg_temp.thu`))).rejects.toThrow()
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import { newId } from '../../platform/action.ts'
import type { DatabaseIo } from '../../platform/command/command.ts'
import { transact } from '../../platform/database/pool.ts'
import { rows, run, sql } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { type Fact, firstBrokenFact, recordFact } from '../../platform/ledger/record.ts'
import { commands } from './commands.ts'
import { type AuditFilter, findLine, readLedger } from './views.ts'

const HERE = '01890000-0000-7000-8000-0000000000aa'
const THERE = '01890000-0000-7000-8000-0000000000bb'
const NOW = Temporal.Instant.from('2026-11-23T03:42:00Z')
const ALL: AuditFilter = { person: '', subject: '', kinds: null, from: null, until: null }

let test: TestDatabase
beforeAll(async () => {
  test = await testDatabase()
})
afterAll(() => test.drop())

const officer: Actor = {
  kind: 'account',
  id: '01890000-0000-7000-8000-000000000001',
  name: 'Lê Thị Lan',
  post: '',
  grants: [],
  scope: [HERE],
}

const note = (actor: Actor, fact: Fact, at = NOW): Promise<void> =>
  transact(test.db, actor, (tx) => recordFact(tx, { actor, now: at, id: newId(), request: '7F3A-21C4' }, fact))

const broken = (): Promise<number | null> => transact(test.db, systemActor(), (tx) => firstBrokenFact(tx))

/** Puts the ledger back to a fresh chain of five lines, as the owner of the tables. */
async function freshLedger(): Promise<void> {
  await test.db.pool.query(`delete from platform.ledger; update platform.ledger_head set seq = 0, hash = '\\x00'`)
  for (let i = 1; i <= 5; i++) {
    const fact = {
      kind: `thu.viec-${i}`,
      subject: `bao-cao:${i}`,
      unit: i % 2 === 0 ? THERE : HERE,
      reason: `lý do ${i}`,
    }
    await note(systemActor(), { ...fact, data: { before: i, after: i + 1 } }, NOW.add({ hours: i }))
  }
}

describe('Chuỗi băm của nhật ký', () => {
  beforeEach(freshLedger)

  it('nguyên vẹn thì không có dòng nào hỏng', async () => {
    expect(await broken()).toBeNull()
  })

  it.each([
    ['id', `gen_random_uuid()`],
    ['province', `'XX'`],
    ['at', `at + interval '1 microsecond'`],
    ['actor_kind', `'account'`],
    ['actor_id', `'nguoi-khac'`],
    ['actor_name', `'Người khác'`],
    ['kind', `'thu.khac'`],
    ['subject', `'bao-cao:9'`],
    ['unit_id', `null`],
    ['reason', `reason || '.'`],
    ['data', `data || '{"after": 99}'`],
    ['request', `''`],
    ['before_hash', `'\\x01'`],
    ['hash', `'\\x01'`],
  ])('sửa cột %s của một dòng thì bị phát hiện ở đúng dòng đó', async (column, value) => {
    const changed = await test.db.pool.query(`update platform.ledger set ${column} = ${value} where seq = 3`)
    expect(changed.rowCount).toBe(1)
    expect(await broken()).toBe(3)
  })

  it('đổi cột nào của sổ cái cũng đã được thử', async () => {
    const found = await test.db.pool.query(
      `select count(*)::int as n from information_schema.columns where table_schema = 'platform' and table_name = 'ledger'`,
    )
    expect(found.rows[0].n).toBe(15)
  })

  it('đổi số dòng thì bị phát hiện', async () => {
    await test.db.pool.query('update platform.ledger set seq = 30 where seq = 3')
    expect(await broken()).toBe(4)
  })

  it.each([
    ['xóa một dòng giữa', 'delete from platform.ledger where seq = 2', 3],
    ['xóa dòng đầu', 'delete from platform.ledger where seq = 1', 2],
    ['cắt đuôi một dòng', 'delete from platform.ledger where seq = 5', 5],
    ['cắt đuôi ba dòng', 'delete from platform.ledger where seq >= 3', 5],
    ['xóa hết', 'delete from platform.ledger', 5],
  ])('%s thì bị phát hiện', async (_, statement, line) => {
    await test.db.pool.query(statement)
    expect(await broken()).toBe(line)
  })

  it('chèn thêm một dòng ở cuối mà không qua hàm ghi thì bị phát hiện', async () => {
    await test.db.pool.query(
      `insert into platform.ledger select 6, gen_random_uuid(), province, at, actor_kind, actor_id, actor_name, kind, subject, unit_id,
         reason, data, request, hash, hash from platform.ledger where seq = 5`,
    )
    expect(await broken()).toBe(5)
  })
})

describe('Chỉ ghi thêm', () => {
  beforeAll(freshLedger)
  it.each([
    ['chèn', sql`insert into platform.ledger select * from platform.ledger`],
    ['sửa', sql`update platform.ledger set reason = ''`],
    ['xóa', sql`delete from platform.ledger`],
    ['xóa sạch', sql`truncate platform.ledger`],
    ['đọc đầu chuỗi', sql`select * from platform.ledger_head`],
    ['sửa đầu chuỗi', sql`update platform.ledger_head set seq = 0`],
  ])('vai trò ứng dụng không %s được, kể cả khi thấy toàn tỉnh', async (_, statement) => {
    await expect(transact(test.db, systemActor(), (tx) => run(tx, statement))).rejects.toMatchObject({ code: '42501' })
  })
})

describe('Ai thấy dòng nào', () => {
  beforeAll(freshLedger)

  it('cán bộ cơ quan chỉ thấy dòng của cơ quan mình và dòng do chính mình làm', async () => {
    await note(officer, { kind: 'thu.cua-toi', subject: 'tai-khoan:1' })
    const found = await transact(test.db, officer, (tx) => readLedger(tx, ALL, { below: null, size: 50 }))
    expect(found.map((l) => l.kind)).toEqual(['thu.cua-toi', 'thu.viec-5', 'thu.viec-3', 'thu.viec-1'])
    expect(await transact(test.db, officer, (tx) => findLine(tx, 2))).toBeNull()
    const everything = await transact(test.db, systemActor(), (tx) => readLedger(tx, ALL, { below: null, size: 50 }))
    expect(everything).toHaveLength(6)
  })

  it('lọc theo người, đối tượng, loại, ngày (giờ Việt Nam); nối trang bằng số dòng', async () => {
    const read = (filter: Partial<AuditFilter>, below: number | null = null, size = 50) =>
      transact(test.db, systemActor(), async (tx) =>
        (await readLedger(tx, { ...ALL, ...filter }, { below, size })).map((l) => l.seq),
      )
    expect(await read({ person: 'thị lan' })).toEqual([6])
    expect(await read({ person: officer.id })).toEqual([6])
    expect(await read({ subject: 'bao-cao:3' })).toEqual([3])
    expect(await read({ subject: 'bao%' })).toEqual([])
    expect(await read({ kinds: ['thu.viec-1', 'thu.viec-2'] })).toEqual([2, 1])
    expect(await read({ from: day('2026-11-24') })).toEqual([])
    expect(await read({ from: day('2026-11-23'), until: day('2026-11-23') })).toEqual([6, 5, 4, 3, 2, 1])
    expect([...(await read({}, null, 4)), ...(await read({}, 3, 4))]).toEqual([6, 5, 4, 3, 2, 1])
  })
})

describe('Lệnh audit verify', () => {
  beforeEach(freshLedger)
  const verify = async () => {
    const printed: { text: string; data: unknown }[] = []
    const io = {
      actor: systemActor(),
      print: (text: string, data: unknown) => printed.push({ text, data }),
      read: (work: (ctx: { tx: unknown }) => Promise<unknown>) =>
        transact(test.db, systemActor(), (tx) => work({ tx })),
    } as unknown as DatabaseIo
    const command = commands.find((c) => c.noun === 'audit' && c.verb === 'verify')
    if (command?.needs !== 'database') throw new Error('audit verify phải có')
    return { decision: await command.run(io), printed: printed[0] }
  }

  it('nguyên vẹn: in số dòng và băm cuối', async () => {
    const { decision, printed } = await verify()
    expect(decision.ok).toBe(true)
    expect(printed?.data).toMatchObject({ intact: true, firstBroken: null, lines: 5, last: 5 })
  })

  it('bị sửa: từ chối với dòng đầu tiên không khớp, mã thoát 3', async () => {
    await test.db.pool.query(`update platform.ledger set reason = 'sửa' where seq in (2, 4)`)
    const { decision, printed } = await verify()
    expect(decision).toMatchObject({ ok: false, kind: 'invalid', code: 'audit.broken' })
    expect(printed?.data).toMatchObject({ intact: false, firstBroken: 2 })
  })
})

it('dòng mang mã yêu cầu và hai băm', async () => {
  await freshLedger()
  const line = await transact(test.db, systemActor(), (tx) => findLine(tx, 2))
  expect(line).toMatchObject({ request: '7F3A-21C4', reason: 'lý do 2', data: { before: 2, after: 3 } })
  const [first] = await transact(test.db, systemActor(), (tx) =>
    rows<{ hash: string }>(tx, sql`select encode(hash, 'hex') as hash from platform.ledger where seq = 1`),
  )
  expect(line?.before_hash).toBe(first?.hash)
})

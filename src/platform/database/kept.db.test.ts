/** Dữ liệu dùng chung: a change is seen at once by whoever reads next, in any process; rights are not widened. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import { openVault } from '../vault.ts'
import { shared, sharedWithAll } from './kept.ts'
import { PLATFORM_MIGRATIONS, readMigrations } from './migrate.ts'
import { connect, type Database, enterToRead, transact } from './pool.ts'
import { rows, run, sql, type Tx } from './sql.ts'
import { cloneDatabase, type TestDatabase } from './test-database.ts'

const [A, B] = ['0198a2c4-1111-7222-8333-000000000001', '0198a2c4-1111-7222-8333-000000000002']

let t: TestDatabase
/** Another process on the same database. */
let other: Database
beforeAll(async () => {
  t = await cloneDatabase(readMigrations([PLATFORM_MIGRATIONS]))
  other = connect(t.address, openVault('7'.repeat(64)))
  await t.db.pool.query(`create table public.place (name text); select platform.protect_shared('public.place');
    select platform.watch('public.place', 'places');
    create table public.paper (unit uuid, name text); select platform.protect('public.paper', 'unit');
    select platform.watch('public.paper', 'papers')`)
})
afterAll(async () => {
  await other.close()
  await t.drop()
})
beforeEach(async () => {
  await t.db.pool.query(`delete from public.place; delete from public.paper;
    insert into public.place values ('Đông'); insert into public.paper values ('${A}', 'a'), ('${B}', 'b')`)
})

const officer = (...units: string[]): Actor => ({ ...systemActor(), id: 'ai-do', scope: units })

/** A request that reads. */
const reading = <T>(db: Database, work: (tx: Tx) => Promise<T>, actor: Actor = systemActor()): Promise<T> =>
  transact(db, systemActor(), async (tx) => {
    await enterToRead(db, tx, actor)
    return work(tx)
  })

const names = (tx: Tx, table = sql`public.place`) =>
  rows<{ name: string }>(tx, sql`select name from ${table} order by name`).then((l) => l.map((r) => r.name))
const places = (tx: Tx) => shared(tx, ['places'], 'test.places', () => names(tx))
const papers = (tx: Tx) => sharedWithAll(tx, ['papers'], 'test.papers', () => names(tx, sql`public.paper`))
const write = (db: Database, text: string) => db.pool.query(text)

/** What a request reads, and with how many statements beyond its own entry. */
const look = (db: Database) =>
  reading(db, async (tx) => {
    const before = tx.statements
    const found = await places(tx)
    return [found.join(), tx.statements - before]
  })

describe('Một thay đổi', () => {
  it('chưa có thay đổi thì không hỏi lại; có thì thấy ngay, một lần hỏi', async () => {
    expect(await look(t.db)).toEqual(['Đông', 1])
    expect(await look(t.db)).toEqual(['Đông', 0])
    await write(t.db, `insert into public.place values ('Tây')`)
    expect(await look(t.db)).toEqual(['Tây,Đông', 1])
    expect(await look(t.db)).toEqual(['Tây,Đông', 0])
  })

  it.each([
    ['sửa', `update public.place set name = 'Nam'`, 'Nam'],
    ['xóa', 'delete from public.place', ''],
    ['bỏ hết', 'truncate public.place', ''],
  ])('%s do tiến trình khác thì tiến trình này thấy ngay', async (_, statement, expected) => {
    await look(t.db)
    await write(other, statement)
    expect(await look(t.db)).toEqual([expected, 1])
    expect(await look(other)).toEqual([expected, 1])
  })

  it('của tập khác thì không bắt đọc lại', async () => {
    await look(t.db)
    await write(t.db, `insert into public.paper values ('${A}', 'c')`)
    expect(await look(t.db)).toEqual(['Đông', 0])
  })

  it('chưa được ghi nhận thì không ai thấy; bị bỏ thì không để lại gì', async () => {
    const writer = await t.db.pool.connect()
    await writer.query(`begin; insert into public.place values ('Tạm')`)
    expect(await look(t.db)).toEqual(['Đông', 1])
    await writer.query('rollback')
    writer.release()
    expect(await look(t.db)).toEqual(['Đông', 0])
    await write(other, `insert into public.place values ('Bắc')`)
    expect(await look(t.db)).toEqual(['Bắc,Đông', 1])
  })

  it('bắt đầu trước mà ghi nhận sau vẫn được thấy; hai bên ghi không chờ nhau', async () => {
    const [first, second] = [await t.db.pool.connect(), await other.pool.connect()]
    await first.query(`begin; insert into public.place values ('Một')`)
    await second.query(`begin; insert into public.place values ('Hai'); commit`)
    expect(await look(t.db)).toEqual(['Hai,Đông', 1])
    await first.query('commit')
    expect(await look(t.db)).toEqual(['Hai,Một,Đông', 1])
    first.release()
    second.release()
  })

  it('ngay trong giao dịch đọc thì giao dịch ấy đọc lại và không để lại gì cho người khác', async () => {
    await look(t.db)
    await expect(
      reading(t.db, async (tx) => {
        await places(tx)
        await run(tx, sql`insert into public.place values ('Hỏng')`)
        expect(await places(tx)).toEqual(['Hỏng', 'Đông'])
        throw new Error('bỏ')
      }),
    ).rejects.toThrow('bỏ')
    expect(await look(t.db)).toEqual(['Đông', 0])
  })

  it('giữa hai lần hỏi của một lượt đọc: lượt ấy không ghi đè lên cái mới bằng cái cũ', async () => {
    await reading(t.db, async (tx) => {
      await write(other, `insert into public.place values ('Mới')`)
      await places(tx)
    })
    expect(await look(t.db)).toEqual(['Mới,Đông', 1])
  })

  it('giao dịch ghi không lấy từ chỗ giữ', async () => {
    await look(t.db)
    const found = await transact(t.db, systemActor(), async (tx) => {
      await run(tx, sql`insert into public.place values ('Của tôi')`)
      return places(tx)
    })
    expect(found).toEqual(['Của tôi', 'Đông'])
    expect((await look(t.db))[1]).toBe(1)
  })
})

describe('Quyền', () => {
  it('dòng theo đơn vị: người thấy tất cả và người thấy một đơn vị không lấy của nhau', async () => {
    for (const round of [1, 2]) {
      expect(await reading(t.db, papers), `lần ${round}`).toEqual(['a', 'b'])
      expect(await reading(t.db, papers, officer(A))).toEqual(['a'])
      expect(await reading(t.db, papers, officer(B))).toEqual(['b'])
      expect(await reading(t.db, papers, officer())).toEqual([])
    }
  })

  it('vai trò của yêu cầu không xóa, không sửa được dấu thay đổi', async () => {
    for (const text of ['delete from platform.change', 'update platform.change set n = 0', 'truncate platform.change'])
      await expect(reading(t.db, (tx) => tx.client.query(text))).rejects.toMatchObject({ code: '42501' })
  })
})

describe('Chỗ giữ', () => {
  it('không ai sửa được tại chỗ, kể cả bên trong', async () => {
    const list = await reading(t.db, (tx) => shared(tx, ['places'], 'test.deep', async () => [{ of: [{ name: 'x' }] }]))
    expect(() => list[0]?.of.push({ name: 'y' })).toThrow(TypeError)
    expect(() => Object.assign(list[0]?.of[0] ?? {}, { name: 'y' })).toThrow(TypeError)
  })

  it('có giới hạn; cái lâu không dùng ra trước', async () => {
    await look(t.db)
    for (let i = 0; i < 200; i++) {
      await reading(t.db, (tx) => shared(tx, ['places'], `test.${i}`, async () => i))
      if (i % 20 === 0) await look(t.db)
    }
    expect(t.db.shelf.size).toBe(120)
    expect(await look(t.db)).toEqual(['Đông', 0])
  })

  it('dấu được gom lại mà tổng không đổi ý nghĩa', async () => {
    const seen = new Set<number>()
    for (let i = 0; i < 120; i++) {
      await write(i % 2 === 0 ? t.db : other, `update public.place set name = 'Đông'`)
      seen.add((await t.db.pool.query('select platform.marks() as m')).rows[0].m.places)
    }
    expect(seen.size).toBe(120)
    const kept = await t.db.pool.query(`select count(*) as n from platform.change where name = 'places'`)
    expect(kept.rows[0].n).toBeLessThanOrEqual(52)
  })

  it('gom cùng lúc từ nhiều kết nối không mất dấu nào', async () => {
    const marks = async (): Promise<number> => (await t.db.pool.query('select platform.marks() as m')).rows[0].m.places
    const before = await marks()
    await Promise.all(
      Array.from({ length: 200 }, (_, i) => write(i % 2 === 0 ? t.db : other, `insert into public.place values ('x')`)),
    )
    expect(await marks()).toBe(before + 200)
  })
})

/** Thao tác và giao dịch: what every verb of every module may rely on, on both databases. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../tests/database.ts'
import { type Actor, ANONYMOUS, hasRole, systemActor } from '../kernel/actor.ts'
import { accept, refuse } from '../kernel/result.ts'
import { anyone, right } from '../kernel/right.ts'
import { type Action, action, done, newId, perform } from './action.ts'
import { explainConstraints } from './database/constraint.ts'
import { APP_ROLE, enter, transact } from './database/pool.ts'
import { row, rows, run, sql, type Tx } from './database/sql.ts'
import type { TestDatabase } from './database/test-database.ts'
import { text } from './http/input.ts'
import { factsAfter, firstBrokenFact, historyOf, type LedgerLine } from './ledger/record.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:42:00Z')
const HERE = newId()
const THERE = newId()
let t: TestDatabase

const person = (...units: string[]): Actor => ({
  kind: 'account',
  id: `nguoi-${units[0]?.slice(-4)}`,
  name: 'Phạm Thị Hoa',
  post: '',
  grants: units.map((body) => ({ role: 'co-quan' as const, body, bodyCode: 'X', bodyName: 'Cơ quan' })),
  scope: units,
})
const read = <T>(work: (tx: Tx) => Promise<T>, actor = systemActor()): Promise<T> => transact(t.db, actor, work)
const notes = (actor?: Actor) =>
  read((tx) => rows<{ body: string }>(tx, sql`select body from thu.note order by body`), actor)
const facts = (): Promise<LedgerLine[]> => read((tx) => factsAfter(tx, 0))

const canWrite = right({
  name: 'thu.write',
  sentence: 'Cán bộ cơ quan được ghi.',
  ask: 'quản trị hệ thống',
  allows: (a) => hasRole(a, 'co-quan'),
})

/** Writes a note, then does what `after` says. */
const writing = (after: (tx: Tx) => Promise<unknown> = async () => null, more: Partial<Action<never, never>> = {}) =>
  action({
    name: 'thu.write',
    right: more.right ?? canWrite,
    elevated: more.elevated ?? false,
    input: z.object({ unit: z.string(), body: text(20, 'Nhập nội dung') }),
    run: async (ctx, input) => {
      await run(
        ctx.tx,
        sql`insert into thu.note (id, unit_id, body) values (${ctx.newId()}, ${input.unit}, ${input.body})`,
      )
      const refused = await after(ctx.tx)
      if (refused !== null) return refuse('conflict', 'thu.refused', 'Không ghi được.')
      return done(input.body, { kind: 'thu.written', subject: `note:${input.body}`, unit: input.unit, data: { n: 1 } })
    },
  })
const act = (actor: Actor, what: Action<never, unknown> | ReturnType<typeof writing>, input: unknown) =>
  perform(t.db, { actor, now: NOW, request: '7F3A-21C4' }, what as ReturnType<typeof writing>, input)

beforeAll(async () => {
  t = await testDatabase()
  await t.db.pool.query(`create schema thu; grant usage on schema thu to ${APP_ROLE};
    create table thu.note (id uuid primary key, unit_id uuid not null, body text not null constraint one_note_per_body unique,
      constraint note_not_bad check (body <> 'xấu'));
    select platform.protect('thu.note', 'unit_id')`)
  explainConstraints({ one_note_per_body: 'Nội dung này đã có.' })
})
beforeEach(() => t.db.pool.query('delete from thu.note'))
afterAll(() => t.drop())

describe('một thao tác', () => {
  it('xong: giá trị, đúng một sự kiện trong cùng giao dịch, nêu ai, lúc nào, yêu cầu nào', async () => {
    const before = (await facts()).length
    expect(await act(person(HERE), writing(), { unit: HERE, body: 'một' })).toEqual({ ok: true, value: 'một' })
    expect(await notes()).toEqual([{ body: 'một' }])
    const all = await facts()
    expect(all.length - before).toBe(1)
    expect(all.at(-1)).toMatchObject({
      kind: 'thu.written',
      subject: 'note:một',
      unit_id: HERE,
      actor_kind: 'account',
      actor_name: 'Phạm Thị Hoa',
      data: { n: 1 },
    })
    expect(all.at(-1)?.at.equals(NOW)).toBe(true)
    const written = await t.db.pool.query("select request from platform.ledger where subject = 'note:một'")
    expect(written.rows).toEqual([{ request: '7F3A-21C4' }])
  })

  it('hỏi quyền trước khi đọc dữ liệu gửi lên', async () => {
    expect(await act(ANONYMOUS, writing(), 'không phải đối tượng')).toMatchObject({
      kind: 'forbidden',
      code: 'right.missing',
    })
  })

  it('dữ liệu sai: mỗi ô một câu, chưa chạy gì', async () => {
    const never = writing(async () => {
      throw new Error('không được chạy tới đây')
    })
    expect(await act(person(HERE), never, { unit: HERE, body: '  ' })).toEqual({
      ok: false,
      kind: 'invalid',
      code: 'input',
      message: 'Còn 1 chỗ phải sửa.',
      fields: { body: 'Nhập nội dung' },
    })
    expect(await act(person(HERE), never, null)).toMatchObject({ kind: 'invalid' })
  })

  it('từ chối sau khi đã ghi: không giữ gì, không có sự kiện', async () => {
    const before = (await facts()).length
    const refused = await act(
      person(HERE),
      writing(async () => 'không'),
      { unit: HERE, body: 'hai' },
    )
    expect(refused).toMatchObject({ ok: false, code: 'thu.refused' })
    expect(await notes()).toEqual([])
    expect(await facts()).toHaveLength(before)
  })

  it('hỏng giữa chừng: ném ra, không giữ gì, sổ cái vẫn nguyên chuỗi', async () => {
    const broken = writing(async () => {
      throw new Error('hỏng')
    })
    await expect(act(person(HERE), broken, { unit: HERE, body: 'ba' })).rejects.toThrow('hỏng')
    expect(await notes()).toEqual([])
    expect(await read(firstBrokenFact)).toBeNull()
  })

  it('ràng buộc có tên nghiệp vụ thành câu từ chối; ràng buộc không tên là lỗi lập trình', async () => {
    await act(person(HERE), writing(), { unit: HERE, body: 'bốn' })
    expect(await act(person(HERE), writing(), { unit: HERE, body: 'bốn' })).toEqual({
      ok: false,
      kind: 'conflict',
      code: 'database.one_note_per_body',
      message: 'Nội dung này đã có.',
    })
    await expect(act(person(HERE), writing(), { unit: HERE, body: 'xấu' })).rejects.toThrow('note_not_bad')
    expect(await notes()).toEqual([{ body: 'bốn' }])
  })

  test.each(['40001', '40P01'])('cơ sở dữ liệu bận (%s): thử lại sau, chưa ghi gì', async (code) => {
    const busy = writing(async () => {
      throw Object.assign(new Error('busy'), { code })
    })
    expect(await act(person(HERE), busy, { unit: HERE, body: 'năm' })).toMatchObject({ kind: 'later' })
    expect(await notes()).toEqual([])
  })
})

describe('phạm vi', () => {
  it('ghi cho đơn vị ngoài phạm vi: cơ sở dữ liệu chặn, thành câu từ chối', async () => {
    expect(await act(person(HERE), writing(), { unit: THERE, body: 'sáu' })).toMatchObject({
      kind: 'forbidden',
      code: 'database.scope',
    })
  })

  it('mỗi người chỉ thấy đơn vị của mình; khách không thấy gì; hệ thống thấy hết', async () => {
    await act(systemActor(), writing(), { unit: HERE, body: 'đây' })
    await act(systemActor(), writing(), { unit: THERE, body: 'kia' })
    expect(await notes(person(HERE))).toEqual([{ body: 'đây' }])
    expect(await notes(person(HERE, THERE))).toHaveLength(2)
    expect(await notes(person())).toEqual([])
    expect(await notes(ANONYMOUS)).toEqual([])
    expect(await notes()).toHaveLength(2)
  })

  it('sự kiện chỉ người trong phạm vi hoặc chính người làm đọc được', async () => {
    const seen = (actor: Actor) => read((tx) => historyOf(tx, 'note:kia'), actor)
    expect(await seen(person(THERE))).toHaveLength(1)
    expect(await seen(person(HERE))).toEqual([])
    expect(await seen({ ...person(HERE), id: 'system' })).toHaveLength(1)
  })

  it('thao tác nâng phạm vi: thấy cả hệ thống, người thực hiện và quyền vẫn là người đó', async () => {
    const elevated = writing(undefined, { elevated: true })
    expect(await act(person(HERE), elevated, { unit: THERE, body: 'bảy' })).toMatchObject({ ok: true })
    expect(await read((tx) => historyOf(tx, 'note:bảy'))).toMatchObject([{ actor_id: person(HERE).id }])
    expect(await act(ANONYMOUS, elevated, { unit: THERE, body: 'tám' })).toMatchObject({ kind: 'forbidden' })
    expect(
      await act(ANONYMOUS, writing(undefined, { elevated: true, right: anyone }), { unit: THERE, body: 'tám' }),
    ).toMatchObject({ ok: true })
  })

  it('giao dịch chạy dưới vai trò của yêu cầu và bị thu hẹp giữa chừng khi đã biết ai', async () => {
    await act(systemActor(), writing(), { unit: THERE, body: 'kia' })
    await read(async (tx) => {
      expect(await row(tx, sql`select current_user::text as who`)).toEqual({ who: APP_ROLE })
      expect(await rows(tx, sql`select 1 from thu.note`)).toHaveLength(1)
      await enter(t.db, tx, person(HERE))
      expect(await rows(tx, sql`select 1 from thu.note`)).toEqual([])
    })
    await expect(
      read((tx) => run(tx, sql`insert into platform.ledger_head (one, seq, hash) values (false, 0, '')`)),
    ).rejects.toThrow(/permission denied/)
    await expect(read((tx) => run(tx, sql`delete from platform.ledger`))).rejects.toThrow(/permission denied/)
  })

  it('phạm vi của giao dịch trước không sót lại trên kết nối', async () => {
    const client = await t.db.pool.connect()
    try {
      const left = await client.query(
        "select current_user <> $1 as own, coalesce(current_setting('nk.all', true), '') as all",
        [APP_ROLE],
      )
      expect(left.rows[0].own).toBe(true)
      expect(left.rows[0].all).not.toBe('on')
    } finally {
      client.release()
    }
  })
})

describe('kết nối', () => {
  it('hai mươi giao dịch hỏng liền nhau không giữ lại kết nối nào', async () => {
    const broken = Array.from({ length: 20 }, () =>
      read((tx) => run(tx, sql`select 1 / 0`)).then(
        () => 'xong',
        () => 'hỏng',
      ),
    )
    expect(new Set(await Promise.all(broken))).toEqual(new Set(['hỏng']))
    expect(t.db.pool.waitingCount).toBe(0)
    expect(t.db.pool.idleCount).toBe(t.db.pool.totalCount)
    expect(await read(async () => 1)).toBe(1)
  })

  it('kết nối bị máy chủ cắt giữa chừng: giao dịch ném ra, kết nối được bỏ, giao dịch sau chạy được', async () => {
    await expect(read((tx) => run(tx, sql`select pg_terminate_backend(pg_backend_pid())`))).rejects.toThrow()
    expect(await read(async (tx) => (await row<{ n: number }>(tx, sql`select 1 as n`)).n)).toBe(1)
  })

  it('giá trị đi và về đúng kiểu: ngày, khoảng ngày, thời điểm, số đếm, số lẻ', async () => {
    const got = await read((tx) =>
      row(
        tx,
        sql`select date '2026-12-05' as day, daterange('2025-07-01', null) as open, daterange('2024-01-01', '2025-07-01') as closed,
          'empty'::daterange as none, ${NOW}::timestamptz as at, count(*) as n, 12.5::numeric as share from generate_series(1, 3)`,
      ),
    )
    expect(got).toEqual({
      day: '2026-12-05',
      open: { from: '2025-07-01', to: null },
      closed: { from: '2024-01-01', to: '2025-07-01' },
      none: null,
      at: NOW,
      n: 3,
      share: 12.5,
    })
  })

  it('kết quả bị từ chối thì không giữ, kết quả được nhận thì giữ', async () => {
    const write = (tx: Tx) =>
      run(tx, sql`insert into thu.note (id, unit_id, body) values (${newId()}, ${HERE}, 'chín')`)
    await transact(t.db, systemActor(), write, () => false)
    expect(await notes()).toEqual([])
    await transact(t.db, systemActor(), write, (n) => n === 1)
    expect(await notes()).toEqual([{ body: 'chín' }])
  })
})

it('định danh mới tăng theo thời gian và không trùng', async () => {
  const made = Array.from({ length: 500 }, () => newId())
  expect(new Set(made).size).toBe(500)
  expect(made).toEqual([...made].sort())
  expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
    true,
  )
  await new Promise((resolve) => setTimeout(resolve, 3))
  expect(newId().slice(0, 13) >= (made[0] ?? '').slice(0, 13)).toBe(true)
  expect(accept(made[0]).ok).toBe(true)
})

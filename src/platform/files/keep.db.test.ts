/** Tệp được giữ: ai đọc được, giữ từng phần, giữ kín, và không ai đổi được mà không lộ. */
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import { newId } from '../action.ts'
import { transact } from '../database/pool.ts'
import type { Tx } from '../database/sql.ts'
import { asOwner, type TestDatabase } from '../database/test-database.ts'
import { type FileOwner, findFile, keepFile } from './keep.ts'
import { bytesOf, takeIn } from './spool.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:42:00Z')
const HEALTH = newId()
const SCHOOL = newId()

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.drop())

const officer = (unit: string): Actor => ({ ...systemActor('Cán bộ'), id: newId(), kind: 'account', scope: [unit] })
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => transact(t.db, actor, work)
const named = (name: string, bytes: Uint8Array) => ({ name, mediaType: 'application/octet-stream', bytes })
const kept = (
  of: FileOwner,
  sealed = false,
  bytes: Uint8Array = Buffer.from('Danh sách viên chức'),
  by = systemActor(),
) => as(by, (tx) => keepFile({ tx, actor: by, now: NOW, newId }, named('danh-sach.csv', bytes), { of, sealed }))
const seenRaw = (actor: Actor, id: string) =>
  as(actor, async (tx) => {
    const about = await tx.client.query('select 1 from platform.file where id = $1', [id])
    const parts = await tx.client.query('select 1 from platform.file_part where file_id = $1', [id])
    return [about.rowCount, parts.rowCount]
  })

describe('ai đọc được tệp, kể cả bằng SQL viết tay với vai trò của ứng dụng', () => {
  it('tệp của một cơ quan: cơ quan ấy và ai thấy mọi đơn vị, không ai khác', async () => {
    const { id } = await kept({ unit: HEALTH })
    expect(await seenRaw(officer(HEALTH), id)).toEqual([1, 1])
    expect(await seenRaw(systemActor(), id)).toEqual([1, 1])
    expect(await seenRaw(officer(SCHOOL), id)).toEqual([0, 0])
    expect(await as(officer(SCHOOL), (tx) => findFile(tx, id))).toBeNull()
  })

  it('tệp của mọi người thì ai cũng đọc', async () => {
    const { id } = await kept('everyone')
    expect(await seenRaw(officer(SCHOOL), id)).toEqual([1, 1])
  })

  it('tệp thuộc về một dòng mà không mô-đun nào nhận thì không ai đọc, kể cả người thấy mọi đơn vị', async () => {
    const kept0 = as(officer(HEALTH), (tx) =>
      keepFile({ tx, actor: officer(HEALTH), now: NOW, newId }, named('a.txt', Buffer.from('a')), {
        of: { table: 'khong.co', id: HEALTH },
      }),
    )
    await expect(kept0).rejects.toThrow(/row-level security/)
  })

  it('không gửi được tệp vào tên của cơ quan khác, không thêm được phần vào tệp của cơ quan khác', async () => {
    await expect(kept({ unit: SCHOOL }, false, Buffer.from('x'), officer(HEALTH))).rejects.toThrow(/row-level security/)
    const { id } = await kept({ unit: SCHOOL })
    const added = as(officer(HEALTH), (tx) =>
      tx.client.query(`insert into platform.file_part (file_id, n, body) values ($1, 9, 'x')`, [id]),
    )
    await expect(added).rejects.toThrow(/row-level security/)
  })

  it('cùng nội dung, cùng tên: một lần cho mỗi nơi nó thuộc về', async () => {
    const [a, again, b] = [await kept({ unit: HEALTH }), await kept({ unit: HEALTH }), await kept({ unit: SCHOOL })]
    expect(again.id).toBe(a.id)
    expect(b.id).not.toBe(a.id)
  })
})

describe('giữ từng phần', () => {
  const large = randomBytes(3_500_000)

  it('tệp lớn ra đúng như khi vào, mỗi phần không quá 1 MB', async () => {
    const { id, sha256 } = await kept({ unit: HEALTH }, false, large)
    expect(sha256).toBe(createHash('sha256').update(large).digest('hex'))
    const found = await as(officer(HEALTH), (tx) => findFile(tx, id))
    expect(found?.body.equals(large)).toBe(true)
    const parts = await asOwner<{ n: number }>(
      t.db,
      'select length(body) as n from platform.file_part where file_id = $1 order by n',
      [id],
    )
    expect(parts).toHaveLength(4)
    expect(Math.max(...parts.map((p) => p.n))).toBeLessThanOrEqual(1024 * 1024)
  })

  it('tệp giữ kín: ra đúng như khi vào, trong cơ sở dữ liệu không đọc được', async () => {
    const plain = Buffer.from('Nguyễn Văn A, dân tộc Tày. '.repeat(80_000))
    const { id } = await kept({ unit: HEALTH }, true, plain)
    const found = await as(officer(HEALTH), (tx) => findFile(tx, id))
    expect(found?.body.equals(plain)).toBe(true)
    const parts = await asOwner<{ body: Buffer }>(t.db, 'select body from platform.file_part where file_id = $1', [id])
    expect(parts.some((p) => p.body.includes('Nguyễn'))).toBe(false)
  })

  it('phần bị đổi chỗ, bị sửa, bị thiếu: không đưa ra như thể còn nguyên', async () => {
    for (const harm of [
      `update platform.file_part set n = case n when 0 then 1 when 1 then 0 else n end + 10 where file_id = $1 and n < 2;`,
      `update platform.file_part set body = set_byte(body, 0, (get_byte(body, 0) + 1) % 256) where file_id = $1 and n = 1`,
      `delete from platform.file_part where file_id = $1 and n = 2`,
    ]) {
      const { id } = await kept({ unit: newId() }, false, large)
      await asOwner(t.db, harm, [id])
      await expect(as(systemActor(), (tx) => findFile(tx, id))).rejects.toThrow(/not as it was kept/)
    }
  })
})

describe('tệp đang tới', () => {
  const lying = () => fs.readdirSync(os.tmpdir()).filter((n) => n.startsWith('nk-tep-'))
  const coming = async function* (bytes: Uint8Array) {
    for (let at = 0; at < bytes.length; at += 70_001) yield bytes.subarray(at, at + 70_001)
  }

  it('nằm trên đĩa không tên, đọc lại được nhiều lần, và giữ được như tệp trong bộ nhớ', async () => {
    const bytes = randomBytes(2_500_000)
    const names = lying()
    const { file, close } = await takeIn(coming(bytes), { name: 'a.xlsx', mediaType: 'x/y' })
    expect(lying()).toEqual(names)
    expect([file.size, file.sha256]).toEqual([bytes.length, createHash('sha256').update(bytes).digest('hex')])
    expect((await bytesOf(file)).equals(bytes)).toBe(true)
    const actor = systemActor()
    const of = { of: { unit: HEALTH }, sealed: true }
    const { id } = await as(actor, (tx) => keepFile({ tx, actor, now: NOW, newId }, file, of))
    await close()
    expect((await as(actor, (tx) => findFile(tx, id)))?.body.equals(bytes)).toBe(true)
  })

  it('người gửi bỏ giữa chừng: không còn gì trên đĩa', async () => {
    const names = lying()
    const broken = async function* () {
      yield Buffer.from('một phần')
      throw new Error('đứt')
    }
    await expect(takeIn(broken(), { name: 'a', mediaType: 'b' })).rejects.toThrow('đứt')
    expect(lying()).toEqual(names)
  })
})

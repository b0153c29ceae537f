import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { ANONYMOUS, systemActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import { perform } from '../../platform/action.ts'
import { enterToRead, transact } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { publishList } from './actions/publish-list.ts'
import { codeBook } from './code-book.ts'
import { readCodeLists } from './facts.ts'
import { entriesOn, labelOf, listsOn, versionOn, versionsOf } from './views.ts'

const actor = systemActor()
const now = Temporal.Instant.from('2026-11-23T03:00:00Z')
let t: TestDatabase
const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transact(t.db, actor, work)

beforeAll(async () => {
  t = await testDatabase()
  for (const list of readCodeLists())
    expect(await perform(t.db, { actor, now }, publishList, list)).toMatchObject({ ok: true })
})
afterAll(() => t.drop())

describe('danh mục theo ngày', () => {
  test('mọi danh mục đi kèm nạp được, mỗi danh mục có mục', async () => {
    const lists = await read((tx) => listsOn(tx, day('2024-04-22')))
    expect(lists).toHaveLength(61)
    expect(lists.every((l) => l.holds && l.entries > 0)).toBe(true)
  })

  test.each([
    ['dan-toc', 54],
    ['loai-van-ban', 29],
    ['trinh-do', 13],
    ['quoc-tich', 249],
    ['tinh-cccd', 63],
    ['linh-vuc-nghien-cuu', 64],
    ['chuc-danh-vien-chuc', 201],
  ])('%s có %i mục', async (list, count) => {
    expect(await read((tx) => entriesOn(tx, list, day('2025-01-01')))).toHaveLength(count)
  })

  test('nhãn của mã theo ngày; mã lạ và ngày hết hiệu lực không có nhãn', async () => {
    const label = (list: string, code: string, on: string) => read((tx) => labelOf(tx, list, code, day(on)))
    expect(await label('dan-toc', '54', '2026-01-01')).toBe('Rơ-măm')
    expect(await label('dan-toc', '99', '2026-01-01')).toBeNull()
    expect(await label('nganh-kinh-te', 'A', '2025-11-14')).toBe('Nông nghiệp, lâm nghiệp và thủy sản')
    expect(await label('nganh-kinh-te', 'A', '2025-11-15')).toBeNull()
  })

  test('danh mục hết hiệu lực vẫn được liệt kê, kèm bản thay thế', async () => {
    const line = (await read((tx) => listsOn(tx, day('2026-01-01')))).find((l) => l.list === 'nganh-kinh-te')
    expect(line).toMatchObject({ holds: false, replacedBy: expect.stringContaining('QĐ 36/2025') })
  })
})

describe('sổ tra mã', () => {
  test('đọc cơ sở dữ liệu một lần; người đọc sau lấy từ tiến trình, cho ngày nào cũng vậy', async () => {
    const look = () =>
      read(async (tx) => {
        await enterToRead(t.db, tx, actor)
        expect((await codeBook(tx, day('2026-11-23'))).list('trinh-do').codeOf('ĐHCQ')).toBe('6')
        expect((await codeBook(tx, day('2018-12-31'))).list('xep-loai-chat-luong').codeOf('HTNV')).toBeNull()
        return tx.statements
      })
    const first = await look()
    expect(await look()).toBe(first - 1)
  })
})

describe('ban hành phiên bản', () => {
  const next = {
    name: 'linh-vuc-nghien-cuu',
    title: 'Lĩnh vực nghiên cứu khoa học và phát triển công nghệ',
    version: '2027',
    source: 'Thông tư thay thế',
    status: 'unverified',
    from: '2027-01-01',
    entries: [{ code: '1', label: 'Khoa học tự nhiên' }],
  }

  const fieldsOn = (on: string) =>
    read(async (tx) => {
      await enterToRead(t.db, tx, actor)
      return (await codeBook(tx, day(on))).list('linh-vuc-nghien-cuu').entries.length
    })

  test('phiên bản mới thay từ ngày của nó, phiên bản cũ đọc như trước', async () => {
    expect(await fieldsOn('2027-01-01')).toBe(52)
    expect(await perform(t.db, { actor, now }, publishList, next)).toMatchObject({ ok: true })
    expect(await read((tx) => versionOn(tx, next.name, day('2025-12-14')))).toMatchObject({ version: '2008' })
    expect(await read((tx) => versionOn(tx, next.name, day('2026-12-31')))).toMatchObject({ version: '2025' })
    expect(await read((tx) => versionOn(tx, next.name, day('2027-01-01')))).toMatchObject({ version: '2027' })
    expect(await read((tx) => entriesOn(tx, next.name, day('2025-12-14')))).toHaveLength(64)
  })

  test('sổ tra mã giữ trong tiến trình thấy ngay phiên bản vừa ban hành', async () => {
    expect(await fieldsOn('2027-01-01')).toBe(1)
    expect(await fieldsOn('2026-12-31')).toBe(52)
    expect(await fieldsOn('1999-01-01')).toBe(64)
  })

  test('ban hành lại cùng ngày bị từ chối, không ghi gì', async () => {
    expect(await perform(t.db, { actor, now }, publishList, next)).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await read((tx) => versionsOf(tx, next.name))).toHaveLength(3)
  })

  test('người không có quyền không ban hành được', async () => {
    expect(await perform(t.db, { actor: ANONYMOUS, now }, publishList, { ...next, from: '2028-01-01' })).toMatchObject({
      kind: 'forbidden',
    })
  })
})

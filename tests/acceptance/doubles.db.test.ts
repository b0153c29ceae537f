/** Dòng có thể trùng: sinh đôi khác nhau một dấu không bao giờ tự thành một người; điều rất có thể nhận được bằng một lần bấm. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { scanDuplicates } from '../../src/modules/duplicates/public.ts'
import { decideLikely } from '../../src/modules/imports/actions/decide-likely.ts'
import { undoBatch } from '../../src/modules/imports/actions/undo-batch.ts'
import { writeBatch } from '../../src/modules/imports/actions/write-batch.ts'
import { perform } from '../../src/platform/action.ts'
import { asOwner, type TestDatabase } from '../../src/platform/database/test-database.ts'
import type { Row } from '../../src/platform/excel/workbook.ts'
import { testDatabase } from '../database.ts'
import { importWorld, NOW, workbookOf } from './import-world.ts'

let t: TestDatabase
let w: ReturnType<typeof importWorld>
beforeAll(async () => {
  t = await testDatabase()
  w = importWorld(t.db)
  await w.prepare()
}, 120_000)
afterAll(() => t.drop())

const HEAD: Row = ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Nơi sinh', 'Số CCCD', 'Điện thoại', 'Trình độ chuyên môn']
const book = (...rows: Row[]) => workbookOf([HEAD, ...rows])
const born = (name: string, cccd: string, phone = '0912000777', day = '09/03/1985'): Row => [
  name,
  day,
  'Nữ',
  'Nam Sách',
  cccd,
  phone,
  'Đại học',
]
const named = async (words: string) => (await w.people()).filter((n) => n.includes(words))
const merged = () => asOwner(t.db, 'select 1 from people.person where merged_into is not null')

describe('sinh đôi tên chỉ khác dấu', () => {
  it.each([
    ['Ánh và Ảnh', 'Phạm Thị Ánh', 'Phạm Thị Ảnh'],
    ['Hà và Hạ', 'Bùi Thu Hà', 'Bùi Thu Hạ'],
    ['Lan và Lân', 'Đỗ Ngọc Lan', 'Đỗ Ngọc Lân'],
  ])('%s, cùng ngày sinh, nơi sinh, điện thoại, không số: hỏi, không bao giờ tự thành một người', async (_, a, b) => {
    const first = await w.write(await book(born(a, '')))
    const second = await w.write(await book(born(b, '')))
    expect(first.counts.new).toBe(1)
    expect([second.counts.same, second.counts.changed]).toEqual([0, 0])
    const rows = await asOwner<{ candidates: { likely: boolean }[] }>(
      t.db,
      'select candidates from imports.row_outcome where batch_id = $1',
      [second.id],
    )
    expect(rows.flatMap((r) => r.candidates).filter((c) => c.likely)).toEqual([])
    expect(await named(a)).toEqual([a])
  })

  it('mỗi người một số: hai hồ sơ mới, quét trùng lặp không gộp', async () => {
    const told = await w.write(
      await book(
        born('Vũ Thị Ánh', '030186009991', '0912000555', '11/04/1986'),
        born('Vũ Thị Ảnh', '030186009992', '0912000555', '11/04/1986'),
      ),
    )
    expect([told.counts.new, told.counts.duplicate, told.counts.error]).toEqual([2, 0, 0])
    await w.act(scanDuplicates, {})
    expect(await merged()).toEqual([])
    expect((await named('Vũ Thị')).sort()).toEqual(['Vũ Thị Ánh', 'Vũ Thị Ảnh'].sort())
  })
})

describe('rất có thể là người đã có', () => {
  const actor = systemActor('Trần Thị Lan')
  it('nhận mọi dòng rất có thể bằng một lần bấm, dòng chỉ có thể thì còn đó; ghi rồi không ai thành hai', async () => {
    await w.write(await book(born('Khúc Thị Quỳnh Nga', '030185007771', '0912111222')))
    const told = await w.check(
      await book(born('Khúc Thị Quỳnh Nga', '', '0912111222'), [
        'Phạm Thị Ành',
        '09/03/1985',
        'Nữ',
        '',
        '',
        '',
        'Đại học',
      ]),
    )
    expect(told.counts.duplicate).toBeGreaterThanOrEqual(1)
    const decided = await w.act(decideLikely, { id: told.id })
    expect(decided.count).toBe(1)
    const again = await perform(t.db, { actor, now: NOW }, decideLikely, { id: told.id })
    expect(again).toMatchObject({ ok: false, code: 'import.none-likely' })
    await w.act(writeBatch, { id: told.id })
    expect(await named('Khúc Thị Quỳnh Nga')).toHaveLength(1)
    await w.act(undoBatch, { id: told.id })
    expect(await named('Khúc Thị Quỳnh Nga')).toHaveLength(1)
  })
})

/** Hoàn tác một chuỗi: lô sau hoàn tác rồi thì lô trước hoàn tác được, và hồ sơ về đúng như trước mỗi lô. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { undoBatch } from '../../src/modules/imports/actions/undo-batch.ts'
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

const HEAD: Row = ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Điện thoại', 'Dân tộc', 'Trình độ chuyên môn']
const list = (phone: string, degree: string, people: string) =>
  workbookOf([HEAD, ['Phạm Thị Chuỗi', '02/09/1972', 'Nữ', '030172001234', phone, people, degree]])

/** What stands in the register of that person, but for the marks of when it was written. */
const state = async () => ({
  people: await w.people(),
  facts: await asOwner(
    t.db,
    'select grp, data, valid::text, level from people.fact where superseded_at is null order by grp, data::text, valid',
  ),
  numbers: await asOwner(t.db, 'select scheme, last3 from people.identifier where superseded_at is null order by 1, 2'),
  sealed: await asOwner(t.db, 'select grp, digest from people.sealed_fact where superseded_at is null order by 1, 2'),
  slices: await asOwner(t.db, 'select from_day::text, to_day::text, degree from people.slice order by 1, 2'),
})
const undo = (id: string) => w.act(undoBatch, { id })
const refusedUndo = async (id: string) => {
  const done = await perform(t.db, { actor: systemActor('Trần Thị Lan'), now: NOW }, undoBatch, { id })
  return done.ok ? null : done.code
}

describe('chuỗi ba lô về cùng một người', () => {
  it('chỉ lô cuối hoàn tác được; lùi từng lô thì về đúng từng trạng thái, đến khi sổ trống', async () => {
    const empty = await state()
    const one = await w.write(await list('0912000001', 'Đại học', 'Kinh'))
    const afterOne = await state()
    const two = await w.write(await list('0912000002', 'Thạc sĩ', 'Kinh'))
    const afterTwo = await state()
    const three = await w.write(await list('0912000003', 'Thạc sĩ', 'Tày'))
    expect([one.counts.new, two.counts.changed, three.counts.changed]).toEqual([1, 1, 1])
    expect([await refusedUndo(one.id), await refusedUndo(two.id)]).toEqual([
      'import.changed-since',
      'import.changed-since',
    ])

    await undo(three.id)
    expect(await state()).toEqual(afterTwo)
    expect(await refusedUndo(one.id)).toBe('import.changed-since')
    await undo(two.id)
    expect(await state()).toEqual(afterOne)
    await undo(one.id)
    expect(await state()).toEqual(empty)
  })

  it('sau khi hoàn tác cả chuỗi, nhập lại cùng tệp là người mới, và lại hoàn tác được', async () => {
    const before = await state()
    const again = await w.write(await list('0912000002', 'Thạc sĩ', 'Kinh'))
    expect(again.counts.new).toBe(1)
    await undo(again.id)
    expect(await state()).toEqual(before)
  })
})

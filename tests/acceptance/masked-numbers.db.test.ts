/** Số ghi sai trong tệp: không câu nào nhắc lại trọn số; tệp lỗi giữ ô của chính người gửi. Hai bằng cùng trình độ là hai bằng. */
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../src/modules/accounts/fixtures.ts'
import { checkBatch } from '../../src/modules/imports/actions/check-batch.ts'
import { sendFile } from '../../src/modules/imports/actions/send-file.ts'
import { perform } from '../../src/platform/action.ts'
import { asOwner, type TestDatabase } from '../../src/platform/database/test-database.ts'
import type { Row } from '../../src/platform/excel/workbook.ts'
import { NOW, startWalk, type Visitor, visitPage, type Walk } from '../architecture/walk.ts'
import { testDatabase } from '../database.ts'
import { importWorld, workbookOf } from './import-world.ts'

describe('Số định danh ghi sai', () => {
  const WRONG = '0300720012345'
  let walk: Walk
  let who: Visitor
  beforeAll(async () => {
    walk = await startWalk(async () => {}, ['so-noi-vu'])
    const found = walk.visitors.find((v) => v.role === 'so-noi-vu')
    if (found === undefined) throw new Error('không có cán bộ Sở Nội vụ')
    who = found
  }, 120_000)
  afterAll(() => walk?.stop())

  /** A list whose number has a digit too many, sent under the name of the body. */
  async function sent(): Promise<{ id: string }> {
    const file = await workbookOf([
      ['Họ và tên', 'Ngày sinh', 'Số CCCD'],
      ['Lê Thị Dài', '25/09/1972', WRONG],
    ])
    const at = { actor: who.actor, now: NOW }
    const given = { coQuan: 'so y te', file: { ...file, mediaType: '' }, ngay: '' }
    const batch = must(await perform(walk.db, at, sendFile, given))
    must(await perform(walk.db, at, checkBatch, { id: batch.id }))
    return batch
  }

  it('trang, JSON, địa chỉ cho máy chỉ nêu ba chữ số cuối và tên ô; tệp lỗi giữ nguyên ô', async () => {
    const { id } = await sent()
    for (const [url, accept] of [
      [`/nhap/${id}`, 'text/html'],
      [`/nhap/${id}`, 'application/json'],
      [`/api/v1/imports/${id}`, 'application/json'],
      [`/api/v1/imports/${id}/findings`, 'application/json'],
    ] as const) {
      const answer = await visitPage(walk, who, url, { accept })
      expect([url, accept, answer.statusCode]).toEqual([url, accept, 200])
      expect(answer.body, `${url} ${accept}`).not.toContain(WRONG.slice(0, 9))
    }
    const page = await visitPage(walk, who, `/nhap/${id}`, { accept: 'text/html' })
    expect(page.body).toMatch(/ô C2: số định danh cá nhân phải có 12 chữ số, hiện có 13 \((?:&#39;|')…345/)
    const kept = await asOwner<{ line: string }>(walk.db, 'select f::text as line from imports.finding f')
    expect(kept.filter((f) => f.line.includes(WRONG))).toEqual([])
    const book = await visitPage(walk, who, `/nhap/${id}/loi`)
    const words = Object.values(unzipSync(book.rawPayload))
      .map((b) => strFromU8(b))
      .join('\n')
    expect(words.split(WRONG).length - 1).toBe(1)
    expect(words).toContain('…345')
  })
})

describe('Hai bằng đại học không ghi ngành', () => {
  let t: TestDatabase
  let w: ReturnType<typeof importWorld>
  beforeAll(async () => {
    t = await testDatabase()
    w = importWorld(t.db)
    await w.prepare()
  }, 120_000)
  afterAll(() => t.drop())

  const HEAD: Row = [
    'Họ và tên',
    'Ngày sinh',
    'Giới tính',
    'Trình độ',
    'Cơ sở đào tạo',
    'Năm tốt nghiệp',
    'Trình độ (2)',
    'Cơ sở đào tạo (2)',
    'Năm tốt nghiệp (2)',
  ]
  it.each([
    ['khác trường', 'Lê Thị Hai', ['Đại học', 'Đại học Y Hà Nội', '', 'Đại học', 'Đại học Luật Hà Nội', '']],
    ['khác năm', 'Lê Thị Ba', ['Đại học', '', '1996', 'Đại học', '', '2004']],
  ])('%s: ghi hai bằng; nhập lại 0 mới, 0 sửa', async (_, name, degrees) => {
    const file = await workbookOf([HEAD, [name, '25/09/1972', 'Nữ', ...degrees]])
    const first = await w.write(file)
    expect(first.counts).toMatchObject({ new: 1, error: 0 })
    const held = () =>
      w.count(
        'people.fact f join people.person p on p.id = f.person_id',
        `p.name = '${name}' and f.grp = 'education' and f.superseded_at is null`,
      )
    expect(await held()).toBe(2)
    const again = await w.write(file)
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 1 })
    expect(await held()).toBe(2)
  })
})

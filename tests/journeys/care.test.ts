/** Không mất gì, không thừa gì: bấm hai lần, sửa trùng lúc, thiếu quyền, tệp hỏng, đường dẫn từ thông báo. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, inject } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { row, sql } from '../../src/platform/database/sql.ts'
import { journey } from './journey.ts'
import { headOf, LAN, officerOf } from './people.ts'
import { NOW } from './world.ts'

const SECTION = '/bao-cao/kh1459/2026/H24.STP/1'

journey('Nộp', 'bấm hai lần chỉ có một bản', { who: headOf('Sở Khoa học và Công nghệ') }, async (j) => {
  await j.press('link', /^Báo cáo năm 2026/)
  await j.step('Bấm đúp «Duyệt và nộp»', () => j.page.getByRole('button', { name: 'Duyệt và nộp' }).dblclick())
  const token = await j.page.evaluate(() => document.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? '')
  const again = await j.page.request.post(`${j.world.url}/bao-cao/kh1459/2026/H24.SKHCN/ky`, { form: { _csrf: token } })
  expect(again.status()).toBe(409)
  const versions = await transact(j.world.db, systemActor(), (tx) =>
    row<{ n: number }>(tx, sql`select count(*)::int as n from reporting.submission where sent_at >= ${NOW}`),
  )
  expect(versions.n).toBe(1)
})

journey('Sửa trùng lúc', 'thấy cả hai bản', { who: officerOf('Sở Tư pháp') }, async (j) => {
  const other = await j.colleague(headOf('Sở Tư pháp'))
  await j.step('Hai người cùng mở mục 1', async () => {
    await j.open(SECTION)
    await other.open(SECTION)
  })
  await other.type(/^Công tác chỉ đạo/, 'Bản của thủ trưởng.')
  await other.press('button', 'Lưu nháp')
  await j.step('Người thứ hai nhập sau', async () => {
    await j.type(/^Công tác chỉ đạo/, 'Bản của cán bộ.')
    await j.see(/đã sửa ô này lúc \d\d:\d\d/)
  })
  await j.see('Giữ giá trị vừa nhập: Bản của cán bộ.')
  await j.see('Lấy giá trị đang lưu: Bản của thủ trưởng.')
  await j.step('Giữ giá trị vừa nhập', () => j.press('button', /^Giữ giá trị vừa nhập/))
  await j.see(/^Đã lưu nháp lúc/)
  await j.page.reload()
  expect(await j.page.getByRole('textbox', { name: /^Công tác chỉ đạo/ }).inputValue()).toBe('Bản của cán bộ.')
})

journey(
  'Sửa trùng lúc',
  'không kịch bản vẫn thấy cả hai bản',
  { who: officerOf('Sở Tư pháp'), scripts: false },
  async (j) => {
    await j.open(SECTION)
    const other = await j.colleague(headOf('Sở Tư pháp'))
    await other.open(SECTION)
    await other.type(/^Công tác chỉ đạo/, 'Bản của thủ trưởng.')
    await other.press('button', 'Lưu nháp')
    await j.step('Lưu bản cũ', async () => {
      await j.type(/^Công tác chỉ đạo/, 'Bản của cán bộ.')
      await j.press('button', 'Lưu nháp')
    })
    await j.see('Giá trị vừa nhập')
    await j.see('Giá trị đang lưu')
    await j.step('Lưu giá trị đã chọn', () => j.press('button', 'Lưu giá trị đã chọn'))
    expect(await j.page.getByRole('textbox', { name: /^Công tác chỉ đạo/ }).inputValue()).toBe('Bản của cán bộ.')
  },
)

journey('Thiếu quyền', 'nói rõ hỏi ai', { who: officerOf('Sở Tư pháp') }, async (j) => {
  let status = 0
  j.page.on('response', (r) => {
    if (r.request().isNavigationRequest()) status = r.status()
  })
  await j.step('Mở trang tổng hợp của Sở Nội vụ', () => j.open('/tong-hop/2026'))
  expect(status).toBe(403)
  await j.see(/Liên hệ: Phòng Công chức, viên chức, Sở Nội vụ/)
  await j.step('Mở báo cáo của cơ quan khác', () => j.open('/bao-cao/kh1459/2026/H24.SYT'))
  expect([403, 404]).toContain(status)
})

/** A file in the folder of the run, as a person would have it on disk. */
function fileNamed(name: string, content: string | Uint8Array): string {
  const file = path.join(inject('scratch'), name)
  fs.writeFileSync(file, content)
  return file
}

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1])

journey('Tệp không đọc được', 'được từ chối bằng một câu, chữ đã dán còn nguyên', { who: LAN }, async (j) => {
  await j.step('Mở «Đọc kế hoạch»', () => j.open('/ke-hoach/doc'))
  const cases = [
    [
      'tệp hỏng',
      fileNamed('hong.docx', 'PK\u0003\u0004 nhưng không phải tệp nén'),
      /hỏng|không mở được|không đọc được/,
    ],
    ['tệp không phải văn bản', fileNamed('anh.png', PNG), /chỉ đọc tệp Word/],
    ['tệp lớn hơn 20 MB', fileNamed('lon.txt', 'a'.repeat(21 * 1024 * 1024)), /20 MB/],
  ] as const
  for (const [what, file, sentence] of cases) {
    await j.step(`Gửi ${what}`, async () => {
      await j.type(/^Hoặc dán nội dung/, 'Nội dung đã dán, không được mất.')
      await j.give('Tệp văn bản', file)
      await j.press('button', 'Đọc văn bản')
    })
    expect(await j.page.title()).toMatch(/^Lỗi: /)
    expect(await j.page.getByRole('main').innerText()).toMatch(sentence)
    expect(await j.page.getByRole('textbox', { name: /^Hoặc dán nội dung/ }).inputValue()).toBe(
      'Nội dung đã dán, không được mất.',
    )
  }
})

journey('H10', 'mở từ đường dẫn trong thông báo', {}, async (j) => {
  const path = '/bao-cao/kh1459/2026/H24.SKHCN/ky'
  await j.step('Mở đường dẫn khi chưa đăng nhập', () => j.open(path))
  expect(new URL(j.page.url()).pathname).toBe('/dang-nhap')
  await j.step('Vào vai thủ trưởng', () => j.pick(headOf('Sở Khoa học và Công nghệ')))
  expect(new URL(j.page.url()).pathname).toBe(path)
  await j.see('Duyệt và nộp')
})

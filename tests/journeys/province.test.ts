/** Hành trình của tỉnh: bảng điều hành, mở kỳ, thẩm định, báo cáo tổng hợp. */
import { expect } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { type Query, row, sql } from '../../src/platform/database/sql.ts'
import { figuresOf, textOfDocx } from '../../src/platform/word/read-paper.ts'
import { journey, type Traveller } from './journey.ts'
import { ADMINISTRATOR, LAN, LEADER, officerOf } from './people.ts'
import type { World } from './world.ts'

/** 08:00 on 02/11/2027: the next year's period is due to be opened. */
const NEXT_YEAR = Temporal.Instant.from('2027-11-02T08:00:00+07:00')

const oneNumber = (world: World, query: Query<{ n: number }>): Promise<number> =>
  transact(world.db, systemActor(), async (tx) => (await row(tx, query)).n)

journey('L1', 'bảng điều hành đọc trong một phút', { budget: 0, who: LEADER }, async (j) => {
  await j.step('Mở trang đầu', async () => {})
  await j.picture('bang-dieu-hanh')
  for (const answer of [/mục tiêu dự kiến không đạt$/, /cơ quan chậm$/, /việc cần quyết$/]) {
    const box = await j.page.getByText(answer).filter({ visible: true }).first().boundingBox()
    expect((box?.y ?? 9999) + (box?.height ?? 0), String(answer)).toBeLessThanOrEqual(625)
  }
  expect(await j.page.evaluate(() => scrollY)).toBe(0)
  await j.see(/chậm|chưa đủ số liệu|chưa có nguồn số liệu/i)
  expect(await j.page.getByRole('main').innerText()).not.toMatch(/(khả năng đạt|xác suất)\D{0,3}\d/i)
})

journey('Q3', 'mở kỳ báo cáo', { budget: 4, who: ADMINISTRATOR, at: NEXT_YEAR }, async (j) => {
  await j.step('Mở «Chế độ báo cáo»', () => j.menu('Chế độ báo cáo'))
  await j.step('Mở kỳ 2027: xem danh sách cơ quan', () => j.press('link', 'Mở kỳ 2027'))
  const shown = Number(/^(\d+) cơ quan phải nộp báo cáo năm 2027$/.exec(await j.heading())?.[1])
  expect(shown).toBeGreaterThan(50)
  await j.picture('mo-ky')
  await j.step('Mở kỳ', () => j.press('button', `Mở kỳ 2027 cho ${shown} cơ quan`))
  await j.see(`Đã mở kỳ báo cáo 2027 cho ${shown} cơ quan.`)
  expect(await j.count('Phải nộp')).toBe(shown)
  const made = sql<{
    n: number
  }>`select count(*)::int as n from reporting.obligation o join reporting.period p on p.id = o.period_id where p.year = 2027`
  expect(await oneNumber(j.world, made)).toBe(shown)
})

journey('S2', 'thẩm định và trả lại', { budget: 7, who: LAN }, async (j) => {
  await j.step('Mở «Tổng hợp báo cáo»', () => j.menu('Tổng hợp báo cáo'))
  await j.step('Chọn «Đã nộp, chờ duyệt»', () => j.press('link', /^Đã nộp, chờ duyệt/))
  const body = await j.page
    .getByRole('table', { name: /^Báo cáo năm 2026/ })
    .locator('th[scope="row"]')
    .first()
    .innerText()
  await j.step(`Mở báo cáo của ${body}`, () => j.press('link', body))
  await j.step('Ghi yêu cầu ở hai ô, bấm «Trả lại báo cáo»', async () => {
    await j.type(/^Yêu cầu giải trình: Tiến sĩ/, 'Chưa khớp danh sách kèm theo.')
    await j.type(/^Yêu cầu giải trình: Thạc sĩ/, 'Thiếu người mới bảo vệ trong năm.')
    await j.page.getByText('Trả lại báo cáo', { exact: true }).click()
  })
  await j.step('Xác nhận khi chưa nêu lý do', () => j.press('button', 'Xác nhận trả lại'))
  expect(await j.page.title()).toMatch(/^Lỗi: /)
  expect(await j.page.getByText('Nhập lý do trả lại, tối đa 1.000 ký tự').count()).toBeGreaterThanOrEqual(2)
  expect(await j.page.getByRole('textbox', { name: /^Yêu cầu giải trình: Tiến sĩ/ }).inputValue()).toBe(
    'Chưa khớp danh sách kèm theo.',
  )
  await j.step('Nêu lý do, hạn mới, «Xác nhận trả lại»', async () => {
    await j.type(/^Lý do trả lại/, 'Hai ô ở Biểu 2 cần rà soát.')
    await j.type(/^Nộp lại trước ngày/, '08/12/2026')
    await j.press('button', 'Xác nhận trả lại')
  })
  await j.see(/^Đã trả lại báo cáo của /)
  expect(await j.count('Trả lại')).toBeGreaterThan(0)
})

/** The live figures of the page: source and shown text. */
const figuresOnPage = (j: Traveller): Promise<{ source: string; text: string }[]> =>
  j.page
    .locator('[data-source]')
    .evaluateAll((all) =>
      all.map((a) => ({ source: a.getAttribute('data-source') ?? '', text: (a.textContent ?? '').trim() })),
    )

journey('S5', 'báo cáo của tỉnh', { budget: 6, who: LAN }, async (j) => {
  await j.step('Mở «Báo cáo tỉnh»', () => j.menu('Báo cáo tỉnh'))
  await j.step('Tạo bản từ số liệu đã duyệt', () => j.press('button', 'Tạo bản từ số liệu đã duyệt'))
  const shown = await figuresOnPage(j)
  expect(shown.length).toBeGreaterThan(20)
  expect(shown.filter((f) => f.source === '')).toEqual([])
  const first = shown.find((f) => /^\d+$/.test(f.text))
  await j.step(`Bấm số ${first?.text}`, () => j.page.locator(`[data-source="${first?.source}"]`).first().click())
  await j.see('Nguồn của số')
  await j.see('Mở ô nguồn')
  await j.picture('bao-cao-tinh')
  let word: Uint8Array = new Uint8Array()
  await j.step('Xuất Word', async () => {
    word = (await j.take('link', 'Xuất Word')).bytes
  })
  expect(figuresOf(word).map((f) => ({ source: f.source, text: f.text.trim() }))).toEqual(shown)
  await j.aside(async () => {
    const own = 'Đoạn do cán bộ viết tay, không được mất khi cập nhật.'
    await j.step('Sửa mục IV', () => j.press('link', /^Sửa mục IV/))
    const box = j.page.getByRole('textbox').last()
    await box.fill(`${await box.inputValue()}\n${own}`)
    await j.step('Lưu mục', () => j.press('button', 'Lưu mục'))
    await j.see(own)
    await j.step('Duyệt thêm báo cáo', async () => {
      await j.menu('Tổng hợp báo cáo')
      await j.press('link', /^Không còn vấn đề/)
      await j.press('checkbox', 'Chọn tất cả các dòng đang hiện')
      await j.press('button', /^Duyệt \(\d+\)$/)
      await j.press('button', /^Duyệt \d+ báo cáo$/)
    })
    await j.menu('Báo cáo tỉnh')
    await j.step('Cập nhật số liệu', () => j.press('button', 'Cập nhật số liệu'))
    await j.see(own)
    expect(textOfDocx((await j.take('link', 'Xuất Word')).bytes)).toContain(own)
  })
})

journey('A3', 'việc bị trả lại lên đầu', { who: officerOf('Sở Y tế') }, async (j) => {
  const first = j.page.getByRole('table', { name: 'Việc của tôi' }).locator('th[scope="row"]').first()
  expect(await first.innerText()).toMatch(/^Báo cáo năm 2026/)
  await j.see('Trả lại: 3 ô')
})

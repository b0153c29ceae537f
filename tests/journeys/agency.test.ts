/** Hành trình của cơ quan, đơn vị: báo cáo năm từ ô trống đến chữ ký. */
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { journey, type Traveller } from './journey.ts'
import { headOf, officerOf } from './people.ts'

/** Fills every figure of every row, the official one of last year too, with that of last year, or a small one where there was none. */
async function fillTable(j: Traveller, name: RegExp): Promise<void> {
  const rows = await j.page.getByRole('table', { name }).getByRole('row').all()
  for (const row of rows.slice(1)) {
    const before = (await row.getByRole('cell').nth(1).innerText()).trim()
    const figure = /^[\d.,]+$/.test(before) ? before : '1'
    const boxes = await row.getByRole('textbox', { name: /(số chính thức năm \d{4}|đến ngày chốt|ước cả năm)$/ }).all()
    for (const box of boxes) await box.fill(figure)
  }
}

const next = (j: Traveller) => () => j.press('button', 'Lưu và sang mục sau')

journey('A1', 'báo cáo năm', { budget: 14, who: officerOf('Sở Tư pháp') }, async (j) => {
  await j.step('Mở «Báo cáo năm 2026»', () => j.press('link', /^Báo cáo năm 2026/))
  await j.step('Nhập mục 1', () => j.press('link', 'Nhập mục 1'))
  await j.step('Mục 1: lời văn', async () => {
    await j.type(
      /^Công tác chỉ đạo/,
      'Sở đã ban hành Kế hoạch số 15/KH-STP ngày 12/02/2026, quán triệt tới toàn thể công chức.',
    )
    await next(j)()
  })
  await j.see('2. Biểu trình độ đội ngũ')
  await fillTable(j, /^Biểu 2/)
  await j.see(/^Đã lưu nháp lúc \d\d:\d\d\./)
  await j.page.waitForTimeout(1000)
  await j.page.reload()
  await j.picture('nhap-bao-cao')
  const total = j.page.getByRole('textbox', { name: /^Tổng số cán bộ.*đến ngày chốt$/ })
  expect(Number((await total.inputValue()).replaceAll('.', ''))).toBeGreaterThan(0)
  await j.step('Mục 2: biểu trình độ (tải lại giữa chừng không mất gì)', next(j))
  await j.step('Mục 3: kết quả năm nhóm nhiệm vụ', async () => {
    for (const group of await j.page.getByRole('group', { name: /^III\.\d/ }).all()) {
      await group.getByRole('textbox', { name: /^Kết quả thực hiện/ }).fill('Đã hoàn thành việc được giao trong năm.')
      await group.getByRole('textbox', { name: /^Văn bản 1/ }).fill('25/BC-STP')
      await group
        .getByRole('textbox', { name: /^Ngày văn bản/ })
        .first()
        .fill('05/10/2026')
    }
    await next(j)()
  })
  await j.see('4. Thu hút, trọng dụng')
  await fillTable(j, /^Biểu 4/)
  await j.step('Mục 4: biểu thu hút, trọng dụng', next(j))
  await j.step('Mục 5: khó khăn, sang kiểm tra', async () => {
    await j.type(/^Tồn tại, khó khăn/, 'Không có.')
    await next(j)()
  })
  await j.step('Trình thủ trưởng ký', () => j.press('button', 'Trình thủ trưởng ký'))
  await j.see(/Đã trình lúc \d\d:\d\d ngày 23\/11\/2026/)
  await j.see(/BC-2026-\d{4}/)
  await j.see(/^Thủ trưởng nhận việc này ở mục Việc của tôi/)
  await j.see('Chờ ký')
})

journey('A2', 'không phát sinh trong kỳ', { budget: 3, who: officerOf('Sở Tư pháp') }, async (j) => {
  await j.step('Mở «Báo cáo năm 2026»', () => j.press('link', /^Báo cáo năm 2026/))
  await j.step('Bấm «Không phát sinh trong kỳ»', () => j.press('button', 'Không phát sinh trong kỳ'))
  await j.see(/không phát sinh nhiệm vụ, kết quả và biến động số liệu/)
  await j.step('Trình thủ trưởng ký', () => j.press('button', 'Trình thủ trưởng ký'))
  await j.see('Chờ ký')
  await j.aside(async () => {
    const head = await j.colleague(headOf('Sở Tư pháp'))
    await head.press('link', /^Báo cáo năm 2026/)
    await head.see('Không phát sinh trong kỳ')
  })
})

journey('A3', 'sửa báo cáo bị trả lại', { budget: 2 + 3, who: officerOf('Sở Y tế') }, async (j) => {
  await j.see('Trả lại: 3 ô')
  await j.step('Mở báo cáo bị trả lại', () => j.press('link', /^Báo cáo năm 2026/))
  const focused = () =>
    expect.poll(() => j.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''))
  await focused().toMatch(/^Tiến sĩ.*đến ngày chốt$/)
  await j.picture('sua-o-tra-lai')
  await j.aside(async () => {
    const other = await j.colleague(officerOf('Sở Y tế'))
    await other.open(new URL(j.page.url()).pathname.replace(/[^/]+$/, 'kiem-tra'))
    const send = other.page.getByRole('button', { name: 'Trình lại' })
    expect(await send.getAttribute('aria-disabled')).toBe('true')
    await other.see('Còn 3 việc phải sửa')
  })
  for (const [cell, button] of [
    [/^Tiến sĩ/, 'Ô tiếp theo'],
    [/^Thạc sĩ/, 'Ô tiếp theo'],
    [/bác sĩ/, 'Xong, sang kiểm tra'],
  ] as const) {
    await focused().toMatch(cell)
    await j.see(/Bị trả lại/)
    await j.step(`Sửa ô, «${button}»`, async () => {
      await j.page.keyboard.press('Control+A')
      const box = j.page.locator(':focus')
      await j.page.keyboard.type(String(Number((await box.inputValue()).replaceAll('.', '')) + 1))
      await j.press('button', button)
    })
  }
  await j.step('Trình lại', () => j.press('button', 'Trình lại'))
  await j.see('Chờ ký')
})

journey(
  'H1',
  'duyệt và nộp trên điện thoại',
  { budget: 3, who: headOf('Sở Khoa học và Công nghệ'), phone: true },
  async (j) => {
    await j.step('Mở việc chờ duyệt', () => j.press('link', /^Báo cáo năm 2026/))
    await j.see('Tổng số cán bộ, công chức, viên chức, người lao động')
    await j.see(/Cán bộ trình/)
    await j.step('Duyệt và nộp', () => j.press('button', 'Duyệt và nộp'))
    expect(await j.heading()).toMatch(/^Đã nộp lúc \d\d:\d\d ngày 23\/11\/2026, đúng hạn$/)
    await j.aside(async () => {
      const { bytes } = await j.take('link', 'Tải bản Word')
      await j.see(createHash('sha256').update(bytes).digest('hex'))
    })
  },
)

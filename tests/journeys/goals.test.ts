/** Hành trình mục tiêu: why a goal will miss, how places compare, what changed, the brief for the meeting, and what the public sees. */

import { extractText, getDocumentProxy } from 'unpdf'
import { expect } from 'vitest'
import { journey } from './journey.ts'
import { LAN, LEADER } from './people.ts'

journey('L2', 'vì sao không đạt, ai chịu trách nhiệm', { budget: 2, who: LEADER }, async (j) => {
  await j.step('Mở mục tiêu từ bảng điều hành', () => j.press('link', 'Số bác sỹ/10.000 dân'))
  await j.see('Nguyên nhân và người chịu trách nhiệm')
  expect(await j.heading()).toMatch(/^Đến \d\d\/\d\d\/\d{4}: [\d.,]+ bác sỹ\/10.000 dân/)
  const drawing = j.page.getByRole('img', { name: /Mục tiêu đến năm 2030/ })
  expect(await drawing.count()).toBe(1)
  const twin = await j.page.locator('#bang table').textContent()
  expect(twin).toContain('31/12/2025')
})

journey('L3', 'so sánh địa bàn', { budget: 3, who: LEADER }, async (j) => {
  await j.step('Mở mục tiêu', () => j.open('/muc-tieu/II.1.8a'))
  await j.step('So sánh địa bàn', () => j.press('link', 'So sánh địa bàn'))
  const table = j.page.getByRole('table', { name: /theo địa bàn$/ })
  const named = await table.locator('tbody th').allInnerTexts()
  expect(named.length).toBeGreaterThan(10)
  const figures = new Map(
    await Promise.all(
      (await table.locator('tbody tr').all())
        .slice(0, 5)
        .map(
          async (r) =>
            [(await r.locator('th').innerText()).trim(), (await r.locator('td').last().innerText()).trim()] as const,
        ),
    ),
  )
  for (const [place, words] of figures)
    if (words !== '')
      expect(await j.page.locator('svg title', { hasText: `${place}: ${words}` }).count(), place).toBe(1)
})

journey('L6', 'tóm tắt hai trang A4', { budget: 2, who: LEADER }, async (j) => {
  await j.step('In tóm tắt', () => j.press('link', 'In tóm tắt'))
  const pdf = await j.page.pdf({ format: 'A4', printBackground: false })
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
  expect(totalPages).toBe(2)
  for (const page of text) expect(page).toMatch(/Số liệu đến \d\d:\d\d \d\d\/\d\d\/\d{4}/)
  expect(text[1]).toContain('II.1.2')
})

journey('L10', 'thay đổi từ lần họp trước', { budget: 3, who: LEADER }, async (j) => {
  await j.step('Mở «Thay đổi»', () => j.press('link', 'Thay đổi'))
  await j.step('So với một ngày', async () => {
    await j.type('So với cuối ngày', '31/12/2025')
    await j.press('button', 'So sánh')
  })
  expect(await j.heading()).toMatch(/mục tiêu/)
  expect(await j.page.getByRole('table', { name: 'Mục tiêu trước và nay' }).innerText()).toContain(
    'Cuối ngày 31/12/2025',
  )
})

journey('S', 'đặt lộ trình cho một mục tiêu', { budget: 5, who: LAN }, async (j) => {
  await j.step('Mở mục tiêu', () => j.open('/muc-tieu/II.1.5'))
  await j.step('Đặt lộ trình', () => j.press('link', 'Đặt lộ trình'))
  await j.step('Mốc ngoài lộ trình bị trả lại, chữ đã gõ còn', async () => {
    await j.page.getByRole('radio', { name: /^Mốc đã thống nhất/ }).check()
    await j.type('Nguồn của số liệu gốc', 'Niên giám thống kê')
    await j.type(/^Mốc từng năm/, '2035: 41')
    await j.press('button', 'Đặt lộ trình')
  })
  expect(await j.page.title()).toMatch(/^Lỗi: /)
  await j.step('Sửa mốc', async () => {
    await j.type(/^Mốc từng năm/, '2028: 41')
    await j.press('button', 'Đặt lộ trình')
  })
  await j.see('Đã đặt lộ trình của mục tiêu II.1.5.')
  await j.see(/^Mốc đã thống nhất, từ /)
})

journey('P1', 'người dân xem mục tiêu, không kịch bản', { budget: 1, scripts: false }, async (j) => {
  await j.step('Mở cổng công khai', () => j.open('/cong-khai'))
  await j.picture('cong-khai')
  await j.step('Mở một mục tiêu', () => j.press('link', 'Số bác sỹ/10.000 dân'))
  expect(await j.heading()).toMatch(/bác sỹ\/10.000 dân: [\d.,]+/)
  await j.see(/^Nguồn: /)
})

journey('P3', 'người dân tải dữ liệu mở', { budget: 2 }, async (j) => {
  await j.step('Mở dữ liệu mở', () => j.open('/cong-khai/du-lieu'))
  const file = await j.page.request.get(`${j.world.url}/cong-khai/du-lieu/muc-tieu/csv`)
  const bytes = await file.body()
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(bytes.toString('utf8')).toContain('II.1.2,Số bác sỹ/10.000 dân')
  const json = (await (await j.page.request.get(`${j.world.url}/cong-khai/du-lieu/muc-tieu/json`)).json()) as {
    columns: unknown[]
    rows: Record<string, unknown>[]
  }
  for (const row of json.rows) expect(Object.keys(row).length).toBe(json.columns.length)
})

journey('P4', 'người dân đọc kế hoạch từng mục, không kịch bản', { budget: 2, scripts: false }, async (j) => {
  await j.step('Mở cổng công khai', () => j.open('/cong-khai'))
  await j.step('Kế hoạch', () => j.press('link', 'Kế hoạch'))
  expect(await j.page.locator('[id="III.3.3"]').innerText()).toMatch(/Chủ trì: .+Thời hạn: /)
})

journey('P9', 'người dân theo dõi hạn và tin', { budget: 2 }, async (j) => {
  await j.step('Theo dõi', () => j.open('/cong-khai/theo-doi'))
  const calendar = await (await j.page.request.get(`${j.world.url}/cong-khai/lich`)).text()
  expect(calendar).toMatch(/^BEGIN:VCALENDAR[\s\S]+DTSTART;VALUE=DATE:20261204[\s\S]+END:VCALENDAR/)
  const feed = await (await j.page.request.get(`${j.world.url}/cong-khai/tin`)).text()
  expect(feed).toMatch(/^<\?xml[\s\S]+<item><title>/)
})

/** Hành trình của Sở Nội vụ: ai chậm, đôn đốc, giao nhiệm vụ. */
import { expect } from 'vitest'
import { textOfDocx } from '../../src/platform/word/read-paper.ts'
import { journey } from './journey.ts'
import { LAN } from './people.ts'

/** 17:00 on 06/12/2026: the day has passed for whoever has not sent. */
const LATE = Temporal.Instant.from('2026-12-06T17:00:00+07:00')

journey('S1', 'ai chậm', { budget: 2, who: LAN, at: LATE }, async (j) => {
  await j.step('Mở «Tổng hợp báo cáo»', () => j.menu('Tổng hợp báo cáo'))
  const owed = await j.count('Phải nộp')
  await j.picture('tong-hop')
  const states = await Promise.all(['Chưa nộp', 'Đã nộp, chờ duyệt', 'Trả lại', 'Đã duyệt'].map((c) => j.count(c)))
  expect(states.reduce((a, b) => a + b)).toBe(owed)
  const late = await j.count('Quá hạn')
  expect(late).toBeGreaterThan(0)
  await j.step(`Chọn «Quá hạn (${late})»`, () => j.press('link', /^Quá hạn/))
  await j.see(/Đã nộp \d+\/\d+ \(\d+(,\d)?%\), đúng hạn \d+, muộn \d+, miễn \d+/)
  expect(await j.rows(/^Báo cáo năm 2026/)).toBe(late)
  await j.page.reload()
  expect(await j.rows(/^Báo cáo năm 2026/)).toBe(late)
})

journey('S4', 'đôn đốc cơ quan chậm', { budget: 4, who: LAN, at: LATE }, async (j) => {
  await j.step('Mở «Tổng hợp báo cáo»', () => j.menu('Tổng hợp báo cáo'))
  await j.step('Bấm «Đôn đốc»', () => j.press('link', /^Đôn đốc \(\d+\)$/))
  const names = await j.page
    .getByRole('table', { name: /^Cơ quan quá hạn/ })
    .locator('th[scope="row"]')
    .allInnerTexts()
  await j.step('Soạn công văn', () => j.press('button', 'Soạn công văn'))
  await j.picture('don-doc')
  const address = j.page.url()
  let letter: Uint8Array = new Uint8Array()
  await j.step('Tải .docx', async () => {
    letter = (await j.take('link', 'Tải .docx')).bytes
  })
  const paper = textOfDocx(letter)
  for (const name of names) expect(paper, name).toContain(name)
  await j.see(/tính đến 17 giờ 00 ngày 06\/12\/2026/)
  await j.aside(async () => {
    await j.open('/don-doc/2026')
    await j.press('button', 'Soạn công văn')
    await j.see('Công văn hôm nay cho đúng các cơ quan này đã có, mở lại bản đã soạn.')
    expect(j.page.url()).toBe(address)
  })
})

journey('S9', 'giao năm nhiệm vụ chưa rõ chủ trì', { budget: 7, who: LAN }, async (j) => {
  await j.step('Mở «Nhiệm vụ»', () => j.menu('Nhiệm vụ'))
  const unclear = await j.count('Chưa rõ chủ trì')
  expect(unclear).toBe(21)
  await j.step('Chọn «Chưa rõ chủ trì (21)»', () => j.press('link', /^Chưa rõ chủ trì/))
  const boxes = await j.page
    .getByRole('checkbox', { name: /^Chọn nhiệm vụ/ })
    .evaluateAll((list) => list.map((b) => b.getAttribute('aria-label') ?? ''))
  await j.step('Đánh dấu năm nhiệm vụ liền nhau (Shift)', async () => {
    await j.press('checkbox', boxes[0] ?? '')
    await j.press('checkbox', boxes[4] ?? '', { shift: true })
  })
  await j.step('Bấm «Giao chủ trì»', () => j.press('button', /^Giao chủ trì/))
  expect(await j.page.getByRole('blockquote').count()).toBe(5)
  await j.step('Chọn cơ quan, nhập hạn', async () => {
    await j.choose(/^Cơ quan chủ trì/, 'Sở Khoa học và Công nghệ')
    await j.type(/^Thời hạn/, '30/06/2027')
  })
  await j.step('Giao 5 nhiệm vụ', () => j.press('button', 'Giao 5 nhiệm vụ'))
  expect(await j.count('Chưa rõ chủ trì')).toBe(16)
  await j.aside(async () => {
    await j.step('Hoàn tác lần giao gần nhất', () => j.press('button', 'Hoàn tác lần giao gần nhất'))
    expect(await j.count('Chưa rõ chủ trì')).toBe(21)
    await j.step('Xem lịch sử của một nhiệm vụ', () => j.open(`/ke-hoach/${(boxes[0] ?? '').split(' ').at(-1)}`))
    await j.see(/Trần Thị Lan/)
  })
})

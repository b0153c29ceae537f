/** Từ văn bản đến kế hoạch: hệ thống trống đến khi ban hành; xác nhận từng mục bằng phím; đọc bản sửa đổi. */
import fs from 'node:fs'
import path from 'node:path'
import { generateSync } from 'otplib'
import { expect, inject } from 'vitest'
import { journey, type Traveller } from './journey.ts'
import { LAN } from './people.ts'
import { NOW } from './world.ts'

const PASSWORD = 'mùa gặt tháng mười'

journey('Đọc kế hoạch', 'trên hệ thống trống', { world: 'empty' }, async (j) => {
  await j.step('Mở hệ thống chưa ai dùng: trang thiết lập', () => j.open('/'))
  expect(await j.heading()).toBe('Thiết lập hệ thống lần đầu')
  await j.step('Gửi khi còn trống: chỉ ra ô phải sửa', () => j.press('button', 'Tạo tài khoản quản trị'))
  expect(await j.page.title()).toMatch(/^Lỗi: /)
  await j.step('Tạo tài khoản quản trị', async () => {
    await j.type(/^Họ và tên/, 'Đỗ Thị Ước')
    await j.type(/^Tên đăng nhập/, 'uoc.quantri')
    await j.type(/^Mật khẩu/, PASSWORD)
    await j.type(/^Nhập lại mật khẩu/, PASSWORD)
    await j.press('button', 'Tạo tài khoản quản trị')
  })
  await j.step('Mở xác thực hai bước', () => j.open('/toi/xac-thuc'))
  await j.step('Tạo khóa xác thực', () => j.press('button', 'Tạo khóa xác thực'))
  const secret = await j.page.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]+$/).innerText()
  await j.step('Bật xác thực hai bước', async () => {
    await j.type(
      /^Mã 6 chữ số/,
      generateSync({ secret: secret.replaceAll(' ', ''), epoch: NOW.epochMilliseconds / 1000 }),
    )
    await j.press('button', 'Bật xác thực hai bước')
  })
  await j.step('Mở «Đọc kế hoạch»', () => j.open('/ke-hoach/doc'))
  await j.step('Đọc văn bản từ tệp', async () => {
    await j.give('Tệp văn bản', 'examples/ke-hoach-1459.txt')
    await j.press('button', 'Đọc văn bản')
  })
  expect(await j.heading()).toMatch(/^Đọc được 22 mục tiêu, 26 nhiệm vụ và trách nhiệm, 12 nơi nhận/)
  await j.see('Văn bản gốc')
  await j.see('Điều đọc được')
  await j.step('Ban hành khi chưa nhập số, ngày', () => j.press('button', 'Ban hành vào hệ thống'))
  expect(await j.page.title()).toMatch(/^Lỗi: /)
  await j.step('Nhập số, ngày, ban hành', async () => {
    await j.type(/^Số, ký hiệu/, '1459/KH-UBND')
    await j.type(/^Ngày ban hành/, '22/04/2024')
    const seen = j.page.getByRole('checkbox', { name: /^Đã xem \d+ mục đọc chưa chắc/ })
    if ((await seen.count()) > 0) await seen.check()
    await j.press('button', 'Ban hành vào hệ thống')
  })
  await j.see(/^Sổ bộ tổ chức của ngày ban hành còn trống.*Nạp sổ bộ/)
  expect(await j.page.getByRole('textbox', { name: /^Số, ký hiệu/ }).inputValue()).toBe('1459/KH-UBND')
  const reading = j.page.url()
  await j.step('Nạp sổ bộ tổ chức kèm theo', async () => {
    await j.open('/quan-tri/to-chuc')
    await j.press('button', 'Nạp sổ bộ kèm theo')
  })
  await j.see(/^Đã nạp \d+ đơn vị/)
  await j.step('Ban hành lại', async () => {
    await j.open(new URL(reading).pathname.replace(/\/ban-hanh$/, ''))
    await j.type(/^Số, ký hiệu/, '1459/KH-UBND')
    await j.type(/^Ngày ban hành/, '22/04/2024')
    const seen = j.page.getByRole('checkbox', { name: /^Đã xem \d+ mục đọc chưa chắc/ })
    if ((await seen.count()) > 0) await seen.check()
    await j.press('button', 'Ban hành vào hệ thống')
  })
  await j.see(/^Đã ban hành Kế hoạch 1459\/KH-UBND vào hệ thống/)
})

const PLAN = 'examples/ke-hoach-1459.txt'
const FILE = 'Tệp văn bản'

/** The item that has the focus, as a screen reader names it. */
const atHand = (j: Traveller): Promise<string> =>
  j.page.evaluate(() => document.activeElement?.closest('[data-item]')?.getAttribute('aria-label') ?? '')

/** The number at the head of the items: "còn 7 mục chưa chắc". */
async function unsure(j: Traveller): Promise<number> {
  const words = await j.page.getByText(/^(còn \d+ mục chưa chắc|không còn mục chưa chắc)$/).innerText()
  return Number(/\d+/.exec(words)?.[0] ?? 0)
}

/** Presses a key once the page listens: the line that names the keys shows then. */
async function key(j: Traveller, name: string): Promise<void> {
  await j.page.locator('[data-keys-hint]:not([hidden])').waitFor()
  await j.page.keyboard.press(name)
}

/** Reads the plan in; the address of its reading. */
async function readIn(j: Traveller): Promise<string> {
  await j.step('Đọc văn bản từ tệp', async () => {
    await j.open('/ke-hoach/doc')
    await j.give(FILE, PLAN)
    await j.press('button', 'Đọc văn bản')
  })
  return new URL(j.page.url()).pathname
}

journey('Xác nhận bản đọc', 'từng mục bằng phím, mục chưa chắc trước', { who: LAN }, async (j) => {
  const reading = await readIn(j)
  const before = await unsure(j)
  await j.step('Bảng phím tắt', () => key(j, '?'))
  await j.see('Gộp mục vào một mục khác')
  await key(j, 'Escape')

  await j.step('J: mục đầu tiên là mục chưa chắc, câu của nó sáng lên', () => key(j, 'j'))
  expect(await atHand(j)).toMatch(/, chưa chắc$/)
  expect(await j.page.locator('.source .passage.linked').count()).toBeGreaterThan(0)
  const first = await atHand(j)
  await j.step('A: chấp nhận, sang mục chưa chắc kế tiếp', () => key(j, 'a'))
  expect(await atHand(j)).toMatch(/, chưa chắc$/)
  expect(await atHand(j)).not.toBe(first)
  expect(await unsure(j)).toBe(before - 1)

  await j.step('E: sửa mục đang đứng', () => key(j, 'e'))
  await j.step('Gõ dở rồi tải lại trang: chữ vẫn còn', async () => {
    await j.type('Nội dung', 'Nội dung cán bộ sửa')
    await j.page.reload()
  })
  await j.see(/^Nội dung gõ dở được giữ/)
  expect(await j.page.getByRole('textbox', { name: 'Nội dung', exact: true }).inputValue()).toBe('Nội dung cán bộ sửa')
  await j.step('Lưu mục đã sửa', () => j.press('button', 'Lưu mục đã sửa'))
  await j.see('Nội dung cán bộ sửa')
  expect(await j.count('Đã sửa')).toBe(1)

  await j.step('X: bỏ một mục; U: hoàn tác; X lần nữa', async () => {
    await j.open(`${reading}?loc=muc-tieu`)
    await key(j, 'j')
    await key(j, 'x')
    await j.page.waitForURL(/#muc-/)
  })
  expect(await j.count('Đã bỏ')).toBe(1)
  await j.step('Hoàn tác', () => j.press('button', 'Hoàn tác'))
  expect(await j.count('Đã bỏ')).toBe(0)
  await j.step('Bỏ lại', () => j.press('button', 'Bỏ mục này'))
  expect(await j.count('Đã bỏ')).toBe(1)
})

journey('Xác nhận bản đọc', 'thêm, gộp, tải lại không mất gì, ban hành', { who: LAN }, async (j) => {
  const reading = await readIn(j)
  await j.step('Chọn một đoạn của văn bản: mời thêm mục', async () => {
    await j.open(reading)
    await j.page.evaluate(() => {
      const line = [...document.querySelectorAll('.source [data-from]')].find((p) =>
        p.textContent?.includes('Xây dựng đội ngũ'),
      )
      if (!line) throw new Error('no line')
      const range = document.createRange()
      range.selectNodeContents(line)
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
    })
    await j.press('link', 'Thêm nhiệm vụ')
  })
  expect(await j.page.getByRole('textbox', { name: 'Nội dung của mục' }).inputValue()).toMatch(/^Xây dựng đội ngũ/)
  await j.step('Thêm mục', () => j.press('button', 'Thêm mục'))
  await j.see(/^Đã thêm mục I\./)
  await j.step('Nhập chủ trì, sản phẩm của mục thêm', async () => {
    await j.type(/^Chủ trì/, 'Sở Nội vụ')
    await j.type(/^Sản phẩm/, 'Đề án')
    await j.press('button', 'Lưu mục đã sửa')
  })
  await j.see('Chủ trì: Sở Nội vụ · Thời hạn: chưa nêu · Sản phẩm: Đề án')

  await j.step('M: gộp một nhiệm vụ vào mục đứng trước', async () => {
    await j.open(`${reading}?loc=nhiem-vu&tim=${encodeURIComponent('thông tin và truyền thông')}`)
    await key(j, 'j')
    await key(j, 'm')
  })
  await j.step('Gộp hai mục', () => j.press('button', 'Gộp hai mục'))
  expect(await j.count('Đã gộp')).toBe(1)
  await j.step('Chấp nhận mọi nơi nhận chắc chắn bằng một lần bấm', async () => {
    await j.open(`${reading}?loc=noi-nhan`)
    await j.press('button', /^Chấp nhận \d+ mục chắc chắn$/)
  })
  await j.see(/^Đã chấp nhận \d+ mục/)

  const counts = async () => [
    await j.count('Đã sửa'),
    await j.count('Đã thêm'),
    await j.count('Đã gộp'),
    await j.count('Đã bỏ'),
  ]
  const kept = await counts()
  const left = await unsure(j)
  await j.step('Đọc lại bằng bộ đọc hiện nay: giữ mọi quyết định', async () => {
    await j.press('button', 'Việc khác')
    await j.press('button', 'Đọc lại bằng bộ đọc hiện nay')
  })
  await j.see(/^Đã đọc lại:/)
  await j.step('Tải lại trang', () => j.page.reload())
  expect(await counts()).toEqual(kept)
  expect(await unsure(j)).toBe(left)

  await j.step('Ban hành vào hệ thống', async () => {
    await j.open(reading)
    await j.type(/^Số, ký hiệu/, '1460/KH-UBND')
    await j.type(/^Ngày ban hành/, '23/04/2024')
    await j.page.getByRole('checkbox', { name: /^Đã xem \d+ mục đọc chưa chắc/ }).check()
    await j.page.getByRole('checkbox', { name: /^Thay Kế hoạch 1459\/KH-UBND/ }).check()
    await j.press('button', 'Ban hành vào hệ thống')
  })
  await j.see(/^Đã ban hành Kế hoạch 1460\/KH-UBND vào hệ thống/)
  await j.step('Kế hoạch mang đúng điều đã xác nhận', () => j.open('/ke-hoach?xem=nhiem-vu'))
  await j.see(/Xây dựng đội ngũ trí thức/)
})

/** The plan with a goal raised, two tasks gone, one task new. */
function amendedFile(): string {
  const lines = fs.readFileSync(PLAN, 'utf8').split('\n')
  const at = (words: string): number => {
    const found = lines.findIndex((l) => l.includes(words))
    if (found < 0) throw new Error(`the example has no "${words}"`)
    return found
  }
  lines[at('19 bác sỹ')] = (lines[at('19 bác sỹ')] ?? '').replace('19 bác sỹ', '21 bác sỹ')
  lines[at('Ban hành Quy chế tôn vinh trí thức')] =
    '- Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng cổng thông tin trí thức của tỉnh, hoàn thành trước ngày 31/12/2026.'
  lines.splice(at('Kịp thời phát hiện, bồi dưỡng nhân tài'), 1)
  const file = path.join(inject('scratch'), 'ke-hoach-sua-doi.txt')
  fs.writeFileSync(file, lines.join('\n'))
  return file
}

journey('Sửa đổi kế hoạch', 'giữ phân công, tiến độ, kế hoạch của cơ quan', { who: LAN }, async (j) => {
  const percent = async (): Promise<string> => {
    await j.open('/nhiem-vu/III.1.2')
    return (await j.page.locator('main').innerText()).match(/\d+%/)?.[0] ?? ''
  }
  const done = await percent()
  expect(done).not.toBe('')
  await j.step('Mở «Kế hoạch», «Đọc bản sửa đổi»', async () => {
    await j.open('/ke-hoach')
    await j.press('link', 'Đọc bản sửa đổi')
  })
  await j.step('Đưa tệp vào', async () => {
    await j.give(FILE, amendedFile())
    await j.press('button', 'Đọc văn bản')
  })
  expect(await j.heading()).toMatch(/^Thêm 1 mục, đổi 1 mục, chuyển chỗ 2 mục, bỏ 2 mục; \d+ mục giữ nguyên$/)
  await j.step('Chữ đổi được đánh dấu; lấy theo văn bản mới', () => j.press('button', 'Lấy theo văn bản mới'))
  await j.see('Trần Thị Lan quyết định')
  await j.step('Một mục bỏ: giữ lại trong kế hoạch', async () => {
    await j.press('link', /^Bỏ/)
    await j.press('button', 'Giữ lại trong kế hoạch')
  })
  await j.step('Đổi ý: thôi áp dụng', () => j.press('button', 'Thôi áp dụng'))
  await j.step('Xác nhận khi chưa nhập số, ngày', () => j.press('button', 'Sửa đổi kế hoạch'))
  expect(await j.page.title()).toMatch(/^Lỗi: /)
  await j.step('Nhập số, ngày của văn bản sửa đổi, xác nhận', async () => {
    await j.type(/^Số, ký hiệu/, '2001/KH-UBND')
    await j.type(/^Ngày ban hành/, '02/11/2026')
    await j.page.getByRole('checkbox', { name: /^Đã xem/ }).check()
    await j.press('button', 'Sửa đổi kế hoạch')
  })
  await j.see(/^Đã sửa đổi kế hoạch theo văn bản 2001\/KH-UBND: thêm 1/)
  expect(await j.heading()).toBe('Kế hoạch đã sửa đổi 1 lần')
  await j.step('Mở mục không còn áp dụng', () => j.press('link', /^Nhiệm vụ III\.5\.7/))
  expect(await j.heading()).toBe('III.5.7: không còn áp dụng từ 02/11/2026')
  await j.step('Mục tiêu đã nâng: lời văn trước còn đó', () => j.open('/ke-hoach/II.1.2'))
  await j.see(/đạt 19 bác sỹ/)
  expect(await percent()).toBe(done)
  await j.step('Kế hoạch của Sở Y tế vẫn đủ việc, theo số mới', () => j.open('/ke-hoach-co-quan/2026/H24.SYT'))
  for (const code of ['III.2.2', 'III.2.3', 'III.3.2']) await j.see(new RegExp(`^${code.replaceAll('.', '\\.')}\\b`))
  await j.step('Danh sách nhiệm vụ chỉ còn việc đang áp dụng', () => j.open('/nhiem-vu'))
  await j.see(/cổng thông tin trí thức/)
  expect(await j.page.getByText(/Ban hành Quy chế tôn vinh trí thức/).count()).toBe(0)
})

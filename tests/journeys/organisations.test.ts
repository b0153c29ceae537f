/** Hành trình của biến động tổ chức: sáp nhập hai cơ quan, không để việc nào mồ côi, hoàn tác trước ngày hiệu lực. */
import { expect } from 'vitest'
import { journey, type Plan, type Traveller } from './journey.ts'
import { LAN } from './people.ts'

const ACT = 'Nghị quyết số 12/NQ-HĐND'

const unit = (j: Traveller, label: string, name: string) =>
  j.page.getByRole('combobox', { name: label, exact: true }).fill(name)

/** Merges two departments of the sample province into a new one, from the menu to the event in the register. */
async function mergeTwo(j: Traveller): Promise<void> {
  await j.step('Mở «Tổ chức»', () => j.menu('Tổ chức'))
  await j.step('Mở «Biến động tổ chức»', () => j.press('link', 'Biến động tổ chức'))
  await j.step('Soạn biến động mới', () => j.press('link', 'Soạn biến động mới'))
  await j.step('Loại và văn bản', async () => {
    await j.press('radio', 'Sáp nhập, hợp nhất')
    await j.type('Văn bản quyết định', ACT)
    await j.type('Ngày ban hành', '20/11/2026')
    await j.type('Ngày có hiệu lực', '01/01/2027')
    await j.press('button', 'Tiếp tục chọn đơn vị')
  })
  await j.step('Đơn vị từ, đến', async () => {
    await unit(j, 'Đơn vị nhập vào 1', 'Sở Y tế')
    await unit(j, 'Đơn vị nhập vào 2', 'H24.SKHCN')
    await unit(j, 'Đơn vị sau sáp nhập 1', 'Sở Y tế và Khoa học')
    await j.choose('Loại của dòng 1', 'Thành lập mới')
    await j.press('button', 'Tiếp tục')
  })
  expect(await j.heading()).toMatch(/^Còn \d+ mục chưa có nơi nhận: .*tài khoản.*hồ sơ trí thức/)
  await j.step('Lưu nơi nhận, để lại một mục', async () => {
    await j.choose('Nơi nhận: Hồ sơ do đơn vị quản lý của Sở Y tế', 'Chưa chọn')
    await j.press('button', 'Lưu nơi nhận')
  })
  expect(await j.heading()).toMatch(/^Còn 1 mục chưa có nơi nhận/)
  expect(await j.page.getByRole('textbox', { name: /^Gõ lại số/ }).count()).toBe(0)
  await j.step('Lưu nơi nhận của mục còn lại', () => j.press('button', 'Lưu nơi nhận'))
  expect(await j.heading()).toMatch(/không còn việc mồ côi/)
  await j.step('Thực hiện biến động', async () => {
    await j.type(/^Gõ lại số, ký hiệu/, ACT)
    await j.press('button', 'Thực hiện biến động')
  })
  await j.see('Chờ đến ngày 01/01/2027')
  await j.aside(() => undo(j))
}

/** The register knows the merger from its day on; taken back, it answers as before. */
async function undo(j: Traveller): Promise<void> {
  const event = j.page.url()
  const state = async () => {
    await j.open('/quan-tri/to-chuc/H24.SYT?ngay=01/01/2027')
    return j.page.locator('main').innerText()
  }
  expect(await state()).toContain('Đã kết thúc')
  await j.open(new URL(event).pathname)
  await j.step('Hoàn tác trước ngày hiệu lực', async () => {
    await j.type('Lý do hoàn tác', 'Văn bản được thu hồi')
    await j.press('button', 'Hoàn tác biến động')
  })
  await j.see(/Sổ bộ trở lại như trước khi ghi/)
  expect(await state()).toContain('Hoạt động từ 01/07/2025')
  await j.open(new URL(event).pathname)
  await j.see('Đã hoàn tác')
}

const plan: Plan = { budget: 12, who: LAN }
journey('Q2', 'sáp nhập hai cơ quan', plan, mergeTwo)
journey('Q2', 'sáp nhập hai cơ quan, không kịch bản', { ...plan, scripts: false }, mergeTwo)

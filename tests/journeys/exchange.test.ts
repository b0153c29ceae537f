/** Hành trình trao đổi dữ liệu: tải gói của một năm, nhận lại: cùng một gói là một lần, gói hỏng được nêu tên. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import { journey } from './journey.ts'
import { LAN } from './people.ts'

/** Writes a file a person would choose; gone with the folder of temporary files. */
function fileOf(name: string, body: Buffer | string): string {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'goi-')), name)
  fs.writeFileSync(file, body)
  return file
}

journey('Q8', 'xuất gói, nhận gói, gói trùng, gói hỏng', { budget: 11, who: LAN }, async (j) => {
  await j.step('Trao đổi dữ liệu', () => j.menu('Trao đổi dữ liệu'))
  expect(await j.heading()).toBe('Chưa nhận gói báo cáo nào')
  const packet = await j.take('button', 'Tải gói báo cáo')
  expect(packet.name).toMatch(/\.xml$/)
  const file = fileOf(packet.name, packet.bytes)

  const receive = async (chosen: string): Promise<void> => {
    await j.give('Tệp gói báo cáo', chosen)
    await j.page.getByRole('radio', { name: 'Chỉ lưu để tra cứu' }).check()
    await j.press('button', 'Nhận gói báo cáo')
  }
  await j.step('Nhận gói', () => receive(file))
  await j.see(/^Đã nhận [\d.]+ bản ghi/)
  await j.see(/^Mã thông điệp /)
  await j.picture('trao-doi-goi')
  await j.step('Về danh sách', () => j.press('link', 'Trao đổi dữ liệu', { in: 'Đường dẫn' }))
  expect(await j.heading()).toBe('1 gói báo cáo đã nhận')
  await j.step('Nhận lại đúng gói ấy', () => receive(file))
  await j.see('Gói này đã nhận trước đó. Không có gì thay đổi.')
  await j.aside(async () => {
    await j.step('Vẫn là một gói', () => j.open('/quan-tri/trao-doi'))
    expect(await j.heading()).toBe('1 gói báo cáo đã nhận')
    const broken = fileOf('hong.xml', packet.bytes.toString('utf8').slice(0, packet.bytes.length / 2))
    await j.step('Gói bị cắt giữa chừng', () => receive(broken))
    expect(await j.page.title()).toMatch(/^Lỗi: /)
    await j.see(/[Dd]òng [\d.]+/)
    await j.step('Chưa ghi gì', () => j.open('/quan-tri/trao-doi'))
    expect(await j.heading()).toBe('1 gói báo cáo đã nhận')
  })
})

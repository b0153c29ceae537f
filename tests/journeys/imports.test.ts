/** Hành trình nhập danh sách: Sở Nội vụ nhập cho một cơ quan rồi hoàn tác; cơ quan chỉ nhập được người của mình. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, inject } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { day } from '../../src/kernel/day.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { row, sql } from '../../src/platform/database/sql.ts'
import type { Row } from '../../src/platform/excel/workbook.ts'
import { writeWorkbook } from '../../src/platform/excel/write-workbook.ts'
import { journey, type Traveller } from './journey.ts'
import { LAN, officerOf } from './people.ts'

const HEAD = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Trình độ', 'Cơ quan công tác']
const line = (no: number, name: string, born: string, level: string, body = ''): Row => [
  { plain: no },
  name,
  born,
  'Nam',
  level,
  body,
]

/** Writes a staff list to a file of its own. */
async function staffList(name: string, rows: readonly Row[]): Promise<string> {
  const file = path.join(inject('scratch'), name)
  const columns = HEAD.length
  const sheet = {
    name: 'DS',
    columns: Array.from({ length: columns }, () => ({ width: 18 })),
    rows: [['DANH SÁCH CÁN BỘ'], HEAD, ...rows],
  }
  fs.writeFileSync(
    file,
    await writeWorkbook({ title: 'Danh sách', creator: 'Cơ quan', made: day('2026-11-23'), sheets: [sheet] }),
  )
  return file
}

/** Waits until the background run is over: the page shows it by itself. */
async function untilDone(j: Traveller): Promise<void> {
  await j.page.locator('[data-running]').waitFor({ state: 'detached', timeout: 40_000 })
  await j.page.waitForLoadState('load')
}

const present = (j: Traveller, name: string): Promise<number> =>
  transact(
    j.world.db,
    systemActor(),
    async (tx) =>
      (
        await row<{ n: number }>(
          tx,
          sql`select count(*) as n from people.person where name like ${name} and removed_at is null`,
        )
      ).n,
  )

journey('S6', 'nhập danh sách của một cơ quan, xem trước, ghi, hoàn tác', { budget: 8, who: LAN }, async (j) => {
  const file = await staffList('danh-sach-so-y-te.xlsx', [
    line(1, 'Khúc Thừa Nhập Một', '25/09/1972', 'Đại học'),
    line(2, 'Khúc Thừa Nhập Hai', '26/10/1975', 'ThS'),
    line(3, 'Khúc Thừa Nhập Ba', '31/02/1980', 'ĐH'),
  ])
  await j.step('Mở «Nhập dữ liệu»', () => j.menu('Nhập dữ liệu'))
  await j.step('Chọn tệp, cơ quan, gửi', async () => {
    await j.give('Tệp danh sách', file)
    await j.page.getByRole('combobox', { name: /^Cơ quan có danh sách/ }).fill('Sở Y tế')
    await j.press('button', 'Gửi tệp')
  })
  await j.see('Ghép cột')
  await j.step('Kiểm tra', () => j.press('button', 'Kiểm tra'))
  await untilDone(j)
  await j.see("Trang 'DS', ô C5: '31/02/1980' không phải là ngày. Sửa trong bảng này hoặc trong tệp.")
  expect(await j.heading()).toContain('2 mới, 0 sửa, 1 lỗi')
  expect(await present(j, 'Khúc Thừa Nhập%')).toBe(0)
  await j.step('Ghi vào cơ sở dữ liệu', () => j.press('button', 'Ghi vào cơ sở dữ liệu'))
  await untilDone(j)
  expect(await present(j, 'Khúc Thừa Nhập%')).toBe(2)
  const address = j.page.url()
  await j.aside(async () => {
    await j.menu('Nhập dữ liệu')
    await j.give('Tệp danh sách', file)
    await j.page.getByRole('combobox', { name: /^Cơ quan có danh sách/ }).fill('Sở Y tế')
    await j.press('button', 'Gửi tệp')
    await j.see(/Tệp này đã nhập ngày 23\/11\/2026/)
    await j.press('button', 'Kiểm tra')
    await untilDone(j)
    expect(await j.heading()).toContain('0 mới, 0 sửa')
    await j.open(new URL(address).pathname)
  })
  await j.step('Hoàn tác lô này', async () => {
    await j.page.getByText('Hoàn tác lô này', { exact: true }).click()
    await j.see(/Báo cáo đã nộp và báo cáo tỉnh đã tạo giữ nguyên số liệu/)
    await j.press('button', 'Hoàn tác lô')
  })
  expect(await present(j, 'Khúc Thừa Nhập%')).toBe(0)
})

journey('A4', 'cơ quan nhập danh sách của mình', { budget: 8, who: officerOf('Sở Y tế') }, async (j) => {
  const file = await staffList('danh-sach.xlsx', [
    line(1, 'Khúc Thừa Riêng Một', '25/09/1972', 'Đại học'),
    line(2, 'Khúc Thừa Riêng Hai', '26/10/1975', 'Trên đại học lạ'),
    line(3, 'Khúc Thừa Riêng Ba', '27/11/1980', 'ĐH', 'Sở Giáo dục và Đào tạo'),
  ])
  await j.step('Mở «Nhập dữ liệu»', () => j.menu('Nhập dữ liệu'))
  await j.step('Chọn tệp, gửi', async () => {
    await j.give('Tệp danh sách', file)
    await j.press('button', 'Gửi tệp')
  })
  await j.step('Kiểm tra', () => j.press('button', 'Kiểm tra'))
  await untilDone(j)
  await j.see(/Trang 'DS', ô F5: 'Sở Giáo dục và Đào tạo' không thuộc Sở Y tế\./)
  await j.see('1 cách ghi chưa nhận ra')
  await j.step('Ghép cách ghi', async () => {
    await j.page.getByRole('combobox', { name: 'Ghép Trên đại học lạ' }).fill('Thạc sĩ')
    await j.press('button', 'Ghép cách ghi')
  })
  await j.step('Ghi', async () => {
    await j.press('button', 'Kiểm tra')
    await untilDone(j)
    await j.press('button', 'Ghi vào cơ sở dữ liệu')
  })
  await untilDone(j)
  expect(await present(j, 'Khúc Thừa Riêng%')).toBe(2)
  expect(await present(j, 'Khúc Thừa Riêng Ba')).toBe(0)
})

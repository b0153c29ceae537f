/** Hành trình số liệu thống kê: a body declares how many work in enterprises; Sở Nội vụ says how many have dossiers too. */
import { expect } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { rows, sql } from '../../src/platform/database/sql.ts'
import { journey, type Traveller } from './journey.ts'
import { LAN, LEADER, officerOf } from './people.ts'

const BODY = 'Sở Công Thương'
const TITLE = 'Doanh nghiệp dệt may, thống kê thử'

/** Cells of the source in force, as the register holds them. */
const cells = (j: Traveller) =>
  transact(j.world.db, systemActor(), (tx) =>
    rows<{ sector: string; degree: string; count: number; version: number }>(
      tx,
      sql`select c.sector, c.degree, c.count, r.version from cells.cell c join cells.release r on r.id = c.release_id
          join cells.source s on s.id = r.source_id where s.title = ${TITLE} and r.superseded_at is null order by 1, 2`,
    ),
  )
const overlaps = (j: Traveller) =>
  transact(j.world.db, systemActor(), (tx) =>
    rows<{ low: number; high: number }>(
      tx,
      sql`select o.low, o.high from cells.overlap o join cells.source s on s.id = o.source_id
          where s.title = ${TITLE} and o.superseded_at is null`,
    ),
  )

/** Fills the form of a new source; small figures among them. */
async function fill(j: Traveller): Promise<void> {
  const unit = j.page.getByRole('combobox', { name: 'Đơn vị cung cấp' })
  if ((await unit.inputValue()) === '') await j.choose('Đơn vị cung cấp', BODY)
  await j.type('Tên nguồn', TITLE)
  await j.type('Số liệu tại ngày', '31/10/2026')
  await j.type('Văn bản chứa số liệu', 'Báo cáo 120/BC-SCT ngày 05/11/2026')
  await j.choose('Khu vực của các con số trong lưới', 'Doanh nghiệp tư nhân, hộ kinh doanh')
  await j.type('Công nghiệp, thương mại, dịch vụ, Đại học', '1.240')
  await j.type('Công nghiệp, thương mại, dịch vụ, Thạc sĩ', '36')
  await j.type('Công nghiệp, thương mại, dịch vụ, Tiến sĩ', '3')
  await j.type('Kinh tế, tài chính, ngân hàng, Đại học', '410')
  await j.type('Kinh tế, tài chính, ngân hàng, Thạc sĩ', '12')
  await j.type('Công nghệ thông tin, viễn thông, Đại học', '96')
  await j.type('Công nghệ thông tin, viễn thông, Tiến sĩ', '2')
}

journey(
  'A',
  'cơ quan khai số người làm ở doanh nghiệp; số nhỏ được ẩn',
  { budget: 4, who: officerOf(BODY) },
  async (j) => {
    await j.step('Số liệu thống kê', () => j.menu('Số liệu thống kê'))
    await j.step('Khai số liệu', () => j.press('link', 'Khai số liệu'))
    await j.step('Nhập lưới, khai', async () => {
      await fill(j)
      await j.press('button', 'Khai số liệu')
    })
    await j.see(new RegExp(`^${TITLE}`))
    const small = await j.page.getByRole('table', { name: 'Số người theo lĩnh vực và trình độ' }).innerText()
    expect(small).toMatch(/ẩn/)
    expect(small).not.toMatch(/(^|\s)[23](\s|$)/)
    await j.see(/Số do cơ quan đã khai xem lại ở «Đính chính»\.$/)
    expect((await cells(j)).map((c) => c.count).sort((a, b) => a - b)).toEqual([2, 3, 12, 36, 96, 410, 1240])
    await j.aside(async () => {
      await j.step('Đính chính', () => j.press('link', 'Đính chính'))
      expect(await j.page.getByRole('textbox', { name: 'Công nghệ thông tin, viễn thông, Tiến sĩ' }).inputValue()).toBe(
        '2',
      )
      await j.type('Công nghệ thông tin, viễn thông, Tiến sĩ', '7')
      await j.step('Ghi, thiếu lý do', () => j.press('button', 'Ghi bản đính chính'))
      expect(await j.page.title()).toMatch(/^Lỗi: /)
      expect((await cells(j)).map((c) => c.count)).toContain(2)
      await j.type('Lý do đính chính', 'Nhập nhầm')
      await j.step('Ghi bản đính chính', () => j.press('button', 'Ghi bản đính chính'))
      await j.see(/bản 2/)
      expect((await cells(j)).find((c) => c.count === 7)).toMatchObject({ version: 2 })
      const other = await j.colleague(LEADER)
      await other.open('/so-lieu-thong-ke')
      await other.step('Lãnh đạo xem nguồn', () => other.press('link', new RegExp(`^${TITLE}`)))
      await other.see(/được ẩn; chỉ Sở Nội vụ xem đầy đủ\.$/)
      expect(other.faults).toEqual([])
      await other.page.context().close()
    })
  },
)

journey('S', 'khai mức trùng thì độ phủ bớt mờ', { budget: 5, who: LAN }, async (j) => {
  let before = ''
  await j.aside(async () => {
    await j.open('/so-lieu-thong-ke/khai')
    await fill(j)
    await j.press('button', 'Khai số liệu')
    await j.see(/chỉ Sở Nội vụ thấy ở đây/)
    await j.open('/so-lieu-thong-ke/do-phu')
    before = await j.heading()
    await j.open('/tong-quan')
  })
  await j.step('Số liệu thống kê', () => j.menu('Số liệu thống kê'))
  await j.step('Mở nguồn', () => j.press('link', new RegExp(`^${TITLE}`)))
  await j.see('Chưa biết bao nhiêu người của nguồn này đã có hồ sơ')
  await j.step('Khai mức trùng', async () => {
    await j.page.getByText('Khai mức trùng', { exact: true }).first().click()
    await j.type('Số người trùng, thấp nhất', '20')
    await j.type('Số người trùng, cao nhất', '20')
    await j.choose('Căn cứ', 'Đối chiếu danh sách')
    await j.type('Văn bản hoặc cách làm ra con số', 'Đối chiếu danh sách ngày 10/11/2026')
    await j.press('button', 'Khai mức trùng')
  })
  expect(await overlaps(j)).toEqual([{ low: 20, high: 20 }])
  expect(await j.page.getByText('Chưa biết bao nhiêu người của nguồn này đã có hồ sơ').count()).toBe(0)
  await j.aside(async () => {
    await j.step('Độ phủ', () => j.open('/so-lieu-thong-ke/do-phu'))
    const [low, high] = spanOf(before)
    const [lowNow, highNow] = spanOf(await j.heading())
    expect(highNow).toBe(high - 20)
    expect(highNow - lowNow).toBeLessThan(high - low)
  })
})

/** Both ends of "Đã đếm được 25.515 đến 25.875 người từ đại học trở lên…". */
function spanOf(heading: string): [number, number] {
  const found = /được (?:khoảng )?([\d.]+)(?: đến ([\d.]+))? người/.exec(heading)
  const number = (text = ''): number => Number(text.replaceAll('.', ''))
  return [number(found?.[1]), number(found?.[2] ?? found?.[1])]
}

journey(
  'A',
  'khai số liệu, không kịch bản, điện thoại',
  { who: officerOf(BODY), scripts: false, phone: true },
  async (j) => {
    await j.open('/so-lieu-thong-ke/khai')
    await fill(j)
    await j.step('Khai số liệu', () => j.press('button', 'Khai số liệu'))
    await j.see(/^Báo cáo 120\/BC-SCT/)
    expect(await cells(j)).toHaveLength(7)
  },
)

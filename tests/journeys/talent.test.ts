/** Hành trình nhân tài: somebody is recognised, somebody leaves; the curve and the share change at once. */
import { expect } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { row, sql } from '../../src/platform/database/sql.ts'
import { journey, type Traveller } from './journey.ts'
import { LAN, LEADER, officerOf } from './people.ts'

const BODY = 'Sở Y tế'

/** Somebody of the register nobody else bears the name of, who is recognised nowhere yet. */
const someone = (j: Traveller) =>
  transact(j.world.db, systemActor(), (tx) =>
    row<{ name: string; code: string }>(
      tx,
      sql`select p.name, p.code from people.person p
          where p.merged_into is null and p.removed_at is null and not exists (select 1 from talent.talent t where t.person_id = p.id)
            and (select count(*) from people.person o where lower(o.name) = lower(p.name)) = 1 order by p.code limit 1`,
    ),
  )

/** "20 trong 22 người đã đủ 5 năm…" -> [20, 22]. */
const figures = (heading: string): [number, number] => {
  const found = /^(\d+) trong (\d+)/.exec(heading)
  return [Number(found?.[1]), Number(found?.[2])]
}

/** "… 2021 …" of the table of cohorts, as its cells read. */
const cohort = (j: Traveller, year: number) =>
  j.page
    .getByRole('table', { name: 'Nhân tài còn làm việc theo lứa công nhận' })
    .getByRole('row', { name: new RegExp(`^Năm ${year} `) })
    .innerText()

/** The day on which the cohort of 2021 had two people: few enough to be withheld from a body. */
const dayOfTwo = (j: Traveller): Promise<{ day: string }> =>
  transact(j.world.db, systemActor(), (tx) =>
    row<{ day: string }>(
      tx,
      sql`select to_char(first, 'DD/MM/YYYY') as day from (
            select talent_id, min(decided_on) as first from talent.recognition where superseded_at is null group by 1) r
          where extract(year from first) = 2021 order by first offset 1 limit 1`,
    ),
  )

journey('S', 'ghi công nhận, ghi rời đi: lứa và tỷ lệ đổi theo', { budget: 14, who: LAN }, async (j) => {
  const person = await someone(j)
  let before: [number, number] = [0, 0]
  await j.aside(async () => {
    await j.step('Giữ chân, trước', () => j.open('/nhan-tai/giu-chan'))
    before = figures(await j.heading())
    expect(before[1]).toBeGreaterThan(0)
    await j.open('/tong-quan')
  })
  await j.step('Nhân tài', () => j.menu('Nhân tài'))
  await j.step('Ghi công nhận', () => j.press('link', 'Ghi công nhận'))
  await j.type('Người được công nhận', person.name)
  await j.choose('Nơi làm việc', BODY)
  await j.type('Số quyết định', '1520/QĐ-UBND')
  await j.type('Ngày quyết định', '15/03/2021')
  await j.type('Cơ quan ra quyết định', 'Ủy ban nhân dân tỉnh')
  await j.choose('Căn cứ', 'Nghị định 179/2024/NĐ-CP')
  await j.choose('Nhóm được công nhận', 'Nhà khoa học trẻ tài năng')
  await j.choose('Lĩnh vực', 'Y tế')
  await j.aside(async () => {
    await j.step('Ghi, căn cứ chưa có hiệu lực', () => j.press('button', 'Ghi công nhận'))
    expect(await j.page.title()).toMatch(/^Lỗi: /)
    await j.see(/chưa có hiệu lực vào ngày 15\/03\/2021/)
    expect(await j.page.getByRole('textbox', { name: 'Số quyết định' }).inputValue()).toBe('1520/QĐ-UBND')
  })
  await j.choose('Căn cứ', 'Nghị quyết của HĐND tỉnh')
  await j.step('Ghi công nhận', () => j.press('button', 'Ghi công nhận'))
  await j.see('Đã ở lại đủ 5 năm (15/03/2026)')
  const address = j.page.url()
  await j.aside(async () => {
    await j.step('Giữ chân, thêm một người ở lại', () => j.open('/nhan-tai/giu-chan'))
    expect(figures(await j.heading())).toEqual([before[0] + 1, before[1] + 1])
    await j.open(address)
  })
  await j.step('Ghi thôi việc', async () => {
    await j.page.getByText('Ghi thôi việc, chuyển công tác', { exact: true }).first().click()
    await j.type('Từ ngày', '01/06/2023')
    await j.press('radio', 'Rời đi')
    await j.choose('Lý do rời đi', 'Thu nhập')
    await j.type('Văn bản', 'Quyết định 12/QĐ-SYT')
    await j.press('button', 'Ghi thôi việc, chuyển công tác')
  })
  await j.see('Rời đi trước khi đủ 5 năm (15/03/2026)')
  await j.aside(async () => {
    await j.step('Giữ chân, người ấy đã rời đi', () => j.open('/nhan-tai/giu-chan'))
    expect(figures(await j.heading())).toEqual([before[0], before[1] + 1])
    const now = await cohort(j, 2021)
    await j.open('/nhan-tai/giu-chan?ngay=31/05/2023')
    await j.see(/^Đoàn lứa đầu tiên đo được ngày/)
    expect(await cohort(j, 2021)).not.toBe(now)
  })
})

journey(
  'A',
  'cơ quan báo cáo kết quả tuyển dụng; không thấy lứa nhỏ của tỉnh',
  { budget: 6, who: officerOf(BODY) },
  async (j) => {
    await j.step('Nhân tài', () => j.menu('Nhân tài'))
    await j.step('Tuyển dụng', () => j.press('link', 'Tuyển dụng'))
    expect(await j.rows('Kết quả tuyển dụng năm 2026')).toBe(1)
    const reported = await j.page.getByText('Đã báo cáo').count()
    await j.step('Ghi kết quả tuyển dụng', () => j.press('link', 'Ghi kết quả tuyển dụng'))
    await j.choose('Cơ quan, đơn vị tuyển dụng', BODY)
    await j.type('Từ ngày', '01/11/2026')
    await j.type('Đến hết ngày', '20/11/2026')
    await j.type('Số người tuyển mới', '4')
    await j.type('Nhân tài trong số tuyển mới', '1')
    await j.type(/^Chứng cứ khác/, 'Bằng tốt nghiệp xuất sắc')
    await j.type('Văn bản báo cáo', 'Báo cáo 45/BC-SYT')
    await j.step('Ghi kết quả', () => j.press('button', 'Ghi kết quả'))
    await j.see('Đã ghi kết quả tuyển dụng.')
    await j.see('01/11/2026 – 20/11/2026')
    await j.aside(async () => {
      expect(await j.page.getByText('Đã báo cáo').count()).toBe(Math.max(1, reported))
      const small = `/nhan-tai/giu-chan?ngay=${encodeURIComponent((await dayOfTwo(j)).day)}`
      await j.step('Giữ chân, ngày lứa 2021 mới có hai người', () => j.open(small))
      await j.see(/^\d+ lứa được ẩn$/)
      expect(await cohort(j, 2021)).toMatch(/ẩn/)
      const other = await j.colleague(LEADER)
      await other.step('Lãnh đạo xem nhân tài', () => other.open('/nhan-tai'))
      expect(await other.page.getByRole('link', { name: 'Ghi công nhận' }).count()).toBe(0)
      await other.step('Lãnh đạo xem giữ chân', () => other.open(small))
      expect(await cohort(other, 2021)).not.toMatch(/ẩn/)
      expect(other.faults).toEqual([])
      await other.page.context().close()
    })
  },
)

journey('S', 'ghi thôi việc, không kịch bản, điện thoại', { who: LAN, scripts: false, phone: true }, async (j) => {
  await j.step('Một nhân tài', () => j.open('/nhan-tai/NT-0010'))
  await j.page.getByText('Ghi thôi việc, chuyển công tác', { exact: true }).first().click()
  await j.step('Ghi, thiếu hình thức', () => j.press('button', 'Ghi thôi việc, chuyển công tác'))
  expect(await j.page.title()).toMatch(/^Lỗi: /)
  await j.type('Từ ngày', '01/10/2026')
  await j.press('radio', 'Nghỉ hưu')
  await j.type('Văn bản', 'Quyết định 77/QĐ')
  await j.step('Ghi', () => j.press('button', 'Ghi thôi việc, chuyển công tác'))
  await j.see(/^Đã nghỉ hưu 01\/10\/2026$/)
})

/** Hành trình R17: cơ quan tự chấm, Sở Nội vụ thẩm định, chênh lệch thấy từng tiêu chí, công bố, kiến nghị, trả lời. */
import { expect } from 'vitest'
import { journey } from './journey.ts'
import { LAN, officerOf } from './people.ts'

const BODY = 'Sở Văn hóa, Thể thao và Du lịch'

journey('R17', 'chấm điểm một cơ quan từ tự chấm đến trả lời kiến nghị', { who: officerOf(BODY) }, async (j) => {
  const field = (group: RegExp, label: string) =>
    j.page.getByRole('group', { name: group }).getByRole('textbox', { name: label })
  await j.step('Mở «Chấm điểm»', () => j.menu('Chấm điểm'))
  expect(await j.heading()).toBe('Đang chấm điểm năm 2025')
  await j.step('Xem công thức', () => j.press('link', 'Xem công thức'))
  await j.see('Tổng điểm chia tổng điểm tối đa của các tiêu chí áp dụng với cơ quan, nhân 100.')
  await j.step('Mở đợt năm 2025', () => j.open('/cham-diem/2025'))
  await j.see('Bảng xếp hạng chưa công bố.')
  await j.step('Mở phiếu của cơ quan', () => j.press('link', BODY))
  await j.step('Tự chấm', () => j.press('link', 'Tự chấm điểm'))
  await j.step('Nhận điểm mà quên tài liệu', async () => {
    await field(/^3\.3 /, 'Điểm tự chấm').fill('11')
    await field(/^4\.3 /, 'Điểm tự chấm').fill('10')
    await field(/^4\.3 /, 'Số văn bản').fill('35/KH-SVHTTDL')
    await field(/^4\.3 /, 'Ngày văn bản').fill('12/02/2025')
    await j.press('button', 'Gửi điểm tự chấm')
  })
  await j.see('Tiêu chí 3.3: nêu số và ngày văn bản, chọn tệp, hoặc nêu lý do')
  expect(await field(/^4\.3 /, 'Số văn bản').inputValue()).toBe('35/KH-SVHTTDL')
  await j.step('Nêu lý do, gửi', async () => {
    await field(/^3\.3 /, 'Lý do').fill('Báo cáo nêu đủ kết quả, tồn tại, nguyên nhân')
    await j.press('button', 'Gửi điểm tự chấm')
  })
  await j.see('Chờ thẩm định')
  await j.aside(async () => {
    const lan = await j.colleague(LAN)
    await lan.open('/cham-diem/2025')
    await lan.picture('cham-diem')
    await lan.step('Mở phiếu chờ thẩm định', () => lan.press('link', BODY))
    await lan.step('Thẩm định', () => lan.press('link', 'Thẩm định điểm'))
    const points = lan.page.getByRole('group', { name: /^3\.3 / })
    await points.getByRole('textbox', { name: 'Điểm thẩm định' }).fill('8,5')
    await lan.step('Ghi mà chưa nêu lý do', () => lan.press('button', 'Ghi điểm thẩm định'))
    await lan.see(/Tiêu chí 3\.3: điểm khác điểm tự chấm 11, nêu lý do/)
    await points.getByRole('textbox', { name: 'Lý do' }).fill('Chưa nêu nguyên nhân của tồn tại')
    await lan.step('Ghi điểm', () => lan.press('button', 'Ghi điểm thẩm định'))
    await lan.see('-2,5')
    for (let left = 0; left < 10; left++) {
      await lan.open('/cham-diem/2025')
      const next = lan.page.getByRole('row', { name: /Chờ thẩm định/ }).getByRole('link')
      if ((await next.count()) === 0) break
      await next.first().click()
      await lan.press('link', 'Thẩm định điểm')
      await lan.press('button', 'Ghi điểm thẩm định')
    }
    await lan.step('Công bố', () => lan.press('button', 'Công bố kết quả'))
    await lan.see(/Cơ quan kiến nghị được đến hết ngày 30\/11\/2026/)
  })
  await j.step('Cơ quan xem lại phiếu', () => j.page.reload())
  await j.see('Thẩm định: Chưa nêu nguyên nhân của tồn tại')
  await j.step('Kiến nghị về tiêu chí 3.3', async () => {
    await j.page.getByText('Kiến nghị về điểm', { exact: true }).click()
    await j.page.getByRole('combobox', { name: 'Tiêu chí' }).selectOption('3.3')
    await j.page.getByRole('textbox', { name: /^Điều kiến nghị/ }).fill('Nguyên nhân nêu ở mục 5 của báo cáo')
    await j.press('button', 'Gửi kiến nghị')
  })
  await j.see('Chờ trả lời')
  await j.aside(async () => {
    const lan = await j.colleague(LAN)
    await lan.open('/cham-diem/2025')
    await lan.step('Mở phiếu có kiến nghị', () => lan.press('link', BODY))
    await lan.press('radio', 'Sửa điểm')
    await lan.page.getByRole('textbox', { name: /^Điểm mới/ }).fill('10')
    await lan.page.getByRole('textbox', { name: 'Lý do' }).fill('Đã đối chiếu mục 5')
    await lan.step('Trả lời', () => lan.press('button', 'Trả lời kiến nghị'))
    await lan.see('Điểm được sửa')
    expect(lan.faults).toEqual([])
  })
  await j.step('Cơ quan thấy điểm mới', () => j.page.reload())
  await j.see(/điểm mới 10: Đã đối chiếu mục 5/)
  const book = await (async () => {
    await j.step('Về đợt chấm điểm', () => j.open('/cham-diem/2025'))
    return j.take('link', 'Tải bảng điểm (.xlsx)')
  })()
  expect(book.name).toBe('bang-diem-2025.xlsx')
})

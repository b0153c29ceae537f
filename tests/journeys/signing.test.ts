/** Hành trình H1, H2, H3: thủ trưởng đọc và quyết trên điện thoại; người được giao ký thay thấy việc của mình và ký. */
import { expect } from 'vitest'
import { journey } from './journey.ts'
import { headOf, officerOf } from './people.ts'

const BODY = 'Sở Giáo dục và Đào tạo'

journey('H3', 'giao ký thay, cấp phó ký', { budget: 6, who: headOf(BODY) }, async (j) => {
  await j.step('Báo cáo chờ duyệt', () => j.press('link', 'Báo cáo năm 2026'))
  await j.picture('ky-bao-cao')
  await j.step('Giao người ký thay', () => j.press('link', 'Giao người ký thay'))
  await j.choose('Người được giao', 'Trần Xuân Trường, Chuyên viên')
  await j.type('Chức vụ người ký', 'Phó Giám đốc')
  await j.type('Số, ngày văn bản giao', 'Thông báo số 12/TB-SGDĐT ngày 01/11/2026')
  await j.type('Từ ngày', '01/11/2026')
  await j.step('Giao', () => j.press('button', 'Giao ký thay'))
  await j.see('Thông báo số 12/TB-SGDĐT ngày 01/11/2026')
  await j.picture('giao-ky-thay')
  await j.aside(async () => {
    const deputy = await j.colleague(officerOf(BODY))
    await deputy.step('Việc chờ quyết', () => deputy.open('/viec?loc=cho-toi-duyet'))
    await deputy.step('Mở báo cáo', () => deputy.press('link', 'Báo cáo năm 2026'))
    await deputy.see('KT. Giám đốc')
    expect(await deputy.page.getByText('Trả lại cán bộ', { exact: true }).count()).toBe(0)
    await deputy.step('Ký thay', () => deputy.press('button', 'Duyệt và nộp'))
    await deputy.see(/^Đã nộp lúc /)
    await deputy.see(/KT\. Giám đốc, Phó Giám đốc/)
    expect(deputy.faults).toEqual([])
  })
})

journey('H2', 'thủ trưởng trả lại cán bộ', { budget: 3, who: headOf(BODY), phone: true }, async (j) => {
  await j.step('Báo cáo chờ duyệt', () => j.press('link', 'Báo cáo năm 2026'))
  await j.page.getByText('Trả lại cán bộ', { exact: true }).first().click()
  await j.type('Lý do trả lại', 'Nêu thêm nguyên nhân của tồn tại.')
  await j.step('Trả lại', () => j.press('button', 'Gửi trả cán bộ'))
  await j.aside(async () => {
    const officer = await j.colleague(officerOf(BODY))
    await officer.step('Cán bộ được báo', () => officer.open('/thong-bao'))
    await officer.see('Nêu thêm nguyên nhân của tồn tại.')
  })
})

/** Văn bản dẫn chiếu: every way a document is cited, and what the text itself shows to be wrong with it. */
import { describe, expect, it } from 'vitest'
import { passage } from './passage.ts'
import { MISSPELT, properNumber } from './reference-numbers.ts'
import { mentionsOf, type Own, referenceDoubts, referencesOf } from './references.ts'

const NOBODY: Own = { number: null, date: null }
const whole = (text: string) => passage(text, 0, text.length)
const read = (text: string, own: Own = NOBODY) => referencesOf(mentionsOf([whole(text)], []), own)
const doubts = (text: string, own: Own = NOBODY) =>
  referenceDoubts(mentionsOf([whole(text)], []), own).map((d) => d.what)

describe('một văn bản được dẫn', () => {
  it.each([
    ['Nghị quyết số 45-NQ/TW ngày 24/11/2023 của Ban Chấp hành Trung ương', 'Nghị quyết', '45-NQ/TW', '2023-11-24'],
    ['Nghị quyết số 45-NQ/TW, ngày 24 tháng 11 năm 2023', 'Nghị quyết', '45-NQ/TW', '2023-11-24'],
    ['Kết luận 86- KL/TW ngày 24.01.2014 của Bộ Chính trị', 'Kết luận', '86-KL/TW', '2014-01-24'],
    ['45-NQ/TW ngày 24-11-2023', 'Nghị quyết', '45-NQ/TW', '2023-11-24'],
    ['Nghị quyết số 20 – NQ/TU ngày 08 tháng 11 năm 2016', 'Nghị quyết', '20-NQ/TU', '2016-11-08'],
    ['Quyết định số 994/QĐ -TTg ngày 19/ 6/ 2014', 'Quyết định', '994/QĐ-TTg', '2014-06-19'],
    ['Nghị định số 140 /2017/NĐ- CP ngày 05/12/2017', 'Nghị định', '140/2017/NĐ-CP', '2017-12-05'],
    ['Quyết định số 498/QĐ-TTg[1] ngày 14/4/2015', 'Quyết định', '498/QĐ-TTg', '2015-04-14'],
    ['Quyết định số 498/QĐ-TTg [[2]](#_ftn2) ngày 14/4/2015', 'Quyết định', '498/QĐ-TTg', '2015-04-14'],
    ['Nghị quyết số 71/NQ-CP của Chính phủ ngày 01/4/2025', 'Nghị quyết', '71/NQ-CP', '2025-04-01'],
    ['Nghị quyết số 71/NQ-CP của Chính phủ, ngày 01.4.2025, về', 'Nghị quyết', '71/NQ-CP', '2025-04-01'],
    ['Luật Du lịch số 09/2017/QH14', 'Luật', '09/2017/QH14', null],
    ['Bộ luật Lao động số 45/2019/QH14 ngày 20/11/2019', 'Bộ luật', '45/2019/QH14', '2019-11-20'],
    [
      'Luật Phòng, chống mua bán người số 53/2024/QH15 được Quốc hội thông qua ngày 28 tháng 11 năm 2024',
      'Luật',
      '53/2024/QH15',
      '2024-11-28',
    ],
    ['Luật sửa đổi, bổ sung một số điều của Bộ luật Hình sự số 12/2017/QH14', 'Luật', '12/2017/QH14', null],
    ['Luật Thanh niên; Nghị quyết số 88/2019/QH14 ngày 18/11/2019', 'Nghị quyết', '88/2019/QH14', '2019-11-18'],
    ['Pháp lệnh Tín ngưỡng số 21/2004/PL-UBTVQH11 ngày 18/6/2004', 'Pháp lệnh', '21/2004/PL-UBTVQH11', '2004-06-18'],
    [
      'Thông tư liên tịch số 03/2016/TTLT-BTC-BNV ngày 06/01/2016',
      'Thông tư liên tịch',
      '03/2016/TTLT-BTC-BNV',
      '2016-01-06',
    ],
    ['Công văn số 310/UBND-NC ngày 02/02/2024', 'Công văn', '310/UBND-NC', '2024-02-02'],
    ['xem 310/UBND-NC ngày 02/02/2024', 'Công văn', '310/UBND-NC', '2024-02-02'],
    ['Công văn số 503/BNV-CCVC', 'Công văn', '503/BNV-CCVC', null],
    ['Chương trình hành động số 42-CTr/TU ngày 30/10/2025', 'Chương trình hành động', '42-CTr/TU', '2025-10-30'],
    ['Tờ trình số 133/TTr-SDTTG ngày 20/8/2025', 'Tờ trình', '133/TTr-SDTTG', '2025-08-20'],
    ['Quy định số 80-QĐ/TW ngày 18/8/2022', 'Quy định', '80-QĐ/TW', '2022-08-18'],
    ['Kế hoạch hành động số 12/KH-BCĐ ngày 3/3/2023', 'Kế hoạch', '12/KH-BCĐ', '2023-03-03'],
    ['Thông tư 05/2021/TT-BLĐTB&XH ngày 7/7/2021', 'Thông tư', '05/2021/TT-BLĐTB&XH', '2021-07-07'],
    ['THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW NGÀY 22/12/2024 CỦA BỘ CHÍNH TRỊ', 'Nghị quyết', '57-NQ/TW', '2024-12-22'],
    ['Nghị định 30/2020/NĐ-CP (ngày 05/3/2020)', 'Nghị định', '30/2020/NĐ-CP', '2020-03-05'],
    ['Quyết định số 12/QĐ-UBND ban hành ngày 3/4/2025', 'Quyết định', '12/QĐ-UBND', '2025-04-03'],
    ['Kế hoạch số 131a/KH-UBND', 'Kế hoạch', '131a/KH-UBND', null],
    [
      'Quyết định số 749/QĐ-TTg của Thủ tướng Chính phủ hoàn thành trước ngày 30/6/2025',
      'Quyết định',
      '749/QĐ-TTg',
      null,
    ],
  ])('%s', (text, kind, number, date) => {
    expect(read(text)).toMatchObject([{ kind, number, date, normalised: null }])
  })

  it.each([
    ['các Nghị định: số 140/2017/NĐ-CP, số 115/2020/NĐ-CP của Chính phủ', ['Nghị định', 'Nghị định']],
    ['các Quyết định của UBND tỉnh: số 1422/QĐ-UBND; số 2018/QĐ-UBND', ['Quyết định', 'Quyết định']],
    ['các Công văn số 310/UBND-NC ngày 02/02/2024, số 455/UBND-KT', ['Công văn', 'Công văn']],
    ['Văn bản số 310/UBND-NC và số 12/BCĐ-TH của Ban Chỉ đạo', ['Văn bản', 'Văn bản']],
  ])('một loại, nhiều số: %s', (text, kinds) => expect(read(text).map((r) => r.kind)).toEqual(kinds))

  it('cơ quan đứng sau số cuối là của cả danh sách', () => {
    const text =
      'các Nghị quyết số 20/NQ-CP ngày 1/2/2023, số 21/NQ-CP ngày 2/2/2023 của Chính phủ và Nghị quyết số 5-NQ/TU'
    expect(read(text).map((r) => r.issuer)).toEqual(['Chính phủ', 'Chính phủ', null])
  })

  it.each([
    ['TCVN 6909:2001'],
    ['QCVN 01-1:2018/BYT'],
    ['58/139 xã đạt chuẩn'],
    ['Quốc lộ 17B'],
    ['phục vụ 24/7'],
    ['ngày 15/9/2025'],
    ['đạt 3/5 HTX'],
    ['số /KH-UBND ngày tháng năm'],
    ['Quyết định số      /QĐ-UBND'],
    ['Đề án 06'],
  ])('“%s” không phải văn bản được dẫn', (text) => expect(read(text)).toEqual([]))
})

describe('tên gọi tắt', () => {
  it.each([
    ['(sau đây viết tắt là Nghị quyết 45)', 'Nghị quyết 45'],
    ['về trí thức (sau đây gọi tắt là “Nghị quyết 45”)', 'Nghị quyết 45'],
    ['(viết tắt là Chương trình)', 'Chương trình'],
    ['(gọi là Nghị quyết)', 'Nghị quyết'],
    [', sau đây gọi chung là Nghị quyết 45.', 'Nghị quyết 45'],
    ['về trí thức (Nghị quyết 45)', 'Nghị quyết 45'],
    ['(khóa XIII) về trí thức', null],
    ['; Quyết định khác (sau đây gọi tắt là Đề án)', null],
  ])('Nghị quyết số 45-NQ/TW ngày 24/11/2023 %s', (after, alias) => {
    expect(read(`Nghị quyết số 45-NQ/TW ngày 24/11/2023 ${after}`)[0]?.alias).toBe(alias)
  })
})

describe('ký hiệu ghi sai', () => {
  it.each(MISSPELT.map((m) => [m.id, m.example] as const))('%s: “%s” có dạng đúng khác', (_, example) => {
    expect(properNumber(example)).not.toBeNull()
  })
  it.each([
    ['27/NQ-TW', '27-NQ/TW'],
    ['71-NQ/CP', '71/NQ-CP'],
    ['866/QĐ-Tg', '866/QĐ-TTg'],
    ['27/CTTg', '27/CT-TTg'],
    ['899/QÐ-TTg', '899/QĐ-TTg'],
    ['30/2020/ND-CP', '30/2020/NĐ-CP'],
    ['1.288/QĐ-UBND', '1288/QĐ-UBND'],
  ])('“%s” là “%s”', (wrong, proper) => expect(properNumber(wrong)).toBe(proper))
  it.each([
    '45-NQ/TW',
    '1459/KH-UBND',
    '09/2019/NĐ-CP',
    '45/2019/QH14',
    '42-CTr/TU',
    '12/CT-TTg',
    '310/UBND-NC',
    '02-HD/BTCTU',
  ])('“%s” ghi đúng', (number) => expect(properNumber(number)).toBeNull())
  it('được giữ như ghi, kèm dạng đúng; chỗ ghi đúng và chỗ ghi sai là một văn bản', () => {
    expect(read('Nghị quyết số 27/NQ-TW ngày 21/5/2018')).toMatchObject([
      { number: '27/NQ-TW', normalised: '27-NQ/TW' },
    ])
    expect(read('Nghị quyết số 27/NQ-TW; Nghị quyết số 27-NQ/TW ngày 21/5/2018')).toMatchObject([
      { number: '27-NQ/TW', normalised: null, date: '2018-05-21' },
    ])
  })
})

describe('một văn bản hay hai', () => {
  it.each([
    ['cùng số, một chỗ có ngày', 'Quyết định số 749/QĐ-TTg; Quyết định số 749/QĐ-TTg ngày 03/6/2020', ['2020-06-03']],
    [
      'cùng số, hai ngày một năm',
      'Chỉ thị số 9/CT-TTg ngày 15/8/2022; Chỉ thị số 9/CT-TTg ngày 15/7/2022',
      ['2022-08-15'],
    ],
    [
      'cùng số, hai năm',
      'Quyết định số 142/QĐ-TTg ngày 2/2/2024; Quyết định số 142/QĐ-TTg ngày 3/3/2020',
      ['2024-02-02', '2020-03-03'],
    ],
    [
      'số mang năm thì một văn bản',
      'Nghị định 30/2020/NĐ-CP ngày 5/3/2020; Nghị định 30/2020/NĐ-CP ngày 5/3/2021',
      ['2020-03-05'],
    ],
  ])('%s', (_, text, dates) => expect(read(text).map((r) => r.date)).toEqual(dates))

  it('văn bản đang đọc không dẫn chính mình, trừ số ấy của năm khác', () => {
    const own = { number: '12/KH-UBND', date: '2025-03-01' }
    expect(read('Kế hoạch số 12/KH-UBND; kèm theo Kế hoạch số 12/KH-UBND ngày 01/3/2025', own)).toEqual([])
    expect(read('thay thế Kế hoạch số 12/KH-UBND ngày 05/02/2021', own)).toMatchObject([{ date: '2021-02-05' }])
  })
})

describe('dẫn chiếu cần đối chiếu', () => {
  it.each([
    [
      'hai ngày một năm',
      'Chỉ thị số 9/CT-TTg ngày 15/8/2022; Chỉ thị số 9/CT-TTg ngày 15/7/2022',
      'hai ngày khác nhau',
    ],
    ['hai năm', 'Quyết định số 142/QĐ-TTg ngày 2/2/2024; Quyết định số 142/QĐ-TTg ngày 3/3/2020', 'hai năm'],
    ['chữ số đảo nhau', 'Quyết định số 768/QĐ-TTg ngày 6/6/2016; Quyết định số 786/QĐ-TTg ngày 6/6/2016', 'đảo nhau'],
    ['ký hiệu sai', 'Quyết định số 866/QĐ-Tg ngày 18/7/2022', 'nghi là “866/QĐ-TTg”'],
    ['năm trong số khác năm trong ngày', 'Nghị định số 30/2020/NĐ-CP ngày 05/3/2021', 'mang năm 2020'],
  ])('%s', (_, text, words) => {
    const found = doubts(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(words)
  })
  it('ngày sau ngày ban hành', () => {
    expect(doubts('Nghị quyết số 5/NQ-CP ngày 1/9/2025', { number: null, date: '2025-03-01' })[0]).toContain(
      'sau ngày ban hành',
    )
  })
  it('dẫn đúng thì không bị nghi', () => {
    expect(
      doubts(
        'Nghị quyết số 45-NQ/TW ngày 24/11/2023; Nghị quyết số 107/NQ-CP ngày 09/7/2024 thực hiện Nghị quyết số 45-NQ/TW',
      ),
    ).toEqual([])
  })
})

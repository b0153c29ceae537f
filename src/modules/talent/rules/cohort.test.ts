/** «Tiếp tục ở lại làm việc sau 05 năm» (Kế hoạch, mục II.2.3): one line = one case an official asks about. */
import { describe, expect, it, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { decided, someone, talent, worked } from '../fixtures.ts'
import { firstMeasurable, followedOn, hasStayed, isReached, onePerPerson, standingOn, yearsAfter } from './cohort.ts'

const counted = (t: ReturnType<typeof someone>, asOf: string): string => {
  const [f] = followedOn([t], day(asOf))
  if (f === undefined) return 'không theo dõi'
  if (!isReached(f, day(asOf))) return 'chưa đo'
  return hasStayed(f) ? 'ở lại' : 'rời đi'
}

describe('Đủ 5 năm', () => {
  test.each([
    ['2020-03-01', '2025-03-01'],
    ['2020-02-29', '2025-02-28'],
    ['2019-12-31', '2024-12-31'],
  ])('công nhận %s thì đủ 5 năm vào %s', (from, to) => expect(yearsAfter(day(from), 5)).toBe(to))

  it('trước ngày đủ 5 năm thì chưa đo được, từ ngày ấy thì đo', () => {
    expect(counted(someone('1', '2020-03-01'), '2025-02-28')).toBe('chưa đo')
    expect(counted(someone('1', '2020-03-01'), '2025-03-01')).toBe('ở lại')
  })

  it('người rời đi cũng chỉ được tính khi lứa của mình đủ 5 năm', () => {
    const gone = someone('1', '2020-03-01', ['2022-01-01', 'roi'])
    expect(counted(gone, '2024-01-01')).toBe('chưa đo')
    expect(counted(gone, '2025-03-01')).toBe('rời đi')
  })
})

describe('Ai là ở lại, ai là rời đi', () => {
  test.each([
    ['làm đến hết ngày cuối của năm thứ năm', ['2025-03-01', 'roi'], 'ở lại'],
    ['nghỉ trước đó một ngày', ['2025-02-28', 'roi'], 'rời đi'],
    ['nghỉ hưu trước khi đủ 5 năm thì không còn gì để hỏi', ['2024-06-01', 'nghi-huu'], 'chưa đo'],
    ['từ trần trước khi đủ 5 năm thì không còn gì để hỏi', ['2024-06-01', 'tu-tran'], 'chưa đo'],
    ['nghỉ hưu sau khi đủ 5 năm là đã ở lại', ['2025-06-01', 'nghi-huu'], 'ở lại'],
    ['rời đi sau khi đủ 5 năm là đã ở lại', ['2025-06-01', 'roi'], 'ở lại'],
    ['hết cam kết rồi đi là rời đi', ['2023-03-01', 'roi', 'het-cam-ket'], 'rời đi'],
    ['đi vì sắp xếp tổ chức là rời đi', ['2023-03-01', 'roi', 'sap-nhap'], 'rời đi'],
  ] as const)('%s', (_case, exit, said) => expect(counted(someone('1', '2020-03-01', exit), '2026-01-01')).toBe(said))

  it('chuyển cơ quan trong tỉnh là ở lại, tính cho cơ quan mới', () => {
    const t = talent(
      '1',
      [decided('2020-03-01')],
      [worked('2020-03-01', 'a', ['2022-01-01', 'chuyen-trong-tinh']), worked('2022-01-01', 'b')],
    )
    expect(counted(t, '2025-03-01')).toBe('ở lại')
    expect(standingOn(t, day('2021-12-31'))).toMatchObject({ standing: 'lam-viec', unitId: 'a' })
    expect(standingOn(t, day('2022-01-01'))).toMatchObject({ standing: 'lam-viec', unitId: 'b' })
  })

  it('rời đi rồi trở lại: lần rời đi vẫn được tính, vì ở lại là liên tục', () => {
    const t = talent(
      '1',
      [decided('2020-03-01')],
      [worked('2020-03-01', 'a', ['2022-01-01', 'roi']), worked('2023-01-01', 'a')],
    )
    expect(counted(t, '2025-03-01')).toBe('rời đi')
  })

  it('kết thúc công nhận mà vẫn làm việc thì vẫn được theo dõi; rút công nhận ghi nhầm thì không', () => {
    const ended = decided('2020-03-01', { endedOn: day('2021-01-01'), endReason: 'doi-linh-vuc' })
    expect(counted(talent('1', [ended], [worked('2020-03-01', 'a')]), '2025-03-01')).toBe('ở lại')
    const mistake = decided('2020-03-01', { withdrawn: true })
    expect(counted(talent('1', [mistake], [worked('2020-03-01', 'a')]), '2025-03-01')).toBe('không theo dõi')
  })

  it('công nhận lần hai không bắt đầu lại 5 năm', () => {
    const t = talent('1', [decided('2020-03-01'), decided('2024-01-01')], [worked('2020-03-01', 'a')])
    expect(followedOn([t], day('2025-03-01'))[0]).toMatchObject({ since: '2020-03-01', fiveYears: '2025-03-01' })
  })

  it('chưa có quyết định vào ngày xem thì chưa có trong lứa nào', () => {
    expect(counted(someone('1', '2020-03-01'), '2020-02-29')).toBe('không theo dõi')
  })
})

describe('Ngày lứa đầu tiên đo được', () => {
  it('là ngày đủ 5 năm sớm nhất, bỏ người đã nghỉ hưu hoặc mất trước đó', () => {
    const all = [
      someone('1', '2021-05-01', ['2022-01-01', 'nghi-huu']),
      someone('2', '2022-08-15'),
      someone('3', '2023-01-01'),
    ]
    expect(firstMeasurable(followedOn(all, day('2026-01-01')))).toBe('2027-08-15')
    expect(firstMeasurable([])).toBeNull()
  })
})

describe('Hai hồ sơ của một người', () => {
  it('đếm một lần, từ quyết định sớm hơn', () => {
    const a = { ...someone('1', '2021-05-01'), personId: 'p' }
    const b = { ...someone('2', '2020-05-01'), personId: 'p' }
    expect(onePerPerson([a, b])).toHaveLength(1)
    expect(followedOn([a, b], day('2026-01-01'))).toMatchObject([{ since: '2020-05-01', outcome: 'working' }])
  })

  it('một bên ghi rời đi, bên kia đang làm: còn làm việc', () => {
    const a = { ...someone('1', '2020-05-01', ['2022-01-01', 'roi']), personId: 'p' }
    const b = { ...talent('2', [decided('2021-05-01')], [worked('2021-05-01', 'b')]), personId: 'p' }
    expect(followedOn([a, b], day('2026-01-01'))).toMatchObject([
      { since: '2020-05-01', outcome: 'working', unitId: 'b' },
    ])
  })
})

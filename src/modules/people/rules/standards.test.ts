import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { fitNumber, fitOf, type Holder, type Met, trainingMet } from './standards.ts'

describe('chuẩn trình độ đào tạo của nhà giáo', () => {
  it.each<[string, string, number, string, Met | null]>([
    ['mầm non có bằng cao đẳng sư phạm trở lên', 'gv-mam-non', 5, '2024-09-05', 'dat'],
    ['mầm non trung cấp: đạt theo Luật 2005', 'gv-mam-non', 4, '2020-06-30', 'dat'],
    ['mầm non trung cấp: chưa đạt từ 01/07/2020', 'gv-mam-non', 4, '2020-07-01', 'chua'],
    ['tiểu học có bằng cử nhân trở lên', 'gv-tieu-hoc', 6, '2020-07-01', 'dat'],
    ['tiểu học cao đẳng: đạt theo Luật 2005', 'gv-tieu-hoc', 5, '2019-01-01', 'dat'],
    ['tiểu học cao đẳng: chưa đạt theo Luật 2019', 'gv-tieu-hoc', 5, '2024-01-01', 'chua'],
    ['THCS cao đẳng: chưa đạt theo Luật 2019', 'gv-thcs', 5, '2024-01-01', 'chua'],
    ['THPT đại học', 'gv-thpt', 6, '2024-01-01', 'dat'],
    ['giảng viên thạc sĩ trở lên', 'giang-vien', 7, '2024-01-01', 'dat'],
    ['giảng viên đại học: chưa đạt theo Luật 2019', 'giang-vien', 6, '2024-01-01', 'chua'],
    ['hồ sơ không ghi trình độ', 'gv-thcs', 0, '2024-01-01', 'chua-du'],
    ['không rõ dạy cấp nào', 'giao-vien', 6, '2024-01-01', 'chua-du'],
    ['không phải nhà giáo', 'bac-si', 6, '2024-01-01', null],
  ])('%s', (_, profession, degree, on, expected) => {
    expect(trainingMet(profession, degree, day(on))).toBe(expected)
  })
})

describe('tiêu chuẩn trình độ của vị trí', () => {
  const holder = (more: Partial<Holder>): Holder => ({
    category: 'cong-chuc',
    leadership: null,
    rank: '01.003',
    profession: null,
    degree: 6,
    courses: ['cv'],
    theory: [],
    ...more,
  })
  const on = day('2024-12-05')

  it.each<[string, Partial<Holder>, string, Met, string[], string[]]>([
    ['chuyên viên: đại học, chương trình chuyên viên', {}, 'cv', 'dat', [], []],
    ['chuyên viên cao đẳng', { degree: 5 }, 'cv', 'chua', ['degree'], []],
    ['hồ sơ không ghi bồi dưỡng', { courses: [] }, 'cv', 'chua-du', [], ['course']],
    ['hồ sơ ghi chưa qua bồi dưỡng', { courses: ['chua'] }, 'cv', 'chua', ['course'], []],
    ['chuyên viên chính học chương trình chuyên viên', { rank: '01.002' }, 'cvc', 'chua', ['course'], []],
    [
      'giám đốc sở: cao cấp lý luận chính trị, chuyên viên chính',
      { leadership: 'gd-so', courses: ['cvc'], theory: ['CC'] },
      'lanh-dao-so',
      'dat',
      [],
      [],
    ],
    [
      'giám đốc sở thiếu cả hai',
      { leadership: 'gd-so', courses: ['cv'], theory: ['TC'] },
      'lanh-dao-so',
      'chua',
      ['course', 'theory'],
      [],
    ],
    [
      'chủ tịch xã: đại học, trung cấp lý luận chính trị',
      { category: 'can-bo', leadership: 'ct-xa', rank: null, theory: ['TC'] },
      'can-bo-xa',
      'dat',
      [],
      [],
    ],
    [
      'giáo viên tiểu học cao đẳng',
      { category: 'vien-chuc', rank: 'V.07.03.29', profession: 'gv-tieu-hoc', degree: 5 },
      'giao-vien',
      'chua',
      ['degree'],
      [],
    ],
    [
      'điều dưỡng hạng IV trung cấp',
      { category: 'vien-chuc', rank: 'V.08.05.13', profession: 'dieu-duong', degree: 4 },
      'vien-chuc-hang-iv',
      'dat',
      [],
      [],
    ],
    ['bác sĩ', { category: 'vien-chuc', rank: 'V.08.01.03', profession: 'bac-si' }, 'vien-chuc', 'dat', [], []],
  ])('%s', (_, more, code, met, lacks, unknown) => {
    expect(fitOf(holder(more), on)).toMatchObject({ standard: { code }, met, lacks, unknown })
  })

  it('vị trí chưa có tiêu chuẩn trong bảng: chưa đủ thông tin', () => {
    expect(fitOf(holder({ rank: null }), on)).toMatchObject({ standard: null, met: 'chua-du' })
  })

  it('ngoài khu vực nhà nước không có tiêu chuẩn', () => {
    expect(fitOf(holder({ category: 'dn-tu-nhan' }), on)).toBeNull()
  })

  it('con số của lát cắt: 0 là đạt, ba bit đầu là chưa đạt, ba bit sau là chưa rõ', () => {
    const number = (more: Partial<Holder>) => fitNumber(fitOf(holder(more), on))
    expect(number({})).toBe(0)
    expect(number({ degree: 5, courses: [] })).toBe(1 + 16)
    expect(number({ leadership: 'gd-so', courses: ['cv'], theory: [] })).toBe(2 + 32)
    expect(number({ rank: null })).toBe(64)
    expect(number({ category: 'fdi' })).toBeNull()
  })
})

/** Hoạt động khoa học, khen thưởng của người mẫu: titles are made of parts; no real work, number or prize is meant. */
import type { Day } from '../../kernel/day.ts'
import type { Random } from '../random.ts'
import { later, on as onDay, yearIn } from './dates.ts'
import type { Award, Degree, Life, Work } from './life.ts'
import type { Trade } from './trades.ts'

const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  '1': ['mô hình số cho bài toán truyền nhiệt', 'phổ hấp phụ của vật liệu nano', 'đa dạng sinh học vùng đồng bằng'],
  '2': [
    'điều khiển thích nghi cho động cơ',
    'tối ưu lưới điện phân phối',
    'vật liệu xây dựng từ tro bay',
    'xử lý ảnh trong kiểm tra sản phẩm',
  ],
  '3': [
    'điều trị tăng huyết áp ở tuyến cơ sở',
    'kháng kháng sinh tại bệnh viện',
    'phục hồi chức năng sau đột quỵ',
    'dinh dưỡng của trẻ dưới 5 tuổi',
  ],
  '4': ['giống lúa chất lượng cao', 'bệnh trên cây vải', 'chăn nuôi an toàn sinh học', 'nuôi cá lồng trên sông'],
  '5': [
    'phát triển kinh tế hộ',
    'dạy học theo định hướng năng lực',
    'cải cách hành chính cấp xã',
    'thu hút nguồn nhân lực',
  ],
  '6': ['lễ hội truyền thống', 'ngôn ngữ địa phương', 'văn học dân gian', 'di sản nghề gốm'],
}
const STUDIES = [
  'Nghiên cứu',
  'Đánh giá thực trạng',
  'Ứng dụng',
  'Hoàn thiện',
  'Xây dựng mô hình',
  'Một số giải pháp về',
] as const
const JOURNALS = [
  'Tạp chí Khoa học (mẫu)',
  'Tạp chí Y Dược (mẫu)',
  'Tạp chí Công Thương (mẫu)',
  'Kỷ yếu Hội nghị khoa học tỉnh (mẫu)',
  'Sample Journal of Applied Science',
] as const

const subjectOf = (random: Random, field: string): string =>
  `${random.pick(STUDIES)} ${random.pick(SUBJECTS[field.charAt(0)] ?? ['khoa học'])}`
const dayIn = (random: Random, year: number): Day => later(onDay(year, 1, 1), random.between(20, 330))

/** What a scientist did; nothing for the others. */
export function drawWorks(random: Random, degrees: readonly Degree[], trade: Trade, today: Day): Work[] {
  const last = degrees.at(-1)
  if (last === undefined) return []
  const doctor = last.level === '8'
  const active =
    doctor ||
    trade.code === 'nghien-cuu-vien' ||
    (last.level === '7' && trade.code === 'giang-vien' && random.chance(0.4))
  // Who studies further begins to publish before the degree.
  const since = Math.min(
    Math.max(last.graduated - (last.level === '6' || last.level === '5' ? 0 : 1), yearIn(today) - 15),
    yearIn(today) - 1,
  )
  const made = (count: number, one: (year: number) => Omit<Work, 'on'>): Work[] =>
    Array.from({ length: count }, () => {
      const year = random.between(since, yearIn(today) - 1)
      return { ...one(year), on: dayIn(random, year) }
    })
  if (!active) return random.chance(0.012) ? made(1, () => initiative(random, last.major.research)) : []
  return [
    ...made(random.between(doctor ? 2 : 0, doctor ? 9 : 3), (year) => publication(random, last.major.research, year)),
    ...made(random.between(0, doctor ? 3 : 1), () => project(random, last.major.research)),
    ...made(random.chance(0.3) ? 1 : 0, () => initiative(random, last.major.research)),
    ...made(doctor && random.chance(0.5) ? random.between(1, 2) : 0, () => advisory(random)),
  ]
}

function publication(random: Random, field: string, year: number): Omit<Work, 'on'> {
  const venue = random.pick(JOURNALS)
  return {
    group: 'publication',
    data: {
      title: `${subjectOf(random, field)} giai đoạn ${year - 4} - ${year}`,
      kind: venue.startsWith('Kỷ yếu') ? 'ky-yeu' : random.chance(0.08) ? 'sach' : 'bai-bao',
      year,
      venue,
      index: venue.startsWith('Sample') ? 'Scopus' : 'HĐGSNN',
      role: random.pick(['dau', 'dong-tac-gia', 'dong-tac-gia', 'lien-he', 'dau-lien-he']),
      highlight: random.chance(0.15),
    },
  }
}

const project = (random: Random, field: string): Omit<Work, 'on'> => ({
  group: 'project',
  data: {
    title: subjectOf(random, field),
    number: `KHCN-M.${random.between(10, 99)}/${random.between(15, 26)}`,
    level: random.pick(['tinh', 'tinh', 'co-so', 'co-so', 'bo']),
    role: random.pick(['chu-nhiem', 'thu-ky', 'thanh-vien', 'thanh-vien']),
    result: random.pick(['dat', 'dat', 'xuat-sac']),
  },
})

const initiative = (random: Random, field: string): Omit<Work, 'on'> => ({
  group: 'invention',
  data: {
    title: `Sáng kiến: ${subjectOf(random, field).toLowerCase()}`,
    kind: random.chance(0.9) ? 'sang-kien' : 'gphi',
    state: 'cap-bang',
  },
})

const advisory = (random: Random): Omit<Work, 'on'> => ({
  group: 'advisory',
  data: {
    subject: random.pick([
      'Dự thảo quy hoạch tỉnh',
      'Đề án phát triển nguồn nhân lực',
      'Luận án chuyên ngành',
      'Nhiệm vụ khoa học và công nghệ cấp tỉnh',
    ]),
    kind: random.pick(['phan-bien-xa-hoi', 'hoi-dong-khcn', 'hoi-dong-luan-an', 'tu-van']),
    role: random.pick(['Phản biện', 'Ủy viên', 'Chủ tịch']),
  },
})

type Praise = readonly [share: number, cls: string, award: string, authority: string]
/** Shares of people of the State who have it on paper; 108 typical intellectuals of 65.000 were honoured by 2022. */
const PRAISES: readonly Praise[] = [
  [0.3, 'danh-hieu-thi-dua', 'Lao động tiên tiến', 'Cơ quan, đơn vị'],
  [0.09, 'danh-hieu-thi-dua', 'Chiến sĩ thi đua cơ sở', 'Cơ quan, đơn vị'],
  [0.01, 'danh-hieu-thi-dua', 'Chiến sĩ thi đua bộ, ban, ngành, tỉnh', 'Chủ tịch UBND tỉnh'],
  [0.05, 'hinh-thuc-khen-thuong', 'Giấy khen', 'Giám đốc Sở'],
  [0.02, 'hinh-thuc-khen-thuong', 'Bằng khen của bộ, ban, ngành, tỉnh', 'Chủ tịch UBND tỉnh'],
  [0.0024, 'ton-vinh', 'Trí thức khoa học và công nghệ tiêu biểu của tỉnh', 'Chủ tịch UBND tỉnh'],
]

/** Khen thưởng on paper since work began. */
export function drawAwards(random: Random, began: Day, today: Day): Award[] {
  return PRAISES.flatMap(([share, cls, award, authority]) => {
    if (!random.chance(share)) return []
    const year = random.between(Math.min(yearIn(began) + 2, yearIn(today) - 1), yearIn(today) - 1)
    return [{ class: cls, award, authority, on: onDay(year, 12, random.between(10, 28)) }]
  })
}

const ASSOCIATIONS: Readonly<Record<string, string>> = {
  'y-te': 'Hội Y học tỉnh',
  'giao-duc': 'Hội Khoa học Tâm lý - Giáo dục tỉnh',
  'nong-nghiep': 'Hội Làm vườn tỉnh',
  'van-hoa-nghe-thuat': 'Hội Văn học Nghệ thuật tỉnh',
  'bao-chi': 'Hội Nhà báo tỉnh',
  'kinh-te': 'Hội Kế toán tỉnh',
  luat: 'Hội Luật gia tỉnh',
  khac: 'Hội Cựu giáo chức tỉnh',
}

/** Hội viên; null = of none. */
export function drawAssociation(random: Random, trade: Trade, began: Day): Life['association'] {
  if (!random.chance(trade.category === 'huu-tri' ? 0.35 : 0.14)) return null
  const post = random.chance(0.04) ? random.pick(['Phó Chủ tịch', 'Ủy viên Ban Chấp hành']) : null
  const from = later(began, 365 * random.between(1, 6))
  return { name: ASSOCIATIONS[trade.sector] ?? 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh', post, from }
}

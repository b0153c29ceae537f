/**
 * Nghề của người mẫu: how many of a hundred thousand graduates do what, of which sex and age, with which ranks and degrees. Shares are
 * set so that the totals lie near the figures of 2022 (250 doctors, 3.000 masters, 15 professors among 65 to 68 thousand).
 */
import type { MajorKey } from './majors.ts'

/** Nơi làm việc. */
export type Workplace =
  | 'nursery'
  | 'primary'
  | 'lower'
  | 'upper'
  | 'university'
  | 'hospital'
  | 'department'
  | 'district'
  | 'commune'
  | 'party'
  | 'central'
  | 'agriculture'
  | 'culture'
  | 'press'
  | 'science'
  | 'computing'
  | 'state-company'
  | 'company'
  | 'foreign-company'
  | 'cooperative'
  | 'private-school'
  | 'nowhere'

/** Nghề. */
export type Trade = {
  readonly code: string
  /** Of a hundred thousand people. */
  readonly share: number
  /** Share of women. */
  readonly women: number
  /** Youngest, most frequent and oldest age. */
  readonly ages: readonly [number, number, number]
  readonly category: string
  readonly sector: string
  readonly area: string
  readonly workplace: Workplace
  readonly positions: readonly string[]
  /** Codes from the highest to the lowest rank; none outside the State. */
  readonly ranks: readonly string[]
  readonly major: MajorKey
  /** Shares of those whose highest degree is doctor, master, specialist of health, college. */
  readonly doctor?: number
  readonly master?: number
  readonly specialist?: number
  readonly college?: number
}

const teacher = { category: 'vien-chuc', sector: 'giao-duc', area: 'nha-nuoc' } as const
const health = { category: 'vien-chuc', sector: 'y-te', area: 'nha-nuoc' } as const
const official = { category: 'cong-chuc', sector: 'quan-ly-nha-nuoc', area: 'nha-nuoc' } as const
const staff = { category: 'vien-chuc', area: 'nha-nuoc' } as const
const OFFICIALS = ['01.001', '01.002', '01.003'] as const

/** Mọi nghề. */
export const TRADES: readonly Trade[] = [
  {
    code: 'gv-mam-non',
    share: 6900,
    women: 0.993,
    ages: [22, 37, 55],
    ...teacher,
    workplace: 'nursery',
    positions: ['Giáo viên mầm non'],
    ranks: ['V.07.02.24', 'V.07.02.25', 'V.07.02.26'],
    major: 'nursery',
    master: 0.0016,
    college: 0.22,
  },
  {
    code: 'gv-tieu-hoc',
    share: 9800,
    women: 0.86,
    ages: [22, 42, 57],
    ...teacher,
    workplace: 'primary',
    positions: ['Giáo viên tiểu học'],
    ranks: ['V.07.03.27', 'V.07.03.28', 'V.07.03.29'],
    major: 'primary',
    master: 0.0064,
    college: 0.06,
  },
  {
    code: 'gv-thcs',
    share: 9000,
    women: 0.72,
    ages: [23, 43, 58],
    ...teacher,
    workplace: 'lower',
    positions: ['Giáo viên trung học cơ sở'],
    ranks: ['V.07.04.30', 'V.07.04.31', 'V.07.04.32'],
    major: 'subject',
    master: 0.0159,
    college: 0.03,
  },
  {
    code: 'gv-thpt',
    share: 4900,
    women: 0.66,
    ages: [23, 40, 58],
    ...teacher,
    workplace: 'upper',
    positions: ['Giáo viên trung học phổ thông'],
    ranks: ['V.07.05.13', 'V.07.05.14', 'V.07.05.15'],
    major: 'subject',
    doctor: 0.0008,
    master: 0.0954,
  },
  {
    code: 'giang-vien',
    share: 2200,
    women: 0.52,
    ages: [25, 41, 62],
    ...teacher,
    workplace: 'university',
    positions: ['Giảng viên'],
    ranks: ['V.07.01.01', 'V.07.01.02', 'V.07.01.03'],
    major: 'lecturer',
    doctor: 0.096,
    master: 0.5247,
  },
  {
    code: 'bac-si',
    share: 3200,
    women: 0.42,
    ages: [25, 39, 61],
    ...health,
    workplace: 'hospital',
    positions: ['Bác sĩ'],
    ranks: ['V.08.01.01', 'V.08.01.02', 'V.08.01.03'],
    major: 'doctor',
    doctor: 0.0083,
    master: 0.0557,
    specialist: 0.24,
  },
  {
    code: 'dieu-duong',
    share: 2500,
    women: 0.85,
    ages: [22, 35, 56],
    ...health,
    workplace: 'hospital',
    positions: ['Điều dưỡng'],
    ranks: ['V.08.05.11', 'V.08.05.12', 'V.08.05.13'],
    major: 'nurse',
    master: 0.008,
    specialist: 0.02,
    college: 0.2,
  },
  {
    code: 'duoc-si',
    share: 900,
    women: 0.7,
    ages: [23, 36, 58],
    ...health,
    workplace: 'hospital',
    positions: ['Dược sĩ'],
    ranks: ['V.08.08.20', 'V.08.08.21', 'V.08.08.22'],
    major: 'pharmacist',
    doctor: 0.0025,
    master: 0.0318,
    specialist: 0.08,
  },
  {
    code: 'ky-thuat-y',
    share: 700,
    women: 0.6,
    ages: [22, 35, 58],
    ...health,
    workplace: 'hospital',
    positions: ['Kỹ thuật y', 'Cán bộ y tế công cộng'],
    ranks: ['V.08.07.17', 'V.08.07.18'],
    major: 'medical-technician',
    master: 0.0238,
    college: 0.15,
  },
  {
    code: 'cong-chuc-so',
    share: 2400,
    women: 0.43,
    ages: [24, 41, 60],
    ...official,
    workplace: 'department',
    positions: ['Chuyên viên'],
    ranks: OFFICIALS,
    major: 'administration',
    doctor: 0.01,
    master: 0.2067,
  },
  {
    code: 'cong-chuc-huyen',
    share: 2000,
    women: 0.41,
    ages: [24, 41, 60],
    ...official,
    workplace: 'district',
    positions: ['Chuyên viên'],
    ranks: OFFICIALS,
    major: 'administration',
    master: 0.0795,
  },
  {
    code: 'cong-chuc-xa',
    share: 6000,
    women: 0.44,
    ages: [24, 42, 59],
    ...official,
    workplace: 'commune',
    positions: [
      'Công chức Văn phòng - Thống kê',
      'Công chức Tài chính - Kế toán',
      'Công chức Tư pháp - Hộ tịch',
      'Công chức Địa chính - Xây dựng',
      'Công chức Văn hóa - Xã hội',
    ],
    ranks: ['01.003', '01.003', '01.004'],
    major: 'administration',
    master: 0.0318,
    college: 0.02,
  },
  {
    code: 'dang-doan-the',
    share: 1600,
    women: 0.4,
    ages: [25, 43, 60],
    category: 'can-bo',
    sector: 'quan-ly-nha-nuoc',
    area: 'nha-nuoc',
    workplace: 'party',
    positions: ['Cán bộ', 'Chuyên viên'],
    ranks: OFFICIALS,
    major: 'administration',
    doctor: 0.005,
    master: 0.159,
  },
  {
    code: 'nganh-doc',
    share: 2400,
    women: 0.47,
    ages: [24, 41, 60],
    ...official,
    sector: 'kinh-te',
    workplace: 'central',
    positions: ['Chuyên viên', 'Kế toán viên'],
    ranks: ['06.029', '06.030', '06.031'],
    major: 'finance',
    master: 0.0477,
  },
  {
    code: 'ky-su-nong-nghiep',
    share: 700,
    women: 0.4,
    ages: [23, 42, 60],
    ...staff,
    sector: 'nong-nghiep',
    workplace: 'agriculture',
    positions: ['Kỹ sư', 'Kiểm dịch viên'],
    ranks: ['V.05.02.05', 'V.05.02.06', 'V.05.02.07'],
    major: 'agriculture',
    doctor: 0.01,
    master: 0.1192,
  },
  {
    code: 'nghien-cuu-vien',
    share: 300,
    women: 0.44,
    ages: [24, 40, 60],
    ...staff,
    sector: 'khoa-hoc-cong-nghe',
    workplace: 'science',
    positions: ['Nghiên cứu viên'],
    ranks: ['V.05.01.01', 'V.05.01.02', 'V.05.01.03'],
    major: 'engineering',
    doctor: 0.0835,
    master: 0.3339,
  },
  {
    code: 'van-hoa',
    share: 650,
    women: 0.5,
    ages: [23, 41, 60],
    ...staff,
    sector: 'van-hoa-nghe-thuat',
    workplace: 'culture',
    positions: ['Di sản viên', 'Thư viện viên', 'Phương pháp viên', 'Diễn viên', 'Họa sĩ'],
    ranks: ['V.10.05.29', 'V.10.05.16', 'V.10.05.17'],
    major: 'culture',
    doctor: 0.0042,
    master: 0.0795,
  },
  {
    code: 'bao-chi',
    share: 400,
    women: 0.5,
    ages: [23, 40, 60],
    ...staff,
    sector: 'bao-chi',
    workplace: 'press',
    positions: ['Phóng viên', 'Biên tập viên'],
    ranks: ['V.11.02.04', 'V.11.02.05', 'V.11.02.06'],
    major: 'press',
    master: 0.1192,
  },
  {
    code: 'cntt',
    share: 450,
    women: 0.25,
    ages: [23, 35, 58],
    ...staff,
    sector: 'cong-nghe-thong-tin',
    workplace: 'computing',
    positions: ['Kỹ sư công nghệ thông tin'],
    ranks: ['V.05.02.05', 'V.05.02.06', 'V.05.02.07'],
    major: 'computing',
    doctor: 0.0033,
    master: 0.1431,
  },
  {
    code: 'dn-nha-nuoc',
    share: 2900,
    women: 0.33,
    ages: [23, 39, 60],
    category: 'dn-nha-nuoc',
    sector: 'cong-thuong',
    area: 'dn-nha-nuoc',
    workplace: 'state-company',
    positions: ['Kỹ sư', 'Chuyên viên', 'Kế toán'],
    ranks: [],
    major: 'engineering',
    doctor: 0.0007,
    master: 0.0398,
  },
  {
    code: 'dn-tu-nhan',
    share: 13_500,
    women: 0.42,
    ages: [22, 32, 58],
    category: 'dn-tu-nhan',
    sector: 'cong-thuong',
    area: 'tu-nhan',
    workplace: 'company',
    positions: ['Kỹ sư', 'Kế toán', 'Nhân viên kinh doanh', 'Chuyên viên nhân sự'],
    ranks: [],
    major: 'business',
    master: 0.0095,
  },
  {
    code: 'fdi',
    share: 8500,
    women: 0.5,
    ages: [22, 31, 55],
    category: 'fdi',
    sector: 'cong-thuong',
    area: 'fdi',
    workplace: 'foreign-company',
    positions: ['Kỹ sư', 'Phiên dịch', 'Kế toán', 'Quản đốc'],
    ranks: [],
    major: 'engineering',
    master: 0.008,
  },
  {
    code: 'hop-tac-xa',
    share: 400,
    women: 0.35,
    ages: [25, 44, 62],
    category: 'hop-tac-xa',
    sector: 'nong-nghiep',
    area: 'hop-tac-xa',
    workplace: 'cooperative',
    positions: ['Kỹ sư nông nghiệp', 'Kế toán'],
    ranks: [],
    major: 'agriculture',
  },
  {
    code: 'ngoai-cong-lap',
    share: 2400,
    women: 0.7,
    ages: [22, 34, 65],
    category: 'ngoai-cong-lap',
    sector: 'giao-duc',
    area: 'ngoai-cong-lap',
    workplace: 'private-school',
    positions: ['Giáo viên', 'Giảng viên', 'Bác sĩ'],
    ranks: [],
    major: 'subject',
    doctor: 0.005,
    master: 0.0636,
  },
  {
    code: 'tu-do',
    share: 2100,
    women: 0.45,
    ages: [23, 36, 68],
    category: 'tu-do',
    sector: 'luat',
    area: 'tu-do',
    workplace: 'nowhere',
    positions: ['Luật sư', 'Kiến trúc sư', 'Nhà văn', 'Tư vấn'],
    ranks: [],
    major: 'law',
    master: 0.0238,
  },
  {
    code: 'huu-tri',
    share: 8200,
    women: 0.5,
    ages: [57, 65, 80],
    category: 'huu-tri',
    sector: 'khac',
    area: 'nghi-huu',
    workplace: 'nowhere',
    positions: [],
    ranks: [],
    major: 'subject',
    doctor: 0.0029,
    master: 0.0238,
  },
  {
    code: 'kieu-bao',
    share: 450,
    women: 0.48,
    ages: [25, 40, 72],
    category: 'kieu-bao',
    sector: 'khoa-hoc-cong-nghe',
    area: 'ngoai-nuoc',
    workplace: 'nowhere',
    positions: [],
    ranks: [],
    major: 'engineering',
    doctor: 0.0459,
    master: 0.1988,
  },
  {
    code: 'nguoi-nuoc-ngoai',
    share: 100,
    women: 0.4,
    ages: [26, 42, 60],
    category: 'nguoi-nuoc-ngoai',
    sector: 'cong-thuong',
    area: 'fdi',
    workplace: 'foreign-company',
    positions: ['Chuyên gia kỹ thuật', 'Giám đốc sản xuất'],
    ranks: [],
    major: 'engineering',
    doctor: 0.0167,
    master: 0.2385,
  },
  {
    code: 'tao-nguon',
    share: 450,
    women: 0.55,
    ages: [22, 25, 34],
    category: 'tao-nguon',
    sector: 'khac',
    area: 'tu-do',
    workplace: 'nowhere',
    positions: [],
    ranks: [],
    major: 'engineering',
    master: 0.159,
  },
]

const BY_CODE = new Map(TRADES.map((t) => [t.code, t]))

/** The trade of a code. */
export function tradeOf(code: string): Trade {
  const found = BY_CODE.get(code)
  if (found === undefined) throw new Error(`no trade ${code}`)
  return found
}

/** What people who are retired now used to do. */
export const FORMER_TRADES: readonly string[] = [
  'gv-tieu-hoc',
  'gv-tieu-hoc',
  'gv-thcs',
  'gv-thcs',
  'gv-thpt',
  'giang-vien',
  'bac-si',
  'dieu-duong',
  'cong-chuc-so',
  'cong-chuc-huyen',
  'cong-chuc-xa',
  'dang-doan-the',
  'ky-su-nong-nghiep',
]

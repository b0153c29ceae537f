/** Từ của mô-đun Dự báo. */

/** Loại giả định. */
export type AssumptionKind =
  | 'thoi-viec'
  | 'qua-doi'
  | 'len-thac-si'
  | 'len-tien-si'
  | 'chuyen-linh-vuc'
  | 'tuyen-moi'
  | 'keo-dai'
  | 'tang-ngoai-so-bo'
  | 'tang-dan-so'
  | 'tang-nhu-cau'
  | 'dinh-muc'
  | 'chi-phi'

/** Một loại giả định in words of the screen: unit, whether each sector may have its own, and what it means. */
export type AssumptionWords = {
  readonly label: string
  readonly unit: string
  readonly bySector: boolean
  /** A number that only makes sense for one sector. */
  readonly perSector: boolean
  readonly meaning: string
  readonly least: number
  readonly most: number
  /** What the register itself may say about it: which count stands against which. */
  readonly estimated: boolean
}

/** Loại giả định, in words of the screen. Nguồn: Kế hoạch, mục III.3.3 (dự báo, nhu cầu, quy hoạch theo ngành, lĩnh vực). */
export const ASSUMPTIONS: Readonly<Record<AssumptionKind, AssumptionWords>> = {
  'thoi-viec': {
    label: 'Thôi việc, chuyển đi nơi khác',
    unit: '% mỗi năm',
    bySector: true,
    perSector: false,
    meaning: 'Người chưa đến tuổi nghỉ hưu thôi việc hoặc chuyển ra ngoài địa bàn, so với số người đầu năm.',
    least: 0,
    most: 60,
    estimated: true,
  },
  'qua-doi': {
    label: 'Qua đời khi đang làm việc',
    unit: '% mỗi năm',
    bySector: false,
    perSector: false,
    meaning: 'Người qua đời trong năm, so với số người đầu năm.',
    least: 0,
    most: 20,
    estimated: false,
  },
  'len-thac-si': {
    label: 'Từ đại học lên thạc sĩ',
    unit: '% mỗi năm',
    bySector: true,
    perSector: false,
    meaning:
      'Người trình độ đại học nhận bằng thạc sĩ, chuyên khoa I trong năm, so với số người trình độ đại học đầu năm.',
    least: 0,
    most: 50,
    estimated: true,
  },
  'len-tien-si': {
    label: 'Từ thạc sĩ lên tiến sĩ',
    unit: '% mỗi năm',
    bySector: true,
    perSector: false,
    meaning: 'Người trình độ thạc sĩ nhận bằng tiến sĩ, chuyên khoa II trong năm, so với số thạc sĩ đầu năm.',
    least: 0,
    most: 50,
    estimated: true,
  },
  'chuyen-linh-vuc': {
    label: 'Chuyển sang lĩnh vực khác',
    unit: '% mỗi năm',
    bySector: true,
    perSector: false,
    meaning:
      'Người chuyển sang lĩnh vực khác trong địa bàn, so với số người đầu năm; chia đều theo số người các lĩnh vực.',
    least: 0,
    most: 50,
    estimated: true,
  },
  'tuyen-moi': {
    label: 'Tuyển mới, về làm việc',
    unit: 'người mỗi năm',
    bySector: true,
    perSector: true,
    meaning: 'Người bắt đầu làm việc trên địa bàn trong năm. Chưa ghi thì lấy bình quân ba năm gần nhất của hồ sơ.',
    least: 0,
    most: 1_000_000,
    estimated: true,
  },
  'keo-dai': {
    label: 'Kéo dài thời gian làm việc',
    unit: '%',
    bySector: false,
    perSector: false,
    meaning:
      'Người có trình độ tiến sĩ, chuyên khoa II trở lên làm việc thêm tối đa 05 năm sau tuổi nghỉ hưu, so với số đến tuổi (NĐ 50/2022/NĐ-CP).',
    least: 0,
    most: 100,
    estimated: false,
  },
  'tang-ngoai-so-bo': {
    label: 'Tăng của số người chỉ có số liệu thống kê',
    unit: '% mỗi năm',
    bySector: false,
    perSector: false,
    meaning: 'Người ở doanh nghiệp, lực lượng vũ trang không có hồ sơ cá nhân: tính theo tổng số, không theo tuổi.',
    least: -50,
    most: 100,
    estimated: false,
  },
  'tang-dan-so': {
    label: 'Tăng dân số',
    unit: '% mỗi năm',
    bySector: false,
    perSector: false,
    meaning: 'Dùng cho chỉ tiêu tính trên dân số khi chuỗi dân số chính thức chưa đủ năm để dự báo.',
    least: -10,
    most: 20,
    estimated: false,
  },
  'tang-nhu-cau': {
    label: 'Tăng nhu cầu nhân lực',
    unit: '% mỗi năm',
    bySector: true,
    perSector: false,
    meaning: 'Nhu cầu của lĩnh vực so với số người hiện có; 0 là giữ mức hiện có.',
    least: -50,
    most: 100,
    estimated: false,
  },
  'dinh-muc': {
    label: 'Định mức',
    unit: 'người trên 10.000 dân',
    bySector: true,
    perSector: true,
    meaning: 'Nhu cầu tính theo dân số, thay cho mức tăng nhu cầu. Ghi theo từng lĩnh vực có định mức.',
    least: 0,
    most: 10_000,
    estimated: false,
  },
  'chi-phi': {
    label: 'Chi phí cho một người tuyển thêm',
    unit: 'triệu đồng',
    bySector: true,
    perSector: false,
    meaning: 'Chi cho một người tuyển thêm trong năm đầu, gồm hỗ trợ thu hút; dùng để tính chi phí của kịch bản.',
    least: 0,
    most: 100_000,
    estimated: false,
  },
}

/** Một giả định đang dùng. */
export type Assumption = {
  readonly kind: AssumptionKind
  /** Code of a sector; null = of all that have none of their own. */
  readonly sector: string | null
  readonly value: number
  readonly sd: number
  readonly evidence: string
  readonly recordedAt: Temporal.Instant | null
  readonly recordedBy: string
}

/** Cách dự báo. */
export type Method = 'chuoi' | 'doan-he'

/** Cách dự báo, in words of the screen. Nguồn: Kế hoạch, mục III.2.2 (cơ sở dữ liệu, dự báo) và docs/huong-dan/du-bao.md. */
export const METHODS: Readonly<Record<Method, string>> = {
  chuoi: 'theo chuỗi số liệu các năm',
  'doan-he': 'theo tuổi và biến động của từng nhóm người trong hồ sơ',
}

/** Một năm của dự báo, with its intervals. */
export type FanPoint = {
  readonly year: number
  readonly mean: number
  readonly lo50: number
  readonly hi50: number
  readonly lo80: number
  readonly hi80: number
  readonly lo95: number
  readonly hi95: number
}

/** Dự báo đã đưa ra một ngày. */
export type Issued = {
  readonly code: string
  readonly givenOn: string
  readonly method: Method
  readonly points: readonly FanPoint[]
  readonly chance: number | null
  readonly targetYear: number | null
  readonly recordedBy: string
}

/** Mức tin của một dự báo chuỗi. */
export const FORECAST_LABELS: Readonly<Record<'none' | 'weak' | 'forecast', { label: string; source: string }>> = {
  none: { label: 'không phải dự báo', source: 'Dưới 5 năm số liệu, hoặc số liệu không thể có' },
  weak: { label: 'dự báo yếu', source: '5 đến 8 năm số liệu, hoặc chuỗi không đổi' },
  forecast: { label: 'dự báo', source: 'Từ 9 năm số liệu' },
}

/** Dữ liệu mẫu cho kiểm thử và trang mẫu: one body's report with figures that add up. Everything here is made up. */
import { day } from '../../kernel/day.ts'
import { receiveReport } from './actions/receive-report.ts'
import { reopenReport } from './actions/reopen-report.ts'
import { answersOf, bySection } from './rules/answers.ts'
import { FIRST_REGIME } from './rules/regime.ts'
import type { Answers, Cells, Obligation, ReportContent, TaskGroup } from './words.ts'

/** An instant of Vietnamese time: `at('2026-12-04 16:10')`. */
export const at = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local.replace(' ', 'T')).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant()

/** Năm nhóm nhiệm vụ. */
export const GROUPS: readonly TaskGroup[] = [
  { no: 'III.1', title: 'Tổ chức quán triệt, triển khai, tuyên truyền và thực hiện Nghị quyết' },
  {
    no: 'III.2',
    title: 'Đổi mới công tác đào tạo, bồi dưỡng, sử dụng, đãi ngộ và tôn vinh trí thức, trọng dụng nhân tài',
  },
  {
    no: 'III.3',
    title: 'Tăng cường quản lý nhà nước, hoàn thiện hệ thống pháp luật, cơ chế chính sách đối với đội ngũ trí thức',
  },
  { no: 'III.4', title: 'Tăng cường nguồn lực xây dựng đội ngũ trí thức, chủ động tích cực hội nhập quốc tế' },
  {
    no: 'III.5',
    title:
      'Đổi mới nội dung, phương thức hoạt động của Liên hiệp các hội khoa học và kỹ thuật tỉnh và các hội trí thức',
  },
]

/** Chế độ báo cáo mẫu. */
export const REGIME = FIRST_REGIME

const line = (toDate: number, wholeYear: number, note = ''): Cells => ({ toDate, wholeYear, note })

/** Báo cáo đủ nội dung: passes every check. */
export const wholeReport = (change: Partial<ReportContent> = {}): ReportContent => ({
  nothing: null,
  paragraphs: {
    'chi-dao': 'Đã ban hành Kế hoạch số 88/KH-SYT ngày 15/01/2026, phân công 6 phòng chuyên môn thực hiện.',
    'dac-diem': '',
    'chinh-sach': 'Hỗ trợ một lần 07 bác sĩ về công tác tại tuyến cơ sở.',
    'kho-khan': 'Nguồn tuyển dụng bác sĩ chuyên ngành tâm thần, pháp y còn hạn chế.',
    'kien-nghi': 'Đề nghị bổ sung kinh phí đào tạo sau đại học cho viên chức y tế.',
  },
  cells: {
    'bieu-2.tong-so': line(4812, 4830),
    'bieu-2.tien-si': line(44, 45, '03 bác sĩ nhận bằng chuyên khoa II tháng 9/2026'),
    'bieu-2.thac-si': line(548, 560),
    'bieu-2.dai-hoc': line(3016, 3040),
    'bieu-2.bac-si': line(1781, 1800),
    'bieu-2.duoi-40': line(2002, 2010),
    'bieu-2.nu': line(2254, 2262),
    'bieu-2.moi': line(96, 110),
    'bieu-2.thoi': line(27, 30),
    'bieu-4.thu-hut': line(9, 11),
    'bieu-4.cu-dao-tao': line(38, 40),
    'bieu-4.bo-nhiem': line(4, 5),
    'bieu-4.ton-vinh': line(12, 14),
    'bieu-4.kinh-phi': line(1850, 2400),
  },
  groups: {
    'III.1': {
      text: 'Đã tổ chức 14 hội nghị quán triệt với 2.640 lượt người tham dự; đăng 86 tin, bài.',
      nothing: false,
      evidence: [{ number: '88/KH-SYT', day: '15/01/2026', fileId: null, fileName: null }],
    },
    'III.2': {
      text: 'Cử 38 viên chức đào tạo sau đại học; bổ nhiệm 04 lãnh đạo khoa, phòng dưới 40 tuổi.',
      nothing: false,
      evidence: [{ number: '412/QĐ-SYT', day: '06/05/2026', fileId: null, fileName: null }],
    },
    'III.3': { text: '', nothing: true, evidence: [] },
    'III.4': {
      text: 'Bố trí 2.400 triệu đồng cho nghiên cứu ứng dụng; hợp tác đào tạo với 02 bệnh viện trung ương.',
      nothing: false,
      evidence: [{ number: '120/TB-SYT', day: '11/08/2026', fileId: null, fileName: null }],
    },
    'III.5': { text: '', nothing: true, evidence: [] },
  },
  explanations: {},
  ...change,
})

/** The fields of the report above. */
export const wholeAnswers = (change: Partial<ReportContent> = {}): Answers => answersOf(wholeReport(change))

/** Số liệu năm trước của báo cáo trên. */
export const LAST_YEAR: Readonly<Record<string, number | null>> = {
  'bieu-2.tong-so': 4720,
  'bieu-2.tien-si': 41,
  'bieu-2.thac-si': 512,
  'bieu-2.dai-hoc': 2934,
  'bieu-2.bac-si': 1702,
  'bieu-2.duoi-40': 1948,
  'bieu-2.nu': 2187,
  'bieu-2.moi': 88,
  'bieu-2.thoi': 38,
  'bieu-4.thu-hut': 6,
  'bieu-4.cu-dao-tao': 33,
  'bieu-4.bo-nhiem': 2,
  'bieu-4.ton-vinh': 9,
  'bieu-4.kinh-phi': 1500,
}

/** Nghĩa vụ mẫu. */
export const obligation = (change: Partial<Obligation> = {}): Obligation => ({
  id: '01940000-0000-7000-8000-000000000001',
  unitId: '01940000-0000-7000-8000-0000000000aa',
  unitCode: 'H24.SYT',
  unitName: 'Sở Y tế',
  regime: REGIME.slug,
  year: 2026,
  title: 'Báo cáo năm 2026',
  code: 'BC-2026-0012',
  dueBefore: day('2026-12-05'),
  state: 'dang-soan',
  submittedAt: null,
  late: null,
  daysLate: 0,
  daysOverdue: 0,
  daysLeft: 11,
  returnedReason: null,
  marked: 0,
  stateSince: at('2026-11-01 08:00'),
  part: { from: day('2026-01-01'), to: day('2027-01-01') },
  closing: false,
  inheritedBy: null,
  version: 3,
  ...change,
})

/** Nội dung báo cáo mẫu, for builders of sample worlds. */
export type SampleReport = ReportContent

/** Nhóm nhiệm vụ mẫu. */
export type SampleGroup = TaskGroup

/** The fields of a report, section by section, as an officer would save them. */
export const draftSections = (content: SampleReport, groups: readonly SampleGroup[]): ReadonlyMap<number, Answers> =>
  bySection(FIRST_REGIME, groups, answersOf(content))

/** Tiếp nhận báo cáo, for builders of sample worlds: nothing else outside the module receives reports. */
export const sampleReception = receiveReport

/** Mở lại báo cáo, for tests of what works on with accepted reports. */
export const sampleReopening = reopenReport

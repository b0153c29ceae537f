/** Dữ liệu mẫu cho báo cáo năm: bodies, goals and tasks follow the real plan, all figures and documents are made up. */
import { day } from '../../../kernel/day.ts'
import type { AgencyReportInput, Cell, FigureTable } from './agency-report.ts'
import type { GoalLine, LateLine, ProvincialReportInput, TaskGroupResult, TaskLine } from './provincial-input.ts'

const PLAN = 'Kế hoạch số 1459/KH-UBND'
const PLAN_IN_FULL =
  'Kế hoạch số 1459/KH-UBND ngày 22/4/2024 của Ủy ban nhân dân tỉnh Hải Dương triển khai thực hiện Nghị quyết số 45-NQ/TW về tiếp tục xây dựng và phát huy vai trò của đội ngũ trí thức đáp ứng yêu cầu phát triển đất nước nhanh và bền vững trong giai đoạn mới (sau đây viết tắt là Kế hoạch số 1459/KH-UBND)'

const GROUP_TITLES = [
  'Tổ chức quán triệt, triển khai, tuyên truyền và thực hiện Nghị quyết',
  'Đổi mới công tác đào tạo, bồi dưỡng, sử dụng, đãi ngộ và tôn vinh trí thức, trọng dụng nhân tài',
  'Tăng cường quản lý nhà nước, hoàn thiện hệ thống pháp luật, cơ chế chính sách đối với đội ngũ trí thức',
  'Tăng cường nguồn lực xây dựng đội ngũ trí thức, chủ động tích cực hội nhập quốc tế',
  'Đổi mới nội dung, phương thức hoạt động của Liên hiệp các hội khoa học và kỹ thuật tỉnh và các hội trí thức; phát huy vai trò, trách nhiệm của đội ngũ trí thức',
]

const cell = (text: string, source: string): Cell => (text === '' ? null : { text, source })

type GoalRow = readonly [string, string, string, string, string, string, string, number | null, string, string?]

const GOALS: readonly GoalRow[] = [
  [
    'II.1.1a',
    'Số người có trình độ từ đại học trở lên đang sinh sống và làm việc trên địa bàn',
    'người',
    '71.840',
    '74.216',
    '74.500',
    'trên 85.000',
    2030,
    'Đúng lộ trình',
  ],
  [
    'II.1.1b',
    'Tỷ lệ người có trình độ từ đại học trở lên trên tổng dân số',
    '%',
    '3,6',
    '3,7',
    '3,7',
    'khoảng 3',
    2030,
    'Đạt',
  ],
  ['II.1.2', 'Số bác sĩ trên 10.000 dân', 'bác sĩ', '11,2', '12,1', '12,3', '19', 2030, 'Chậm so với lộ trình'],
  [
    'II.1.3',
    'Cán bộ quản lý, giáo viên đạt chuẩn trình độ đào tạo',
    '%',
    '96,4',
    '97,8',
    '98',
    '100',
    2030,
    'Đúng lộ trình',
  ],
  ['II.1.5', 'Lao động qua đào tạo có bằng cấp, chứng chỉ', '%', '35,1', '36,4', '36,8', '43', 2030, 'Đúng lộ trình'],
  [
    'II.1.6',
    'Cán bộ, công chức, viên chức có trình độ phù hợp với Đề án vị trí việc làm',
    '%',
    '93,5',
    '95,2',
    '95,5',
    '100',
    2030,
    'Đúng lộ trình',
  ],
  [
    'II.1.7a',
    'Cán bộ lãnh đạo, quản lý cấp tỉnh dưới 40 tuổi',
    '%',
    '7,9',
    '8,4',
    '8,5',
    '15-20',
    2030,
    'Chậm so với lộ trình',
  ],
  [
    'II.1.7b',
    'Cán bộ lãnh đạo chủ chốt, ủy viên ban thường vụ cấp ủy cấp huyện dưới 40 tuổi',
    '%',
    '12,6',
    '',
    '',
    '20-25',
    2030,
    'Chưa đủ số liệu để dự báo',
    'Ban Tổ chức Thành ủy',
  ],
  ['II.1.8a', 'Công chức cấp xã có trình độ đại học', '%', '97,1', '98,6', '99', '100', 2030, 'Đúng lộ trình'],
  [
    'II.1.8b',
    'Cán bộ chuyên trách cấp xã có trình độ đại học và được chuẩn hóa',
    '%',
    '91,3',
    '94',
    '94,5',
    '100',
    2030,
    'Đúng lộ trình',
  ],
  [
    'II.1.9',
    'Cán bộ lãnh đạo, quản lý cấp tỉnh đủ khả năng làm việc trong môi trường quốc tế',
    '%',
    '',
    '',
    '',
    '25-35',
    2030,
    'Chưa đủ số liệu để dự báo',
    'Sở Ngoại vụ',
  ],
  [
    'II.1.10',
    'Nhân tài được thu hút so với tổng số tuyển dụng mới',
    '%',
    '4,2',
    '5,6',
    '6',
    'từ 20',
    2030,
    'Chậm so với lộ trình',
  ],
  [
    'II.2.3',
    'Nhân tài được công nhận tiếp tục làm việc sau 05 năm',
    '%',
    '',
    '',
    '',
    '100',
    2045,
    'Chưa đủ số liệu để dự báo',
    'Sở Nội vụ',
  ],
]

/** 13 goals: three of them without a figure. */
export const GOAL_LINES: readonly GoalLine[] = GOALS.map(
  ([code, name, unit, previous, actual, estimate, target, targetYear, verdict, owedBy]) => ({
    code,
    name,
    unit,
    previous: cell(previous, `${code}:2025`),
    actual: cell(actual, `${code}:2026-12-14`),
    estimate: cell(estimate, `${code}:2026:estimate`),
    target,
    targetYear,
    verdict,
    owedBy: owedBy === undefined ? [] : [owedBy],
    ...(verdict.startsWith('Chậm')
      ? {
          explanation:
            'Số người tuyển mới trong năm không bù đủ số nghỉ hưu, thôi việc; nguồn tuyển dụng tại chỗ hạn chế.',
        }
      : {}),
  }),
)

const LEADS = [
  'Sở Nội vụ',
  null,
  'Sở Khoa học và Công nghệ',
  'Sở Giáo dục và Đào tạo',
  'Liên hiệp các Hội Khoa học và Kỹ thuật',
]

const TASK_NAMES = [
  'Quán triệt sâu sắc, thực hiện nghiêm túc các nội dung của Nghị quyết số 45-NQ/TW',
  'Chỉ đạo, hướng dẫn các cơ quan thông tin, báo chí tuyên truyền nội dung Kế hoạch',
  'Nâng cao chất lượng đào tạo nhân lực trình độ cao, bồi dưỡng nhân tài trong các cơ sở giáo dục, cơ sở nghiên cứu khoa học',
  'Xây dựng quy hoạch, chiến lược phát triển nguồn nhân lực đáp ứng yêu cầu phát triển',
]

/** 22 tasks in five groups. */
export const TASK_LINES: readonly TaskLine[] = [2, 5, 5, 3, 7].flatMap((count, g) =>
  Array.from({ length: count }, (_, i) => ({
    code: `III.${g + 1}.${i + 1}`,
    name: TASK_NAMES[(g + i) % 4] ?? '',
    lead: LEADS[(g + i) % 5] ?? null,
    coordinators: i % 3 === 0 ? [] : ['Sở Tài chính', 'Sở Y tế'].slice(0, 1 + (i % 2)),
    product: i % 2 === 0 ? 'Đề án trình UBND thành phố' : null,
    deadline: i % 4 === 0 ? 'Hằng năm' : '31/12/2026',
    status: ['Đã hoàn thành', 'Đang thực hiện', 'Quá hạn'][(g + i) % 3] ?? '',
    evidence: i % 3 === 0 ? `Báo cáo số ${210 + i}/BC-SNV ngày 12/11/2026` : null,
    group: `${g + 1}. ${GROUP_TITLES[g]}`,
  })),
)

const LATE_LINES: readonly LateLine[] = Array.from({ length: 95 }, (_, i) => ({
  name: i < 20 ? `Sở, ban, ngành số ${i + 1} của thành phố` : `Ủy ban nhân dân xã số ${i - 19}`,
  group: i < 20 ? 'Sở, ban, ngành' : 'Ủy ban nhân dân xã, phường',
  status: i % 4 === 3 ? 'Chưa nộp' : 'Nộp muộn',
  submittedOn: i % 4 === 3 ? null : day('2026-12-08'),
  overdueDays: i % 4 === 3 ? 10 : 4,
  reminders: 4,
}))

const RESULT =
  'Đã tổ chức 14 hội nghị quán triệt, triển khai với 2.640 lượt cán bộ, công chức, viên chức tham dự; đăng 86 tin, bài trên trang thông tin điện tử và bản tin nội bộ; rà soát, bổ sung nội dung xây dựng đội ngũ trí thức vào chương trình công tác năm.'

const GROUPS: readonly TaskGroupResult[] = GROUP_TITLES.map((title, i) => ({
  title,
  summary: [
    `Các cơ quan, đơn vị, địa phương đã triển khai ${i + 3} hoạt động thuộc nhóm nhiệm vụ này; kết quả chủ yếu như sau:`,
  ],
  contributions: [
    { text: RESULT, body: 'Sở Y tế', document: 'Báo cáo số 312/BC-SYT ngày 03/12/2026' },
    { text: RESULT, body: 'Sở Giáo dục và Đào tạo', document: 'Báo cáo số 1120/BC-SGDĐT ngày 02/12/2026' },
    { text: RESULT, body: 'UBND phường Thành Đông', document: null },
  ],
}))

/** The consolidated report with 13 goals, 22 tasks, 95 late bodies. */
export const provincialInput = (): ProvincialReportInput => ({
  issuer: { superior: 'Ủy ban nhân dân thành phố Hải Phòng', body: 'Sở Nội vụ', place: 'Hải Phòng' },
  number: { number: null, symbol: 'BC-SNV' },
  date: null,
  year: 2026,
  plan: PLAN,
  planInFull: PLAN_IN_FULL,
  addressees: ['Ủy ban nhân dân thành phố Hải Phòng'],
  legalBases: [],
  asOf: '17:00 14/12/2026, theo địa giới hành chính ngày 14/12/2026',
  closingDay: day('2026-12-14'),
  direction: [
    'Sở Nội vụ đã tham mưu Ủy ban nhân dân thành phố ban hành 03 văn bản chỉ đạo, hướng dẫn triển khai Kế hoạch; phân công cơ quan chủ trì, phối hợp đối với 22 nhiệm vụ và 13 mục tiêu có số liệu.',
    'Các cơ quan, đơn vị, địa phương đã ban hành 84 kế hoạch thực hiện năm 2026, đưa nhiệm vụ vào chương trình công tác và phân công người chịu trách nhiệm.',
  ],
  turnout: {
    obligated: cell('108', 'period:2026:obligated'),
    received: cell('84', 'period:2026:received'),
    onTime: cell('13', 'period:2026:on-time'),
    late: cell('95', 'period:2026:late'),
  },
  goals: GOAL_LINES,
  groups: GROUPS,
  shortcomings: [
    '95 cơ quan, đơn vị gửi báo cáo chậm hoặc chưa gửi.',
    '21 nhiệm vụ của Kế hoạch chưa nêu rõ cơ quan chủ trì.',
  ],
  causes: ['Việc sắp xếp tổ chức bộ máy làm thay đổi đầu mối theo dõi ở nhiều cơ quan, đơn vị.'],
  proposals: [
    'Đề nghị Ủy ban nhân dân thành phố phân công cơ quan chủ trì đối với các nhiệm vụ chưa rõ chủ trì.',
    {
      text: 'Đề nghị bổ sung kinh phí đào tạo sau đại học cho viên chức y tế.',
      body: 'Sở Y tế',
      document: 'Báo cáo số 312/BC-SYT ngày 03/12/2026',
    },
  ],
  late: LATE_LINES,
  tasks: TASK_LINES,
  signature: { authority: [], post: 'Giám đốc', name: 'Trần Thị Bích Thủy' },
  recipients: ['Như trên', 'Chủ tịch, các PCT UBND thành phố', 'Giám đốc, các PGĐ Sở', 'Các phòng thuộc Sở'],
  filing: 'CCVC',
})

const LEVELS = [
  'Tiến sĩ',
  'Thạc sĩ',
  'Bác sĩ chuyên khoa II',
  'Bác sĩ chuyên khoa I',
  'Đại học',
  'Cao đẳng',
  'Trung cấp',
]

const OVERVIEW = [
  'Sở Y tế quản lý 21 đơn vị sự nghiệp công lập, 4.812 công chức, viên chức và người lao động; trong năm đã ban hành Kế hoạch số 88/KH-SYT ngày 15/01/2026 cụ thể hóa các nhiệm vụ được giao.',
  RESULT,
]

/** Biểu of the report below. */
export const QUALIFICATIONS: FigureTable = {
  caption: 'Biểu 1. Trình độ đội ngũ trí thức của ngành',
  unit: 'Đơn vị tính: người',
  lineLabel: 'Trình độ',
  columns: [
    { label: 'Năm 2025' },
    { label: 'Tổng số', group: 'Năm 2026' },
    { label: 'Nữ', group: 'Năm 2026' },
    { label: 'Dưới\n40 tuổi', group: 'Năm 2026' },
    { label: 'Tăng,\ngiảm' },
  ],
  lines: [
    ...LEVELS.map((label, i) => ({
      label,
      cells: [31, 33, 14, 9, 2].map((n, j) => cell(`${n * (i + 1)}`, `cell:${i + 1}:${j + 1}`)),
    })),
    {
      label: 'Tổng số',
      total: true,
      cells: ['868', '924', '392', '252', '56'].map((n, j) => cell(n, `cell:sum:${j + 1}`)),
    },
  ],
  note: 'Ghi chú: bác sĩ chuyên khoa I, II thống kê riêng, không quy đổi sang trình độ thạc sĩ, tiến sĩ.',
}

const RESULTS = GROUP_TITLES.map((title, i) => ({
  title,
  paragraphs: i === 3 ? [] : [RESULT],
  evidence: i === 3 ? [] : ['Kế hoạch số 88/KH-SYT ngày 15/01/2026', 'Quyết định số 412/QĐ-SYT ngày 06/5/2026'],
}))

/** The report of one department. */
export const agencyInput = (): AgencyReportInput => ({
  issuer: { superior: 'Ủy ban nhân dân thành phố Hải Phòng', body: 'Sở Y tế', place: 'Hải Phòng' },
  number: { number: '312', symbol: 'BC-SYT' },
  date: day('2026-12-03'),
  year: 2026,
  plan: PLAN,
  planInFull: PLAN_IN_FULL,
  addressee: 'Ủy ban nhân dân thành phố Hải Phòng (qua Sở Nội vụ để tổng hợp)',
  asOf: '14/11/2026',
  outline: [
    { title: 'Tình hình chung', parts: [{ kind: 'prose', heading: null, paragraphs: OVERVIEW }] },
    { title: 'Trình độ đội ngũ', parts: [{ kind: 'table', table: QUALIFICATIONS }] },
    { title: 'Kết quả thực hiện các nhóm nhiệm vụ', parts: [{ kind: 'results', results: RESULTS }] },
    {
      title: 'Thu hút, trọng dụng trí thức',
      parts: [
        {
          kind: 'prose',
          heading: null,
          paragraphs: [
            'Trong năm thu hút 07 bác sĩ, trong đó 02 bác sĩ nội trú về công tác tại các bệnh viện tuyến tỉnh.',
          ],
        },
      ],
    },
    {
      title: 'Khó khăn, kiến nghị',
      parts: [
        {
          kind: 'prose',
          heading: 'Khó khăn, vướng mắc',
          paragraphs: ['Nguồn tuyển dụng bác sĩ các chuyên ngành tâm thần, lao, pháp y còn hạn chế.'],
        },
        {
          kind: 'prose',
          heading: 'Kiến nghị, đề xuất',
          paragraphs: [
            'Đề nghị bổ sung kinh phí đào tạo sau đại học cho viên chức y tế.',
            'Đề nghị sớm ban hành chính sách thu hút bác sĩ về công tác tại trạm y tế cấp xã.',
          ],
        },
      ],
    },
  ],
  checksTitle: 'Kiểm tra và trình',
  checks: {
    passed: 41,
    explained: [
      {
        finding: 'Số bác sĩ tăng 38% so với năm 2025',
        explanation: 'tiếp nhận 02 bệnh viện chuyển về từ ngày 01/7/2026',
      },
    ],
  },
  signature: { authority: [], post: 'Giám đốc', name: 'PGS.TS. Lê Hoàng Nam', keepsTitle: true },
  recipients: ['Như trên', 'Sở Nội vụ', 'Ban Giám đốc Sở'],
  filing: 'TCCB',
})

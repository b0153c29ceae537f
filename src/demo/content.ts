/** Nội dung báo cáo mẫu: figures that fit the kind of body, paragraphs that read like its report. All synthetic. */
import type { SampleReport as ReportContent } from '../modules/reporting/fixtures.ts'
import { type Random, randomFrom } from './random.ts'

/** Cơ quan viết báo cáo. */
export type Reporter = { readonly code: string; readonly name: string; readonly group: string }

const SIZE: Readonly<Record<string, readonly [number, number]>> = {
  'co-quan-chuyen-mon': [60, 240],
  'don-vi-su-nghiep': [120, 620],
  'cap-huyen': [150, 320],
  'cap-xa': [38, 75],
}

/** Figures of the first sample year; later years grow a little. */
function staff(random: Random, group: string, health: boolean, growth: number) {
  const [low, high] = SIZE[group] ?? [40, 120]
  const total = Math.round(random.between(low, high) * growth)
  const school = group === 'don-vi-su-nghiep'
  const doctors = Math.round(total * (school ? 0.07 : 0.015))
  const masters = Math.round(total * (school ? 0.3 : 0.28))
  return {
    'tong-so': total,
    'tien-si': doctors,
    'thac-si': masters,
    'dai-hoc': Math.round((total - doctors - masters) * 0.86),
    ...(health ? { 'bac-si': Math.round(total * 0.31) } : {}),
    'duoi-40': Math.round(total * 0.46),
    nu: Math.round(total * 0.52),
    moi: Math.max(1, Math.round(total * 0.03)),
    thoi: Math.round(total * 0.015),
  }
}

const DIRECTION = [
  'đã ban hành kế hoạch thực hiện, tổ chức quán triệt Nghị quyết số 45-NQ/TW tới toàn thể cán bộ, công chức, viên chức và người lao động',
  'đã tổ chức hội nghị quán triệt Nghị quyết, đưa nhiệm vụ vào chương trình công tác năm, phân công lãnh đạo phụ trách từng nhóm việc',
  'đã cụ thể hóa kế hoạch của tỉnh thành kế hoạch của cơ quan, giao từng phòng, bộ phận chịu trách nhiệm và định kỳ kiểm điểm',
]
const TRAINING = [
  'cử {n} lượt người đi đào tạo sau đại học và {m} lượt người bồi dưỡng nghiệp vụ',
  'phối hợp với cơ sở giáo dục đại học trên địa bàn mở {n} lớp bồi dưỡng với {m} lượt học viên',
  'rà soát vị trí việc làm, cử {n} người học thạc sĩ, tiến sĩ và {m} lượt người tập huấn chuyển đổi số',
]
const POLICY = [
  'rà soát, cập nhật danh sách trí thức của cơ quan để đưa vào cơ sở dữ liệu chung; đề xuất {n} nội dung về chính sách',
  'cung cấp số liệu đội ngũ cho cơ sở dữ liệu, kiến nghị sửa {n} quy định về tuyển dụng và sử dụng người có trình độ cao',
]
const RESOURCES = [
  'bố trí {n} triệu đồng cho nghiên cứu ứng dụng và đổi mới sáng tạo',
  'ký {n} thoả thuận hợp tác với viện, trường, doanh nghiệp về nghiên cứu và chuyển giao kỹ thuật',
]
const ROLE = [
  'có {n} sáng kiến được công nhận, {m} lượt ý kiến góp ý, phản biện vào dự thảo quy hoạch, kế hoạch của tỉnh',
  'tổ chức {n} buổi gặp mặt, đối thoại với trí thức; {m} chuyên gia đã nghỉ hưu tham gia tư vấn',
]
const HARD = [
  'Nguồn kinh phí cho đào tạo sau đại học còn hạn chế; chưa có quy định thống nhất về cách xác định trí thức ngoài khu vực nhà nước.',
  'Khó thu hút người có trình độ cao do thu nhập chưa cạnh tranh; việc sắp xếp tổ chức trong năm làm chậm một số nhiệm vụ.',
  'Dữ liệu đội ngũ còn phân tán, nhiều văn bằng chưa được cập nhật; thiếu chuyên gia đầu ngành.',
]
const ASK = [
  'Đề nghị Sở Nội vụ sớm thống nhất mẫu thu thập dữ liệu về đội ngũ trí thức.',
  'Đề nghị UBND quan tâm bố trí kinh phí hỗ trợ đào tạo sau đại học cho viên chức ngành y tế, giáo dục.',
  'Đề nghị ban hành chính sách sử dụng chuyên gia đã nghỉ hưu trong tư vấn, phản biện.',
]

const fill = (random: Random, text: string): string =>
  text.replace('{n}', String(random.between(2, 18))).replace('{m}', String(random.between(12, 95)))

/** Sở trường của đoạn văn: one group of tasks each, in the order of the plan. */
const BY_GROUP = [DIRECTION, TRAINING, POLICY, RESOURCES, ROLE]

/** A whole report of `reporter` for `year`. The same body and year give the same report. */
export function sampleContent(reporter: Reporter, year: number, groups: readonly { no: string }[]): ReportContent {
  const steady = randomFrom(`${reporter.code}`)
  const random = randomFrom(`${reporter.code}:${year}`)
  const health = /y tế|bệnh viện|y học|bệnh tật/i.test(reporter.name)
  const figures = staff(steady, reporter.group, health, 1 + (year % 7) * 0.012)
  const hired = Math.min(figures.moi, random.between(0, 2))
  const flows = {
    'thu-hut': hired,
    'cu-dao-tao': random.between(1, 9),
    'bo-nhiem': random.between(0, 3),
    'ton-vinh': random.between(0, 4),
    'kinh-phi': random.between(40, 900),
  }
  const cell = (value: number, flow: boolean) => ({
    toDate: flow ? Math.round(value * 0.9) : value,
    wholeYear: value,
    note: '',
  })
  const short = reporter.code.split('.').at(-1) ?? 'CQ'
  return {
    nothing: null,
    paragraphs: {
      'chi-dao': `${reporter.name} ${random.pick(DIRECTION)}. Trong năm đã kiểm tra ${random.between(2, 6)} đơn vị, bộ phận.`,
      'chinh-sach': `Thực hiện chính sách thu hút, trọng dụng theo quy định chung; đã giải quyết chế độ cho ${random.between(1, 12)} trường hợp.`,
      'kho-khan': random.pick(HARD),
      'kien-nghi': random.pick(ASK),
    },
    cells: {
      ...Object.fromEntries(
        Object.entries(figures).map(([k, v]) => [`bieu-2.${k}`, cell(v, k === 'moi' || k === 'thoi')]),
      ),
      ...Object.fromEntries(Object.entries(flows).map(([k, v]) => [`bieu-4.${k}`, cell(v, true)])),
    },
    groups: Object.fromEntries(
      groups.map((g, i) => {
        const quiet = i === 3 && random.chance(0.4)
        const day = `${String(random.between(1, 28)).padStart(2, '0')}/${String(random.between(2, 10)).padStart(2, '0')}/${year}`
        const text = quiet
          ? ''
          : `${reporter.name} ${fill(random, random.pick(BY_GROUP[i % BY_GROUP.length] ?? TRAINING))}.`
        const evidence = quiet
          ? []
          : [{ number: `${random.between(12, 480)}/BC-${short}`, day, fileId: null, fileName: null }]
        return [g.no, { text, nothing: quiet, evidence }]
      }),
    ),
    explanations: {},
  }
}

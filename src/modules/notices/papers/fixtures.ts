/** Dữ liệu mẫu cho công văn đôn đốc: names of bodies are real, states, people and numbers are made up. */
import { day } from '../../../kernel/day.ts'
import type { LateBody, UrgingLetterInput } from './urging-letter.ts'

const DEPARTMENTS =
  'Sở Tài chính|Sở Xây dựng|Sở Khoa học và Công nghệ|Sở Nông nghiệp và Môi trường|Sở Công Thương|Sở Y tế|Sở Văn hóa, Thể thao và Du lịch|Sở Tư pháp|Sở Ngoại vụ|Thanh tra thành phố|Văn phòng UBND thành phố|Ban Quản lý Khu kinh tế Hải Phòng'

const UNITS =
  'Trường Đại học Hải Dương|Trường Chính trị tỉnh|Trường Cao đẳng nghề Hải Dương|Bệnh viện Đa khoa tỉnh|Bệnh viện Nhi|Bệnh viện Phụ sản|Bệnh viện Phổi|Bệnh viện Tâm thần|Bệnh viện Nhiệt đới|Bệnh viện Mắt và Da liễu|Bệnh viện Y học cổ truyền|Bệnh viện Phục hồi chức năng|Trung tâm Kiểm soát bệnh tật tỉnh|Đài Phát thanh và Truyền hình tỉnh|Trung tâm Công nghệ thông tin tỉnh|Trường Cao đẳng Dược Trung ương - Hải Dương|Trường Đại học Kỹ thuật Y tế Hải Dương|Trường Đại học Sao Đỏ|Trường Đại học Thành Đông'

const COMMUNES =
  'phường Thành Đông|phường Hải Dương|phường Lê Thanh Nghị|phường Tân Hưng|phường Việt Hoà|phường Chí Linh|phường Chu Văn An|phường Nguyễn Trãi|phường Trần Hưng Đạo|phường Trần Nhân Tông|phường Lê Đại Hành|xã Nam Sách|xã Hợp Tiến|xã Trần Phú|xã Thái Tân|xã An Phú|phường Ái Quốc|phường Kinh Môn|phường Bắc An Phụ|xã Nam An Phụ|phường Nhị Chiểu|phường Phạm Sư Mạnh|phường Trần Liễu|phường Nguyễn Đại Năng|xã Phú Thái|xã Lai Khê|xã An Thành|xã Kim Thành|xã Thanh Hà|xã Hà Bắc|phường Nam Đồng|xã Hà Nam|xã Hà Tây|xã Hà Đông|xã Cẩm Giang|phường Tứ Minh|xã Cẩm Giàng|xã Tuệ Tĩnh|xã Mao Điền|xã Kẻ Sặt|xã Bình Giang|xã Đường An|xã Thượng Hồng|xã Gia Lộc|phường Thạch Khôi|xã Yết Kiêu|xã Gia Phúc|xã Trường Tân|xã Tứ Kỳ|xã Đại Sơn|xã Tân Kỳ|xã Chí Minh|xã Lạc Phượng|xã Nguyên Giáp|xã Vĩnh Lại|xã Tân An|xã Ninh Giang|xã Hồng Châu|xã Khúc Thừa Dụ|xã Thanh Miện|xã Nguyễn Lương Bằng|xã Bắc Thanh Miện|xã Hải Hưng|xã Nam Thanh Miện'

const STATES = ['Chưa nộp', 'Đang soạn', 'Chờ ký', 'Trả lại']
const OFFICERS = ['Nguyễn Văn Đức', 'Phạm Thị Ngọc Lan', null, 'Trần Quang Hưng', 'Vũ Thị Thu Hương', 'Đỗ Mạnh Cường']

const lateBody = (name: string, group: string, i: number): LateBody => ({
  name,
  group,
  status: STATES[i % 4] ?? 'Chưa nộp',
  overdueDays: 2,
  reminders: 3 + (i % 3),
  officer: OFFICERS[i % 6] ?? null,
})

/** 95 late bodies in three groups. */
export const LATE_BODIES: readonly LateBody[] = [
  ...DEPARTMENTS.split('|').map((n) => [n, 'Sở, ban, ngành'] as const),
  ...UNITS.split('|').map((n) => [n, 'Đơn vị sự nghiệp công lập'] as const),
  ...COMMUNES.split('|').map((n) => [`UBND ${n}`, 'Ủy ban nhân dân xã, phường'] as const),
].map(([name, group], i) => lateBody(name, group, i))

/** A letter to the first `count` late bodies. */
export const letterInput = (count = LATE_BODIES.length): UrgingLetterInput => ({
  issuer: { superior: 'Ủy ban nhân dân thành phố Hải Phòng', body: 'Sở Nội vụ', place: 'Hải Phòng' },
  number: { number: null, symbol: 'SNV-CCVC' },
  date: null,
  year: 2026,
  plan: 'Kế hoạch số 1459/KH-UBND',
  planInFull:
    'Kế hoạch số 1459/KH-UBND ngày 22/4/2024 của Ủy ban nhân dân tỉnh Hải Dương triển khai thực hiện Nghị quyết số 45-NQ/TW ngày 24/11/2023 về tiếp tục xây dựng và phát huy vai trò của đội ngũ trí thức đáp ứng yêu cầu phát triển đất nước nhanh và bền vững trong giai đoạn mới',
  clause: 'điểm 1, mục V',
  dueBefore: day('2026-12-05'),
  reportsTo: 'Ủy ban nhân dân thành phố (qua Sở Nội vụ để tổng hợp)',
  asOf: { day: day('2026-12-06'), time: '17:00' },
  late: LATE_BODIES.slice(0, count),
  obligated: 108,
  received: 108 - count,
  answerBy: day('2026-12-10'),
  contact: 'ông Nguyễn Minh Tuấn, Phòng Công chức, viên chức, điện thoại 0225 3842 000',
  signature: { authority: ['KT. Giám đốc'], post: 'Phó Giám đốc', name: 'TS. Trần Thị Bích Thủy' },
  copies: ['Chủ tịch, các PCT UBND thành phố (để báo cáo)', 'Giám đốc, các PGĐ Sở'],
  filing: 'CCVC',
  source: 'period:2026',
})

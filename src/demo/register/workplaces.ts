/** Nơi làm việc của người mẫu: bodies of the register where it has them, their schools, wards and firms as words. */
import type { Day } from '../../kernel/day.ts'
import type { Random } from '../random.ts'
import type { Commune, Land, Stay } from './land.ts'
import { staysFrom } from './land.ts'
import type { Workplace } from './trades.ts'

/** Chỗ làm: the body through the years, the part of it, and which posts of leaders it has. */
export type Place = {
  readonly stays: readonly Stay[]
  /** For a place that is not in the register. */
  readonly words: string | null
  readonly department: string
  readonly ladder:
    | 'school'
    | 'university'
    | 'hospital'
    | 'department'
    | 'district'
    | 'commune'
    | 'party'
    | 'company'
    | 'none'
}

const WARDS = [
  'Khoa Khám bệnh',
  'Khoa Nội tổng hợp',
  'Khoa Ngoại tổng hợp',
  'Khoa Hồi sức cấp cứu',
  'Khoa Nhi',
  'Khoa Xét nghiệm',
  'Khoa Chẩn đoán hình ảnh',
  'Khoa Dược',
  'Phòng Kế hoạch tổng hợp',
  'Khoa Truyền nhiễm',
] as const
const FACULTIES = [
  'Khoa Kinh tế',
  'Khoa Kỹ thuật',
  'Khoa Công nghệ thông tin',
  'Khoa Khoa học cơ bản',
  'Khoa Ngoại ngữ',
  'Khoa Y học lâm sàng',
  'Khoa Điều dưỡng',
  'Phòng Đào tạo',
  'Bộ môn Lý luận chính trị',
] as const
const OFFICES = [
  'Văn phòng',
  'Phòng Kế hoạch - Tài chính',
  'Thanh tra',
  'Phòng Tổ chức cán bộ',
  'Phòng Nghiệp vụ 1',
  'Phòng Nghiệp vụ 2',
  'Phòng Quản lý chuyên ngành',
] as const
const COUNTY_OFFICES = [
  'Phòng Nội vụ',
  'Phòng Tài chính - Kế hoạch',
  'Phòng Giáo dục và Đào tạo',
  'Phòng Tư pháp',
  'Phòng Kinh tế và Hạ tầng',
  'Phòng Văn hóa và Thông tin',
  'Văn phòng HĐND và UBND',
] as const
const FARMING = [
  'Chi cục Trồng trọt và Bảo vệ thực vật',
  'Chi cục Chăn nuôi và Thú y',
  'Chi cục Thủy lợi',
  'Trung tâm Khuyến nông',
] as const
const CULTURE = [
  'Bảo tàng tỉnh',
  'Thư viện tỉnh',
  'Nhà hát Chèo',
  'Trung tâm Văn hóa Nghệ thuật',
  'Ban Quản lý di tích',
] as const
const SCIENCE = [
  'Trung tâm Ứng dụng tiến bộ khoa học và công nghệ',
  'Trung tâm Kỹ thuật Tiêu chuẩn Đo lường Chất lượng',
  'Phòng Quản lý khoa học',
] as const
const HEROES = [
  'Hồng Quang',
  'Nguyễn Du',
  'Hoàng Văn Thụ',
  'Thành Đông',
  'Quang Trung',
  'Đoàn Thượng',
  'Hưng Đạo',
] as const
const FIRM_WORDS = [
  'Đại Phú',
  'Sông Hồng',
  'Minh Tâm',
  'Trường Thành',
  'An Bình',
  'Việt Hưng',
  'Phú Thái',
  'Hoàng Long',
  'Tân Tiến',
  'Đông Á',
  'Thành Công',
  'Bình Minh',
] as const
const FIRM_KINDS = [
  'Cơ khí',
  'May mặc',
  'Xây dựng',
  'Thương mại',
  'Bao bì',
  'Thực phẩm',
  'Vật liệu',
  'Vận tải',
  'Điện tử',
  'Nội thất',
] as const
const FOREIGN_WORDS = ['Sunwell', 'Daeyang', 'Hikari', 'Brightway', 'Formtek', 'Nishio', 'Kanto', 'Uniplex'] as const
const STATE_FIRMS = [
  'Công ty Nhiệt điện mẫu',
  'Công ty Xi măng mẫu',
  'Công ty Điện lực mẫu',
  'Công ty Kinh doanh nước sạch mẫu',
  'Ngân hàng thương mại nhà nước - chi nhánh mẫu',
  'Viễn thông tỉnh (mẫu)',
] as const

type Draw = (random: Random, land: Land, today: Day) => Place

const inBody = (random: Random, land: Land, code: string, department: string, ladder: Place['ladder']): Place => ({
  stays: land.follow(code, random),
  words: null,
  department,
  ladder,
})

const words = (text: string, department = ''): Place => ({ stays: [], words: text, department, ladder: 'company' })

/** Until the districts ended their schools were theirs; since then they belong to the commune where they stand. */
function school(random: Random, land: Land, kind: string): Place {
  const commune = random.pick(land.communes)
  return {
    stays: districtThenCommune(random, land, commune),
    words: null,
    department: `Trường ${kind} ${commune.bare}`,
    ladder: 'school',
  }
}

function districtThenCommune(random: Random, land: Land, commune: Commune): Stay[] {
  const [district] = land.follow(commune.district, random)
  if (district === undefined || district.to === null) return [{ code: commune.district, from: null, to: null }]
  return [district, ...staysFrom(land.follow(commune.code, random), district.to)]
}

/** A body that ended without a known heir: the commune takes its people. */
function withHeir(random: Random, land: Land, code: string): Stay[] {
  const stays = land.follow(code, random)
  const last = stays.at(-1)
  if (last === undefined || last.code !== null || last.from === null) return [...stays]
  return [...stays.slice(0, -1), ...staysFrom(land.follow(random.pick(land.communes).code, random), last.from)]
}

const bodyLike = (land: Land, pattern: RegExp): string =>
  land.bodiesLike('co-quan-chuyen-mon', pattern)[0] ?? land.bodiesLike('don-vi-su-nghiep', pattern)[0] ?? ''

const DRAWS: Readonly<Record<Workplace, Draw>> = {
  nursery: (r, land) => school(r, land, 'Mầm non'),
  primary: (r, land) => school(r, land, 'Tiểu học'),
  lower: (r, land) => school(r, land, 'THCS'),
  upper: (r, land) => {
    const name = r.chance(0.7) ? `${r.pick(land.districts).bare}${r.chance(0.4) ? ' II' : ''}` : r.pick(HEROES)
    return inBody(r, land, bodyLike(land, /Sở Giáo dục/), `Trường THPT ${name}`, 'school')
  },
  university: (r, land) =>
    inBody(
      r,
      land,
      r.pick(land.bodiesLike('don-vi-su-nghiep', /^Trường (?!.*Thành Đông)/)),
      r.pick(FACULTIES),
      'university',
    ),
  hospital,
  department: (r, land) => inBody(r, land, r.pick(land.bodies('co-quan-chuyen-mon')), r.pick(OFFICES), 'department'),
  district: (r, land) => {
    const district = r.pick(land.districts)
    const commune = r.pick(land.communesOf(district.code))
    return {
      stays: districtThenCommune(r, land, commune),
      words: null,
      department: r.pick(COUNTY_OFFICES),
      ladder: 'district',
    }
  },
  commune: (r, land) => inBody(r, land, r.pick(land.communes).code, '', 'commune'),
  party: (r, land) => ({
    stays: withHeir(r, land, r.pick([...land.bodies('dang'), ...land.bodies('mat-tran-doan-the')])),
    words: null,
    department: '',
    ladder: 'party',
  }),
  central: (r, land) => {
    const code = r.pick(land.bodiesLike('nganh-doc', /^(?!Công an|Bộ Chỉ huy)/))
    return {
      stays: land.follow(code, r),
      words: land.nameOf(code).replace(' tỉnh', ' khu vực'),
      department: r.pick(OFFICES),
      ladder: 'department',
    }
  },
  agriculture: (r, land) => inBody(r, land, bodyLike(land, /Sở Nông nghiệp/), r.pick(FARMING), 'department'),
  culture: (r, land) => inBody(r, land, bodyLike(land, /Sở Văn hóa/), r.pick(CULTURE), 'department'),
  press: (r, land) =>
    inBody(
      r,
      land,
      r.pick(land.bodiesLike('don-vi-su-nghiep', /^(Báo|Đài)/)),
      r.pick(['Phòng Thời sự', 'Phòng Chuyên đề', 'Ban Thư ký']),
      'hospital',
    ),
  science: (r, land) => inBody(r, land, bodyLike(land, /Sở Khoa học/), r.pick(SCIENCE), 'department'),
  computing: (r, land) =>
    inBody(
      r,
      land,
      bodyLike(land, /^Trung tâm Công nghệ thông tin/),
      r.pick(['Phòng Kỹ thuật', 'Phòng Phần mềm', 'Phòng An toàn thông tin']),
      'hospital',
    ),
  'state-company': (r) =>
    words(r.pick(STATE_FIRMS), r.pick(['Phòng Kỹ thuật', 'Phòng Tài chính - Kế toán', 'Phòng Kinh doanh'])),
  company: (r) => words(`Công ty ${r.pick(['TNHH', 'TNHH', 'CP'])} ${r.pick(FIRM_KINDS)} ${r.pick(FIRM_WORDS)}`),
  'foreign-company': (r) =>
    words(
      `Công ty TNHH ${r.pick(FOREIGN_WORDS)} ${r.pick(['Việt Nam', 'Electronics', 'Vina', 'Hải Dương'])}`,
      r.pick(['Bộ phận Sản xuất', 'Bộ phận Kỹ thuật', 'Bộ phận Hành chính', 'Bộ phận Chất lượng']),
    ),
  cooperative: (r, land) => words(`Hợp tác xã Dịch vụ nông nghiệp ${r.pick(land.communes).bare}`),
  'private-school': (r, land) =>
    r.chance(0.2)
      ? inBody(r, land, bodyLike(land, /Thành Đông/), r.pick(FACULTIES), 'university')
      : words(
          `${r.pick(['Trường Mầm non tư thục', 'Trường Tiểu học - THCS tư thục', 'Phòng khám đa khoa'])} ${r.pick(FIRM_WORDS)}`,
        ),
  nowhere: () => ({ stays: [], words: null, department: '', ladder: 'none' }),
}

function hospital(r: Random, land: Land): Place {
  const kind = r.roll()
  const department = bodyLike(land, /Sở Y tế/)
  if (kind < 0.56)
    return inBody(
      r,
      land,
      r.pick(land.bodiesLike('don-vi-su-nghiep', /^(Bệnh viện|Trung tâm Kiểm soát)/)),
      r.pick(WARDS),
      'hospital',
    )
  if (kind < 0.88) return inBody(r, land, department, `Trung tâm Y tế ${r.pick(land.districts).bare}`, 'hospital')
  const commune = r.pick(land.communes)
  const stays = land.follow(department, r)
  const moved = stays.at(-1)?.from ?? null
  return {
    stays: moved === null ? stays : [...stays.slice(0, -1), ...staysFrom(land.follow(commune.code, r), moved)],
    words: null,
    department: `Trạm Y tế ${commune.bare}`,
    ladder: 'none',
  }
}

/** A place of the kind. */
export const drawPlace = (random: Random, kind: Workplace, land: Land, today: Day): Place =>
  DRAWS[kind](random, land, today)

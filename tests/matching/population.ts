/**
 * Dân số của công thức: invented people of a province, independent of the weights and the frequency table that are measured
 * with them: own lists, own proportions. Communes, bodies, schools do not exist.
 */
import { type Day, day } from '../../src/kernel/day.ts'
import type { Dice } from './dice.ts'

/** Một người thật của công thức: what is true of them, before any list wrote it down. */
export type Human = {
  readonly id: string
  readonly family: string
  readonly middle: readonly string[]
  readonly given: string
  readonly sex: 'nam' | 'nu'
  readonly birth: Day
  readonly cccd: string
  readonly cmnd: string
  readonly orcid: string | null
  readonly phone: string
  readonly email: string
  readonly unit: string
  readonly commune: string
  readonly home: readonly [commune: string, district: string]
  readonly school: string
  readonly graduated: number
}

const words = (text: string): string[] => text.trim().split(/\s+/u)

// One family in a hundred places: Nguyễn holds 37, Trần 11 and so on.
const FAMILIES = [
  ...Array(37).fill('Nguyễn'),
  ...Array(12).fill('Phạm'),
  ...Array(10).fill('Trần'),
  ...Array(8).fill('Vũ'),
  ...Array(7).fill('Lê'),
  ...Array(4).fill('Hoàng'),
  ...Array(4).fill('Bùi'),
  ...Array(4).fill('Đỗ'),
  ...Array(2).fill('Đặng'),
  ...words('Đoàn Đào Lương Ngô Mai Tăng Phan Trịnh Đinh Hà Dương Tạ'),
]
const WOMEN = words(
  'Hương Hà Hằng Hiền Huyền Thủy Lan Trang Nga Phương Linh Hoa Thảo Mai Yến Anh Nhung Vân Hạnh Loan Thu Ngọc Hồng Liên Dung Tâm Thúy Thanh Oanh Huệ Tuyết Quỳnh Ngân Hường Phượng Xuân Nguyệt Duyên Bình Minh Thơm Lý Thùy Quyên Trà Giang Chi Hòa Hảo Tươi Thêu Sen Cúc Đào My Diệp Nhàn Luyến Mận Én Miền',
)
const MEN = words(
  'Hùng Tuấn Dũng Cường Thắng Minh Hải Sơn Nam Đức Thành Hưng Trung Long Anh Quang Tùng Tiến Hiếu Bình Toàn Mạnh Kiên Đạt Huy Quân Vinh Việt Khánh Phong Hoàng Duy Chung Hiệp Lâm Thanh Hà Đông Giang Tâm Thịnh Phúc Tài Quyết Công Văn Thái Sáng Thuận Lợi Ngọc Khoa Lộc Nghĩa Thọ Luyện Chiến Khải Quý Vượng Đoàn Ân Dục Nhật',
)
const WOMENS_MIDDLES = [
  ...Array(22).fill('Thị'),
  ...words('Thị-Thu Thị-Thanh Thị-Hồng Thị-Ngọc Thị-Kim Thị-Thúy Thị-Minh Thị-Bích Thị-Mai Thị-Phương Thị-Lan Thị-Vân'),
  ...words('Thu Thanh Hồng Ngọc Minh Phương Thúy Bích Kim Quỳnh Hải Mỹ Diệu Hoài Thùy Khánh Như Cẩm'),
]
const MENS_MIDDLES = [
  ...Array(16).fill('Văn'),
  ...words('Đức Hữu Quang Minh Xuân Đình Thanh Tiến Mạnh Trọng Ngọc Duy Thế Anh Công Quốc Huy Việt Bá Hồng Đăng'),
  ...words('Văn-Đức Đức-Minh Quang-Anh Hữu-Đức Ngọc-Quang'),
]
const UPLAND = ['Y Moan Ênuôl', "H'Hen Niê", 'Giàng A Páo', 'Lò Thị Piêng', 'Hồ Thị Kan', 'Vàng Thị Mỷ', 'K Brửu']
const DISTRICTS = words('Kim-Sơn An-Hòa Thanh-Lâm Bình-Phú Đông-Kinh Cẩm-Khê Tứ-Xuyên Gia-Bình')
const COMMUNE_FIRST = words('Tân Phú Hồng Quang Minh Đồng Thái Hưng Bình Lạc Ngọc Đức')
const COMMUNE_SECOND = words('Thịnh Đạo Phong Khê Tiến Trào Lạc Sơn Thủy Hòa Lạng Kỳ Châu Hải')
const SCHOOLS = [
  'Đại học Sư phạm Đồng Bằng',
  'Đại học Y khoa Duyên Hải',
  'Đại học Nông lâm Trung Châu',
  'Đại học Bách khoa Sông Hồng',
  'Đại học Kinh tế Phương Đông',
  'Cao đẳng Sư phạm Kim Sơn',
  'Đại học Luật Phương Bắc',
  'Học viện Hành chính Công vụ',
  'Đại học Tổng hợp Thăng Long Cũ',
  'Đại học Thủy lợi Miền Bắc',
  'Đại học Ngoại ngữ Quốc gia',
  'Đại học Dược Trung ương',
]
const TITLED = words('gv bs ks cb cv nv')

/** A person. `number` makes the id and the six digits without meaning. */
export function makeHuman(dice: Dice, number: number): Human {
  const sex = dice.chance(0.54) ? 'nu' : 'nam'
  const name = makeName(dice, sex)
  const birth = makeBirth(dice)
  const commune = makePlace(dice)
  const digits = String((number * 7919 + dice.whole(0, 999)) % 1_000_000).padStart(6, '0')
  const year = Number(birth.slice(0, 4))
  const century = (year >= 2000 ? 2 : 0) + (sex === 'nu' ? 1 : 0)
  return {
    id: `n${number}`,
    ...name,
    sex,
    birth,
    cccd: `${dice.chance(0.8) ? '030' : dice.pick(['031', '033', '001', '034'])}${century}${birth.slice(2, 4)}${digits}`,
    cmnd: `14${String((number * 104_729) % 10_000_000).padStart(7, '0')}`,
    orcid: dice.chance(0.06)
      ? `0000-0002-${String(1000 + (number % 9000))}-${String(number).padStart(4, '0').slice(-4)}`
      : null,
    phone: `09${String((number * 15_485_863) % 100_000_000).padStart(8, '0')}`,
    email: `${dice.pick(TITLED)}${number}@thu.example`,
    // A few bodies are large, many small.
    unit: `u${Math.floor(dice.roll() ** 1.7 * 400)}`,
    commune: `${commune.join(', ')}`,
    home: dice.chance(0.6) ? commune : makePlace(dice),
    school: dice.ranked(SCHOOLS, 0.7),
    graduated: Math.min(year + dice.whole(22, 26), 2026),
  }
}

function makeName(dice: Dice, sex: 'nam' | 'nu'): Pick<Human, 'family' | 'middle' | 'given'> {
  if (dice.chance(0.003)) {
    const [family = '', ...rest] = dice.pick(UPLAND).split(' ')
    return { family, middle: rest.slice(0, -1), given: rest.at(-1) ?? '' }
  }
  return {
    family: dice.pick(FAMILIES),
    middle: dice.pick(sex === 'nu' ? WOMENS_MIDDLES : MENS_MIDDLES).split('-'),
    given: dice.ranked(sex === 'nu' ? WOMEN : MEN, 0.75),
  }
}

const makePlace = (dice: Dice): [string, string] => {
  const district = dice.pick(DISTRICTS)
  return [`${dice.pick(COMMUNE_FIRST)} ${dice.pick(COMMUNE_SECOND)}`, district.replace('-', ' ')]
}

/** More people were born around 1982 than at the ends; one in fifty is written down as born on 1 January. */
function makeBirth(dice: Dice): Day {
  const year = 1952 + Math.floor((dice.roll() + dice.roll()) * 26)
  if (dice.chance(0.02)) return day(`${year}-01-01`)
  const date = Temporal.PlainDate.from(`${year}-01-01`).add({ days: dice.whole(0, 364) })
  return day(date.toString())
}

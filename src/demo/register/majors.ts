/**
 * Ngành học của người mẫu: majors of each trade with the group of training (list `nganh-dao-tao`), the name of the degree, the schools
 * that teach them, and the field of research (list `linh-vuc-nghien-cuu`) of those who do research.
 */

/** Nhóm ngành học. */
export type MajorKey =
  | 'nursery'
  | 'primary'
  | 'subject'
  | 'lecturer'
  | 'doctor'
  | 'nurse'
  | 'pharmacist'
  | 'medical-technician'
  | 'administration'
  | 'finance'
  | 'agriculture'
  | 'engineering'
  | 'culture'
  | 'press'
  | 'computing'
  | 'business'
  | 'law'

/** Ngành học. */
export type Major = {
  readonly name: string
  readonly field: string
  /** Code of the list `hoc-vi`. */
  readonly degree: string
  readonly schools: readonly string[]
  readonly research: string
}

const SP = [
  'Trường Đại học Sư phạm Hà Nội',
  'Trường Đại học Sư phạm Hà Nội 2',
  'Trường Đại học Hải Dương',
  'Trường Đại học Giáo dục - ĐHQGHN',
]
const SPMN = [
  'Trường Đại học Sư phạm Hà Nội',
  'Trường Đại học Sư phạm Hà Nội 2',
  'Trường Đại học Hải Dương',
  'Trường Đại học Hạ Long',
]
const Y = [
  'Trường Đại học Y Hà Nội',
  'Trường Đại học Y Dược Hải Phòng',
  'Trường Đại học Y Dược Thái Bình',
  'Trường Đại học Y Dược - ĐH Thái Nguyên',
]
const KTY = ['Trường Đại học Kỹ thuật Y tế Hải Dương', 'Trường Đại học Điều dưỡng Nam Định', 'Trường Đại học Y Hà Nội']
const DUOC = ['Trường Đại học Dược Hà Nội', 'Trường Đại học Y Dược Hải Phòng', 'Trường Đại học Thành Đông']
const HC = [
  'Học viện Hành chính Quốc gia',
  'Trường Đại học Nội vụ Hà Nội',
  'Trường Đại học Luật Hà Nội',
  'Học viện Báo chí và Tuyên truyền',
]
const KT = [
  'Trường Đại học Kinh tế Quốc dân',
  'Học viện Tài chính',
  'Trường Đại học Thương mại',
  'Học viện Ngân hàng',
  'Trường Đại học Hải Dương',
]
const NN = ['Học viện Nông nghiệp Việt Nam', 'Trường Đại học Lâm nghiệp', 'Trường Đại học Nông Lâm - ĐH Thái Nguyên']
const BK = [
  'Đại học Bách khoa Hà Nội',
  'Trường Đại học Sao Đỏ',
  'Trường Đại học Công nghiệp Hà Nội',
  'Trường Đại học Kỹ thuật Công nghiệp - ĐH Thái Nguyên',
  'Trường Đại học Hàng hải Việt Nam',
]
const XD = [
  'Trường Đại học Xây dựng Hà Nội',
  'Trường Đại học Giao thông vận tải',
  'Trường Đại học Thủy lợi',
  'Trường Đại học Kiến trúc Hà Nội',
]
const VH = [
  'Trường Đại học Văn hóa Hà Nội',
  'Trường Đại học Khoa học Xã hội và Nhân văn - ĐHQGHN',
  'Học viện Âm nhạc Quốc gia Việt Nam',
  'Trường Đại học Mỹ thuật Việt Nam',
]
const CNTT = [
  'Đại học Bách khoa Hà Nội',
  'Trường Đại học Công nghệ - ĐHQGHN',
  'Học viện Công nghệ Bưu chính Viễn thông',
  'Trường Đại học Sao Đỏ',
]
const LUAT = ['Trường Đại học Luật Hà Nội', 'Trường Đại học Luật - ĐHQGHN', 'Trường Đại học Kiểm sát Hà Nội']
const NGOAI_NGU = ['Trường Đại học Ngoại ngữ - ĐHQGHN', 'Trường Đại học Hà Nội', 'Trường Đại học Hải Phòng']

const major = (name: string, field: string, degree: string, schools: readonly string[], research: string): Major => ({
  name,
  field,
  degree,
  schools,
  research,
})

const MATHS = major('Sư phạm Toán học', '1402', 'CN', SP, '101')
const LETTERS = major('Sư phạm Ngữ văn', '1402', 'CN', SP, '602')
const ENGLISH = major('Sư phạm Tiếng Anh', '1402', 'CN', NGOAI_NGU, '602')
const PHYSICS = major('Sư phạm Vật lý', '1402', 'CN', SP, '103')
const CHEMISTRY = major('Sư phạm Hóa học', '1402', 'CN', SP, '104')
const BIOLOGY = major('Sư phạm Sinh học', '1402', 'CN', SP, '106')
const HISTORY = major('Sư phạm Lịch sử', '1402', 'CN', SP, '601')
const GEOGRAPHY = major('Sư phạm Địa lý', '1402', 'CN', SP, '507')
const INFORMATICS = major('Sư phạm Tin học', '1402', 'CN', SP, '102')
const SPORT = major('Giáo dục thể chất', '1402', 'CN', ['Trường Đại học Sư phạm Thể dục Thể thao Hà Nội'], '503')
const MEDICINE = major('Y khoa', '7201', 'BS', Y, '302')
const NURSING = major('Điều dưỡng', '7203', 'CN', KTY, '303')
const PHARMACY = major('Dược học', '7202', 'DS', DUOC, '304')
const LAW = major('Luật', '3801', 'CN', LUAT, '505')
const ACCOUNTING = major('Kế toán', '3403', 'CN', KT, '502')
const FINANCE = major('Tài chính - Ngân hàng', '3402', 'CN', KT, '502')
const BUSINESS = major('Quản trị kinh doanh', '3401', 'CN', KT, '502')
const CROPS = major('Khoa học cây trồng', '6201', 'KS', NN, '401')
const ANIMALS = major('Chăn nuôi', '6201', 'KS', NN, '402')
const VETERINARY = major('Thú y', '6401', 'BS', NN, '403')
const ELECTRICITY = major('Kỹ thuật điện', '5202', 'KS', BK, '202')
const MECHANICS = major('Kỹ thuật cơ khí', '5201', 'KS', BK, '203')
const ELECTRONICS = major('Công nghệ kỹ thuật điện tử - viễn thông', '5103', 'KS', BK, '202')
const CHEMICAL = major('Kỹ thuật hóa học', '5203', 'KS', BK, '204')
const BUILDING = major('Kỹ thuật xây dựng', '5802', 'KS', XD, '201')
const COMPUTING = major('Công nghệ thông tin', '4802', 'KS', CNTT, '102')
const SOFTWARE = major('Kỹ thuật phần mềm', '4801', 'KS', CNTT, '102')
const MANAGEMENT = major('Quản lý nhà nước', '3404', 'CN', HC, '506')
const ENGLISH_LANGUAGE = major('Ngôn ngữ Anh', '2202', 'CN', NGOAI_NGU, '602')
const CHINESE_LANGUAGE = major('Ngôn ngữ Trung Quốc', '2202', 'CN', NGOAI_NGU, '602')
const ENVIRONMENT = major(
  'Quản lý tài nguyên và môi trường',
  '8501',
  'KS',
  [...NN, 'Trường Đại học Tài nguyên và Môi trường Hà Nội'],
  '105',
)

/** Ngành của từng nhóm; a major that stands more than once is more frequent. */
export const MAJORS: Readonly<Record<MajorKey, readonly Major[]>> = {
  nursery: [major('Giáo dục mầm non', '1402', 'CN', SPMN, '503')],
  primary: [
    major('Giáo dục tiểu học', '1402', 'CN', SPMN, '503'),
    major('Giáo dục tiểu học', '1402', 'CN', SP, '503'),
    ENGLISH,
    SPORT,
    major('Sư phạm Âm nhạc', '1402', 'CN', ['Trường Đại học Sư phạm Nghệ thuật Trung ương'], '604'),
    major('Sư phạm Mỹ thuật', '1402', 'CN', ['Trường Đại học Sư phạm Nghệ thuật Trung ương'], '604'),
  ],
  subject: [
    MATHS,
    MATHS,
    LETTERS,
    LETTERS,
    ENGLISH,
    ENGLISH,
    PHYSICS,
    CHEMISTRY,
    BIOLOGY,
    HISTORY,
    GEOGRAPHY,
    INFORMATICS,
    SPORT,
  ],
  lecturer: [
    ACCOUNTING,
    BUSINESS,
    FINANCE,
    ELECTRICITY,
    MECHANICS,
    ELECTRONICS,
    COMPUTING,
    SOFTWARE,
    MEDICINE,
    NURSING,
    PHARMACY,
    ENGLISH_LANGUAGE,
    CROPS,
    LAW,
    MATHS,
    PHYSICS,
    CHEMICAL,
  ],
  doctor: [
    MEDICINE,
    MEDICINE,
    MEDICINE,
    MEDICINE,
    major('Y học cổ truyền', '7201', 'BS', Y, '302'),
    major('Răng - Hàm - Mặt', '7205', 'BS', Y, '302'),
    major('Y học dự phòng', '7201', 'BS', Y, '303'),
  ],
  nurse: [NURSING, NURSING, major('Hộ sinh', '7203', 'CN', KTY, '303')],
  pharmacist: [PHARMACY],
  'medical-technician': [
    major('Kỹ thuật xét nghiệm y học', '7206', 'CN', KTY, '301'),
    major('Kỹ thuật hình ảnh y học', '7206', 'CN', KTY, '206'),
    major('Kỹ thuật phục hồi chức năng', '7206', 'CN', KTY, '303'),
    major('Y tế công cộng', '7207', 'CN', ['Trường Đại học Y tế Công cộng', ...Y], '303'),
  ],
  administration: [
    MANAGEMENT,
    MANAGEMENT,
    LAW,
    LAW,
    ACCOUNTING,
    FINANCE,
    BUSINESS,
    CROPS,
    BUILDING,
    ENVIRONMENT,
    major('Công tác xã hội', '7601', 'CN', HC, '504'),
    major('Chính trị học', '3102', 'CN', HC, '506'),
    COMPUTING,
  ],
  finance: [ACCOUNTING, FINANCE, FINANCE, LAW, major('Thống kê kinh tế', '3101', 'CN', KT, '502')],
  agriculture: [
    CROPS,
    CROPS,
    ANIMALS,
    VETERINARY,
    major('Nuôi trồng thủy sản', '6203', 'KS', NN, '405'),
    ENVIRONMENT,
    major('Kỹ thuật tài nguyên nước', '5802', 'KS', XD, '201'),
  ],
  engineering: [
    ELECTRICITY,
    MECHANICS,
    ELECTRONICS,
    CHEMICAL,
    BUILDING,
    COMPUTING,
    SOFTWARE,
    ENVIRONMENT,
    major('Công nghệ thực phẩm', '5401', 'KS', [...BK, ...NN], '211'),
  ],
  culture: [
    major('Quản lý văn hóa', '2290', 'CN', VH, '604'),
    major('Thông tin - Thư viện', '3202', 'CN', VH, '508'),
    major('Bảo tàng học', '3203', 'CN', VH, '601'),
    major('Hội họa', '2101', 'CN', VH, '604'),
    major('Thanh nhạc', '2102', 'CN', VH, '604'),
  ],
  press: [
    major(
      'Báo chí',
      '3201',
      'CN',
      ['Học viện Báo chí và Tuyên truyền', 'Trường Đại học Khoa học Xã hội và Nhân văn - ĐHQGHN'],
      '508',
    ),
    LETTERS,
  ],
  computing: [COMPUTING, COMPUTING, SOFTWARE, ELECTRONICS],
  business: [
    ACCOUNTING,
    ACCOUNTING,
    BUSINESS,
    FINANCE,
    ELECTRICITY,
    MECHANICS,
    BUILDING,
    COMPUTING,
    ENGLISH_LANGUAGE,
    CHINESE_LANGUAGE,
    LAW,
  ],
  law: [LAW, LAW, major('Kiến trúc', '5801', 'KTS', XD, '201'), major('Văn học', '2201', 'CN', VH, '602'), BUSINESS],
}

/** Người học ở nước ngoài: schools by country. */
export const ABROAD: readonly { readonly country: string; readonly school: string }[] = [
  { country: 'JP', school: 'Đại học Kyushu' },
  { country: 'KR', school: 'Đại học Quốc gia Chungnam' },
  { country: 'AU', school: 'Đại học Queensland' },
  { country: 'FR', school: 'Đại học Lyon 1' },
  { country: 'DE', school: 'Đại học Kỹ thuật Dresden' },
  { country: 'CN', school: 'Đại học Nam Kinh' },
  { country: 'RU', school: 'Đại học Sư phạm Quốc gia Mát-xcơ-va' },
  { country: 'US', school: 'Đại học Bang Arizona' },
]

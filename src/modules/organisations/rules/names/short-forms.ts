/**
 * Viết tắt và cách viết quen dùng in names of bodies: a table, each row with an example. Rows work on lower-case text
 * that keeps its marks (`sameSpelling`), without punctuation; earlier rows come first.
 */

/** Một cách viết tắt. `example`: as written, and the full name it stands for (both in any case). */
export type ShortForm = { readonly short: RegExp; readonly full: string; readonly example: readonly [string, string] }

const form = (source: string, full: string, written: string, meant: string): ShortForm => ({
  short: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu'),
  full,
  example: [written, meant],
})

/** Sector names are shortened only behind "Sở": "TP" alone is a city, "Sở TP" is Sở Tư pháp. */
const sector = (source: string, full: string, written: string): ShortForm =>
  form(`(?<=sở )(?:${source})`, full, `Sở ${written}`, `Sở ${full}`)

/** Ngành của các sở. */
const SECTORS: readonly ShortForm[] = [
  sector('(?:lđ|lao động) ?tb ?(?:và )?xh', 'lao động thương binh và xã hội', 'LĐ-TB&XH'),
  sector(
    'lao động thương binh (?:và )?(?:xh|xã hội)',
    'lao động thương binh và xã hội',
    'Lao động - Thương binh xã hội',
  ),
  sector('(?:nn|nông nghiệp) ?(?:và )?(?:ptnt|pt nông thôn)', 'nông nghiệp và phát triển nông thôn', 'NN&PTNT'),
  sector('(?:nn|nông nghiệp) ?(?:và )?mt', 'nông nghiệp và môi trường', 'NN&MT'),
  sector('(?:tn|tài nguyên) ?(?:và )?mt', 'tài nguyên và môi trường', 'TN&MT'),
  sector('(?:kh|kế hoạch) ?(?:và )?(?:đt|đầu tư)', 'kế hoạch và đầu tư', 'KH và ĐT'),
  sector('(?:kh|khoa học) ?(?:và )?(?:cn|công nghệ)', 'khoa học và công nghệ', 'KH&CN'),
  sector('(?:tt|thông tin) ?(?:và )?(?:tt|truyền thông)', 'thông tin và truyền thông', 'TT&TT'),
  sector('(?:gd|giáo dục) ?(?:và )?(?:đt|đào tạo)', 'giáo dục và đào tạo', 'GDĐT'),
  sector('(?:vh|văn hóa) ?(?:tt|thể thao) ?(?:và )?(?:dl|du lịch)', 'văn hóa thể thao và du lịch', 'VH-TT&DL'),
  sector('vh ?(?:và )?tt', 'văn hóa và thể thao', 'VH&TT'),
  sector('gt ?vt', 'giao thông vận tải', 'GTVT'),
  sector('qh ?(?:và )?kt', 'quy hoạch kiến trúc', 'QHKT'),
  sector('dt ?(?:và )?tg', 'dân tộc và tôn giáo', 'DT&TG'),
  sector('attp', 'an toàn thực phẩm', 'ATTP'),
  sector('xd', 'xây dựng', 'XD'),
  sector('nv', 'nội vụ', 'NV'),
  sector('tc', 'tài chính', 'TC'),
  sector('ct', 'công thương', 'CT'),
  sector('tp', 'tư pháp', 'TP'),
  sector('yt', 'y tế', 'YT'),
  sector('ngv', 'ngoại vụ', 'NgV'),
  sector('dl', 'du lịch', 'DL'),
]

/** Ủy ban, hội đồng, văn phòng. */
const COMMITTEES: readonly ShortForm[] = [
  form('vp ?ub(?:nd)?', 'văn phòng ủy ban nhân dân', 'VPUB tỉnh', 'Văn phòng Ủy ban nhân dân tỉnh'),
  form('tt ?ub(?:nd)?', 'thường trực ủy ban nhân dân', 'TTUB', 'Thường trực Ủy ban nhân dân'),
  form(
    'tt(?= (?:tỉnh ủy|thành ủy|hđnd|hội đồng))',
    'thường trực',
    'TT HĐND tỉnh',
    'Thường trực Hội đồng nhân dân tỉnh',
  ),
  form('vp', 'văn phòng', 'VP UBND tỉnh', 'Văn phòng Ủy ban nhân dân tỉnh'),
  form('ubnd', 'ủy ban nhân dân', 'UBND xã Đông', 'Ủy ban nhân dân xã Đông'),
  form(
    'ub ?mttq(?: ?vn)?(?: việt nam)?',
    'mặt trận tổ quốc việt nam',
    'UBMTTQVN tỉnh',
    'Mặt trận Tổ quốc Việt Nam tỉnh',
  ),
  form('mttq(?: ?vn)?(?: việt nam)?', 'mặt trận tổ quốc việt nam', 'MTTQ tỉnh', 'Mặt trận Tổ quốc Việt Nam tỉnh'),
  form(
    'mặt trận tổ quốc(?: vn)?(?! việt nam)',
    'mặt trận tổ quốc việt nam',
    'Mặt trận Tổ quốc tỉnh',
    'Mặt trận Tổ quốc Việt Nam tỉnh',
  ),
  form(
    '(?<!ủy ban )mặt trận tổ quốc việt nam',
    'ủy ban mặt trận tổ quốc việt nam',
    'Mặt trận Tổ quốc Việt Nam tỉnh',
    'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
  ),
  form('hđnd', 'hội đồng nhân dân', 'HĐND tỉnh', 'Hội đồng nhân dân tỉnh'),
  form('đoàn đbqh', 'đoàn đại biểu quốc hội', 'Đoàn ĐBQH tỉnh', 'Đoàn đại biểu Quốc hội tỉnh'),
  form('btv', 'ban thường vụ', 'BTV Tỉnh ủy', 'Ban Thường vụ Tỉnh ủy'),
]

/** Địa bàn. */
const PLACES: readonly ShortForm[] = [
  form('tp', 'thành phố', 'UBND TP. Đông', 'Ủy ban nhân dân thành phố Đông'),
  form('tx', 'thị xã', 'UBND TX Đông', 'Ủy ban nhân dân thị xã Đông'),
  form('(?<=ủy ban nhân dân (?:các )?)tt', 'thị trấn', 'UBND TT. Đông', 'Ủy ban nhân dân thị trấn Đông'),
  form('(?<=ủy ban nhân dân (?:các )?)p', 'phường', 'UBND P. Đông', 'Ủy ban nhân dân phường Đông'),
  form('(?<=ủy ban nhân dân (?:các )?)q', 'quận', 'UBND Q. Đông', 'Ủy ban nhân dân quận Đông'),
  form('(?<=ủy ban nhân dân (?:các )?)h', 'huyện', 'UBND H. Đông', 'Ủy ban nhân dân huyện Đông'),
  form('(?<=ủy ban nhân dân (?:các )?)x', 'xã', 'UBND X. Đông', 'Ủy ban nhân dân xã Đông'),
]

/** Đoàn thể, hội. */
const ASSOCIATIONS: readonly ShortForm[] = [
  form('lđlđ', 'liên đoàn lao động', 'LĐLĐ tỉnh', 'Liên đoàn Lao động tỉnh'),
  form('hlhpn|hội (?:lhpn|pn|phụ nữ)', 'hội liên hiệp phụ nữ', 'Hội LHPN tỉnh', 'Hội Liên hiệp Phụ nữ tỉnh'),
  form('ccb', 'cựu chiến binh', 'Hội CCB tỉnh', 'Hội Cựu chiến binh tỉnh'),
  form('hội nd', 'hội nông dân', 'Hội ND tỉnh', 'Hội Nông dân tỉnh'),
  form('hội ctđ', 'hội chữ thập đỏ', 'Hội CTĐ tỉnh', 'Hội Chữ thập đỏ tỉnh'),
  form('tncs', 'thanh niên cộng sản', 'Đoàn TNCS Hồ Chí Minh tỉnh', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh'),
  form('hcm', 'hồ chí minh', 'Đoàn Thanh niên Cộng sản HCM tỉnh', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh'),
  form(
    'tỉnh đoàn',
    'đoàn thanh niên cộng sản hồ chí minh tỉnh',
    'Tỉnh đoàn',
    'Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh',
  ),
  form(
    'thành đoàn',
    'đoàn thanh niên cộng sản hồ chí minh thành phố',
    'Thành đoàn',
    'Đoàn Thanh niên Cộng sản Hồ Chí Minh thành phố',
  ),
  form(
    '(?:đtn|đoàn tn|đoàn thanh niên)(?! cộng sản)',
    'đoàn thanh niên cộng sản hồ chí minh',
    'Đoàn Thanh niên tỉnh',
    'Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh',
  ),
  form('htx', 'hợp tác xã', 'Liên minh HTX tỉnh', 'Liên minh Hợp tác xã tỉnh'),
  form(
    'kh ?(?:và )?kt|khoa học kỹ thuật',
    'khoa học và kỹ thuật',
    'Liên hiệp các Hội KH&KT tỉnh',
    'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh',
  ),
  form(
    'kĩ thuật',
    'kỹ thuật',
    'Liên hiệp các Hội Khoa học và Kĩ thuật tỉnh',
    'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh',
  ),
  form('vh ?nt', 'văn học nghệ thuật', 'Hội VHNT tỉnh', 'Hội Văn học Nghệ thuật tỉnh'),
]

/** Ngành dọc, lực lượng vũ trang, đơn vị sự nghiệp. */
const OTHERS: readonly ShortForm[] = [
  form('bch ?(?:qs|quân sự)', 'bộ chỉ huy quân sự', 'BCH Quân sự tỉnh', 'Bộ Chỉ huy Quân sự tỉnh'),
  form('bch(?= (?:bđbp|bộ đội))', 'bộ chỉ huy', 'BCH Bộ đội Biên phòng tỉnh', 'Bộ Chỉ huy Bộ đội Biên phòng tỉnh'),
  form('bđbp', 'bộ đội biên phòng', 'BCH BĐBP tỉnh', 'Bộ Chỉ huy Bộ đội Biên phòng tỉnh'),
  form(
    '(?<!bộ chỉ huy )bộ đội biên phòng',
    'bộ chỉ huy bộ đội biên phòng',
    'Bộ đội Biên phòng tỉnh',
    'Bộ Chỉ huy Bộ đội Biên phòng tỉnh',
  ),
  form('bch', 'ban chấp hành', 'BCH Đảng bộ tỉnh', 'Ban Chấp hành Đảng bộ tỉnh'),
  form('ca(?= (?:tỉnh|thành phố|huyện))', 'công an', 'CA tỉnh', 'Công an tỉnh'),
  form('bhxh', 'bảo hiểm xã hội', 'BHXH tỉnh', 'Bảo hiểm xã hội tỉnh'),
  form('kbnn', 'kho bạc nhà nước', 'KBNN tỉnh', 'Kho bạc Nhà nước tỉnh'),
  form('nhnn', 'ngân hàng nhà nước', 'NHNN chi nhánh tỉnh', 'Ngân hàng Nhà nước chi nhánh tỉnh'),
  form('nhcsxh', 'ngân hàng chính sách xã hội', 'Chi nhánh NHCSXH tỉnh', 'Chi nhánh Ngân hàng Chính sách xã hội tỉnh'),
  form('tand|tòa án(?! nhân dân)', 'tòa án nhân dân', 'TAND tỉnh', 'Tòa án nhân dân tỉnh'),
  form('vksnd|viện kiểm sát(?! nhân dân)', 'viện kiểm sát nhân dân', 'VKSND tỉnh', 'Viện kiểm sát nhân dân tỉnh'),
  form('thads', 'thi hành án dân sự', 'Cục THADS tỉnh', 'Cục Thi hành án dân sự tỉnh'),
  form(
    'ngân hàng nhà nước(?: việt nam)?(?= (?:tỉnh|thành phố))',
    'ngân hàng nhà nước chi nhánh',
    'Ngân hàng Nhà nước tỉnh',
    'Ngân hàng Nhà nước chi nhánh tỉnh',
  ),
  form('ban ql', 'ban quản lý', 'Ban QL các khu công nghiệp tỉnh', 'Ban Quản lý các khu công nghiệp tỉnh'),
  form('bql', 'ban quản lý', 'BQL các khu công nghiệp tỉnh', 'Ban Quản lý các khu công nghiệp tỉnh'),
  form('kkt', 'khu kinh tế', 'Ban Quản lý KKT', 'Ban Quản lý Khu kinh tế'),
  form('kcn', 'khu công nghiệp', 'Ban Quản lý các KCN tỉnh', 'Ban Quản lý các khu công nghiệp tỉnh'),
  form('(?<=trường |các |, )đh', 'đại học', 'Trường ĐH Đông', 'Trường Đại học Đông'),
  form('(?<=trường |các |, )cđ', 'cao đẳng', 'Trường CĐ nghề Đông', 'Trường Cao đẳng nghề Đông'),
  form('bvđk', 'bệnh viện đa khoa', 'BVĐK tỉnh', 'Bệnh viện Đa khoa tỉnh'),
  form('bv', 'bệnh viện', 'BV Phổi', 'Bệnh viện Phổi'),
  form('ttyt', 'trung tâm y tế', 'TTYT Đông', 'Trung tâm Y tế Đông'),
  form('ksbt', 'kiểm soát bệnh tật', 'Trung tâm KSBT tỉnh', 'Trung tâm Kiểm soát bệnh tật tỉnh'),
  form('yhct', 'y học cổ truyền', 'Bệnh viện YHCT', 'Bệnh viện Y học cổ truyền'),
  form('phcn', 'phục hồi chức năng', 'Bệnh viện PHCN', 'Bệnh viện Phục hồi chức năng'),
  form('cntt', 'công nghệ thông tin', 'Trung tâm CNTT tỉnh', 'Trung tâm Công nghệ thông tin tỉnh'),
  form(
    'pt ?(?:và )?th|phát thanh truyền hình',
    'phát thanh và truyền hình',
    'Đài PT-TH tỉnh',
    'Đài Phát thanh và Truyền hình tỉnh',
  ),
  form('tw', 'trung ương', 'Ban Tổ chức TW', 'Ban Tổ chức Trung ương'),
]

/** The whole table, in order of use. */
export const SHORT_FORMS: readonly ShortForm[] = [...SECTORS, ...COMMITTEES, ...PLACES, ...ASSOCIATIONS, ...OTHERS]

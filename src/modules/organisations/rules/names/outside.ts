/**
 * Ngoài sổ bộ: names that a plan may well bear although the register of the province holds no such unit: central
 * bodies, elected and Party leadership, other provinces, rooms inside a body. No error, nothing to queue.
 */

/** Một cách nhận ra, on phrase keys. `sure`: whatever comes close in the register is not meant. */
export type OutsideForm = {
  readonly fits: RegExp
  readonly words: string
  readonly sure: boolean
  readonly example: string
}

const CENTRAL = 'Cơ quan trung ương'

/** The table; the register itself is asked first, so a provincial "Cục" or "Ban" that it holds never comes here. */
export const OUTSIDE_FORMS: readonly OutsideForm[] = [
  { fits: /^lưu(?: |$)/u, words: 'Dòng lưu văn bản', sure: true, example: 'Lưu: VT, NC (08b)' },
  {
    fits: /^(?:như (?:trên|điều)|đăng (?:tải|công báo))/u,
    words: 'Dòng dẫn của nơi nhận',
    sure: true,
    example: 'Như trên',
  },
  { fits: /^bộ (?!chỉ huy|đội|tư lệnh)/u, words: CENTRAL, sure: true, example: 'Bộ Nội vụ' },
  { fits: /^các bộ(?: |$)/u, words: CENTRAL, sure: true, example: 'Các bộ, ngành Trung ương' },
  {
    fits: /^(?:thường trực )?(?:chính phủ|thủ tướng|phó thủ tướng|quốc hội|ủy ban thường vụ quốc hội|chủ tịch nước|bộ chính trị)/u,
    words: CENTRAL,
    sure: true,
    example: 'Thủ tướng Chính phủ',
  },
  {
    fits: /^văn phòng (?:chính phủ|quốc hội|chủ tịch nước|trung ương)/u,
    words: CENTRAL,
    sure: true,
    example: 'Văn phòng Chính phủ',
  },
  { fits: /(?:^| )trung ương(?: đảng| đoàn|$)/u, words: CENTRAL, sure: true, example: 'Ban Tổ chức Trung ương' },
  { fits: / việt nam$/u, words: CENTRAL, sure: true, example: 'Tổng Liên đoàn Lao động Việt Nam' },
  {
    fits: /^(?:tổng cục|vụ|kiểm toán nhà nước|thanh tra chính phủ|thông tấn xã|tập đoàn|tổng công ty|ủy ban dân tộc)(?: |$)/u,
    words: CENTRAL,
    sure: true,
    example: 'Tổng cục Thống kê',
  },
  {
    fits: /^cục (?!.* (?:tỉnh|thành phố)$)/u,
    words: CENTRAL,
    sure: false,
    example: 'Cục Phổ biến, giáo dục pháp luật',
  },
  {
    fits: /^(?:(?:ban )?thường (?:trực|vụ) |ban chấp hành )?(?:tỉnh ủy|thành ủy|đảng bộ|đảng ủy ủy ban)/u,
    words: 'Cấp ủy Đảng',
    sure: true,
    example: 'Thường trực Tỉnh ủy',
  },
  { fits: /^(?:các )?đảng ủy(?: |$)/u, words: 'Cấp ủy Đảng', sure: false, example: 'Đảng ủy Công an tỉnh' },
  {
    fits: /^(?:(?:ban )?thường trực |các ban |chủ tịch |văn phòng |ban [\p{L} ]+ )?(?:hội đồng nhân dân|đoàn đại biểu quốc hội)/u,
    words: 'Hội đồng nhân dân, đoàn đại biểu Quốc hội',
    sure: true,
    example: 'Thường trực HĐND tỉnh',
  },
  {
    fits: /^(?:các )?(?:phòng|cv|chuyên viên)(?: , | )(?:[bcdđghklmnpqrstvx]{1,5}(?: , | |$))+$/u,
    words: 'Phòng, bộ phận bên trong cơ quan',
    sure: false,
    example: 'Phòng: TH, VX, NCPC',
  },
]

const LOCAL_PARTY: OutsideForm = {
  fits: / ủy$/u,
  words: 'Cấp ủy Đảng',
  sure: true,
  example: 'Các huyện, thị, thành ủy',
}

const PARTY_WORDS: ReadonlySet<string> = new Set(
  'các ban thường vụ trực thuộc huyện thị xã thành quận phường đảng bộ tỉnh ủy , và'.split(' '),
)

/** "Các huyện, thị, thành ủy": Party committees of places; the register holds the People's Committees only. */
export const isLocalParty = (phrase: string): boolean =>
  /(?:^| )(?:huyện|thị|quận|xã|phường) .*ủy(?: |$)/u.test(phrase) && phrase.split(' ').every((w) => PARTY_WORDS.has(w))

/** Where another name begins behind a comma or "và": then the phrase is a list, not one name. */
const ANOTHER =
  /(?: ,| và| cùng)(?: với)? (?:các|sở|bộ|ban|hội|ủy ban|hội đồng|văn phòng|công an|trường|đảng|mặt trận|thường trực|cục|chi cục|tỉnh|thành|liên|đoàn|báo|đài) /u

/** The form a name has, or null; a list of names has none. */
export function outsideForm(phrase: string): OutsideForm | null {
  if (isLocalParty(phrase)) return LOCAL_PARTY
  if (!phrase.startsWith('lưu') && ANOTHER.test(phrase)) return null
  return OUTSIDE_FORMS.find((f) => f.fits.test(phrase)) ?? null
}

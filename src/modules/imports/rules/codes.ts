/**
 * Mã từ cách ghi: the code of a list that a cell means, by its label, its other spellings, the synonyms of officials below, and
 * what officers decided before. A text that fits none waits in the mapping queue; no list ever grows by an import.
 */
import { remembered, rememberedFor } from '../../../kernel/remembered.ts'
import { sameSpelling } from '../../../kernel/text.ts'
import { headingKey } from './sheet.ts'

/** Mục của danh mục, as far as reading needs it. */
export type CodeEntry = { readonly code: string; readonly label: string; readonly aliases: readonly string[] }

/**
 * Cách ghi thường gặp of each list, by the label they mean (general knowledge of staff lists; abbreviations of offices). Labels a
 * list does not have are passed over.
 */
export const SYNONYMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'gioi-tinh': { Nam: 'm|male|nam giới|ông', Nữ: 'f|female|nữ giới|bà|nu' },
  'trinh-do': {
    'Tiến sĩ': 'ts|t.s|tiến sỹ|ph.d|phd|trên đại học (tiến sĩ)|tiến sĩ khoa học|tskh',
    'Thạc sĩ': 'ths|th.s|thạc sỹ|thac sy|cao học|master|trên đại học (thạc sĩ)|ths.|bác sĩ nội trú',
    'Đại học':
      'đh|dh|cử nhân|cn|kỹ sư|kĩ sư|ks|bác sĩ|bác sỹ|bs|đại học chính quy|đhcq|đhsp|đại học sư phạm|đại học tại chức|đh tại chức|đh chính quy|đh vlvh|đại học vlvh|đại học từ xa|đh từ xa|kiến trúc sư|kts|dược sĩ đại học|dsđh|cử nhân cao đẳng đại học|đại học liên thông|đại học (liên thông)|dược sĩ|ds|cnđh|bậc đại học|trình độ đại học',
    'Cao đẳng': 'cđ|cd|cđsp|cao đẳng sư phạm|cao đẳng nghề|cđcq|cử nhân cao đẳng|cđ sư phạm',
    'Trung cấp':
      'tc|tccn|thcn|trung cấp chuyên nghiệp|trung học chuyên nghiệp|trung cấp nghề|trung học|thsp|tcsp|trung cấp sư phạm|trung học sư phạm|y sĩ|y sỹ|ys|tc nghề|dược sĩ trung học|dsth',
    'Sơ cấp': 'sc|sơ học|sơ cấp nghề|sơ cấp bậc 1',
    'Sơ cấp I': 'sc|sơ cấp|sơ học|sơ cấp nghề',
    'Chuyên khoa cấp I':
      'cki|ck1|ck i|bscki|bsck1|bs ck1|bs cki|bác sĩ chuyên khoa i|bác sĩ chuyên khoa cấp i|chuyên khoa i|chuyên khoa 1|dscki|dsck1|bác sĩ ck i|bác sĩ cki|bs chuyên khoa i',
    'Chuyên khoa cấp II':
      'ckii|ck2|ck ii|bsckii|bsck2|bs ck2|bs ckii|bác sĩ chuyên khoa ii|bác sĩ chuyên khoa cấp ii|chuyên khoa ii|chuyên khoa 2|dsckii|dsck2|bác sĩ ck ii|bác sĩ ckii|bs chuyên khoa ii',
    'Chưa qua đào tạo': 'chưa qua đt|không có trình độ chuyên môn|lđpt|lao động phổ thông',
  },
  'hoc-vi': {
    'Cử nhân': 'cn',
    'Kỹ sư': 'ks|kĩ sư',
    'Bác sĩ': 'bs|bác sỹ',
    'Dược sĩ': 'ds|dược sỹ',
    'Kiến trúc sư': 'kts',
    'Thạc sĩ': 'ths|th.s|thạc sỹ|cao học',
    'Tiến sĩ': 'ts|t.s|tiến sỹ',
    'Tiến sĩ khoa học': 'tskh|tiến sỹ khoa học',
  },
  'hoc-ham': { 'Giáo sư': 'gs|g.s', 'Phó giáo sư': 'pgs|p.gs' },
  'ly-luan-chinh-tri': {
    'Sơ cấp': 'sc|sơ cấp llct|bồi dưỡng|sơ cấp lý luận chính trị',
    'Trung cấp':
      'tc|tcct|tcllct|trung cấp llct|trung cấp lý luận chính trị|trung cấp llct-hc|trung cấp lý luận|trung cấp hành chính',
    'Cao cấp': 'cc|ccct|ccllct|cao cấp llct|cao cấp lý luận chính trị|cao cấp lý luận|cao cấp llct-hc',
    'Cử nhân': 'cn|cử nhân chính trị|cử nhân llct|đại học chính trị|',
  },
  'quan-ly-nha-nuoc': {
    'Cán sự': 'cs|bồi dưỡng cán sự|qlnn cán sự',
    'Chuyên viên': 'cv|bồi dưỡng chuyên viên|qlnn ngạch chuyên viên|bd cv|qlnn chuyên viên|ngạch chuyên viên|qlnn cv',
    'Chuyên viên chính':
      'cvc|bồi dưỡng chuyên viên chính|qlnn cvc|ngạch chuyên viên chính|qlnn ngạch chuyên viên chính|qlnn chuyên viên chính',
    'Chuyên viên cao cấp':
      'cvcc|bồi dưỡng chuyên viên cao cấp|qlnn cvcc|ngạch chuyên viên cao cấp|qlnn chuyên viên cao cấp',
  },
  'tin-hoc': {
    'Ứng dụng công nghệ thông tin cơ bản':
      'cơ bản|cntt cơ bản|ứng dụng cntt cơ bản|tin học cơ bản|ud cntt cơ bản|cb|chuẩn cơ bản',
    'Ứng dụng công nghệ thông tin nâng cao':
      'nâng cao|cntt nâng cao|ứng dụng cntt nâng cao|tin học nâng cao|nc|chuẩn nâng cao',
    'CNTT cơ bản': 'cơ bản|ứng dụng cntt cơ bản|tin học cơ bản|cb|công nghệ thông tin cơ bản',
    'CNTT nâng cao': 'nâng cao|ứng dụng cntt nâng cao|tin học nâng cao|nc',
    'Chứng chỉ A': 'a|tin học a|trình độ a|tin a',
    'Chứng chỉ B': 'b|tin học b|trình độ b|tin b',
    'Chứng chỉ C': 'c|tin học c|trình độ c|tin c',
    A: 'a|tin học a|trình độ a',
    B: 'b|tin học b|trình độ b',
    C: 'c|tin học c|trình độ c',
  },
  'ngoai-ngu': {
    'Bậc 1 (A1)': 'a1|bậc 1',
    'Bậc 2 (A2)': 'a2|bậc 2',
    'Bậc 3 (B1)': 'b1|bậc 3',
    'Bậc 4 (B2)': 'b2|bậc 4',
    'Bậc 5 (C1)': 'c1|bậc 5',
    'Bậc 6 (C2)': 'c2|bậc 6',
  },
  'ngoai-ngu-thu-tieng': {
    Anh: 'tiếng anh|anh văn|anh ngữ|english|av|ta',
    'Tiếng Anh': 'anh|anh văn|anh ngữ|english|av',
    Pháp: 'tiếng pháp|pháp văn|french',
    'Tiếng Pháp': 'pháp|pháp văn|french',
    Nga: 'tiếng nga|nga văn|russian',
    'Tiếng Nga': 'nga|nga văn|russian',
    'Trung Quốc': 'tiếng trung|trung|trung văn|hoa|tiếng hoa|hoa văn',
    'Tiếng Trung': 'trung|trung quốc|trung văn|hoa|tiếng hoa|tiếng trung quốc',
    'Tiếng Trung Quốc': 'trung|tiếng trung|trung văn|hoa|tiếng hoa',
    Nhật: 'tiếng nhật|japanese',
    'Tiếng Nhật': 'nhật|nhật bản|japanese',
    'Hàn Quốc': 'tiếng hàn|hàn',
    'Tiếng Hàn': 'hàn|hàn quốc|tiếng hàn quốc',
    Đức: 'tiếng đức|german',
    'Tiếng Đức': 'đức|german',
  },
  'doi-tuong': {
    'Cán bộ': 'cb',
    'Công chức': 'cc|công chức nhà nước',
    'Viên chức': 'vc|viên chức sự nghiệp',
    'Hợp đồng trong cơ quan nhà nước':
      'hđ|hợp đồng|lao động hợp đồng|lđhđ|hợp đồng lao động|hđlđ|hđ 68|hợp đồng 68|hđ 111|hợp đồng 111',
    'Doanh nghiệp nhà nước': 'dnnn',
    'Doanh nghiệp tư nhân': 'dntn',
    'Hưu trí': 'nghỉ hưu|đã nghỉ hưu|hưu',
  },
  'hinh-thuc-dao-tao': {
    'Chính quy': 'cq|tập trung|chính qui|hệ chính quy',
    'Vừa làm vừa học': 'vlvh|tại chức|tc|không chính quy|vhvl|vừa học vừa làm|hệ vừa làm vừa học',
    'Từ xa': 'tx|đào tạo từ xa',
    'Liên thông': 'lt',
    'Văn bằng 2': 'vb2|văn bằng hai|bằng 2',
    'Chuyên tu': 'ct',
  },
  'xep-loai-tot-nghiep': {
    'Xuất sắc': 'xs',
    Giỏi: 'g',
    Khá: 'k',
    'Trung bình khá': 'tbk|tb khá',
    'Trung bình': 'tb',
    'Không xếp loại': 'không',
  },
  'xep-loai-chat-luong': {
    'Hoàn thành xuất sắc nhiệm vụ': 'htxsnv|xuất sắc|htxs|xs|hoàn thành xuất sắc|loại a',
    'Hoàn thành tốt nhiệm vụ': 'httnv|hoàn thành tốt|tốt|htt|loại b',
    'Hoàn thành nhiệm vụ': 'htnv|hoàn thành|ht|loại c',
    'Không hoàn thành nhiệm vụ': 'khtnv|không hoàn thành|kht|loại d',
  },
  'chuc-vu': {
    'Giám đốc': 'gđ|gđ sở',
    'Phó Giám đốc': 'pgđ|phó gđ|p. giám đốc|p.gđ|p giám đốc',
    'Trưởng phòng': 'tp|trưởng phòng nghiệp vụ|t. phòng',
    'Phó Trưởng phòng': 'ptp|phó phòng|p.tp|p. trưởng phòng|phó trưởng phòng nghiệp vụ',
    'Hiệu trưởng': 'ht',
    'Phó Hiệu trưởng': 'pht|p. hiệu trưởng|phó ht|p.ht|hiệu phó',
    'Chánh Văn phòng': 'cvp',
    'Phó Chánh Văn phòng': 'pcvp',
    'Chủ tịch UBND': 'ct ubnd|chủ tịch ủy ban nhân dân',
    'Phó Chủ tịch UBND': 'pct ubnd|phó chủ tịch ủy ban nhân dân',
    'Trưởng khoa': 'tk',
    'Phó Trưởng khoa': 'ptk|phó khoa|phó trưởng khoa',
    'Tổ trưởng': 'tt|tổ trưởng chuyên môn|ttcm',
    'Tổ phó': 'tổ phó chuyên môn|tpcm',
  },
  'quoc-tich': { 'Việt Nam': 'vn|vietnam|viet nam|việt', Việt: 'vn|việt nam' },
  'ton-giao': {
    Không: 'k|ko|không theo đạo|lương|không tôn giáo|0',
    'Công giáo': 'thiên chúa|thiên chúa giáo|đạo thiên chúa|kitô giáo',
    'Phật giáo': 'phật|đạo phật',
    'Tin lành': 'đạo tin lành',
  },
  'dan-toc': {
    Kinh: 'việt',
    Mông: "h'mông|hmông|mèo",
    'Khơ-me': 'khmer|khơ me',
    'Ê-đê': 'ê đê|ede|êđê',
    'Ba-na': 'ba na|bana',
    'Gia-rai': 'gia rai|jarai',
  },
}

/** Danh mục đã dựng để tra. */
export type Codebook = {
  readonly entries: readonly CodeEntry[]
  readonly labelOf: ReadonlyMap<string, string>
  /** Code by spelling with marks, then by spelling without them where only one code has it; null = several have it. */
  readonly marked: ReadonlyMap<string, string>
  readonly plain: ReadonlyMap<string, string | null>
}

const spelled = (text: string): string =>
  sameSpelling(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Builds the book of a list from its entries on the day, and the synonyms of its name. */
export function codebookOf(list: string, entries: readonly CodeEntry[]): Codebook {
  const marked = new Map<string, string>()
  const plain = new Map<string, string | null>()
  const put = (text: string, code: string): void => {
    const key = spelled(text)
    if (key === '') return
    if (!marked.has(key)) marked.set(key, code)
    const bare = headingKey(text)
    const known = plain.get(bare)
    plain.set(bare, known === undefined || known === code ? code : null)
  }
  for (const e of entries) for (const text of [e.label, e.code, ...e.aliases]) put(text, e.code)
  const byLabel = new Map(entries.map((e) => [spelled(e.label), e.code]))
  for (const [label, words] of Object.entries(SYNONYMS[list] ?? {})) {
    const code = byLabel.get(spelled(label))
    if (code !== undefined) for (const w of words.split('|')) if (!marked.has(spelled(w))) put(w, code)
  }
  return { entries, labelOf: new Map(entries.map((e) => [e.code, e.label])), marked, plain }
}

/** The code a text means, or null. The few ways of writing of a long list are looked up once. */
export const codeOf = (book: Codebook, text: string): string | null => codesIn(book)(text)

const MOST_TEXTS = 5000
const codesIn = rememberedFor((book: Codebook) => remembered(MOST_TEXTS, (text: string) => lookUp(book, text)))

function lookUp(book: Codebook, text: string): string | null {
  const key = spelled(text)
  const found = book.marked.get(key)
  if (found !== undefined) return found
  // Marks that are there and differ mean something else: "Sơ" is not "Sở".
  const bare = headingKey(text)
  return key === bare ? (book.plain.get(bare) ?? null) : null
}

/** Key under which a way of writing is queued, decided and remembered. */
export const wordsKey = (text: string): string => spelled(text)

/** Trình độ kèm chuyên ngành: "Thạc sĩ Luật", "ĐH Sư phạm Toán", "CN Kế toán". */
export type LevelRead = {
  readonly code: string
  readonly major: string | null
  readonly form: string | null
  readonly degree: string | null
}

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\s)\(?(?:hệ )?(?:chính quy|cq)\)?$/iu, 'Chính quy'],
  [/(?:^|\s)\(?(?:hệ )?(?:vừa làm vừa học|vlvh|tại chức)\)?$/iu, 'Vừa làm vừa học'],
  [/(?:^|\s)\(?(?:hệ )?(?:từ xa)\)?$/iu, 'Từ xa'],
  [/(?:^|\s)\(?(?:hệ )?(?:liên thông)\)?$/iu, 'Liên thông'],
]

const DEGREES: readonly (readonly [RegExp, string])[] = [
  [/^(?:cử nhân|cn)(?![\p{L}])/iu, 'CN'],
  [/^(?:kỹ sư|kĩ sư|ks)(?![\p{L}])/iu, 'KS'],
  [/^(?:kiến trúc sư|kts)(?![\p{L}])/iu, 'KTS'],
  [/^(?:bác s[iĩỹ]|bs)(?![\p{L}])(?!\s*(?:ck|chuyên khoa|nội trú))/iu, 'BS'],
  [/^(?:thạc s[iĩỹ]|ths|th\.s)(?![\p{L}])/iu, 'ThS'],
  [/^(?:tiến s[iĩỹ] khoa học|tskh)(?![\p{L}])/iu, 'TSKH'],
  [/^(?:tiến s[iĩỹ]|ts)(?![\p{L}])/iu, 'TS'],
]

const MOST_WORDS = 6
/** Words after a level that say its kind, not a branch. */
const NO_BRANCH = /^(?:nghề|chuyên nghiệp|chính quy|tại chức|vlvh|từ xa|liên thông|i|ii|1|2|cấp i|cấp ii|khoa học)$/iu

/** Reads a level of training out of a free text: the whole of it, or its first words with the branch after them. */
export const readLevel = (book: Codebook, text: string): LevelRead | null => levelsIn(book)(text)

const levelsIn = rememberedFor((book: Codebook) => remembered(MOST_TEXTS, (text: string) => levelIn(book, text)))

function levelIn(book: Codebook, text: string): LevelRead | null {
  const degree = DEGREES.find(([words]) => words.test(text.trim()))?.[1] ?? null
  const form = FORMS.find(([words]) => words.test(text.trim()))
  const bare = (form === undefined ? text : text.trim().replace(form[0], '')).trim()
  const whole = codeOf(book, bare) ?? codeOf(book, text)
  const found = { form: form?.[1] ?? null, degree }
  const words = bare.split(/[\s]+|(?<=[.:,;–-])|(?=[(])/u).filter((w) => w !== '')
  for (let n = Math.min(MOST_WORDS, words.length - 1); n >= 1; n--) {
    const code = codeOf(book, words.slice(0, n).join(' '))
    if (code === null || (whole !== null && code !== whole)) continue
    const major = branchIn(words.slice(n))
    if (major === null && whole === null) continue
    return { ...found, code, major }
  }
  return whole === null ? null : { ...found, code: whole, major: null }
}

function branchIn(words: readonly string[]): string | null {
  const rest = words
    .join(' ')
    .replace(/^[\s.,;:()–-]+|[\s.,;:()–-]+$/gu, '')
    .replace(/^(?:ngành|chuyên ngành|về)\s+/iu, '')
  return rest === '' || NO_BRANCH.test(rest) ? null : rest
}

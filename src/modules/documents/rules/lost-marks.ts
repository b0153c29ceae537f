/**
 * Chữ mất dấu, sai dấu: words of official language that a scan or a hurried hand leaves with other marks than they have.
 * A word is looked for with any marks and compared with its spelling. Only words stand here whose other spellings mean
 * nothing: "mục tiêu" does not, since "định mức tiêu hao" holds the same letters.
 */
import { sameSpelling } from '../../../kernel/text.ts'
import { anyMarks } from './marks.ts'
import { AFTER, BEFORE } from './phrase.ts'

/** Chính tả of words that real scans break. */
export const SPELLINGS: readonly string[] = [
  'hội đồng nhân dân',
  'ủy ban nhân dân',
  'thủ tướng chính phủ',
  'mặt trận tổ quốc',
  'chính phủ',
  'thành phố',
  'kế hoạch',
  'nghị quyết',
  'nghị định',
  'quyết định',
  'chỉ thị',
  'chương trình',
  'đề án',
  'nhiệm vụ',
  'giải pháp',
  'yêu cầu',
  'phát triển',
  'triển khai',
  'đầu tư',
  'xây dựng',
  'khoa học',
  'công nghệ',
  'nghiên cứu',
  'tuyên truyền',
  'tăng cường',
  'đẩy mạnh',
  'tổng hợp',
  'báo cáo',
  'địa phương',
  'giai đoạn',
  'chất lượng',
  'chất thải',
  'môi trường',
  'nông nghiệp',
  'nông thôn',
  'doanh nghiệp',
  'đào tạo',
  'giáo dục',
  'hỗ trợ',
  'khuyến khích',
  'ngân sách',
  'kinh phí',
  'trách nhiệm',
  'chủ trì',
  'chủ tịch',
  'giám đốc',
  'tối thiểu',
  'số lượng',
  'thống nhất',
  'quản lý',
  'lao động',
  'dân tộc',
  'hạnh phúc',
  'hà nội',
  'tổ chức thực hiện',
  'tai nạn giao thông',
]

/** Other words with the same letters. */
const OTHERS: ReadonlySet<string> = new Set([
  'chính phụ',
  'quản lí',
  'quân lý',
  'dần tộc',
  'dẫn tộc',
  'chủ trị',
  'chú trị',
  'chỉ thí',
  'chỉ thi',
  'chi thi',
  'chỉ thì',
  'yếu cầu',
  'đầu từ',
  'đâu từ',
  'dấu từ',
  'đấu từ',
  'đậu từ',
  'đầu tự',
  'đâu tự',
  'đầu tủ',
  'số lương',
  'sổ lương',
  'sợ lượng',
  'giải phấp',
  'nông thổn',
  'kinh phỉ',
  'hạ nội',
  'hà nỗi',
  'thành phổ',
  'thành phó',
  'báo cao',
  'bảo cao',
  'bạo cao',
  'mỗi trường',
  'mới trường',
  'mối trường',
  'đạo tạo',
  'đao tạo',
  'tới thiểu',
  'tới thiếu',
  'hộ trợ',
  'hồ trợ',
  'họ trợ',
  'hổ trợ giúp',
  'khóa học',
  'khoá học',
  'để án',
  'giảm độc',
  'giảm đốc',
  'giám độc',
  'dày mạnh',
  'dạy mạnh',
  'đáy mạnh',
  'đầy mạnh mẽ',
  'chủ tích',
  'lao dộng',
])

const ANY = new RegExp(`${BEFORE}(?:${SPELLINGS.map(anyMarks).join('|')})${AFTER}`, 'giu')
const RIGHT = new Map(SPELLINGS.map((s) => [letters(s), s] as const))

function letters(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[đð]/gu, 'd').replace(/\s+/gu, ' ')
}

/** A word with wrong marks: what stands there, where, and its spelling. */
export type LostMark = { readonly wrong: string; readonly at: number; readonly right: string }

/** Words of `text` whose marks are not those of their spelling. */
export function lostMarks(text: string): LostMark[] {
  return [...text.matchAll(ANY)].flatMap((m) => {
    const wrong = m[0]
    const low = wrong.toLowerCase().replace(/\s+/gu, ' ')
    const right = RIGHT.get(letters(wrong))
    if (!right || sameSpelling(low) === sameSpelling(right) || OTHERS.has(low)) return []
    return [{ wrong, at: m.index, right }]
  })
}

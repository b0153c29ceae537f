/**
 * Lỗi nhận dạng chữ: confusions of scanning and typing, each in the words around it that give it away. The text is never
 * mended; the reader shows the place and what was probably meant.
 */
import type { DefectKind } from '../words.ts'
import { phrase, type Shape } from './phrase.ts'

/** A slip; `suggestion` may use `$1` for group 1. `mark` is the group that is wrong (0 = the whole match). */
export type Slip = Shape & {
  readonly kind: Extract<DefectKind, 'ocr' | 'wording'>
  readonly suggestion: string
  readonly certain: boolean
}

const OCR = 'ocr' as const
const WORDING = 'wording' as const

/** Known slips. Lookarounds carry the context, the match is what is wrong. */
export const SLIPS: readonly Slip[] = [
  {
    id: 'phan-dau',
    kind: OCR,
    certain: true,
    suggestion: 'phấn đấu',
    pattern: phrase(
      'ph[âầậẩ]n (?:đầu|đấu|đâu)(?= (?:nâng|đạt|có|đến|tăng|giảm|hoàn thành|xây dựng|đưa|trở thành|trong|tỷ lệ|từ|bảo đảm|\\d))',
      'giu',
    ),
    example: 'Phân đầu nâng số người có trình độ từ đại học',
  },
  {
    id: 'de-tao',
    kind: OCR,
    certain: true,
    suggestion: 'để',
    pattern:
      /(?<![\p{L}]|vấn |chủ |chuyên |tiêu |mệnh )đề(?=\s+(?:tạo|nâng|phát\s+triển|thực\s+hiện|bảo\s+đảm|đảm\s+bảo|thu\s+hút|xây\s+dựng|phục\s+vụ|trao\s+đổi|giải\s+quyết|khuyến\s+khích|tổng\s+hợp|báo\s+cáo)(?!\p{L}))/gu,
    example: 'cơ chế chính sách đề tạo cơ hội',
  },
  {
    id: 'ng-ngh',
    kind: OCR,
    certain: true,
    suggestion: 'ngh…',
    pattern: /(?<![\p{L}])ng(?=[iíìỉĩịeéèẻẽẹêếềểễệ])\p{L}+/giu,
    example: 'ngiên cứu ứng dụng',
  },
  {
    id: 'cung-co',
    kind: OCR,
    certain: true,
    suggestion: 'củng cố',
    pattern: phrase('c[ùuúũ]ng cố(?! gắng)', 'giu'),
    example: 'Cùng cố, kiện toàn tổ chức',
  },
  {
    id: 'tien-bo',
    kind: OCR,
    certain: true,
    suggestion: 'tiến bộ',
    pattern: phrase('ti[êềệ]n bộ', 'giu'),
    example: 'những tri thức tiên bộ trong cộng đồng',
  },
  {
    id: 'chuyen-doi',
    kind: OCR,
    certain: true,
    suggestion: 'chuyển đổi',
    pattern: phrase('chuy[êế]n đổi', 'giu'),
    example: 'chuyên đổi số',
  },
  {
    id: 'chuyen-gia-ung-dung',
    kind: OCR,
    certain: false,
    suggestion: 'chuyển giao',
    pattern: phrase('chuyên gia(?=,? ứng dụng)', 'giu'),
    example: 'đẩy mạnh chuyên gia, ứng dụng khoa học',
  },
  {
    id: 'chuyen-gia-cong-nghe',
    kind: OCR,
    certain: false,
    suggestion: 'chuyển giao',
    pattern:
      /(?<=(?:nghiên\s+cứu|khoa\s+học|phát\s+triển),?\s+(?:và\s+)?)chuyên\s+gia(?=\s+(?:khoa\s+học|kỹ\s+thuật|công\s+nghệ))/giu,
    example: 'nghiên cứu, chuyên gia khoa học công nghệ',
  },
  {
    id: 'phoi-hop',
    kind: OCR,
    certain: true,
    suggestion: 'phối hợp',
    pattern: phrase('(?!phối hợp)ph+[ôốo]s?i? ?h[oọợơ]p', 'giu'),
    example: 'Phhosi hợp với các cơ quan',
  },
  {
    id: 'bao-dam',
    kind: OCR,
    certain: true,
    suggestion: 'bảo đảm',
    pattern: phrase('b[aà]o đ[aảạ]m(?<!bảo đảm)', 'giu'),
    example: 'bào đảm số lượng',
  },
  {
    id: 'tri-thuc',
    kind: OCR,
    certain: false,
    suggestion: 'tri thức',
    pattern: /(?<=hạ\s+tầng\s+)trí\s+thức/giu,
    example: 'hình thành hạ tầng trí thức hỗ trợ sáng tạo',
  },
  {
    id: 'tinh',
    kind: OCR,
    certain: true,
    suggestion: 'tỉnh',
    pattern:
      /(?<=(?<!\p{L})(?:UBND|HĐND|[Cc]ông\s+an|nhân\s+dân|địa\s+bàn|[Tt]oàn|Nhà\s+nước|[Nn]gân\s+sách|[Ll]ãnh\s+đạo)\s+)tinh(?!\p{L}|\s+(?:thần|gọn|giản|tế|hoa|nhuệ|túy|thông))/gu,
    example: 'UBND tinh ban hành',
  },
  {
    id: 'tinh-uy',
    kind: OCR,
    certain: true,
    suggestion: 'Tỉnh ủy',
    pattern: /(?<!\p{L})Tinh\s+[uủ][yỷ](?!\p{L})/gu,
    example: 'Thường trực Tinh uỷ',
  },
  {
    id: 'glyph',
    kind: OCR,
    certain: false,
    suggestion: 'chữ của phông cũ',
    pattern: /(?<!\p{L})\p{L}{0,9}[\u0180-\u019f\u01a2-\u01ae\u01b1-\u024f]\p{L}{0,9}/gu,
    example: 'báo cáo định kǶ',
  },
  {
    id: 'twice-bound',
    kind: WORDING,
    certain: false,
    suggestion: 'một trong hai cách nói',
    pattern: phrase('(?:trên|dưới|ít nhất|tối thiểu|tối đa) \\d[\\d.,]*(?:%| %)? trở (?:lên|xuống)', 'giu'),
    example: 'đạt trên 90% trở lên',
  },
  {
    id: 'decimal-point',
    kind: WORDING,
    certain: false,
    suggestion: 'dấu phẩy thập phân',
    pattern: /(?<![\d.,/\p{L}])\d{1,3}\.\d{1,2}(?=\s*%)/gu,
    example: 'đạt 18.5%',
  },
  {
    id: 'need',
    kind: WORDING,
    certain: false,
    suggestion: 'dự báo nhu cầu',
    pattern: phrase('dự báo, yêu cầu', 'giu'),
    example: 'công tác dự báo, yêu cầu, kế hoạch',
  },
  {
    id: 'managers',
    kind: WORDING,
    certain: false,
    suggestion: 'cán bộ quản lý',
    pattern: phrase('cán bộ, quản lý(?=, giáo viên)', 'giu'),
    example: '100% cán bộ, quản lý, giáo viên đạt chuẩn',
  },
  {
    id: 'number-structure',
    kind: WORDING,
    certain: false,
    suggestion: 'số lượng, cơ cấu',
    pattern: phrase('số lượng cơ cấu', 'giu'),
    example: 'bảo đảm số lượng cơ cấu giáo viên',
  },
]

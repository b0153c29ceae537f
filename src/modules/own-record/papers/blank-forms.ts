/**
 * Phiếu in trắng: what a person fills in by hand, from the same items and groups as the screens. Nothing is ticked beforehand; groups of
 * tier C are not asked for on paper.
 */
import { type Block, heading, item, paragraph, roman } from '../../../platform/word/official-paper.ts'
import type { PersonalPaper } from '../../../platform/word/personal-paper.ts'
import { GROUPS } from '../../people/public.ts'
import { isDeclared } from '../rules/entry-form.ts'
import type { Group } from '../rules/showing.ts'
import { ITEM_ORDER, ITEMS, NOTICE, PURPOSES } from '../words.ts'

/** Loại phiếu. */
export const BLANK_FORMS = ['dong-y', 'thong-tin'] as const

/** Một loại phiếu. */
export type BlankForm = (typeof BLANK_FORMS)[number]

/** Phiếu, in words of the screen. */
export const BLANK_FORM_LABELS: Readonly<Record<BlankForm, { label: string; source: string }>> = {
  'dong-y': { label: 'Phiếu đồng ý', source: 'Luật 91/2025/QH15, Điều 9' },
  'thong-tin': { label: 'Phiếu thông tin', source: 'Luật 91/2025/QH15, Điều 4' },
}

/** For whom it is printed: so that the scan finds its record again. */
export type FilledFor = {
  readonly name: string
  readonly code: string
  readonly body: string
  readonly year: number
}

const DOTS = '…………………………'

const signed = (p: FilledFor): Pick<PersonalPaper, 'issuer' | 'place' | 'date' | 'year' | 'signers'> => ({
  issuer: null,
  place: DOTS,
  date: null,
  year: p.year,
  signers: [{ title: 'Chủ hồ sơ', note: '(Ký, ghi rõ họ tên)', name: null }],
})

const about = (p: FilledFor): Block[] => [
  paragraph('Họ và tên: ', { text: p.name, bold: true }, `. Mã hồ sơ: ${p.code}.`),
  paragraph(`Cơ quan quản lý hồ sơ: ${p.body}.`),
]

/** Phiếu đồng ý xử lý dữ liệu cá nhân: every item apart, agreed or not by the person's own mark. */
export const blankConsent = (p: FilledFor): PersonalPaper => ({
  ...signed(p),
  title: 'Phiếu đồng ý xử lý dữ liệu cá nhân',
  subtitle: `(Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15; bản thông báo ${NOTICE.version})`,
  blocks: [
    ...about(p),
    ...NOTICE.paragraphs.map((text) => paragraph(text)),
    paragraph('Đánh dấu X vào một trong hai cột của từng mục. Mục để trống được hiểu là không đồng ý.'),
    {
      kind: 'table',
      columns: [
        { label: 'TT', width: 1, align: 'center' },
        { label: 'Mục', width: 4 },
        { label: 'Ai thấy gì, để làm gì', width: 6 },
        { label: 'Đồng ý', width: 2, align: 'center' },
        { label: 'Không đồng ý', width: 2, align: 'center' },
      ],
      rows: ITEM_ORDER.map((i, no) => ({
        kind: 'row',
        cells: [
          String(no + 1),
          [{ text: ITEMS[i].label, bold: true }],
          `${ITEMS[i].shows} Mục đích: ${PURPOSES[ITEMS[i].purpose].label.toLowerCase()}.`,
          '',
          '',
        ],
      })),
    },
    paragraph('Rút lại đồng ý: ghi rõ các mục rút lại dưới đây, hoặc bấm «Ngừng công khai» trên hệ thống.'),
    paragraph(`${DOTS}${DOTS}${DOTS}`),
  ],
  note: `Phiếu của hồ sơ ${p.code}. Cơ quan quản lý hồ sơ giữ bản gốc và bản quét trong sổ đồng ý.`,
})

/** Groups asked for on paper: who the person is, how to reach him, and what people declare themselves. */
const ASKED: readonly Group[] = GROUPS.filter(
  (g) => g.tier !== 'C' && (['names', 'birth', 'contact'].includes(g.code) || isDeclared(g)),
)

/** Room for so many entries of a group that may have several. */
const ENTRIES = 3

/** What the living are asked. */
const fieldsOf = (g: Group) => g.fields.filter((f) => !(g.code === 'birth' && f.name === 'died'))

const hasSeveral = (g: Group): boolean => g.time === 'event' || g.time === 'many'

function askedOf(g: Group, no: number): Block[] {
  const count = hasSeveral(g) ? ENTRIES : 1
  const answers = Array.from({ length: count }, (_, i) => ({
    label: count === 1 ? 'Trả lời' : `Mục ${i + 1}`,
    width: count === 1 ? 8 : 3,
  }))
  return [
    heading(1, roman(no), g.label),
    {
      kind: 'table',
      columns: [{ label: 'Nội dung', width: 4 }, ...answers],
      rows: fieldsOf(g).map((f) => ({
        kind: 'row',
        cells: [
          [
            f.unit === undefined ? f.label : `${f.label} (${f.unit})`,
            ...(f.kind === 'flag' ? [{ text: ' (ghi Có hoặc Không)', italic: true }] : []),
          ],
          ...answers.map(() => ''),
        ],
      })),
    },
  ]
}

/** Phiếu thông tin: the groups a person may declare, field by field as on the screen. */
export const blankInformation = (p: FilledFor): PersonalPaper => ({
  ...signed(p),
  title: 'Phiếu thông tin trí thức',
  subtitle: '(Chủ hồ sơ tự ghi; phần nào không có thì để trống)',
  blocks: [
    ...about(p),
    paragraph('Cách ghi:'),
    item('Ngày ghi ngày/tháng/năm; chỉ biết tháng hoặc năm thì ghi tháng, năm.'),
    item('Nhiều hơn ba mục cùng loại thì ghi thêm tờ, nêu rõ phần.'),
    item('Kèm bản sao văn bằng, quyết định để cơ quan xác nhận.'),
    item('Không ghi dân tộc, tôn giáo, đảng phái, sức khỏe, thân nhân, tài sản vào phiếu này.'),
    ...ASKED.flatMap((g, i) => askedOf(g, i + 1)),
  ],
  note: `Phiếu của hồ sơ ${p.code}. Thông tin ghi vào hệ thống ở mức tự khai cho tới khi cơ quan xác nhận.`,
})

/** The paper of a kind. */
export const blankForm = (kind: BlankForm, p: FilledFor): PersonalPaper =>
  kind === 'dong-y' ? blankConsent(p) : blankInformation(p)

/** Danh sách nhân tài kèm theo văn bản (NĐ 30/2020/NĐ-CP, Phụ lục I, mục III): who was recognised, by what, and where they are now. */
import { type Day, showDay, yearOf } from '../../../kernel/day.ts'
import { type Issuer, type OfficialPaper, type Row, row } from '../../../platform/word/official-paper.ts'
import { ELSEWHERE } from '../pages/parts.ts'
import type { TalentLine } from '../rules/listing.ts'
import { CLASSES, STANDINGS } from '../words.ts'

const COLUMNS = [
  { label: 'TT', width: 5, align: 'center' },
  { label: 'Họ và tên', width: 20 },
  { label: 'Nơi làm việc', width: 25 },
  { label: 'Nhóm, lĩnh vực', width: 22 },
  { label: 'Ngày công nhận', width: 12, align: 'center' },
  { label: 'Tình trạng', width: 16 },
] as const

/** What the list is of. */
export type ListPaper = {
  readonly issuer: Issuer
  readonly day: Day
  readonly filter: string
  readonly lines: readonly TalentLine[]
}

const standing = (l: TalentLine): string =>
  l.leftOn === null ? STANDINGS[l.standing].label : `${STANDINGS[l.standing].label} ${showDay(l.leftOn)}`

const rows = (lines: readonly TalentLine[]): Row[] =>
  lines.map((l, i) =>
    row(
      String(i + 1),
      l.name ?? ELSEWHERE,
      l.unitName,
      `${CLASSES[l.talentClass].label}; ${l.sectorLabel}`,
      showDay(l.since),
      standing(l),
    ),
  )

/** The paper that carries the list; only the list is written. */
export const talentListPaper = (p: ListPaper): OfficialPaper => ({
  issuer: p.issuer,
  number: { number: null, symbol: '...' },
  date: null,
  year: yearOf(p.day),
  kind: 'cong-van',
  abstract: 'danh sách nhân tài được công nhận',
  addressees: [],
  legalBases: [],
  body: [],
  signature: { authority: [], post: '', name: null },
  recipients: [],
  filing: '',
  annexes: [
    {
      title: 'Danh sách nhân tài được công nhận',
      landscape: true,
      blocks: [
        {
          kind: 'table',
          columns: COLUMNS,
          rows: rows(p.lines),
          note: `Ghi chú: ${p.lines.length} người, tình hình đến ngày ${showDay(p.day)}.${p.filter === '' ? '' : ` Chỉ gồm: ${p.filter}.`}`,
        },
      ],
    },
  ],
})

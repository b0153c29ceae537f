/**
 * Phụ lục phân công nhiệm vụ, kèm theo kế hoạch (NĐ 30/2020/NĐ-CP, Phụ lục I, mục III): who leads, who helps, by when,
 * what comes of it.
 */
import { type Day, showDay, yearOf } from '../../../kernel/day.ts'
import { type OfficialPaper, type Row, row } from '../../../platform/word/official-paper.ts'
import type { Exchange } from '../rules/exchange-shape.ts'
import { type TaskLine, taskGroups } from './task-lines.ts'

const COLUMNS = [
  { label: 'TT', width: 5, align: 'center' },
  { label: 'Nhiệm vụ', width: 40 },
  { label: 'Cơ quan chủ trì', width: 15 },
  { label: 'Cơ quan phối hợp', width: 16 },
  { label: 'Thời hạn', width: 11, align: 'center' },
  { label: 'Sản phẩm', width: 13 },
] as const

/** The paper that carries the annex; only the annex is written. `filter` is told in its note. */
export function assignmentAnnex(x: Exchange, says: { today: Day; filter: string }): OfficialPaper {
  const { number, date, issuer } = x.programme
  const [digits, ...symbol] = (number ?? '').split('/')
  const kind = (x.programme.kind ?? 'Kế hoạch').toLowerCase()
  return {
    issuer: { superior: null, body: issuer ?? '...', place: '' },
    number: { number: number === null ? null : (digits ?? null), symbol: number === null ? '...' : symbol.join('/') },
    date,
    year: yearOf(date ?? says.today),
    kind: { name: kind.charAt(0).toUpperCase() + kind.slice(1) },
    abstract: x.programme.title ?? '',
    addressees: [],
    legalBases: [],
    body: [],
    signature: { authority: [], post: '', name: null },
    recipients: [],
    filing: '',
    annexes: [
      {
        title: 'Phân công nhiệm vụ',
        landscape: true,
        blocks: [{ kind: 'table', columns: COLUMNS, rows: rows(x), note: noteOf(x, says) }],
      },
    ],
  }
}

function rows(x: Exchange): Row[] {
  let n = 0
  return taskGroups(x, new Map()).flatMap((g): Row[] => [
    { kind: 'group', text: g.title },
    ...g.lines.map((l) => row(String(++n), l.work, l.lead, l.partners, dueText(l), l.product)),
  ])
}

const dueText = (l: TaskLine): string => (typeof l.due === 'string' ? l.due : showDay(l.due.day))

function noteOf(x: Exchange, says: { today: Day; filter: string }): string {
  const open = x.tasks.filter((t) => t.assigned === null && t.written.lead.length !== 1).length
  const unclear = open === 0 ? '' : ` ${open} nhiệm vụ, trách nhiệm chưa có một cơ quan chủ trì.`
  const filter = says.filter === '' ? '' : ` Chỉ gồm nhiệm vụ: ${says.filter}.`
  return `Ghi chú: phân công tính đến ngày ${showDay(says.today)}.${filter}${unclear}`
}

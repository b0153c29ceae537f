/**
 * Rà soát một bản chế độ đang soạn: what must be mended before it is issued, each with the place where it is mended.
 */
import { parseDay } from '../../../kernel/day.ts'
import { partsOf } from './compute.ts'
import { fieldsOfItem, shownValue } from './item-form.ts'
import { type Regime, rowsOf } from './regime.ts'
import { PLACES } from './regime-places.ts'

/** Một chỗ phải sửa. */
export type RegimeProblem = { readonly place: string; readonly message: string }

/** Every problem, in the order of the editor; empty = the version may be issued. */
export const regimeProblems = (r: Regime): readonly RegimeProblem[] => [
  ...inDates(r),
  ...inAssignment(r),
  ...inTables(r),
  ...inSections(r),
  ...inChecks(r),
]

function inDates(r: Regime): RegimeProblem[] {
  const real = (md: string): boolean => parseDay(`2024-${md}`) !== null
  const wrong = [r.opens, r.due.before, r.cutOff.day, r.cutOff.general].filter((md) => !real(md))
  if (wrong.length > 0) return [{ place: 'han', message: `Không có ngày ${wrong.join(', ')} trong năm.` }]
  return r.cutOff.day >= r.due.before && r.due.nextYear !== true
    ? [{ place: 'han', message: 'Ngày chốt số liệu phải trước hạn nộp.' }]
    : []
}

function inAssignment(r: Regime): RegimeProblem[] {
  return (r.assignment ?? []).flatMap((l, i) => {
    const place = `doi-tuong.${i}`
    const from = parseDay(l.from)
    if (from === null) return [{ place, message: 'Dòng giao báo cáo thiếu ngày bắt đầu.' }]
    if (l.to !== null && l.to <= l.from) return [{ place, message: 'Ngày kết thúc phải sau ngày bắt đầu.' }]
    return l.kind !== 'plan' && l.ref === ''
      ? [{ place, message: 'Dòng giao báo cáo chưa chọn nhóm hoặc cơ quan.' }]
      : []
  })
}

function inTables(r: Regime): RegimeProblem[] {
  const keys = new Set(rowsOf(r).map((x) => x.key))
  const placed = r.sections.flatMap((s) => s.parts.flatMap((p) => (p.kind === 'table' ? [p.table] : [])))
  const tables = r.tables.flatMap((t) => {
    const place = `bieu.${t.id}`
    const name = t.title || t.id
    return [
      ...(t.rows.length === 0 ? [{ place, message: `${name} chưa có dòng nào.` }] : []),
      ...(placed.includes(t.id) ? [] : [{ place, message: `${name} chưa đứng trong mục nào của đề cương.` }]),
      ...(placed.filter((x) => x === t.id).length > 1 ? [{ place, message: `${name} đứng trong nhiều mục.` }] : []),
    ]
  })
  const rows = rowsOf(r).flatMap(({ key, row }) => {
    if (row.compute === undefined) return []
    const place = `dong.${key}`
    const parts = partsOf(row.compute)
    if (parts.length === 0 || parts.includes(''))
      return [{ place, message: `«${row.label}» chưa chọn đủ dòng để tính.` }]
    const gone = parts.filter((p) => !keys.has(p))
    if (gone.length > 0) return [{ place, message: `«${row.label}» tính từ dòng không còn: ${gone.join(', ')}.` }]
    return leadsBack(r, key) ? [{ place, message: `«${row.label}» tính vòng về chính nó.` }] : []
  })
  return [...tables, ...rows]
}

function leadsBack(r: Regime, start: string): boolean {
  const computes = new Map(rowsOf(r).map((x) => [x.key, x.row.compute]))
  const seen = new Set<string>()
  const open = [start]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const compute = computes.get(key)
    for (const part of compute === undefined ? [] : partsOf(compute)) {
      if (part === start) return true
      if (!seen.has(part)) open.push(part)
      seen.add(part)
    }
  }
  return false
}

function inSections(r: Regime): RegimeProblem[] {
  const last = r.sections.at(-1)
  const work = r.sections.filter((s) => s.parts.length > 0)
  const groups = r.sections.flatMap((s) => s.parts.filter((p) => p.kind === 'groups'))
  return [
    ...(work.length === 0 ? [{ place: 'muc', message: 'Đề cương chưa có mục nào để nhập.' }] : []),
    ...(last === undefined || last.parts.length > 0
      ? [{ place: 'muc', message: 'Mục cuối phải là mục kiểm tra và trình, không có phần nào.' }]
      : []),
    ...r.sections
      .slice(0, -1)
      .flatMap((s) =>
        s.parts.length === 0 ? [{ place: `muc.${s.no}`, message: `Mục ${s.no} «${s.title}» chưa có phần nào.` }] : [],
      ),
    ...(groups.length > 1 ? [{ place: 'muc', message: 'Kết quả theo nhóm nhiệm vụ chỉ đứng ở một mục.' }] : []),
    ...r.sections.flatMap((s) =>
      s.parts.flatMap((p, i) =>
        p.kind === 'table' && !r.tables.some((t) => t.id === p.table)
          ? [{ place: `phan.${s.no}.${i}`, message: `Mục ${s.no}: chưa chọn biểu, hoặc biểu không còn.` }]
          : [],
      ),
    ),
  ]
}

/** Checks are asked by their schema which boxes hold rows: a new kind of check is looked after like the others. */
function inChecks(r: Regime): RegimeProblem[] {
  const keys = new Set(rowsOf(r).map((x) => x.key))
  const { schema, fixed } = PLACES['kiem-tra']
  return r.checks.flatMap((check, i) => {
    const boxes = fieldsOfItem(schema, check, fixed).filter((f) => f.kind === 'row' || f.kind === 'rows')
    const named = boxes.map((f) => ({
      f,
      rows: shownValue(f, check)
        .split('\n')
        .filter((x) => x !== ''),
    }))
    const place = `kiem-tra.${i}`
    const empty = named.filter(({ f, rows }) => rows.length === 0 && !f.optional)
    if (empty.length > 0) return [{ place, message: `Phép kiểm tra ${i + 1} chưa chọn dòng.` }]
    const gone = named.flatMap(({ rows }) => rows.filter((x) => !keys.has(x)))
    return gone.length > 0
      ? [{ place, message: `Phép kiểm tra ${i + 1} nhắc dòng không còn: ${gone.join(', ')}.` }]
      : []
  })
}

/**
 * Kiểm tra sự kiện tổ chức before it is trusted: unknown units, overlaps, orphans, ends without a successor.
 * Nothing is changed. Errors stop the event; warnings (nơi kế thừa chưa xác định) are shown and recorded.
 */
import { type Day, showDay } from '../../../kernel/day.ts'
import type { UnitKind } from '../words.ts'
import { overlapIssues, type Recorded } from './event-overlap.ts'
import { inTime } from './register.ts'
import type { EdgeFact, EventFact } from './register-facts.ts'
import { weightIssues } from './weights.ts'

/** Vấn đề found in an event. */
export type Issue = {
  readonly level: 'error' | 'warning'
  readonly code: string
  readonly event: string
  /** Code of the unit concerned, or empty. */
  readonly unit: string
  readonly message: string
}

/** What the register knows of a unit: enough to judge an event. */
export type Known = {
  readonly kind: UnitKind
  readonly parent: string | null
  readonly from: Day
  readonly to: Day | null
}

/** The register by code, as it stands before the events. */
export type KnownUnits = ReadonlyMap<string, Known>

/** Whether the events are history that is loaded (which may not know an heir), and what the register already records. */
export type Judging = { readonly history: boolean; readonly recorded: readonly Recorded[] }

/** Issues of the events against the register; each day is judged after all events of that day. */
export function checkEvents(
  events: readonly EventFact[],
  register: KnownUnits,
  { history, recorded }: Judging = { history: false, recorded: [] },
): Issue[] {
  const issues: Issue[] = [...overlapIssues(events, recorded), ...events.flatMap(kindIssues)]
  const known = new Map(register)
  const days = [...new Set(events.map((e) => e.on))].sort()
  for (const day of days) {
    const today = inTime(events).filter((e) => e.on === day)
    for (const e of today) issues.push(...beginIssues(e, known))
    for (const e of today)
      for (const u of e.units) known.set(u.code, { kind: u.kind, parent: u.parent, from: e.on, to: null })
    const before = new Map(known)
    for (const e of today) applyEnds(e, known)
    for (const e of today) issues.push(...changeIssues(e, before, known), ...edgeIssues(e, before, known, history))
    issues.push(...orphanIssues(today, known))
  }
  return issues
}

function applyEnds(e: EventFact, known: Map<string, Known>): void {
  for (const code of e.ends) {
    const u = known.get(code)
    if (u && u.to === null) known.set(code, { ...u, to: e.on })
  }
  for (const m of e.moves) {
    const u = known.get(m.unit)
    if (u) known.set(m.unit, { ...u, parent: m.parent })
  }
}

const issue = (level: Issue['level'], code: string, e: EventFact, unit: string, message: string): Issue => ({
  level,
  code,
  event: e.key,
  unit,
  message,
})

const aliveOn = (u: Known | undefined, day: Day): boolean =>
  u !== undefined && u.from <= day && (u.to === null || u.to > day)

/** Alive on the eve of the event: it began earlier and had not ended before that day. */
const aliveBefore = (u: Known | undefined, day: Day): boolean =>
  u !== undefined && u.from < day && (u.to === null || u.to >= day)

function beginIssues(e: EventFact, known: KnownUnits): Issue[] {
  return e.units.flatMap((u) => {
    const old = known.get(u.code)
    if (old && (old.to === null || old.to > e.on))
      return [
        issue(
          'error',
          'unit.overlaps',
          e,
          u.code,
          `Mã ${u.code} đang thuộc một đơn vị còn hiệu lực ngày ${showDay(e.on)}. Đặt mã khác hoặc kết thúc đơn vị cũ trước.`,
        ),
      ]
    return []
  })
}

function changeIssues(e: EventFact, before: KnownUnits, after: KnownUnits): Issue[] {
  const found: Issue[] = []
  const changed = [
    ...e.ends.map((c) => [c, 'kết thúc'] as const),
    ...e.renames.map((r) => [r.unit, 'đổi tên'] as const),
    ...e.moves.map((m) => [m.unit, 'chuyển'] as const),
  ]
  for (const [code, verb] of changed) {
    const u = before.get(code)
    if (!u)
      found.push(
        issue('error', 'unit.unknown', e, code, `Không có đơn vị mã ${code} trong sổ bộ để ${verb}. Kiểm tra lại mã.`),
      )
    else if (!aliveBefore(u, e.on))
      found.push(
        issue(
          'error',
          'unit.not-valid',
          e,
          code,
          `Đơn vị ${code} không còn hoặc chưa hoạt động trước ngày ${showDay(e.on)}, không thể ${verb}.`,
        ),
      )
  }
  for (const code of repeated(e.ends))
    found.push(issue('error', 'unit.ends-twice', e, code, `Đơn vị ${code} được ghi kết thúc hai lần.`))
  for (const r of e.renames)
    if (e.ends.includes(r.unit))
      found.push(
        issue('error', 'unit.overlaps', e, r.unit, `Đơn vị ${r.unit} vừa đổi tên vừa kết thúc. Giữ một trong hai.`),
      )
  for (const m of e.moves) {
    if (!aliveOn(after.get(m.parent), e.on))
      found.push(
        issue(
          'error',
          'unit.unknown',
          e,
          m.parent,
          `Đơn vị cấp trên ${m.parent} không hoạt động ngày ${showDay(e.on)}.`,
        ),
      )
    else if (loops(m.unit, after))
      found.push(
        issue('error', 'unit.loop', e, m.unit, `Chuyển ${m.unit} về ${m.parent} làm đơn vị nằm dưới chính nó.`),
      )
  }
  return found
}

/** What a kind of event must hold to be one. */
function kindIssues(e: EventFact): Issue[] {
  const found: Issue[] = []
  if (e.units.length + e.ends.length + e.renames.length + e.moves.length + e.edges.length === 0)
    found.push(issue('error', 'event.empty', e, '', 'Sự kiện không thay đổi đơn vị nào. Nêu đơn vị đi, đơn vị đến.'))
  if (e.kind === 'transfer')
    for (const x of e.edges)
      if (x.from !== x.to && x.function === null)
        found.push(
          issue(
            'error',
            'edge.function',
            e,
            x.from ?? '',
            `Chuyển chức năng từ ${x.from ?? 'ngoài sổ bộ'}: nêu chức năng nào.`,
          ),
        )
  if (e.kind === 'level' && e.renames.length + e.units.length === 0)
    found.push(issue('error', 'level.nothing', e, '', 'Đổi loại, đổi cấp: nêu tên và loại mới của đơn vị.'))
  return found
}

/** A new event must say who inherits; an end without any heir is a dissolution, and says so. */
const mayLackHeir = (e: EventFact, own: readonly EdgeFact[], history: boolean): boolean =>
  history || (e.kind === 'dissolve' && own.every((x) => x.note !== ''))

function edgeIssues(e: EventFact, before: KnownUnits, after: KnownUnits, history: boolean): Issue[] {
  const found = e.edges.flatMap((x) => oneEdgeIssues(e, x, before, after))
  for (const code of e.ends) {
    const own = e.edges.filter((x) => x.from === code)
    if (own.length === 0)
      found.push(
        issue(
          'error',
          'end.no-successor',
          e,
          code,
          `Đơn vị ${code} kết thúc mà không nêu nơi kế thừa. Ghi đơn vị kế thừa, hoặc ghi "to": null, "basis": "unknown" kèm ghi chú nếu kết thúc hẳn.`,
        ),
      )
    else if (own.some((x) => x.to === null) && !mayLackHeir(e, own, history))
      found.push(
        issue(
          'error',
          'end.successor-unknown',
          e,
          code,
          `Đơn vị ${code} kết thúc, nơi kế thừa chưa xác định. Sự kiện mới phải nêu nơi kế thừa; kết thúc hẳn thì dùng loại dissolve kèm ghi chú.`,
        ),
      )
    else if (own.every((x) => x.to === null))
      found.push(
        issue(
          'warning',
          'end.successor-unknown',
          e,
          code,
          `Đơn vị ${code} kết thúc, nơi kế thừa chưa xác định. Nhiệm vụ đang mang sẽ chưa có chủ.`,
        ),
      )
    if (own.some((x) => x.to === code))
      found.push(
        issue('error', 'unit.overlaps', e, code, `Đơn vị ${code} vừa kết thúc vừa tự kế thừa. Bỏ một trong hai.`),
      )
  }
  const leaving = new Set(e.edges.flatMap((x) => (x.from !== null && !e.ends.includes(x.from) ? [x.from] : [])))
  for (const code of leaving)
    if (!e.edges.some((x) => x.from === code && x.to === code))
      found.push(
        issue(
          'error',
          'unit.stays',
          e,
          code,
          `Đơn vị ${code} còn hoạt động. Thêm liên kết từ ${code} tới chính nó để ghi phần giữ lại.`,
        ),
      )
  for (const key of repeated(
    e.edges.map((x) => `${x.from ?? '?'} → ${x.to ?? '?'} · ${x.function ?? ''} · ${x.from === null ? x.note : ''}`),
  ))
    found.push(
      issue('error', 'edge.twice', e, key.split(' ')[0] ?? '', `Liên kết ${key.split(' · ')[0]} được ghi hai lần.`),
    )
  const inherited = new Set(e.edges.map((x) => x.to))
  for (const u of e.units)
    if (e.kind !== 'establish' && !inherited.has(u.code))
      found.push(
        issue(
          'warning',
          'unit.from-nothing',
          e,
          u.code,
          `Đơn vị mới ${u.code} không kế thừa đơn vị nào. Kiểm tra lại nếu có đơn vị nhập vào.`,
        ),
      )
  return [...found, ...weightIssues(e)]
}

function oneEdgeIssues(e: EventFact, x: EdgeFact, before: KnownUnits, after: KnownUnits): Issue[] {
  const found: Issue[] = []
  if (x.from !== null && !before.has(x.from))
    found.push(issue('error', 'unit.unknown', e, x.from, `Không có đơn vị mã ${x.from} trong sổ bộ.`))
  else if (x.from !== null && !aliveBefore(before.get(x.from), e.on))
    found.push(
      issue('error', 'unit.not-valid', e, x.from, `Đơn vị ${x.from} không hoạt động trước ngày ${showDay(e.on)}.`),
    )
  if (x.to !== null && !after.has(x.to))
    found.push(issue('error', 'unit.unknown', e, x.to, `Không có đơn vị mã ${x.to} trong sổ bộ.`))
  else if (x.to !== null && !aliveOn(after.get(x.to), e.on))
    found.push(
      issue('error', 'unit.not-valid', e, x.to, `Đơn vị kế thừa ${x.to} không hoạt động ngày ${showDay(e.on)}.`),
    )
  if (x.to === null && x.basis !== 'unknown')
    found.push(
      issue(
        'error',
        'edge.basis',
        e,
        x.from ?? '',
        `Liên kết từ ${x.from ?? 'ngoài sổ bộ'} chưa có nơi kế thừa thì độ chắc phải là "unknown".`,
      ),
    )
  if (x.from === null && x.to === null)
    found.push(issue('error', 'edge.empty', e, '', 'Có liên kết không nêu cả nơi đi và nơi đến.'))
  return found
}

/** Mồ côi: units that still stand under one that ended. */
function orphanIssues(today: readonly EventFact[], known: KnownUnits): Issue[] {
  const gone = new Map(today.flatMap((e) => e.ends.map((c) => [c, e] as const)))
  const found: Issue[] = []
  for (const [code, u] of known) {
    const e = u.parent === null ? undefined : gone.get(u.parent)
    if (e && aliveOn(u, e.on))
      found.push(
        issue(
          'error',
          'unit.orphan',
          e,
          code,
          `Đơn vị ${code} vẫn trực thuộc ${u.parent} đã kết thúc. Nêu đơn vị cấp trên mới hoặc kết thúc cùng ngày.`,
        ),
      )
  }
  return found
}

function loops(code: string, known: KnownUnits): boolean {
  const seen = new Set<string>()
  for (let at: string | null = code; at !== null; at = known.get(at)?.parent ?? null) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

const repeated = (list: readonly string[]): string[] => [...new Set(list.filter((x, i) => list.indexOf(x) !== i))]

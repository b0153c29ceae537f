/** Báo cáo thành gói và ghép lại: nothing changes on the way; a part that is missing is named. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { giveBack, isStrange, strangeNames } from './give-back.ts'
import { keyOf, type Part, part } from './part.ts'
import { kindOf, PROFILE } from './profile.ts'
import { assemble, type PacketReport, recordsOfReports } from './reports.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 20 })
const code = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
const cell = fc.record({
  toDate: fc.option(fc.integer()),
  wholeYear: fc.option(fc.integer()),
  note: text,
})
const group = fc.record({
  text,
  nothing: fc.boolean(),
  evidence: fc.array(fc.record({ number: text, day: text, fileId: fc.constant(null), fileName: fc.option(text) }), {
    maxLength: 2,
  }),
})
const keyed = <T>(value: fc.Arbitrary<T>, key = code) =>
  fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true })
const content = fc.record({
  nothing: fc.option(text),
  paragraphs: keyed(text),
  cells: keyed(
    cell,
    fc.tuple(code, code).map((k) => k.join('.')),
  ),
  groups: keyed(group),
  explanations: keyed(text),
})
const version = fc.record({
  content,
  findings: fc.array(fc.record({ id: text, severity: text }, { noNullPrototype: true }), { maxLength: 2 }),
  preparedBy: text,
  signedBy: text,
  signedByPost: text,
  sentAt: fc.constant('2026-12-04T03:00:00Z'),
  late: fc.boolean(),
  daysLate: fc.nat(9),
  sha256: fc.constant('ab'),
})
const report: fc.Arbitrary<PacketReport> = fc
  .record({
    body: code,
    name: text,
    code: text,
    state: code,
    dueBefore: fc.constant('2026-12-05'),
    versions: fc.array(version, { minLength: 1, maxLength: 3 }),
  })
  .map((r) => ({ ...r, versions: r.versions.map((v, i) => ({ ...v, number: i + 1 })) }))
const reports = fc.uniqueArray(report, { maxLength: 3, selector: (r) => r.body })
const about = { regime: 'KH1459-năm', year: 2026, stateLabel: (s: string) => s.toUpperCase() }

const kinded = (all: ReturnType<typeof recordsOfReports>) =>
  Object.entries(all).flatMap(([id, records]) => {
    const kind = kindOf(PROFILE, id)
    return kind ? records.map((record) => ({ kind, key: keyOf(kind.key, record), record })) : []
  })

describe('Báo cáo', () => {
  it('thành gói rồi ghép lại thì đúng như trước', () => {
    fc.assert(
      fc.property(reports, (list) => {
        const { years, waiting } = assemble(kinded(recordsOfReports(about, list)))
        expect(waiting).toEqual([])
        const byBody = (a: PacketReport, b: PacketReport) => (a.body < b.body ? -1 : 1)
        expect(years.flatMap((y) => y.reports).sort(byBody)).toEqual(list.toSorted(byBody))
      }),
      { numRuns: 80 },
    )
  })
  it('thiếu phần nào thì chờ và nêu phần ấy, không ghép nửa chừng', () => {
    fc.assert(
      fc.property(
        reports.filter((l) => l.length > 0),
        fc.nat(),
        (list, at) => {
          const all = kinded(recordsOfReports(about, list)).filter((r) => r.kind.id !== 'du-lieu-danh-sach')
          const gone = at % all.length
          const { years, waiting } = assemble(all.filter((_, i) => i !== gone))
          const lost = all[gone]?.kind.id
          // The only outline of a body takes its forms along: what is left is the status, waiting for the outline.
          if (lost !== 'de-cuong-da-gui') expect(waiting).toHaveLength(1)
          expect(years.flatMap((y) => y.reports).length + waiting.length).toBe(list.length)
        },
      ),
      { numRuns: 80 },
    )
  })
  it('gói bất kỳ không làm hỏng việc ghép', () => {
    const status = kindOf(PROFILE, 'trang-thai')
    expect(status && assemble([{ kind: status, key: 'x', record: part({}) }]).waiting).toEqual([
      { period: 0, body: '', lacks: ['báo cáo đề cương đã gửi'] },
    ])
  })
})

describe('Trường lạ', () => {
  const fields = kindOf(PROFILE, 'du-lieu-mau')?.fields ?? []
  const strange = (p: Part, name: string): Part => ({ ...p, other: { [name]: 1 } })
  const row = (id: string) => part({ code: id, toDate: 1 })
  it('đi theo đúng bản ghi, đúng dòng; số của hệ thống không đổi', () => {
    const ours = part({ form: 'bieu-2', rows: [row('a'), row('b')] })
    const kept = strange(part({ form: 'bieu-2', rows: [strange(row('b'), 'mau'), strange(row('mat'), 'x')] }), 'la')
    expect(giveBack(fields, ours, kept)).toEqual(
      strange(part({ form: 'bieu-2', rows: [row('a'), strange(row('b'), 'mau')] }), 'la'),
    )
    expect([isStrange(ours), isStrange(kept)]).toEqual([false, true])
    expect(strangeNames(fields, kept)).toEqual(['la', 'cacDong.mau', 'cacDong.x'])
  })
})

/**
 * Khác nhau giữa hai bản chế độ: what a new version adds, takes away and changes, in the words of the form.
 */

import { canonicalJson } from './canonical.ts'
import { checkWords } from './check-words.ts'
import { fieldsOfItem, shownValue } from './item-form.ts'
import { type Regime, rowsOf } from './regime.ts'
import { PLACES } from './regime-places.ts'

/** Một chỗ khác. */
export type RegimeChange = { readonly how: 'them' | 'bo' | 'sua'; readonly what: string; readonly detail: string }

type Named = { readonly key: string; readonly name: string; readonly value: unknown }

/** The differences, in the order of the newer version; what was taken away stands last of its kind. */
export function regimeChanges(before: Regime, after: Regime): readonly RegimeChange[] {
  return [
    ...fieldChanges(before, after),
    ...compare('Biểu', tables(before), tables(after)),
    ...compare('Dòng', rows(before), rows(after)),
    ...compare('Mục', sections(before), sections(after)),
    ...compare('Phần', parts(before), parts(after)),
    ...compare('Giao báo cáo', lines(before), lines(after)),
    ...compare('Phép kiểm tra', checks(before), checks(after)),
  ]
}

function fieldChanges(before: Regime, after: Regime): RegimeChange[] {
  return (['chung', 'han'] as const).flatMap((kind) =>
    fieldsOfItem(PLACES[kind].schema, after, []).flatMap((f): RegimeChange[] => {
      const [old, now] = [shownValue(f, before), shownValue(f, after)]
      const said = (v: string): string =>
        f.kind === 'tick' ? (v === '1' ? 'có' : 'không') : v === '' ? 'trống' : `«${v}»`
      return old === now ? [] : [{ how: 'sua', what: f.label, detail: `${said(old)} thành ${said(now)}` }]
    }),
  )
}

function compare(noun: string, before: readonly Named[], after: readonly Named[]): RegimeChange[] {
  const old = new Map(before.map((n) => [n.key, n]))
  const now = new Set(after.map((n) => n.key))
  const fresh = after.flatMap((n): RegimeChange[] => {
    const was = old.get(n.key)
    const what = `${noun}: ${n.name}`
    if (was === undefined) return [{ how: 'them', what, detail: '' }]
    if (canonicalJson(was.value) === canonicalJson(n.value)) return []
    return [{ how: 'sua', what, detail: was.name === n.name ? '' : `trước là «${was.name}»` }]
  })
  const gone = before
    .filter((n) => !now.has(n.key))
    .map((n): RegimeChange => ({ how: 'bo', what: `${noun}: ${n.name}`, detail: '' }))
  return [...fresh, ...gone]
}

const tables = (r: Regime): Named[] => r.tables.map(({ rows: _, ...t }) => ({ key: t.id, name: t.title, value: t }))

const rows = (r: Regime): Named[] =>
  rowsOf(r).map(({ key, row, table }) => ({ key, name: `${table.title.split('.')[0]}, ${row.label}`, value: row }))

const sections = (r: Regime): Named[] => r.sections.map((s) => ({ key: s.title, name: s.title, value: s.no }))

const parts = (r: Regime): Named[] =>
  r.sections.flatMap((s) =>
    s.parts.map((p) => {
      const name = p.kind === 'table' ? p.table : p.label
      const id = p.kind === 'paragraph' ? p.id : p.kind === 'table' ? p.table : p.kind
      return { key: `${p.kind}.${id}`, name: `mục ${s.no}, ${name}`, value: { ...p, section: s.title } }
    }),
  )

const lines = (r: Regime): Named[] =>
  (r.assignment ?? []).map((l) => ({ key: canonicalJson(l), name: `${l.kind} ${l.ref}`.trim(), value: l }))

const checks = (r: Regime): Named[] =>
  r.checks.map((c) => ({ key: canonicalJson(c), name: checkWords(r, c).sentence, value: c }))

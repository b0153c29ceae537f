/** Trang một đơn vị: names over time, parents, codes, predecessors and successors, what stood under it. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import { holdsOn, showValidity } from '../../../kernel/validity.ts'
import { card, columns, facts, stack } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState, message } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { type Happening, timeline } from '../../../ui/timeline.ts'
import type { UnitRecord } from '../views.ts'
import { type Edge, KINDS, type OrgEvent, SCHEMES, UNIT_GROUPS, type Unit } from '../words.ts'
import { eventHref, treeHref, unitHref } from './address.ts'
import { basisState } from './basis.ts'

/** A link of the unit to another one, with its event. */
export type Kin = Pick<Edge, 'part' | 'function' | 'basis' | 'note'> &
  Pick<OrgEvent, 'on' | 'key' | 'title' | 'act'> & { readonly other: Pick<Unit, 'code' | 'name'> | null }

/** What the page shows. */
export type UnitView = {
  readonly unit: Unit
  readonly record: UnitRecord
  readonly day: Day
  readonly parentNames: Readonly<Record<string, Pick<Unit, 'code' | 'name'>>>
  readonly predecessors: readonly Kin[]
  readonly successors: readonly Kin[]
  readonly children: readonly Unit[]
}

/** The page. */
export function unitPage(v: UnitView): Html {
  const u = v.unit
  return html`${head({
    over: html`<a href="${treeHref(v.day)}">Tổ chức</a> · ${u.code} · ${UNIT_GROUPS[u.group].label}`,
    title: u.kind === 'body' ? u.name : `${u.name} (${u.officeName})`,
    state: holdsOn(u.valid, v.day)
      ? state('ok', `Hoạt động ${showValidity(u.valid)}`)
      : state(
          'idle',
          u.valid.from > v.day ? `Bắt đầu ${showDay(u.valid.from)}` : `Đã kết thúc, ${showValidity(u.valid)}`,
        ),
  })}
${u.valid.to !== null && v.successors.every((s) => s.other === null) ? message({ kind: 'soon', title: 'Chưa xác định được nơi kế thừa', body: 'Nhiệm vụ của đơn vị chưa có chủ cho đến khi có văn bản nêu nơi kế thừa.', announce: false }) : ''}
${columns('aside', [stack(kinCard('Kế thừa từ', v.predecessors, 'Ngoài sổ bộ'), kinCard('Chuyển về', v.successors, 'Chưa xác định'), childrenCard(v), unchanged(v)), stack(namesCard(v), sourceCard(v))])}`
}

/** Said where links would stand, for a unit nothing happened to. */
const unchanged = (v: UnitView): Html | '' =>
  v.predecessors.length + v.successors.length + v.children.length > 0
    ? ''
    : emptyState('Sổ bộ không ghi sáp nhập, chia tách hay đơn vị trực thuộc nào.')

const kinCard = (title: string, kin: readonly Kin[], missing: string): Html | '' =>
  kin.length === 0
    ? ''
    : card({
        title,
        fit: 'flush',
        body: table({
          caption: title,
          rows: kin,
          empty: '',
          columns: [
            {
              label: 'Đơn vị',
              cell: (k) =>
                k.other
                  ? html`<a href="${unitHref(k.other.code)}">${k.other.name}</a> <small>${k.other.code}</small>`
                  : html`<span class="none">${missing}</span>`,
            },
            { label: 'Phần', cell: (k) => k.function ?? (k.part === 'full' ? 'Toàn bộ' : 'Một phần') },
            { label: 'Ngày', kind: 'day', cell: (k) => showDay(k.on) },
            { label: 'Văn bản', cell: (k) => html`<a href="${eventHref(k.key)}">${k.act}</a>` },
            { label: 'Độ chắc', kind: 'state', cell: (k) => basisState(k.basis) },
          ],
        }),
      })

function childrenCard(v: UnitView): Html | '' {
  if (v.children.length === 0) return ''
  return card({
    title: `${showNumber(v.children.length)} đơn vị trực thuộc ngày ${showDay(v.day)}`,
    fit: 'flush',
    body: table({
      caption: 'Đơn vị trực thuộc',
      rows: v.children,
      href: (c) => unitHref(c.code, v.day),
      empty: '',
      columns: [
        { label: 'Đơn vị', kind: 'name', cell: (c) => c.name },
        { label: 'Nhóm', cell: (c) => UNIT_GROUPS[c.group].label },
        { label: 'Mã', cell: (c) => c.code, room: 'tight' },
      ],
    }),
  })
}

/** Everything that happened to the unit, newest first; one of a day in the order: what it was called, where it stood, its links. */
function happenings(v: UnitView): Happening[] {
  const first = v.unit.valid.from
  const named = v.record.names.map((n) => ({
    on: n.valid.from,
    who: n.officeName === n.name ? n.name : `${n.name} · ${n.officeName}`,
    what: n.valid.from === first ? 'bắt đầu trong sổ bộ' : 'là tên từ ngày này',
    kind: 'done' as const,
  }))
  const placed = v.record.parents.flatMap((p) => {
    const parent = v.parentNames[p.id]
    return parent
      ? [
          {
            on: p.valid.from,
            who: 'Trực thuộc',
            what: html`<a href="${unitHref(parent.code, p.valid.from)}">${parent.name}</a>`,
            kind: 'idle' as const,
          },
        ]
      : []
  })
  const kin = (list: readonly Kin[], who: string, missing: string) =>
    list.map((k) => ({
      on: k.on,
      who,
      what: html`${k.other ? html`<a href="${unitHref(k.other.code)}">${k.other.name}</a>` : missing}${k.function === null ? (k.part === 'part' ? ', một phần' : '') : `, ${k.function}`}`,
      detail: html`<p>${basisState(k.basis)} <a href="${eventHref(k.key)}">${k.act}</a></p>`,
      kind: (k.basis === 'seen' || k.basis === 'derived' ? 'done' : 'soon') as 'done' | 'soon',
    }))
  const ended =
    v.unit.valid.to === null
      ? []
      : [{ on: v.unit.valid.to, who: 'Kết thúc hoạt động', what: '', kind: 'exempt' as const }]
  const all = [
    ...ended,
    ...kin(v.successors, 'Chuyển về', 'nơi chưa xác định'),
    ...kin(v.predecessors, 'Nhận từ', 'đơn vị ngoài sổ bộ'),
    ...placed,
    ...named,
  ]
  return all
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .map(({ on, ...h }) => ({ ...h, when: showDay(on) }))
}

const namesCard = (v: UnitView): Html =>
  card({
    title: 'Dòng thời gian',
    body: html`${timeline(happenings(v))}${facts(
      v.record.identifiers.map((i) => [`${SCHEMES[i.scheme].label}, ${showValidity(i.valid)}`, i.value] as const),
    )}`,
  })

const sourceCard = (v: UnitView): Html =>
  card({
    title: 'Nguồn',
    body: facts([
      ['Loại', KINDS[v.unit.kind].label],
      ['Độ chắc', basisState(v.record.basis)],
      ['Nguồn', v.record.source],
      ...(v.record.note === '' ? [] : [['Ghi chú', v.record.note] as const]),
    ]),
  })

/** Trang «Tổ chức»: the tree as of a day, search, and the events that made it. */
import { addDays, type Day, showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, columns, stack } from '../../../ui/card.ts'
import { chips } from '../../../ui/chips.ts'
import { dateField, form, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState, message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import { type TreeNode as TreeItem, tree } from '../../../ui/tree.ts'
import { canLoadRegister, canRecordEvents } from '../rights.ts'
import { CHANGE_KINDS, type Change } from '../rules/compare-days.ts'
import type { EventLine } from '../views.ts'
import { GROUP_ORDER, KINDS, type TreeNode, UNIT_GROUPS, type Unit, type UnitGroup } from '../words.ts'
import { ALIASES, CHANGES, TREE, treeHref, unitHref } from './address.ts'
import { eventLines } from './event-lines.ts'

/** What the page shows. */
export type TreeView = {
  readonly day: Day
  readonly start: Day | null
  /** Typed day that is no day, as typed. */
  readonly wrongDay: string | null
  readonly typed: string
  readonly root: Unit | null
  readonly tree: TreeNode | null
  readonly groupOf: Readonly<Record<string, UnitGroup>>
  readonly counts: Readonly<Record<Unit['kind'], number>>
  /** The day compared with, and what is different; null = none asked for. */
  readonly compared: Compared | null
  readonly found: readonly (Unit & { readonly parentName: string })[]
  readonly events: readonly EventLine[]
}

/** So với một ngày khác: changes from that day, with the names of units above. */
export type Compared = {
  readonly with: Day
  readonly changes: readonly Change[]
  readonly parents: Readonly<Record<string, string>>
}

/** Who may, loads what ships with the system by one press; others read whom to ask. */
const loading = (seen: Seen): Html =>
  canLoadRegister.allows(seen.actor)
    ? form({ action: `${TREE}/nap`, csrf: seen.csrf, body: button({ label: 'Nạp sổ bộ kèm theo', kind: 'main' }) })
    : html`<p>${canLoadRegister.sentence} Liên hệ: ${canLoadRegister.ask}.</p>`

/** The page. */
export function treePage(v: TreeView, seen: Seen): Html {
  if (v.start === null)
    return html`${head({ title: 'Sổ bộ tổ chức còn trống' })}${emptyState('Chưa có đơn vị nào trong sổ bộ.', loading(seen))}`
  return html`${head({ over: `Tổ chức và địa bàn · ngày ${showDay(v.day)}`, title: titleOf(v), lead: leadOf(v), actions: html`${linkButton({ label: 'Xem tên gọi khác', href: ALIASES })}${canRecordEvents.allows(seen.actor) ? linkButton({ label: 'Biến động tổ chức', href: CHANGES, kind: 'main' }) : ''}` })}
${columns('aside', [stack(finder(v), results(v), comparison(v), treeCard(v)), timelineCard(v)])}`
}

function titleOf(v: TreeView): string {
  if (!v.root) return `Không có đơn vị nào ngày ${showDay(v.day)}`
  const parts = [
    `${showNumber(v.counts.body)} cơ quan, đơn vị`,
    ...(v.counts.district > 0 ? [`${showNumber(v.counts.district)} cấp huyện`] : []),
    `${showNumber(v.counts.commune)} cấp xã`,
  ]
  return `${v.root.name}: ${parts.join(', ')}`
}

const leadOf = (v: TreeView): string =>
  v.counts.district > 0
    ? 'Mỗi đơn vị hành chính vừa là địa bàn, vừa là ủy ban nhân dân của địa bàn ấy.'
    : 'Chính quyền địa phương hai cấp: cấp xã trực thuộc cấp tỉnh. Mỗi đơn vị hành chính vừa là địa bàn, vừa là ủy ban nhân dân.'

function finder(v: TreeView): Html {
  const wrong = v.wrongDay === null ? undefined : 'Ngày phải là ngày có thật, ví dụ 01/07/2025'
  const turns = [...new Set(v.events.map((e) => e.on))].sort()
  const days = [...new Set([...turns.map((d) => addDays(d, -1)), ...turns])].sort()
  return card({
    body: html`${form({
      method: 'get',
      action: TREE,
      label: 'Chọn ngày và tìm đơn vị',
      wide: true,
      body: html`<div class="row-fields">${dateField({ name: 'ngay', label: 'Xem tại ngày', value: v.wrongDay ?? showDay(v.day), error: wrong })}${dateField({ name: 'so', label: 'So với ngày', value: showDay(v.compared?.with), optional: true })}${textField({ name: 'tim', label: 'Tìm đơn vị', value: v.typed, type: 'search', size: 'medium', hint: 'Tên có dấu, không dấu hoặc mã', optional: true })}${button({ label: 'Xem tổ chức', kind: 'plain' })}</div>`,
    })}${chips(
      'Ngày có thay đổi và ngày liền trước',
      days.map((d) => ({ label: showDay(d), href: treeHref(d), current: d === v.day })),
    )}`,
  })
}

function results(v: TreeView): Html | '' {
  if (v.typed === '') return ''
  const none = html`Không thấy đơn vị nào tên «${v.typed}» ngày ${showDay(v.day)}. <a href="${treeHref(v.day)}">Bỏ điều kiện tìm</a>`
  return card({
    title: `${showNumber(v.found.length)} đơn vị khớp «${v.typed}»`,
    fit: 'flush',
    body: table({
      caption: `Đơn vị khớp ${v.typed}`,
      rows: v.found.slice(0, 50),
      href: (u) => unitHref(u.code, v.day),
      empty: none,
      columns: [
        { label: 'Đơn vị', kind: 'name', cell: (u) => (u.kind === 'body' ? u.name : u.officeName) },
        { label: 'Trực thuộc', cell: (u) => u.parentName },
        { label: 'Nhóm', cell: (u) => UNIT_GROUPS[u.group].label, phone: 'hide' },
        { label: 'Mã', cell: (u) => u.code, room: 'tight' },
      ],
    }),
    ...(v.found.length > 50 ? { foot: 'Chỉ hiện 50 đơn vị đầu. Viết thêm để thu hẹp.' } : {}),
  })
}

function comparison(v: TreeView): Html | '' {
  const c = v.compared
  if (c === null) return ''
  const count = (kind: Change['kind']) => c.changes.filter((x) => x.kind === kind).length
  const kinds = (Object.keys(CHANGE_KINDS) as Change['kind'][]).filter((k) => count(k) > 0)
  const title = `So với ngày ${showDay(c.with)}: ${kinds.map((k) => `${showNumber(count(k))} ${CHANGE_KINDS[k].toLowerCase()}`).join(', ') || 'không có gì khác'}`
  const parent = (u: Unit | null) => c.parents[u?.parentId ?? ''] ?? ''
  const cell = (u: Unit | null, x: Change) =>
    u === null
      ? html`<span class="none">Chưa có</span>`
      : x.kind === 'moved'
        ? parent(u)
        : html`<a href="${unitHref(u.code, x.after === null ? c.with : v.day)}">${u.name}</a> <small>${u.code}</small>`
  return card({
    title,
    fit: 'flush',
    body: table({
      caption: title,
      rows: c.changes.slice(0, MOST_CHANGES),
      group: (x) => CHANGE_KINDS[x.kind],
      empty: 'Hai ngày này có cùng các đơn vị, tên và cấp trên.',
      columns: [
        { label: 'Đơn vị', kind: 'name', cell: (x) => (x.after ?? x.before)?.officeName ?? '' },
        {
          label: `Ngày ${showDay(c.with)}`,
          cell: (x) => (x.before === null ? html`<span class="none">Chưa có</span>` : cell(x.before, x)),
        },
        {
          label: `Ngày ${showDay(v.day)}`,
          cell: (x) => (x.after === null ? html`<span class="none">Không còn</span>` : cell(x.after, x)),
        },
      ],
    }),
    ...(c.changes.length > MOST_CHANGES
      ? { foot: `Chỉ hiện ${MOST_CHANGES} thay đổi đầu trong ${showNumber(c.changes.length)}. Xem từng sự kiện ở bên.` }
      : {}),
  })
}

/** Changes shown at once. */
const MOST_CHANGES = 100

/** Bodies are gathered under the name of their group; districts and communes stand by themselves. */
function items(v: TreeView, node: TreeNode): TreeItem[] {
  const groups = GROUP_ORDER.flatMap((g): TreeItem[] => {
    const members = node.children.filter((c) => v.groupOf[c.code] === g)
    if (members.length === 0) return []
    const children = members.map((m) => item(v, m))
    return node.kind === 'province'
      ? [{ id: `nhom-${g}`, label: UNIT_GROUPS[g].label, selectable: false, children }]
      : children
  })
  return groups
}

const item = (v: TreeView, n: TreeNode): TreeItem => ({
  id: n.code,
  label: n.name,
  note: n.to === null ? n.code : `${n.code} · đến hết ${showDay(addDays(n.to, -1))}`,
  href: unitHref(n.code, v.day),
  children: items(v, n),
})

function treeCard(v: TreeView): Html {
  if (!v.tree || !v.root)
    return message({
      kind: 'info',
      title: `Sổ bộ không có đơn vị nào ngày ${showDay(v.day)}`,
      body: v.start === null ? '' : `Sổ bộ bắt đầu ghi từ ngày ${showDay(v.start)}.`,
      announce: false,
    })
  const open =
    v.counts.district > 0
      ? ['nhom-co-quan-chuyen-mon', 'nhom-cap-huyen', v.tree.code]
      : ['nhom-co-quan-chuyen-mon', v.tree.code]
  return card({
    title: 'Cây tổ chức',
    aside: KINDS[v.root.kind].label,
    body: tree({ label: `Cây tổ chức ngày ${showDay(v.day)}`, nodes: [item(v, v.tree)], open }),
  })
}

const timelineCard = (v: TreeView): Html => card({ title: 'Sự kiện tổ chức', body: eventLines(v.events, v.day) })

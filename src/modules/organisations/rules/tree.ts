/** Cây tổ chức: which unit stands under which on one day. */
import { sortKey } from '../../../kernel/text.ts'
import { GROUP_ORDER, type TreeNode, type Unit } from '../words.ts'

/** Children of each unit, in the order of `units`; a parent that is not among them counts as none. */
export function childrenOf<U extends Pick<Unit, 'id' | 'parentId'>>(units: readonly U[]): Map<string | null, U[]> {
  const known = new Set(units.map((u) => u.id))
  const children = new Map<string | null, U[]>()
  for (const u of units) {
    const parent = u.parentId !== null && known.has(u.parentId) ? u.parentId : null
    const list = children.get(parent)
    if (list) list.push(u)
    else children.set(parent, [u])
  }
  return children
}

const rank = (u: Unit): string =>
  `${String(GROUP_ORDER.indexOf(u.group)).padStart(2, '0')} ${u.kind === 'body' ? sortKey(u.name) : u.code} ${u.code}`

/** Units in the order of lists: by group, bodies by name in Vietnamese order, places by code. */
export function inOrder(units: readonly Unit[]): Unit[] {
  const ranked = units.map((u) => [rank(u), u] as const)
  return ranked.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, u]) => u)
}

/** The tree below `rootId` on the day `units` were read for; null when the root did not hold on that day. */
export function treeOn(units: readonly Unit[], rootId: string): TreeNode | null {
  const root = units.find((u) => u.id === rootId)
  if (!root) return null
  const children = childrenOf(inOrder(units))
  const node = (u: Unit): TreeNode => ({
    code: u.code,
    name: u.name,
    kind: u.kind,
    type: u.type,
    from: u.valid.from,
    to: u.valid.to,
    children: (children.get(u.id) ?? []).map(node),
  })
  return node(root)
}

/** The units themselves and everything below them. */
export function subtree(units: readonly Pick<Unit, 'id' | 'parentId'>[], unitIds: readonly string[]): string[] {
  const children = childrenOf(units)
  const known = new Set(units.map((u) => u.id))
  const found = new Set<string>()
  const visit = (id: string): void => {
    if (found.has(id)) return
    found.add(id)
    for (const c of children.get(id) ?? []) visit(c.id)
  }
  for (const id of unitIds) if (known.has(id)) visit(id)
  return [...found]
}

/** How many units of each kind stand on the day. */
export function countKinds(units: readonly Unit[]): Record<Unit['kind'], number> {
  const counts = { province: 0, district: 0, commune: 0, body: 0 }
  for (const u of units) counts[u.kind]++
  return counts
}

/**
 * Cây: units under units. Opens and closes without scripts; used to look and to pick.
 */
import { attributes, type Fragment, type Html, html } from './html.ts'

/** Một nút của cây. */
export type TreeNode = {
  readonly id: string
  readonly label: string
  /** Code, type, dates: small text after the name. */
  readonly note?: Fragment
  readonly href?: string
  readonly children?: readonly TreeNode[]
  /** False: shown for its children only. */
  readonly selectable?: boolean
}

/** Chọn trong cây. */
export type TreePick = {
  readonly name: string
  readonly kind: 'one' | 'many'
  readonly chosen: readonly string[]
}

/** Cây. */
export type Tree = {
  readonly label: string
  readonly nodes: readonly TreeNode[]
  /** Ids that stand open; those above a chosen node open by themselves. */
  readonly open?: readonly string[]
  readonly pick?: TreePick
}

const holds = (node: TreeNode, ids: readonly string[]): boolean =>
  (node.children ?? []).some((c) => ids.includes(c.id) || holds(c, ids))

function nodeLabel(t: Tree, n: TreeNode): Html {
  const words = n.href === undefined ? html`<span>${n.label}</span>` : html`<a href="${n.href}">${n.label}</a>`
  const note = n.note === undefined ? '' : html` <small>${n.note}</small>`
  if (t.pick === undefined || n.selectable === false) return html`<span class="tree-label">${words}${note}</span>`
  const own = attributes({
    type: t.pick.kind === 'one' ? 'radio' : 'checkbox',
    name: t.pick.name,
    value: n.id,
    checked: t.pick.chosen.includes(n.id),
  })
  return html`<label class="tree-label"><input${own}>${words}${note}</label>`
}

function nodeItem(t: Tree, n: TreeNode): Html {
  const children = n.children ?? []
  if (children.length === 0) return html`<li class="leaf">${nodeLabel(t, n)}</li>`
  const open = (t.open ?? []).includes(n.id) || holds(n, t.pick?.chosen ?? [])
  return html`<li>${nodeLabel(t, n)}<details${attributes({ open })}><summary><span class="hidden">Đơn vị thuộc ${n.label}, </span>${children.length}</summary><ul>${children.map((c) => nodeItem(t, c))}</ul></details></li>`
}

/** A tree to read or to pick from. */
export const tree = (t: Tree): Html =>
  t.pick === undefined
    ? html`<div class="tree" role="group" aria-label="${t.label}"><ul>${t.nodes.map((n) => nodeItem(t, n))}</ul></div>`
    : html`<fieldset class="tree"><legend class="label">${t.label}</legend><ul>${t.nodes.map((n) => nodeItem(t, n))}</ul></fieldset>`

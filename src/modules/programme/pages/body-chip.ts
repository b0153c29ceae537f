/** Nhãn cơ quan: what a written name turned out to be, in one line: the body, the group, its end and heirs, or unclear. */
import { showDay } from '../../../kernel/day.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { type StateKind, state } from '../../../ui/state.ts'
import { isOpenName } from '../rules/named-bodies.ts'
import type { NameKind, Resolution } from '../words.ts'

const SHAPE: Readonly<Record<NameKind, StateKind>> = {
  single: 'done',
  group: 'done',
  open: 'idle',
  outside: 'idle',
  ended: 'soon',
  ambiguous: 'soon',
  unknown: 'soon',
}

const FEW = 3

/** "A (chức năng), B và 4 cơ quan khác". */
function heirs(list: readonly { name: string; function: string | null }[]): string {
  if (list.length === 0) return 'chưa xác định'
  const shown = list.slice(0, FEW).map((h) => (h.function === null ? h.name : `${h.name} (${h.function})`))
  return `${shown.join('; ')}${list.length > FEW ? ` và ${list.length - FEW} cơ quan khác` : ''}`
}

/** "kết thúc từ 20/02/2025, kế thừa: …"; a name given up for another says the new one. */
export function endingWords(r: Resolution): string {
  if (r.ended === null) return ''
  const on = showDay(r.ended.on)
  if (r.ended.renamed) return `đổi tên từ ${on}, nay là ${r.ended.heirs[0]?.name ?? ''}`
  if (r.kind !== 'single' && !(r.kind === 'ended' && r.units.length > 0)) return `có phần kết thúc từ ${on}`
  const before = r.kind === 'ended' ? ' (trước ngày văn bản)' : ''
  return `kết thúc từ ${on}${before}, kế thừa: ${heirs(r.ended.heirs)}`
}

function words(r: Resolution): string {
  const body = r.units[0]?.name ?? ''
  if (r.kind === 'single') return body
  if (r.kind === 'ended') return body || 'Nhóm cơ quan này'
  if (r.kind === 'group')
    return r.by === 'list'
      ? r.units
          .map((u) => u.name)
          .slice(0, 6)
          .join(', ')
      : r.words
  if (r.kind === 'open') return `Nhóm không cố định${r.words.startsWith('sổ bộ') ? `: ${r.words}` : ''}`
  if (r.kind === 'outside')
    return `Ngoài sổ bộ${r.words === 'Ngoài sổ bộ' ? '' : `: ${r.words.charAt(0).toLowerCase()}${r.words.slice(1)}`}`
  if (r.kind === 'ambiguous') return `${r.candidates.length} nơi cùng tên`
  return r.by === 'alias' ? 'Để nguyên, chưa xác định' : 'Chưa rõ cơ quan'
}

/** One line with shape and words; `lists` of many bodies are cut, the page of names holds them all. */
export function bodyChip(r: Resolution): Html {
  const more =
    r.by === 'list' && r.kind === 'group' && r.units.length > 6 ? ` và ${r.units.length - 6} cơ quan khác` : ''
  const tail = [
    r.leaders ? 'qua người đứng đầu' : '',
    r.open && r.kind === 'group' ? 'và các cơ quan khác không cố định' : '',
    endingWords(r),
  ].filter((w) => w !== '')
  const kind = r.ended !== null && r.kind === 'single' ? 'soon' : SHAPE[r.kind]
  return state(kind, [`${words(r)}${more}`, ...tail].join(' · '), { plain: true })
}

/** Tên và điều nó là. */
export type ToldName = { readonly name: string; readonly found: Resolution }

/** The address of the page of names; with a name, its form is open. */
export const namesHref = (document?: string, name?: string): string =>
  document === undefined || name === undefined
    ? '/ke-hoach/ten-co-quan'
    : `/ke-hoach/ten-co-quan?${new URLSearchParams({ vb: document, ten: name })}`

/**
 * What the names of one item are, name by name; a name that is the body to the letter and still stands says nothing new.
 * `document` = who reads may decide names that are open; null = nothing to decide.
 */
export function bodyLines(names: readonly ToldName[], document: string | null): Fragment {
  const telling = names.filter((b) => b.found.by !== 'exact' || b.found.kind !== 'single' || b.found.ended !== null)
  if (telling.length === 0) return ''
  const decide = (b: ToldName): Fragment =>
    document === null || !isOpenName(b)
      ? ''
      : html` <a href="${`${namesHref(document, b.name)}#quyet-dinh`}">Đối chiếu tên<span class="hidden"> ${b.name}</span></a>`
  return html`<ul class="read-facts">${telling.map((b) => html`<li>«${b.name}»: ${bodyChip(b.found)}${decide(b)}</li>`)}</ul>`
}

/** Gộp hai mục: two items that are one. The one kept takes over what it lacks; the other becomes part of it. */
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import { squeeze } from '../../../kernel/text.ts'
import type { Edits } from './item-values.ts'
import type { ReviewItem } from './review.ts'

/** Kinds whose items can be two halves of one. */
export const MERGEABLE: readonly ReviewItem['kind'][] = ['goal', 'task']

/** The items that `item` may become part of: of its kind, in force, nearest first. */
export function mergeTargets(items: readonly ReviewItem[], item: ReviewItem): ReviewItem[] {
  if (!MERGEABLE.includes(item.kind)) return []
  // What stands between two items counts, not where they begin: a long one before is nearer than a short one after.
  const far = (i: ReviewItem): number => Math.max(i.span[0] - item.span[1], item.span[0] - i.span[1])
  return items
    .filter((i) => i.kind === item.kind && i.key !== item.key && i.verdict !== 'rejected' && i.verdict !== 'merged')
    .sort((a, b) => far(a) - far(b))
}

/** The values of the kept item once the other is part of it. */
export function mergedValues(kept: ReviewItem, part: ReviewItem): Edits {
  const [first, second] = kept.span[0] <= part.span[0] ? [kept, part] : [part, kept]
  const figure = (kept.values.value ?? '') !== '' ? kept.values : part.values
  const either = (name: string): string => kept.values[name] || part.values[name] || ''
  const text = joinWords(first.text, second.text)
  if (kept.kind === 'goal') {
    const { comparator = '', value = '', valueHigh = '', unit = '' } = figure
    return { text, metric: either('metric'), comparator, value, valueHigh, unit, by: either('by') }
  }
  const lead = either('lead')
  const leads = lead.split('\n')
  const coordinate = [...lines(kept.values.coordinate), ...lines(part.values.coordinate)].filter(
    (n) => !leads.includes(n),
  )
  return {
    text,
    lead,
    coordinate: [...new Set(coordinate)].join('\n'),
    due: either('due'),
    product: either('product'),
    request: either('request'),
  }
}

const lines = (text: string | undefined): string[] => (text ?? '').split('\n').filter((row) => row !== '')

/** Both texts in the order of the document; the one that holds the other stands alone. */
function joinWords(first: string, second: string): string {
  const [a, b] = [squeeze(first), squeeze(second)]
  if (a.includes(b)) return a
  if (b.includes(a)) return b
  return `${a}${/[.;:,]$/.test(a) ? '' : ';'} ${b}`
}

/** Accepts two different items of one kind that are both in force. */
export function mergePair(
  items: readonly ReviewItem[],
  given: { item: string; into: string },
): Decision<{ kept: ReviewItem; part: ReviewItem }> {
  const part = items.find((i) => i.key === given.item)
  if (part === undefined)
    return refuse(
      'absent',
      'document.item-absent',
      'Không có mục này trong bản đọc. Mở lại văn bản để xem các mục hiện có.',
    )
  if (items.some((i) => i.mergedInto === part.key))
    return refuseFields('document.merge-chain', {
      into: 'Mục này đã nhận một mục khác gộp vào. Hoàn tác lần gộp đó trước',
    })
  const kept = mergeTargets(items, part).find((i) => i.key === given.into)
  if (kept === undefined || part.verdict === 'rejected' || part.verdict === 'merged')
    return refuseFields('document.merge-target', { into: 'Chọn một mục cùng loại đang có trong bản đọc' })
  return accept({ kept, part })
}

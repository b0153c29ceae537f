/** Khung của «Hồ sơ của tôi»: the six parts as tabs, on every page of the person. */
import { stack } from '../../../ui/card.ts'
import { tabs } from '../../../ui/chips.ts'
import { type Head, head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'

/** Các phần. */
export type Part = 'can-lam' | 'du-lieu' | 'ai-da-xem' | 'quyen-rieng-tu' | 'loi-moi' | 'in-ly-lich'

const PARTS: readonly (readonly [Part, string, string])[] = [
  ['can-lam', 'Cần làm', '/toi'],
  ['du-lieu', 'Dữ liệu', '/toi/du-lieu'],
  ['ai-da-xem', 'Ai đã xem', '/toi/ai-da-xem'],
  ['quyen-rieng-tu', 'Quyền riêng tư', '/toi/quyen-rieng-tu'],
  ['loi-moi', 'Lời mời', '/toi/loi-moi'],
  ['in-ly-lich', 'In lý lịch', '/toi/in-ly-lich'],
]

/** A page of the person: head, tabs, boxes. */
export const ownPage = (part: Part, h: Head, ...boxes: readonly Fragment[]): { asOf: null; body: Html } => ({
  asOf: null,
  body: html`${head({ over: 'Hồ sơ của tôi', ...h })}${tabs(
    'Các phần của hồ sơ',
    PARTS.map(([code, label, href]) => ({ label, href, current: code === part })),
  )}${stack(...boxes)}`,
})

/** The trail of a page below a part. */
export const crumbsOf = (part: Part, label: string): { label: string; href?: string }[] => {
  const found = PARTS.find(([code]) => code === part)
  return [{ label: 'Hồ sơ của tôi', href: '/toi' }, ...(found ? [{ label: found[1], href: found[2] }] : []), { label }]
}

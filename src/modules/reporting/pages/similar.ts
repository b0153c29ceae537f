/** Đoạn gần giống nhau: which paragraphs of bodies say nearly the same, why, and one press to let one stand for those chosen. */
import { showPercent } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { checkboxField, form, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import type { SimilarGroup } from '../rules/similar.ts'
import { HREF } from '../words.ts'

/** What the page shows. */
export type SimilarView = {
  readonly regime: string
  readonly year: number
  /** Of the provincial report the paragraphs stand in. */
  readonly version: number
  readonly groups: readonly (SimilarGroup & {
    /** "III.2" and its title. */
    readonly no: string
    readonly title: string
    /** Section of the paragraph that would stand. */
    readonly key: string
  })[]
}

/** Longest part of a paragraph shown; the whole stands in the report. */
const SHOWN = 600

const short = (text: string): string =>
  text.length <= SHOWN ? text : `${text.slice(0, SHOWN).replace(/\s+\S*$/, '')}…`

/** The page. */
export function similarPage(v: SimilarView, seen: Seen): Drawn {
  const crumbs = [{ label: `Báo cáo tỉnh năm ${v.year}`, href: HREF.provincial(v) }, { label: 'Đoạn gần giống nhau' }]
  const count = v.groups.reduce((n, g) => n + g.others.length + 1, 0)
  return {
    crumbs,
    body: stack(
      head({
        title:
          v.groups.length === 0
            ? 'Không có đoạn nào gần giống nhau'
            : `${count} đoạn gần giống nhau, thành ${v.groups.length} nhóm`,
        lead: 'Hệ thống không tự gộp. Gộp rồi vẫn tách lại được: để trống mục đã gộp.',
      }),
      ...(v.groups.length === 0
        ? [emptyState('Mỗi cơ quan viết một lời riêng, không có gì để gộp.')]
        : v.groups.map((g) => group(v, g, seen))),
    ),
  }
}

function group(v: SimilarView, g: SimilarView['groups'][number], seen: Seen): Html {
  // What all share is said once; a body that shares something else says it beside its name.
  const passages = g.others.map((o) => longest(o.shared))
  const common = passages.every((p) => p === passages[0]) ? (passages[0] ?? '') : ''
  return card({
    title: `${g.no}. ${g.lead.body} và ${g.others.length} cơ quan`,
    body: html`<p class="hint">${g.title}</p><p class="prose">${short(g.lead.text)}</p>${common === '' ? '' : html`<p class="hint">Cùng cụm «${short(common)}»</p>`}${form({
      action: HREF.provincial(v, 'gop-doan'),
      csrf: seen.csrf,
      version: v.version,
      label: `Gộp vào đoạn của ${g.lead.body}`,
      body: html`${hidden('key', g.key)}${checkboxField({
        name: 'bodies',
        id: `o-gop-${g.key.replaceAll(/[^\w]/g, '-')}`,
        label: 'Đoạn gộp vào đoạn trên',
        values: g.others.map((o) => o.said.body),
        options: g.others.map((o, i) => ({
          value: o.said.body,
          label: `${o.said.body}: giống ${showPercent(o.likeness, 0)}`,
          ...(common !== '' || passages[i] === '' ? {} : { hint: `cùng cụm «${short(passages[i] ?? '')}»` }),
        })),
      })}<div class="buttons">${button({ label: 'Giữ một đoạn, ghi tên các cơ quan đã chọn' })}</div>`,
    })}`,
  })
}

const longest = (passages: readonly string[]): string =>
  passages.reduce((best, p) => (p.length > best.length ? p : best), '')

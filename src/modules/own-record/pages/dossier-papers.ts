/** In lý lịch từ hồ sơ của người khác: choose a paper and say what for; the person sees the reading. */
import type { Drawn } from '../../../platform/http/route.ts'
import type { PersonalPaper } from '../../../platform/word/personal-paper.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { radioField, selectField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { PURPOSE_CODES, PURPOSES, type Purpose } from '../../people/public.ts'
import { personalSheet } from '../papers/preview.ts'
import type { DossierHead } from './consents.ts'
import { PAPER_WORDS, PAPERS, type PaperKind } from './print.ts'

/** Whose papers are offered. */
export type DossierPapersView = DossierHead & { readonly tried: PaperKind | null }

const base = (code: string): string => `/tri-thuc/${code}/giay-to`

const crumbs = (v: { code: string; name: string }, ...rest: readonly { label: string; href?: string }[]) => [
  { label: 'Hồ sơ trí thức', href: '/tri-thuc' },
  { label: v.name, href: `/tri-thuc/${v.code}` },
  ...rest,
]

/** The page that offers the papers. */
export const dossierPapersPage = (v: DossierPapersView): Drawn => ({
  title: 'In lý lịch',
  crumbs: crumbs(v, { label: 'In lý lịch' }),
  body: html`${head({
    title: 'In lý lịch',
    over: [v.name, v.code, v.unit].filter((t) => t !== '').join(' · '),
    lead: 'Ba bản từ cùng một hồ sơ, không bản nào có dữ liệu nhạy cảm, số định danh. Lần in được ghi lại và chủ hồ sơ xem được.',
  })}
${card({
  fit: 'narrow',
  body: html`<form class="form" method="get" action="${`${base(v.code)}/xem`}">${radioField({
    name: 'ban',
    label: 'Bản in',
    value: v.tried ?? PAPERS[0],
    options: PAPERS.map((kind) => ({ value: kind, label: PAPER_WORDS[kind].label, hint: PAPER_WORDS[kind].lead })),
  })}
${selectField({
  name: 'muc-dich',
  label: 'Mục đích',
  blank: 'Chọn mục đích',
  error: v.tried === null ? undefined : 'Chọn mục đích in',
  options: PURPOSE_CODES.map((value) => ({ value, label: PURPOSES[value].label })),
})}
<div class="buttons">${button({ label: 'Xem bản in', kind: 'main', icon: 'print' })}${linkButton({ label: 'Quay lại hồ sơ', href: `/tri-thuc/${v.code}`, kind: 'quiet' })}</div></form>`,
})}`,
})

/** One paper, and what it was asked for. */
export type DossierPaperView = {
  readonly code: string
  readonly name: string
  readonly kind: PaperKind
  readonly paper: PersonalPaper
  readonly purpose: Purpose
}

/** One paper, as it will be printed. */
export const dossierPaperPage = (v: DossierPaperView): Drawn => ({
  asOf: null,
  title: PAPER_WORDS[v.kind].label,
  crumbs: crumbs(v, { label: 'In lý lịch', href: base(v.code) }, { label: PAPER_WORDS[v.kind].label }),
  body: html`${head({
    title: PAPER_WORDS[v.kind].label,
    over: `${v.name} · ${v.code}`,
    lead: `Mục đích: ${PURPOSES[v.purpose].label.toLowerCase()}. ${PAPER_WORDS[v.kind].lead}`,
    actions: linkButton({
      label: 'Tải Word (.docx)',
      href: `${base(v.code)}/tep-word?ban=${v.kind}&muc-dich=${v.purpose}`,
      kind: 'main',
      icon: 'download',
      download: true,
    }),
  })}${personalSheet(v.paper)}`,
})

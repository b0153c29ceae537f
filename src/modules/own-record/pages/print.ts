/** In lý lịch: three papers from the same record, each to look at and to take as a Word file. */
import type { Drawn } from '../../../platform/http/route.ts'
import type { PersonalPaper } from '../../../platform/word/personal-paper.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, columns } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { personalSheet } from '../papers/preview.ts'
import { crumbsOf, ownPage } from './frame.ts'

/** Các bản in. */
export const PAPERS = ['ly-lich-khoa-hoc', 'so-yeu', 'mot-trang'] as const

/** Bản in. */
export type PaperKind = (typeof PAPERS)[number]

/** Bản in, in words of the screen. */
export const PAPER_WORDS: Readonly<Record<PaperKind, { label: string; lead: string }>> = {
  'ly-lich-khoa-hoc': {
    label: 'Lý lịch khoa học',
    lead: 'Cho hồ sơ đăng ký nhiệm vụ khoa học và công nghệ. Mục tự khai có dấu (*).',
  },
  'so-yeu': {
    label: 'Sơ yếu lý lịch tóm tắt',
    lead: 'Theo thứ tự mẫu 2C, chỉ mục đã được cơ quan xác nhận. Không in dân tộc, tôn giáo, Đảng, gia đình, tài sản, sức khỏe.',
  },
  'mot-trang': { label: 'Giới thiệu một trang', lead: 'Lĩnh vực, đào tạo, năm công trình tiêu biểu trên một trang.' },
}

/** The page that offers the papers. */
export const printPage = (): Drawn =>
  ownPage(
    'in-ly-lich',
    { title: 'Ba bản in từ cùng một hồ sơ', lead: 'Khai một lần, in nhiều mẫu. Không bản nào có dữ liệu nhạy cảm.' },
    columns(
      'three',
      PAPERS.map((kind) =>
        card({
          title: PAPER_WORDS[kind].label,
          body: html`<p>${PAPER_WORDS[kind].lead}</p><p class="buttons">${linkButton({ label: `Xem ${PAPER_WORDS[kind].label.toLowerCase()}`, href: `/toi/in-ly-lich/${kind}`, kind: 'main', icon: 'print' })}${linkButton({ label: `Tải ${PAPER_WORDS[kind].label.toLowerCase()} (.docx)`, href: `/toi/in-ly-lich/${kind}/tep-word`, icon: 'download', download: true })}</p>`,
        }),
      ),
    ),
  )

/** One paper, as it will be printed. */
export const paperPage = (v: { kind: PaperKind; paper: PersonalPaper }): Drawn => ({
  asOf: null,
  crumbs: crumbsOf('in-ly-lich', PAPER_WORDS[v.kind].label),
  body: html`${head({
    title: PAPER_WORDS[v.kind].label,
    lead: PAPER_WORDS[v.kind].lead,
    actions: linkButton({
      label: 'Tải Word (.docx)',
      href: `/toi/in-ly-lich/${v.kind}/tep-word`,
      kind: 'main',
      icon: 'download',
      download: true,
    }),
  })}${personalSheet(v.paper)}`,
})

/** Trang Kế hoạch: the adopted plan as tree, goals, tasks, recipients, and the defects of its document. */
import { hasRole } from '../../../kernel/actor.ts'
import { showDay, showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, facts, figures, stack } from '../../../ui/card.ts'
import { tabs } from '../../../ui/chips.ts'
import { menuButton } from '../../../ui/dialog.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { emptyState, message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import { type TreeNode, tree } from '../../../ui/tree.ts'
import type { PlanReading } from '../../documents/public.ts'
import { DEFECT_LABELS } from '../../documents/public.ts'
import { type Clause, type Goal, type Programme, type RecipientLine, ROLE_LABELS, type Task } from '../words.ts'
import { exportMenu } from './export-menu.ts'
import { leadCell, short, sixCell, unclear } from './parts.ts'

/** Phần của trang, in the address as `xem`. */
export const PARTS = ['cay', 'muc-tieu', 'nhiem-vu', 'noi-nhan', 'loi'] as const

/** What the page shows. */
export type ProgrammeView = {
  readonly plan: Programme | null
  readonly part: (typeof PARTS)[number]
  readonly clauses: readonly Clause[]
  readonly goals: readonly Goal[]
  readonly tasks: readonly Task[]
  readonly duties: readonly Task[]
  /** Read only for their own part of the page. */
  readonly recipients: readonly (RecipientLine & { obligated: number; informed: number })[]
  /** Bodies obligated by the plan's own recipient lines. */
  readonly obligated: number
  readonly defects: PlanReading['defects']
  /** Findings of the check that nobody has given an opinion on: all, and contradictions. */
  readonly findings: { readonly all: number; readonly grave: number }
  readonly territoryEnded: string | null
  readonly mayAdopt: boolean
}

/** The clauses with what stands under them. */
export function planTree(v: Pick<ProgrammeView, 'clauses' | 'goals' | 'tasks' | 'duties'>): TreeNode[] {
  const leaf = (x: Goal | Task): TreeNode => ({
    id: x.id,
    label: `${x.code} ${short(x.text, 90)}`,
    note: 'clear' in x ? (x.clear ? x.leadName : 'chưa rõ chủ trì') : x.targetWords,
    href: `/ke-hoach/${x.code}`,
  })
  const under = (parent: string | null): TreeNode[] =>
    v.clauses
      .filter((c) => c.parentCode === parent)
      .map((c) => {
        const items = [
          ...v.goals.filter((g) => g.section === c.code),
          ...[...v.tasks, ...v.duties].filter((t) => t.group === c.code),
        ]
        const children = [...under(c.code), ...items.map(leaf)]
        return { id: c.code, label: `${c.code}. ${c.title}`, href: `/ke-hoach/${encodeURIComponent(c.code)}`, children }
      })
  return under(null)
}

const treePart = (v: ProgrammeView): Html =>
  card({
    title: 'Cây kế hoạch',
    body: tree({
      label: 'Đề mục, mục tiêu và nhiệm vụ của kế hoạch',
      nodes: planTree(v),
      open: v.clauses.filter((c) => c.parentCode === null).map((c) => c.code),
    }),
  })

const goalPart = (v: ProgrammeView): Html =>
  card({
    fit: 'flush',
    body: table<Goal>({
      caption: 'Mục tiêu',
      rows: v.goals,
      empty: 'Không đọc được mục tiêu nào trong văn bản.',
      href: (g) => `/ke-hoach/${g.code}`,
      group: (g) => groupName(v, g.section),
      columns: [
        { label: 'Mục tiêu', kind: 'name', room: 'wide', cell: (g) => `${g.code}. ${short(g.text, 130)}` },
        { label: 'Đích', cell: (g) => (g.qualitative ? html`<small>không nêu số</small>` : g.targetWords) },
        { label: 'Đến năm', kind: 'number', cell: (g) => (g.by === null ? '' : String(g.by)) },
        { label: 'Chịu trách nhiệm', cell: (g) => leadCell(g, html`<small>chưa giao</small>`) },
      ],
    }),
  })

const taskTable = (v: ProgrammeView, rows: readonly Task[], caption: string, empty: string): Html =>
  table<Task>({
    caption,
    rows,
    empty,
    href: (t) => `/ke-hoach/${t.code}`,
    group: (t) => groupName(v, t.group),
    columns: [
      { label: 'Nội dung', kind: 'name', room: 'wide', cell: (t) => `${t.code}. ${short(t.text, 130)}` },
      { label: 'Chủ trì', cell: (t) => leadCell(t, unclear(t)) },
      { label: 'Thời hạn', cell: (t) => t.dueWords },
      { label: '6 rõ', cell: sixCell },
    ],
  })

const taskPart = (v: ProgrammeView): Html =>
  stack(
    card({
      title: 'Nhiệm vụ',
      fit: 'flush',
      body: taskTable(v, v.tasks, 'Nhiệm vụ', 'Không đọc được nhiệm vụ nào trong văn bản.'),
    }),
    v.duties.length === 0
      ? ''
      : card({
          title: 'Trách nhiệm tổ chức thực hiện',
          fit: 'flush',
          body: taskTable(v, v.duties, 'Trách nhiệm tổ chức thực hiện', ''),
        }),
  )

const groupName = (v: ProgrammeView, no: string): string => {
  const c = v.clauses.find((x) => x.code === no)
  return c === undefined ? no : `${c.code}. ${c.title}`
}

const roleWords = (r: ProgrammeView['recipients'][number]): Fragment => {
  if (r.archive) return html`<small>dòng lưu văn bản</small>`
  if (r.obligated + r.informed === 0) return html`<small>không phải cơ quan trong danh mục</small>`
  const parts = [
    ...(r.obligated > 0 ? [`${r.obligated} cơ quan: ${ROLE_LABELS.obligated.toLowerCase()}`] : []),
    ...(r.informed > 0 ? [`${r.informed} cơ quan: ${ROLE_LABELS.informed.toLowerCase()}`] : []),
  ]
  return parts.join('; ')
}

const recipientPart = (v: ProgrammeView): Html =>
  card({
    fit: 'flush',
    title: 'Nơi nhận',
    actions: linkButton({ label: 'Xem từng cơ quan', href: '/ke-hoach/thanh-phan', icon: 'organisation' }),
    body: table({
      caption: 'Nơi nhận của văn bản',
      rows: v.recipients,
      empty: 'Văn bản không có nơi nhận.',
      columns: [
        { label: 'Dòng nơi nhận', kind: 'name', cell: (r) => r.name },
        { label: 'Vai trò', room: 'wide', cell: roleWords },
      ],
    }),
  })

const defectPart = (v: ProgrammeView): Html =>
  card({
    fit: 'flush',
    title: 'Chỗ cần xem lại trong văn bản',
    actions:
      v.plan === null
        ? ''
        : linkButton({
            label: 'Xem kết quả rà soát',
            href: `/ke-hoach/doc/${v.plan.documentId}/ra-soat`,
            icon: 'search',
          }),
    body: defectTable(v.defects),
    foot: 'Hệ thống chỉ nêu, không tự sửa câu chữ và số liệu của văn bản.',
  })

/** The defects of a document, one to a row. */
export const defectTable = (list: PlanReading['defects']): Html =>
  table({
    caption: 'Chỗ cần xem lại trong văn bản',
    rows: list,
    empty: 'Không thấy chỗ nào cần xem lại.',
    columns: [
      { label: 'Loại', cell: (d) => DEFECT_LABELS[d.kind] },
      { label: 'Vị trí', cell: (d) => d.where },
      { label: 'Nội dung', kind: 'name', room: 'wide', cell: (d) => d.what },
    ],
  })

const PART: Readonly<Record<ProgrammeView['part'], (v: ProgrammeView) => Html>> = {
  cay: treePart,
  'muc-tieu': goalPart,
  'nhiem-vu': taskPart,
  'noi-nhan': recipientPart,
  loi: defectPart,
}

function emptyPage(v: ProgrammeView): Drawn {
  return {
    body: stack(
      head({ title: 'Kế hoạch' }),
      emptyState(
        'Chưa có kế hoạch.',
        v.mayAdopt
          ? linkButton({ label: 'Đọc kế hoạch từ tệp Word', href: '/ke-hoach/doc', kind: 'main', icon: 'upload' })
          : 'Sở Nội vụ đọc và ban hành kế hoạch vào hệ thống.',
      ),
    ),
  }
}

const finding = (v: ProgrammeView): string => {
  const open = v.tasks.filter((t) => !t.clear).length
  if (v.goals.length + v.tasks.length === 0) return 'Kế hoạch trống: văn bản không có mục tiêu, nhiệm vụ đọc được'
  return open === 0
    ? `${v.tasks.length} nhiệm vụ đều đã rõ chủ trì`
    : `${open} trong ${v.tasks.length} nhiệm vụ chưa rõ chủ trì`
}

/** Kế hoạch của cơ quan (mục V.1.1): the way on for the officer of a body. */
const ownPlanLink = (plan: Programme, { actor }: Seen): Fragment =>
  actor.kind === 'account' && hasRole(actor, 'co-quan')
    ? linkButton({
        label: `Tạo kế hoạch cơ quan từ KH ${plan.number.split('/')[0]}`,
        href: '/ke-hoach-co-quan',
        kind: 'main',
      })
    : ''

/** Draws the plan. */
export function programmePage(v: ProgrammeView, seen: Seen): Drawn {
  const { plan } = v
  if (plan === null) return emptyPage(v)
  const tab = (part: ProgrammeView['part'], label: string, count?: number) => ({
    label,
    href: `/ke-hoach?xem=${part}`,
    current: v.part === part,
    ...(count === undefined ? {} : { count }),
  })
  const open = v.tasks.filter((t) => !t.clear).length
  return {
    crumbs: [{ label: 'Kế hoạch' }],
    body: stack(
      head({
        over: `Kế hoạch ${plan.number} · ${showDay(plan.date)} · ${plan.issuer}${plan.amendedBy === null ? '' : ` · sửa đổi theo ${plan.amendedBy.number} ngày ${showDay(plan.amendedBy.date)}`}`,
        title: finding(v),
        lead: plan.title,
        actions: html`${menuButton('van-ban', 'Văn bản', [
          html`<a href="/ke-hoach/doc/${plan.documentId}">Xem văn bản gốc</a>`,
          html`<a href="/ke-hoach/phien-ban">Các phiên bản của kế hoạch</a>`,
          ...(v.mayAdopt ? [html`<a href="/ke-hoach/doc">Đọc văn bản khác</a>`] : []),
        ])}${exportMenu('/ke-hoach/xuat')}${ownPlanLink(plan, seen)}${v.mayAdopt ? linkButton({ label: 'Đọc bản sửa đổi', href: '/ke-hoach/sua-doi', icon: 'upload' }) : ''}`,
      }),
      v.territoryEnded === null ? '' : message({ kind: 'info', title: v.territoryEnded, announce: false }),
      figures([
        {
          value: String(v.goals.length),
          label: 'mục tiêu',
          detail: `${v.goals.filter((g) => !g.qualitative).length} có số`,
          href: '/chi-tieu',
        },
        {
          value: String(v.tasks.length),
          label: 'nhiệm vụ',
          detail: open === 0 ? 'đã rõ chủ trì' : `${open} chưa rõ chủ trì`,
          href: open === 0 ? '/nhiem-vu' : '/nhiem-vu?loc=chua-ro',
          ...(open === 0 ? {} : { kind: 'soon' as const }),
        },
        {
          value: String(v.obligated),
          label: 'cơ quan phải thực hiện',
          detail: 'theo nơi nhận, ngày ban hành',
          href: '/ke-hoach/thanh-phan',
        },
        {
          value: String(v.findings.all),
          label: 'nội dung rà soát',
          detail: v.findings.all === 0 ? 'đã có ý kiến hết' : `chưa có ý kiến, ${v.findings.grave} mâu thuẫn`,
          href: `/ke-hoach/doc/${plan.documentId}/ra-soat`,
          ...(v.findings.grave === 0 ? {} : { kind: 'soon' as const }),
        },
      ]),
      tabs('Các phần của kế hoạch', [
        tab('cay', 'Cây kế hoạch'),
        tab('muc-tieu', 'Mục tiêu', v.goals.length),
        tab('nhiem-vu', 'Nhiệm vụ', v.tasks.length),
        tab('noi-nhan', 'Nơi nhận'),
        tab('loi', 'Lỗi của văn bản', v.defects.length),
      ]),
      PART[v.part](v),
      facts([['Ban hành vào hệ thống', `${plan.adoptedBy}, ${showInstant(plan.adoptedAt)}`]]),
    ),
  }
}

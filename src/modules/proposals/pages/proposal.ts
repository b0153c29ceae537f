/** Trang một kiến nghị: what is asked, by whom in which words, who answers, the answer, and everything that happened. */
import { showDay, showInstant } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { card, columns, facts, stack } from '../../../ui/card.ts'
import { buttons, form, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import { type Happening, timeline } from '../../../ui/timeline.ts'
import type { ProposalView } from '../screens.ts'
import { type ProposalStep, type Source, STATES, STEPS } from '../words.ts'
import { proposalForms } from './forms.ts'
import { alikeHref, askersOf, PROPOSALS, proposalHref, stateOf } from './parts.ts'

function titleOf(v: ProposalView): string {
  const p = v.line
  if (v.into !== null) return `Kiến nghị ${p.code} đã gộp vào ${v.into.code}`
  if (p.daysLate > 0) return `${p.ownerName ?? ''} quá hạn trả lời ${showNumber(p.daysLate)} ngày`
  if (p.state === 'da-giao') return `Chờ ${p.ownerName ?? ''} trả lời, chậm nhất ${showDay(p.due)}`
  if (p.state === 'da-tra-loi') return `Đã trả lời bằng văn bản ${p.document}`
  if (p.state === 'chuyen-cap-tren') return `Đã chuyển ${p.passedTo}`
  return p.state === 'moi' ? 'Chưa giao cơ quan trả lời' : STATES[p.state].label
}

const documentOf = (v: ProposalView): string =>
  v.line.document === ''
    ? ''
    : `${v.line.document}${v.line.settledOn === null ? '' : `, ngày ${showDay(v.line.settledOn)}`}`

function summary(v: ProposalView): Html {
  const p = v.line
  const rows: readonly (readonly [string, Fragment])[] = [
    ['Kiến nghị với', p.addressee],
    ['Cơ quan kiến nghị', askersOf(p)],
    ['Cơ quan trả lời', p.ownerName ?? ''],
    ['Hạn trả lời', p.due === null ? '' : showDay(p.due)],
    ...(p.passedTo === '' ? [] : [['Đã chuyển', p.passedTo] as const]),
    ...(p.state === 'khong-thuoc-tham-quyen' ? [['Lý do', p.answer] as const] : []),
    ...(documentOf(v) === '' ? [] : [['Văn bản', documentOf(v)] as const]),
  ]
  return card({ title: 'Kiến nghị', body: html`<p class="lead">${p.text}</p>${facts(rows)}` })
}

const answerCard = (v: ProposalView): Fragment =>
  v.line.state !== 'da-tra-loi'
    ? ''
    : card({
        title: 'Trả lời',
        body: html`<p class="lead">${v.line.answer}</p>`,
        foot: `${v.line.ownerName ?? ''}, văn bản ${documentOf(v)}`,
      })

const sources = (v: ProposalView): Html =>
  card({
    title: 'Nguyên văn trong báo cáo',
    fit: 'flush',
    body: table<Source>({
      caption: 'Nguyên văn trong báo cáo',
      rows: v.sources,
      empty: 'Nguyên văn thuộc báo cáo của cơ quan khác.',
      columns: [
        {
          label: 'Cơ quan',
          kind: 'name',
          cell: (s) =>
            html`${s.unitName}${s.title === '' ? '' : html`<br><small>${s.title}</small>`}<br><small>${s.report}, bản ${s.number}, dòng ${s.line}</small>`,
        },
        {
          label: 'Nguyên văn',
          room: 'wide',
          phone: 'whole',
          cell: (s) =>
            html`<span>${s.text}${s.goneIn === null ? '' : html`<br><small>Từ bản ${s.goneIn} không còn nêu</small>`}</span>`,
        },
      ],
    }),
  })

const merged = (v: ProposalView, seen: Seen): Fragment =>
  v.merged.length === 0
    ? ''
    : card({
        title: 'Đã gộp vào đây',
        fit: 'flush',
        body: table({
          caption: 'Đã gộp vào đây',
          rows: v.merged,
          empty: '',
          href: (m) => proposalHref(m.code),
          columns: [
            {
              label: 'Kiến nghị',
              kind: 'name',
              room: 'wide',
              cell: (m) => html`${m.text}<br><small>${m.code} · ${askersOf(m)}</small>`,
            },
            {
              label: 'Tách',
              quiet: true,
              kind: 'action',
              cell: (m) => (v.mayKeep ? separate(m.code, m.version, seen) : ''),
            },
          ],
        }),
      })

const separate = (code: string, version: number, seen: Seen): Html =>
  form({
    action: `${proposalHref(code)}/tach-nhom`,
    csrf: seen.csrf,
    label: `Tách ${code} khỏi nhóm`,
    version,
    body: html`${hidden('code', code)}${buttons({ label: `Tách ${code}`, kind: 'quiet' })}`,
  })

const DETAILS: Readonly<Record<string, string>> = {
  before: 'Trước',
  after: 'Sau',
  owner: 'Cơ quan',
  due: 'Hạn',
  answer: 'Trả lời',
  document: 'Văn bản',
  to: 'Nơi nhận',
  unit: 'Cơ quan',
  report: 'Báo cáo',
  number: 'Bản',
  line: 'Dòng',
  into: 'Vào',
  from: 'Từ',
  others: 'Các kiến nghị',
  out: 'Kiến nghị',
}

const happening = (s: ProposalStep): Happening => {
  const details = Object.entries(s.details).filter(([, value]) => value !== '')
  return {
    when: showInstant(s.at),
    who: s.byName,
    what: STEPS[s.verb].label,
    ...(s.reason === '' ? {} : { why: s.reason }),
    ...(details.length === 0
      ? {}
      : { detail: html`${details.map(([k, value]) => html`<p>${DETAILS[k] ?? k}: ${value}</p>`)}` }),
  }
}

/** The page. */
export function proposalPage(v: ProposalView, seen: Seen): Drawn {
  const forms = proposalForms(v, seen)
  const bands = html`${v.into === null ? '' : message({ kind: 'info', title: html`Theo dõi ở <a href="${proposalHref(v.into.code)}">${v.into.code}</a>`, body: v.into.text, announce: false })}${v.alike.length === 0 ? '' : message({ kind: 'info', title: `${showNumber(v.alike.length)} kiến nghị gần giống`, body: html`Xem <a href="${alikeHref(v.line.year)}">gợi ý gộp</a> để quyết định.`, announce: false })}`
  return {
    body: html`${head({ over: `${v.line.code} · năm ${v.line.year}`, title: titleOf(v), state: v.into === null ? stateOf(v.line) : '' })}${bands}${columns(
      'aside',
      [
        stack(summary(v), answerCard(v), sources(v), merged(v, seen)),
        stack(
          ...(forms.length === 0 ? [] : [card({ title: 'Xử lý', body: html`${forms}` })]),
          card({ title: 'Lịch sử', body: timeline([...v.history].reverse().map(happening)) }),
        ),
      ],
    )}`,
    crumbs: [{ label: 'Kiến nghị', href: `${PROPOSALS}?nam=${v.line.year}` }, { label: v.line.code }],
  }
}

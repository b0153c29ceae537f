/** Trang so bản sửa đổi với kế hoạch: every difference with its words marked, what happens with it, and the confirmation. */
import { showDay } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { chips } from '../../../ui/chips.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, form, hidden, selectField, tickField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html, idFrom } from '../../../ui/html.ts'
import { emptyState, message } from '../../../ui/message.ts'
import { type StateKind, state } from '../../../ui/state.ts'
import type { Comparison } from '../comparison.ts'
import type { ChangeKind } from '../rules/amendment.ts'
import { type Decided, toLookAt } from '../rules/amendment-plan.ts'
import { numberAndDateFields } from './adopt-card.ts'
import { short } from './parts.ts'

/** Lọc, in the address as `loc`. */
export const CHANGE_FILTERS = ['khac-biet', 'them', 'doi', 'chuyen-cho', 'bo', 'giu-nguyen'] as const

/** What the page shows. */
export type AmendmentView = Pick<Comparison, 'plan' | 'version' | 'decided' | 'unsure'> & {
  readonly document: Pick<Comparison['document'], 'id' | 'name'> & {
    readonly reading: Pick<Comparison['reading'], 'docNumber' | 'date'>
  }
  readonly filter: (typeof CHANGE_FILTERS)[number]
  /** What is assigned of the plan today, by id: "Sở Y tế, thời hạn 30/06/2026". */
  readonly assigned: Readonly<Record<string, string>>
}

const FITS: Readonly<Record<AmendmentView['filter'], (c: ChangeKind) => boolean>> = {
  'khac-biet': (c) => c !== 'unchanged',
  them: (c) => c === 'added',
  doi: (c) => c === 'changed',
  'chuyen-cho': (c) => c === 'moved',
  bo: (c) => c === 'removed',
  'giu-nguyen': (c) => c === 'unchanged',
}

const MARK: Readonly<Record<ChangeKind, readonly [StateKind, string]>> = {
  added: ['wait', 'Thêm'],
  changed: ['soon', 'Đổi'],
  moved: ['idle', 'Chuyển chỗ'],
  removed: ['exempt', 'Bỏ'],
  unchanged: ['done', 'Giữ nguyên'],
}

const KIND = { goal: 'Mục tiêu', task: 'Nhiệm vụ', recipient: '' } as const

/** "Nhiệm vụ III.2.3, nay là III.2.4". */
function nameOf(d: Decided): string {
  const item = d.before ?? d.after
  if (item === null) return ''
  const moved = d.before !== null && d.after !== null && d.before.code !== d.after.code && item.kind !== 'recipient'
  const code = item.kind === 'recipient' ? 'Nơi nhận' : `${KIND[item.kind]} ${item.code}`
  return `${code}${moved ? `, nay là ${d.after?.code}` : ''}`
}

/** Both sentences in one: what goes struck out, what comes underlined; said in words for those who do not see it. */
function wordsOf(d: Decided): Html {
  if (d.before === null || d.after === null) return html`<p>${(d.after ?? d.before)?.text}</p>`
  return html`<p>${d.words.map((w) => (w.kind === 'same' ? w.text : w.kind === 'removed' ? html`<del><span class="hidden">bỏ: </span>${w.text}</del>` : html`<ins><span class="hidden">thêm: </span>${w.text}</ins>`))}</p>`
}

function fieldsOf(d: Decided): Fragment {
  if (d.fields.length === 0) return ''
  const sameWords = d.words.every((w) => w.kind === 'same')
  const rows = d.fields.map(
    (f) =>
      html`<li>${f.label}: ${f.before === '' ? html`<span class="none">không nêu</span>` : html`<del>${f.before}</del>`} thành ${f.after === '' ? html`<span class="none">không nêu</span>` : html`<ins>${f.after}</ins>`}</li>`,
  )
  return html`<ul class="read-facts">${rows}</ul>${sameWords ? html`<p class="hint">Câu chữ giữ nguyên, chỉ cách đọc khác.</p>` : ''}`
}

/** What stays in the plan whatever the words become. */
function assignedNote(d: Decided, view: AmendmentView): Fragment {
  const now = d.before === null ? undefined : view.assigned[d.before.id]
  if (now === undefined) return ''
  const tail = d.change === 'removed' ? 'phân công, tiến độ giữ trong lịch sử' : 'phân công, tiến độ giữ nguyên'
  return html`<p class="hint">Đang giao: ${now}; ${tail}.</p>`
}

const LABELS: Readonly<Record<'take' | 'leave', Readonly<Record<ChangeKind, string>>>> = {
  take: {
    added: 'Thêm vào kế hoạch',
    changed: 'Lấy theo văn bản mới',
    moved: 'Lấy số mới',
    removed: 'Thôi áp dụng',
    unchanged: '',
  },
  leave: {
    added: 'Không thêm',
    changed: 'Giữ như cũ',
    moved: 'Giữ số cũ',
    removed: 'Giữ lại trong kế hoạch',
    unchanged: '',
  },
}

function press(d: Decided, choice: string, label: string, chosen = false): Html {
  return button({
    label,
    kind: chosen ? 'plain' : 'quiet',
    form: 'khac-biet',
    name: 'decide',
    value: `${choice} ${d.version} ${d.entry}`,
    ...(chosen ? { icon: 'check' as const } : {}),
  })
}

function choicesOf(d: Decided): Html {
  const made = d.decidedBy !== null
  const one = (choice: 'take' | 'leave') => press(d, choice, LABELS[choice][d.change], made && d.choice === choice)
  if (d.origin === 'pair') return html`<div class="actions">${press(d, 'take', 'Không phải mục cũ này, tách ra')}</div>`
  if (d.origin === 'split') return html`<div class="actions">${press(d, 'take', 'Là cùng một mục, ghép lại')}</div>`
  const apart = d.change === 'changed' ? press(d, 'split', 'Không phải một mục, tách ra') : ''
  return html`<div class="actions">${one('take')}${one('leave')}${apart}</div>`
}

/** A new item that is an old one rewritten: which one. */
function pairForm(d: Decided, view: AmendmentView, seen: Seen): Fragment {
  const gone = view.decided.filter(
    (x) => x.change === 'removed' && x.origin === 'aligned' && x.before?.kind === d.after?.kind,
  )
  if (d.change !== 'added' || gone.length === 0) return ''
  const mine = seen.typed.entry === d.entry
  return disclosure(
    'Là một mục cũ viết lại',
    form({
      action: `/ke-hoach/doc/${view.document.id}/so-sanh/muc?loc=${view.filter}`,
      csrf: seen.csrf,
      version: d.version,
      label: `Ghép ${nameOf(d)} với mục cũ`,
      body: html`${hidden('entry', d.entry)}${hidden('choice', 'pair')}${selectField({
        name: 'partner',
        id: `o-partner-${idFrom(d.entry)}`,
        label: 'Mục cũ',
        hint: 'Phân công, tiến độ của mục cũ được giữ cho mục này',
        options: gone.map((x) => ({
          value: x.before?.id ?? '',
          label: `${x.before?.code}. ${short(x.before?.text ?? '', 70)}`,
        })),
        error: mine ? seen.refusal?.fields?.partner : undefined,
      })}${buttons({ label: 'Ghép với mục cũ' })}`,
    }),
    { open: mine },
  )
}

function difference(d: Decided, view: AmendmentView, seen: Seen): Html {
  const [kind, words] = MARK[d.change]
  const by = d.decidedBy === null ? '' : html` <small>${d.decidedBy} quyết định</small>`
  return html`<article class="read-item difference" id="kb-${idFrom(d.entry)}"><div class="read-title"><b>${nameOf(d)}</b> ${state(kind, words, { plain: true })}${by}</div><div class="read-body">${wordsOf(d)}${fieldsOf(d)}${assignedNote(d, view)}${d.change === 'unchanged' ? '' : choicesOf(d)}${pairForm(d, view, seen)}</div></article>`
}

const CHIPS: readonly (readonly [AmendmentView['filter'], string])[] = [
  ['khac-biet', 'Mọi khác biệt'],
  ['them', 'Thêm'],
  ['doi', 'Đổi'],
  ['chuyen-cho', 'Chuyển chỗ'],
  ['bo', 'Bỏ'],
  ['giu-nguyen', 'Giữ nguyên'],
]

function finding(view: AmendmentView): string {
  const count = (filter: AmendmentView['filter']) => view.decided.filter((d) => FITS[filter](d.change)).length
  if (count('khac-biet') === 0) return `Văn bản này không khác Kế hoạch ${view.plan.number}`
  const parts = [
    [count('them'), 'thêm'],
    [count('doi'), 'đổi'],
    [count('chuyen-cho'), 'chuyển chỗ'],
    [count('bo'), 'bỏ'],
  ] as const
  const said = parts.filter(([n]) => n > 0).map(([n, what]) => `${what} ${n} mục`)
  const sentence = `${said.join(', ')}; ${count('giu-nguyen')} mục giữ nguyên`
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function confirmCard(view: AmendmentView, seen: Seen): Html {
  const undecided = toLookAt(view.decided).filter((d) => d.decidedBy === null).length
  const left = [
    ...(undecided > 0 ? [`${undecided} khác biệt chưa quyết định (lấy theo văn bản mới)`] : []),
    ...(view.unsure > 0 ? [`${view.unsure} mục đọc chưa chắc (lấy như hệ thống đọc)`] : []),
  ]
  return card({
    title: 'Sửa đổi kế hoạch',
    id: 'xac-nhan',
    body: form({
      action: `/ke-hoach/doc/${view.document.id}/sua-doi`,
      csrf: seen.csrf,
      version: view.version,
      label: 'Sửa đổi kế hoạch',
      body: [
        html`<p class="hint">Số và ngày của văn bản sửa đổi. Phân công, tiến độ, kế hoạch của cơ quan giữ nguyên; mục bỏ được đóng từ ngày này, không xóa.</p>`,
        numberAndDateFields(view.document.reading, seen),
        left.length === 0
          ? ''
          : tickField({
              name: 'seen',
              label: `Đã xem ${left.join(' và ')}`,
              checked: seen.typed.seen === '1',
              error: seen.refusal?.fields?.seen,
            }),
        buttons({ label: 'Sửa đổi kế hoạch', kind: 'main', icon: 'check' }),
      ],
    }),
  })
}

/** Draws the differences and the confirmation. */
export function amendmentPage(view: AmendmentView, seen: Seen): Drawn {
  const { document, plan } = view
  const base = `/ke-hoach/doc/${document.id}/so-sanh`
  const shown = view.decided.filter((d) => FITS[view.filter](d.change))
  const differs = view.decided.some((d) => d.change !== 'unchanged')
  return {
    crumbs: [
      { label: 'Kế hoạch', href: '/ke-hoach' },
      { label: document.name, href: `/ke-hoach/doc/${document.id}` },
      { label: 'So với kế hoạch' },
    ],
    body: stack(
      head({
        over: `Kế hoạch ${plan.number} ngày ${showDay(plan.date)} và văn bản ${document.name}`,
        title: finding(view),
        actions: html`${linkButton({ label: 'Xác nhận bản đọc', href: `/ke-hoach/doc/${document.id}`, icon: 'left' })}${differs ? linkButton({ label: 'Sửa đổi kế hoạch', href: '#xac-nhan', kind: 'main' }) : ''}`,
      }),
      view.unsure === 0
        ? ''
        : message({
            kind: 'soon',
            announce: false,
            title: `Bản đọc còn ${view.unsure} mục chưa chắc.`,
            body: 'Xem các mục ấy trước: đọc sai một mục là thành một khác biệt không có thật.',
            actions: linkButton({ label: 'Xem mục chưa chắc', href: `/ke-hoach/doc/${document.id}?loc=chua-chac` }),
          }),
      chips(
        'Lọc khác biệt',
        CHIPS.map(([filter, label]) => ({
          label,
          href: `${base}?loc=${filter}`,
          count: view.decided.filter((d) => FITS[filter](d.change)).length,
          current: view.filter === filter,
        })),
      ),
      form({
        id: 'khac-biet',
        action: `${base}/muc?loc=${view.filter}`,
        csrf: seen.csrf,
        label: 'Quyết định từng khác biệt',
        body: '',
      }),
      shown.length === 0
        ? emptyState(differs ? 'Không có mục nào thuộc loại này.' : 'Hai bản giống nhau, không có gì để sửa đổi.')
        : card({
            body: html`<div class="differences" data-source-text>${shown.map((d) => difference(d, view, seen))}</div>`,
          }),
      differs ? confirmCard(view, seen) : '',
    ),
  }
}

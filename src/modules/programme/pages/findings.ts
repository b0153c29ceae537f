/** Trang Rà soát: what the checks found in a plan, gravest first, each with its words, its computation, its figures and what is held of it. */
import { showDay, showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, figures, stack } from '../../../ui/card.ts'
import { chips } from '../../../ui/chips.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, form, hidden, radioField, textArea } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html, idFrom } from '../../../ui/html.ts'
import { itemId } from '../../../ui/side-by-side.ts'
import { state } from '../../../ui/state.ts'
import type { MarkedFinding } from '../check-document.ts'
import { GROUND, sourceWords } from '../rules/check/finding.ts'
import { bySeverity, dayWords, placeWords, quote } from '../rules/check/findings-text.ts'
import type { CheckInput } from '../rules/check/input.ts'
import { KINDS, SEVERITIES, type Severity } from '../rules/check/kinds.ts'
import { FINDING_VERDICTS, type FindingMark, type FindingVerdict } from '../words.ts'

/** Lọc, in the address as `loc`. */
export const FINDING_FILTERS = ['tat-ca', 'chua-xu-ly', 'kien-nghi'] as const

/** What the page shows. */
export type FindingsView = {
  readonly document: { readonly id: string; readonly name: string; readonly title: string | null }
  readonly number: string | null
  readonly on: CheckInput['on']
  readonly territories: CheckInput['territories']
  readonly findings: readonly MarkedFinding[]
  /** Clauses that stand in the reading as goals and tasks: their place on the side-by-side page. */
  readonly items: Readonly<Record<string, string>>
  readonly filter: (typeof FINDING_FILTERS)[number]
  /** Key of the finding whose opinion is being written. */
  readonly editing: string | null
  readonly mayMark: boolean
}

const MOST_QUOTES = 2
const TONE: Readonly<Record<Severity, 'late' | 'soon' | 'idle'>> = {
  contradiction: 'late',
  unclear: 'soon',
  note: 'idle',
}

const FITS: Readonly<Record<FindingsView['filter'], (f: MarkedFinding) => boolean>> = {
  'tat-ca': () => true,
  'chua-xu-ly': (f) => f.mark === null,
  'kien-nghi': (f) => f.mark?.verdict === 'propose',
}

const address = (v: FindingsView): string => `/ke-hoach/doc/${v.document.id}/ra-soat`

/** Id of a finding on the page. */
export const findingPlace = (key: string): string => `ra-soat-${idFrom(key)}`

/** Words of the document, linked to the item they were read as. */
function words(f: MarkedFinding, v: FindingsView): Fragment {
  const item = v.items[f.clause]
  const shown = f.evidence.slice(0, MOST_QUOTES).map((e) => {
    const said = `“${quote(e.text, 220)}”`
    return html`<blockquote class="source-words">${item === undefined ? said : html`<a href="${`/ke-hoach/doc/${v.document.id}#${itemId(item)}`}">${said}</a>`}</blockquote>`
  })
  const more = f.evidence.length - shown.length
  return html`${shown}${more > 0 ? html`<p class="read-facts">và ${more} chỗ khác trong văn bản</p>` : ''}`
}

function sources(f: MarkedFinding): Fragment {
  const figuresUsed = f.sources.filter((s) => s.value !== null && s.used)
  const unused = f.sources.filter((s) => s.value !== null && !s.used)
  const acts = f.sources.filter((s) => s.value === null && s.what !== GROUND)
  const listed = [...figuresUsed, ...acts].map((s) => html`<li>${sourceWords(s)}</li>`)
  const others =
    unused.length === 0
      ? ''
      : disclosure(
          `Con số khác đã biết, không dùng (${unused.length})`,
          html`<ul class="evidence">${unused.map((s) => html`<li>${sourceWords(s)}</li>`)}</ul>`,
        )
  return html`${listed.length === 0 ? '' : html`<ul class="evidence">${listed}</ul>`}${others}`
}

const marked = (m: FindingMark): Html =>
  html`<p>${state(m.verdict === 'propose' ? 'wait' : 'done', FINDING_VERDICTS[m.verdict], { plain: true })} <small>${m.markedBy}, ${showInstant(m.markedAt)}</small>${m.note === '' ? '' : html`<br>${m.note}`}</p>`

/** One press for what needs no words; leaving out and notes open the form. */
function tools(f: MarkedFinding, v: FindingsView): Fragment {
  if (!v.mayMark || v.editing === f.key) return ''
  const press = (verdict: FindingVerdict, label: string): Html | '' =>
    f.mark?.verdict === verdict
      ? ''
      : button({
          label,
          kind: 'quiet',
          form: 'y-kien',
          name: 'decide',
          value: `${verdict} ${f.mark?.version ?? 0} ${f.key}`,
        })
  const open = linkButton({
    label: f.mark === null ? 'Bỏ qua, ghi chú' : 'Sửa ý kiến',
    kind: 'quiet',
    href: `${address(v)}?loc=${v.filter}&sua=${encodeURIComponent(f.key)}#sua`,
  })
  return html`<div class="actions">${press('propose', 'Sẽ kiến nghị')}${press('known', 'Đã biết')}${open}</div>`
}

function markForm(f: MarkedFinding, v: FindingsView, seen: Seen): Fragment {
  if (!v.mayMark || v.editing !== f.key) return ''
  const errors = seen.refusal?.fields ?? {}
  return html`<div id="sua">${form({
    action: `${address(v)}?loc=${v.filter}`,
    csrf: seen.csrf,
    version: f.mark?.version ?? 0,
    label: `Ý kiến về ${f.clause}: ${KINDS[f.kind].label}`,
    body: [
      hidden('finding', f.key),
      radioField({
        name: 'verdict',
        label: 'Cách xử lý',
        value: seen.typed.verdict ?? f.mark?.verdict ?? 'ignored',
        error: errors.verdict,
        options: Object.entries(FINDING_VERDICTS).map(([value, label]) => ({ value, label })),
      }),
      textArea({
        name: 'note',
        label: 'Ghi chú, lý do',
        hint: 'Bắt buộc khi bỏ qua',
        value: seen.typed.note ?? f.mark?.note ?? '',
        error: errors.note,
      }),
      buttons(
        { label: 'Ghi ý kiến', kind: 'main', icon: 'check' },
        linkButton({ label: 'Đóng', href: `${address(v)}?loc=${v.filter}#${findingPlace(f.key)}` }),
      ),
    ],
  })}</div>`
}

const one = (f: MarkedFinding, v: FindingsView, seen: Seen): Html =>
  html`<article class="report" id="${findingPlace(f.key)}"><h3>${placeWords(f.clause)}. ${KINDS[f.kind].label}</h3>${words(f, v)}<p>${f.arithmetic}</p>${sources(f)}<p class="read-facts">Đề xuất: ${f.proposal}</p><p class="read-facts">Căn cứ: ${KINDS[f.kind].ground}</p>${f.mark === null ? '' : marked(f.mark)}${tools(f, v)}${markForm(f, v, seen)}</article>`

/** Slips of form and wording are many and small: they fold away, unless one is being written on. */
function groupCard(g: { severity: Severity; label: string; list: MarkedFinding[] }, v: FindingsView, seen: Seen): Html {
  const form = g.list.filter((f) => f.kind === 'document' && f.severity === 'note')
  const rest = g.list.filter((f) => !form.includes(f))
  const open = form.some((f) => f.key === v.editing) || rest.length === 0
  return card({
    title: `${g.label} (${g.list.length})`,
    body: html`${rest.map((f) => one(f, v, seen))}${
      form.length === 0
        ? ''
        : disclosure(`Thể thức, câu chữ (${form.length})`, html`${form.map((f) => one(f, v, seen))}`, {
            open,
            id: 'the-thuc',
          })
    }`,
  })
}

function title(v: FindingsView): string {
  const grave = v.findings.filter((f) => f.severity === 'contradiction').length
  if (v.findings.length === 0) return 'Không phát hiện nội dung cần xem xét'
  return grave === 0
    ? `${v.findings.length} nội dung cần xem xét, không có mâu thuẫn`
    : `${grave} mâu thuẫn phải xử lý trong ${v.findings.length} nội dung cần xem xét`
}

const filters = (v: FindingsView): Html => {
  const chip = (filter: FindingsView['filter'], label: string) => ({
    label,
    href: `${address(v)}?loc=${filter}`,
    count: v.findings.filter(FITS[filter]).length,
    current: v.filter === filter,
  })
  return chips('Lọc kết quả rà soát', [
    chip('tat-ca', 'Tất cả'),
    chip('chua-xu-ly', 'Chưa có ý kiến'),
    chip('kien-nghi', 'Sẽ kiến nghị'),
  ])
}

const counts = (v: FindingsView): Html =>
  figures(
    (Object.keys(SEVERITIES) as Severity[]).map((severity) => {
      const list = v.findings.filter((f) => f.severity === severity)
      const open = list.filter((f) => f.mark === null).length
      return {
        value: String(list.length),
        label: SEVERITIES[severity].toLowerCase(),
        detail: list.length === 0 ? 'không có' : open === 0 ? 'đã có ý kiến hết' : `${open} chưa có ý kiến`,
        ...(list.length > 0 ? { kind: TONE[severity] } : {}),
      }
    }),
  )

/** Draws the findings. */
export function findingsPage(v: FindingsView, seen: Seen): Drawn {
  const shown = v.findings.filter((f) => FITS[v.filter](f) || f.key === v.editing)
  const place = v.territories.map((t) => (t.from === null ? t.name : `từ ${showDay(t.from)}: ${t.name}`)).join('; ')
  return {
    crumbs: [
      { label: 'Kế hoạch', href: '/ke-hoach' },
      seen.opens('/ke-hoach/doc') ? { label: 'Đọc văn bản', href: '/ke-hoach/doc' } : { label: 'Văn bản' },
      { label: v.document.name, href: `/ke-hoach/doc/${v.document.id}` },
      { label: 'Rà soát' },
    ],
    body: stack(
      head({
        over: `${v.number === null ? v.document.name : `Kế hoạch ${v.number}`} · xét theo ngày ${dayWords(v.on)}`,
        title: title(v),
        lead: `${place === '' ? 'Chưa rõ địa bàn của văn bản, nên không đối chiếu được với số liệu.' : `Địa bàn: ${place}.`} Hệ thống chỉ nêu và tính, không sửa văn bản; thiếu số liệu thì nói cần số liệu gì.`,
        actions: html`${linkButton({ label: 'Tải phiếu rà soát (.docx)', href: `/ke-hoach/doc/${v.document.id}/phieu-ra-soat`, icon: 'download', kind: 'main' })}${linkButton({ label: 'Xem bản đọc', href: `/ke-hoach/doc/${v.document.id}`, icon: 'document' })}${linkButton({ label: 'Số liệu chính thức', href: '/chi-tieu/so-lieu', icon: 'document' })}`,
      }),
      counts(v),
      filters(v),
      form({
        id: 'y-kien',
        action: `${address(v)}?loc=${v.filter}`,
        csrf: seen.csrf,
        label: 'Ý kiến về từng nội dung',
        body: '',
      }),
      ...bySeverity(shown).map((g) => groupCard(g, v, seen)),
      shown.length === 0 && v.findings.length > 0 ? card({ body: html`<p>Không có nội dung nào ở mục này.</p>` }) : '',
    ),
  }
}

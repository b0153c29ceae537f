/** Phép kiểm tra của chế độ: each with its severity, what it does with missing values, and the cases it was tried on, run now. */
import { card } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { type Html, html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import { checkWords, SEVERITIES } from '../rules/check-words.ts'
import { sourcedShare } from '../rules/prefill.ts'
import type { Regime, RegimeCheck } from '../rules/regime.ts'
import { type CaseOutcome, caseOutcomes } from '../rules/try-check.ts'

/** The card of the checks. */
export function checksCard(r: Regime): Html {
  return card({
    title: `Phép kiểm tra (${r.checks.length})`,
    body: table<RegimeCheck>({
      caption: 'Phép kiểm tra của chế độ báo cáo',
      rows: r.checks,
      empty: 'Chế độ này chưa có phép kiểm tra nào.',
      columns: [
        {
          label: 'Nội dung',
          kind: 'text',
          room: 'wide',
          phone: 'whole',
          cell: (c) => html`${checkWords(r, c).sentence}${tried(caseOutcomes(r, c))}`,
        },
        { label: 'Loại', kind: 'text', cell: (c) => checkWords(r, c).kind },
        { label: 'Mức', kind: 'text', cell: (c) => SEVERITIES[checkWords(r, c).severity].label },
        { label: 'Khi thiếu số', kind: 'text', cell: (c) => checkWords(r, c).missing },
      ],
    }),
    foot: `Số liệu lấy được từ hồ sơ, chỉ tiêu: ${Math.floor(sourcedShare(r) * 100)}% ô của các biểu.`,
  })
}

const outcome = (o: CaseOutcome): string => {
  const said = o.spoke ? `nêu: ${o.said}` : 'không nêu gì.'
  return o.spoke === o.expected ? said : `${said} Khác kết quả mong đợi.`
}

const tried = (list: readonly CaseOutcome[]): Html =>
  list.length === 0
    ? html``
    : disclosure(
        `Trường hợp thử (${list.length}${list.every((o) => o.spoke === o.expected) ? ', đều đúng' : ', có trường hợp sai'})`,
        html`<ul class="plain-list">${list.map((o) => html`<li>${o.name}: ${outcome(o)}</li>`)}</ul>`,
      )

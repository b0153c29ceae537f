/** Nội dung để riêng: fields typed in a form that the period has left. */
import { card, facts } from '../../../ui/card.ts'
import { type Html, html } from '../../../ui/html.ts'
import { placeOf } from '../rules/marks.ts'
import type { Regime } from '../rules/regime.ts'
import type { ReportFile } from '../views/report.ts'

/** What was typed in an earlier form and has no place in the one in force: shown, and not sent. */
export function keptApartCard(f: ReportFile): Html {
  const kept = Object.entries(f.keptApart).filter(([name]) => !/\.(tep|ten)$/.test(name))
  if (kept.length === 0) return html``
  const before = f.period.forms.map((x) => x.regime).toReversed()
  return card({
    title: `Nội dung đã nhập không còn trong biểu mẫu (${kept.length})`,
    body: html`<p class="hint">Kỳ đã chuyển sang bản ${f.period.regime.version} của chế độ. Các ô dưới đây giữ nguyên, không đi cùng báo cáo; biểu mẫu có lại ô nào thì ô ấy trở về chỗ cũ.</p>${facts(kept.map(([name, text]) => [fieldWords(before, name), text]))}`,
  })
}

/** The name of a field in the newest form that knows it. */
function fieldWords(forms: readonly Regime[], name: string): string {
  const m = /^(.*)\.(den-chot|uoc|ghi-chu|nam-truoc)$/.exec(name)
  const columns: Readonly<Record<string, string>> = {
    'den-chot': 'đến ngày chốt',
    uoc: 'ước cả năm',
    'ghi-chu': 'ghi chú',
    'nam-truoc': 'số chính thức năm trước',
  }
  const cell = m?.[1] ?? name
  const known = forms.map((r) => placeOf(r, cell).label).find((label) => label !== cell) ?? cell
  return m ? `${known}, ${columns[m[2] ?? ''] ?? ''}` : known
}

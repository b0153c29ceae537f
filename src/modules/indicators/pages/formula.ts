/** Khung «Cách tính»: the formula in words, what stands above and below the line, and its versions. */
import { showInstant } from '../../../kernel/day.ts'
import { showValidity } from '../../../kernel/validity.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, facts } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { type Html, html } from '../../../ui/html.ts'
import { formulaText } from '../rules/told.ts'
import { FORMULA_SOURCES, type FormulaVersion, TIMES } from '../words.ts'

const versionLine = (f: FormulaVersion): Html =>
  html`<li><b>Phiên bản ${f.no}</b>, ${showValidity(f.valid)}: ${formulaText(f)}.<br><small>${f.recordedBy} ghi ${showInstant(f.recordedAt)}${f.supersededAt === null ? '' : `, đã thay ${showInstant(f.supersededAt)}`}. ${f.reason}</small></li>`

/** How the indicator is measured. `href` = the form that issues another version, for who may. */
export function formulaCard(f: FormulaVersion | null, versions: readonly FormulaVersion[], href: string | null): Html {
  return card({
    title: 'Cách tính',
    id: 'cach-tinh',
    actions: href === null ? '' : linkButton({ label: 'Sửa cách tính', href, icon: 'edit' }),
    body: html`<p><b>${formulaText(f).replace(/\.$/, '')}.</b></p>${f === null ? '' : html`<p>${f.meaning}</p>`}${
      f === null
        ? ''
        : facts([
            ...(f.numerator === '' || f.denominator === ''
              ? []
              : [['Tử số', f.numerator] as const, ['Mẫu số', f.denominator] as const]),
            ...(f.base === '' ? [] : [['Tính trên', f.base] as const]),
            ['Nguồn số liệu', FORMULA_SOURCES[f.source]],
            ['Thời gian', TIMES[f.time]],
            ['Hiệu lực', `phiên bản ${f.no}, ${showValidity(f.valid)}`],
            ['Căn cứ', f.ground],
          ])
    }${versions.length < 2 ? '' : disclosure(`Các phiên bản (${versions.length})`, html`<ul>${versions.map(versionLine)}</ul>`)}`,
  })
}

/** Kịch bản ra Excel: by sector and year, by degree and year, flows, levers; one model, the same bytes. */
import { dayOf } from '../../../kernel/day.ts'
import type { Row, Sheet, Value, Workbook } from '../../../platform/excel/workbook.ts'
import { leverWords } from '../pages/scenarios.ts'
import type { Bands } from '../rules/result.ts'
import type { KeptScenario } from '../views.ts'

const whole = (n: number): number => Math.round(n * 10) / 10

const header = (labels: readonly string[]): Row => ({
  cells: labels.map((value) => ({ value, look: 'header' as const })),
})

function sheet(
  name: string,
  labels: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly Value[])[],
): Sheet {
  return {
    name,
    columns: widths.map((width) => ({ width })),
    landscape: true,
    frozen: 1,
    repeated: [1, 1],
    filter: 1,
    rows: [header(labels), ...rows.map((cells): Row => ({ cells: cells.map((value) => ({ value })) }))],
  }
}

const BAND = ['Trung bình', 'Thấp 80%', 'Cao 80%', 'Thấp 95%', 'Cao 95%'] as const

const bandRows = (name: string, bands: Bands): Value[][] =>
  bands.map((b) => [name, { plain: b.year }, ...[b.mean, b.lo80, b.hi80, b.lo95, b.hi95].map(whole)])

/** The workbook. Figures are people at the end of the year, one decimal. */
export function scenarioWorkbook(
  s: KeptScenario,
  names: { readonly sector: (code: string) => string; readonly degree: (code: string) => string },
): Workbook {
  const { result: r } = s
  return {
    title: s.title,
    creator: '',
    made: dayOf(s.savedAt),
    sheets: [
      sheet(
        'Lĩnh vực',
        ['Lĩnh vực', 'Năm', ...BAND],
        [38, 8, 14, 14, 14, 14, 14],
        [...bandRows('Toàn đội ngũ', r.total), ...r.sectors.flatMap((x) => bandRows(names.sector(x.sector), x.bands))],
      ),
      sheet(
        'Trình độ',
        ['Trình độ', 'Năm', ...BAND],
        [30, 8, 14, 14, 14, 14, 14],
        r.degrees.flatMap((x) => bandRows(names.degree(x.degree), x.bands)),
      ),
      sheet(
        'Vào, ra',
        ['Lĩnh vực', 'Năm', 'Vào mới', 'Thôi việc', 'Qua đời', 'Nghỉ hưu', 'Nâng trình độ'],
        [38, 8, 12, 12, 12, 12, 14],
        r.flows.map((f) => [
          names.sector(f.sector),
          { plain: f.year },
          ...[f.recruits, f.leavers, f.deaths, f.retirements, f.promotions].map(whole),
        ]),
      ),
      sheet('Làm khác đi', ['Mức', 'Giá trị'], [44, 44], leverWords(s.levers, names.sector)),
    ],
  }
}

/** Cần gạt của kịch bản: what would be done otherwise than until now, laid over the base model. Pure. */
import type { FileInflow, FileRate, PlanFile, Uncertain } from './plan-file.ts'

/** Tuyển thêm, thu hút: so many people of a degree into a sector in each year of a span. */
export type Extra = {
  readonly sector: string
  readonly degree: string
  readonly perYear: number
  readonly from: number
  readonly to: number
}

/** Cần gạt. Percentages are changes: 10 = một phần mười nhiều hơn. */
export type Levers = {
  readonly recruit: number
  readonly leave: number
  readonly promote: number
  /** Share of doctors who stay on after the age, %; null = as assumed. */
  readonly stayOn: number | null
  readonly extra: readonly Extra[]
  /** Last year of the scenario. */
  readonly until: number
}

/** Nothing done otherwise. */
export const asUntilNow = (until: number): Levers => ({
  recruit: 0,
  leave: 0,
  promote: 0,
  stayOn: null,
  extra: [],
  until,
})

/** Age at which who is recruited or attracted on top is taken to come, by degree. */
const EXTRA_AGE: Readonly<Record<string, number>> = { '6': 25, '7': 32, '8': 38 }

const times = (u: Uncertain, factor: number): Uncertain =>
  typeof u === 'number' ? u * factor : { mean: u.mean * factor, sd: u.sd * factor }

const rates = (list: readonly FileRate[], change: number): FileRate[] =>
  list.map((r) => ({ ...r, value: Math.min(1, r.value * (1 + change / 100)), sd: r.sd * (1 + change / 100) }))

/** The model under the levers. `except` = sector whose flows no lever moves: people counted without dossiers. */
export function underLevers(base: PlanFile, l: Levers, except: string): PlanFile {
  const years = l.until - base.start
  const moved = (list: readonly FileRate[], change: number): FileRate[] => [
    ...rates(
      list.filter((r) => r.sector !== except),
      change,
    ),
    ...list.filter((r) => r.sector === except),
  ]
  const extra = l.extra
    .filter((e) => e.perYear > 0)
    .flatMap((e) =>
      (['nam', 'nu'] as const).map(
        (sex): FileInflow => ({
          sector: e.sector,
          degree: e.degree,
          sex,
          age: EXTRA_AGE[e.degree] ?? 28,
          perYear: e.perYear / 2,
          from: e.from,
          to: Math.min(e.to, l.until),
        }),
      ),
    )
  return {
    ...base,
    years,
    rates: {
      ...base.rates,
      leave: moved(base.rates.leave, l.leave),
      promote: moved(base.rates.promote, l.promote),
    },
    extensions:
      l.stayOn === null ? base.extensions : l.stayOn <= 0 ? [] : [{ degree: '8', share: l.stayOn / 100, years: 5 }],
    inflow: [
      ...base.inflow.map((f) => ({
        ...f,
        to: l.until,
        perYear: f.sector === except ? f.perYear : times(f.perYear, 1 + l.recruit / 100),
      })),
      ...extra,
    ],
  }
}

/** What cannot be asked for: field → words. */
export function wrongLevers(l: Levers, start: number, sectors: readonly string[]): Record<string, string> {
  const wrong: Record<string, string> = {}
  const change = (field: string, value: number): void => {
    if (value < -100 || value > 500) wrong[field] = 'Mức thay đổi phải từ -100% đến 500%.'
  }
  change('tuyen', l.recruit)
  change('thoi-viec', l.leave)
  change('nang', l.promote)
  if (l.stayOn !== null && (l.stayOn < 0 || l.stayOn > 100)) wrong['keo-dai'] = 'Tỷ lệ kéo dài phải từ 0 đến 100%.'
  if (l.until <= start || l.until > start + 21) wrong['den-nam'] = `Năm cuối phải từ ${start + 1} đến ${start + 21}.`
  l.extra.forEach((e, i) => {
    const field = `them.${i}.so`
    if (e.perYear < 0) wrong[field] = 'Số người tuyển thêm không thể âm.'
    else if (!Number.isFinite(e.perYear)) wrong[field] = 'Nhập số người, ví dụ 20.'
    if (!sectors.includes(e.sector)) wrong[`them.${i}.linh-vuc`] = 'Chọn lĩnh vực có trong hồ sơ.'
    if (e.to < e.from) wrong[`them.${i}.den`] = 'Năm cuối không thể trước năm đầu.'
  })
  return wrong
}

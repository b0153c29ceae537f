/** Dữ liệu mẫu cho kiểm thử rà soát: a reading, its goals and what is known around it, each with only what a test says. */
import { type Day, day } from '../../../../kernel/day.ts'
import type { PlanReading } from '../../../documents/public.ts'
import type { OfficialFigure } from '../../../indicators/public.ts'
import type { PlaceHistory } from '../../words.ts'
import { type CheckInput, checkInput } from './input.ts'
import type { KnownAct } from './known-acts.ts'

type Goal = PlanReading['goals'][number]
type Task = PlanReading['tasks'][number]
type Reference = PlanReading['references'][number]
type Report = PlanReading['recurringReports'][number]

/** A goal said in `text`; figures as given. */
export const goal = (text: string, more: Partial<Goal> = {}): Goal => ({
  clause: 'II.1',
  section: 'II',
  text,
  metric: text,
  comparator: '>=',
  rawComparator: null,
  strict: false,
  value: null,
  valueHigh: null,
  unit: null,
  denominator: null,
  by: 2030,
  measure: 'level',
  direction: 'up',
  baseYear: null,
  qualitative: false,
  span: [0, 0],
  confidence: 1,
  ...more,
})

/** A task. */
export const task = (text: string, more: Partial<Task> = {}): Task => ({
  clause: 'III.1',
  section: 'III',
  text,
  lead: ['Sở A'],
  leadKind: 'named',
  coordinate: [],
  support: false,
  due: 'yearly',
  dueRaw: null,
  product: null,
  request: false,
  duty: false,
  span: [0, 0],
  confidence: 1,
  ...more,
})

/** A reference. */
export const reference = (
  kind: string,
  number: string,
  date: string | null,
  more: Partial<Reference> = {},
): Reference => ({
  kind,
  number,
  date,
  issuer: null,
  alias: null,
  normalised: null,
  basis: true,
  span: [0, 0],
  confidence: 1,
  ...more,
})

/** A recurring report. */
export const report = (due: Report['due'], period: Report['period'], more: Partial<Report> = {}): Report => ({
  clause: 'V.1',
  from: 'các sở',
  to: 'UBND tỉnh',
  toImplied: false,
  via: null,
  period,
  due,
  dueRaw: null,
  text: '',
  span: [0, 0],
  confidence: 1,
  ...more,
})

const SPAN_KEYS = ['goals', 'tasks', 'references', 'recurringReports'] as const

/** A reading of a plan of "Tỉnh Mẫu"; items given without a place get one in the text made of their words. */
export function reading(parts: Partial<PlanReading>): PlanReading {
  let text = 'KẾ HOẠCH\n'
  const placed = Object.fromEntries(
    SPAN_KEYS.map((key) => [
      key,
      (parts[key] ?? []).map((item) => {
        const words = 'number' in item ? `${item.kind} số ${item.number} ngày ${item.date ?? ''}` : item.text
        const from = text.length
        text += `${words}\n`
        return { ...item, span: [from, from + words.length] as const }
      }),
    ]),
  )
  return {
    docType: 'KẾ HOẠCH',
    title: null,
    docNumber: '1/KH-UBND',
    docNumberRaw: null,
    issuer: 'UBND tỉnh Mẫu',
    placeDate: null,
    date: '2024-04-22',
    dateKnown: '2024-04-22',
    sections: [],
    recipients: [],
    signer: null,
    baselines: [],
    results: [],
    defects: [],
    ...parts,
    ...(placed as unknown as Pick<PlanReading, (typeof SPAN_KEYS)[number]>),
    text: parts.text ?? text,
  }
}

/** An official figure of "Tỉnh Mẫu". */
export const figure = (asOf: string, value: number, more: Partial<OfficialFigure> = {}): OfficialFigure => ({
  quantity: 'population',
  territory: 'Tỉnh Mẫu',
  asOf: day(asOf),
  period: `ngày ${asOf.split('-').reverse().join('/')}`,
  value,
  estimate: false,
  status: 'seen',
  source: 'Niên giám mẫu',
  note: '',
  ...more,
})

/** Levels of places as they ended, and a province that went over into another. */
export const HISTORY: PlaceHistory = {
  levels: [
    { kind: 'district', type: null, until: day('2025-07-01'), act: 'Nghị quyết mẫu' },
    { kind: 'commune', type: 'Thị trấn', until: day('2025-07-01'), act: 'Nghị quyết mẫu' },
  ],
  provinces: [],
}

/** What the checks get: `parts` of the reading, and what is known. */
export const inputOf = (
  parts: Partial<PlanReading>,
  known: { figures?: OfficialFigure[]; history?: PlaceHistory; acts?: KnownAct[]; date?: Day | null; today?: Day } = {},
): CheckInput =>
  checkInput(reading(parts), {
    date: known.date ?? null,
    today: known.today ?? day('2026-11-23'),
    figures: known.figures ?? [],
    history: known.history ?? HISTORY,
    acts: known.acts ?? [],
  })

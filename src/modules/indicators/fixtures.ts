/** Đại lượng mẫu for tests: counts that are given, not read. */
import type { Day } from '../../kernel/day.ts'
import type { Measure, MeasureAnswer, MeasureAsked, Split } from '../../platform/measure.ts'

/** One given count: how many, by which keys, under which conditions. */
export type Given = {
  readonly low: number
  readonly high?: number
  readonly keys?: Readonly<Partial<Record<Split, string>>>
  readonly is?: Readonly<Record<string, string>>
}

/** A measure that counts what is given, adding up what the conditions leave. `asked` receives every question. */
export function givenMeasure(
  more: Partial<Measure> & Pick<Measure, 'code'>,
  given: readonly Given[],
  asked: MeasureAsked[] = [],
): Measure {
  const conditions = Object.fromEntries(
    [...new Set(given.flatMap((g) => Object.keys(g.is ?? {})))].map((name) => [name, { label: name, list: '' }]),
  )
  return {
    label: 'Số người mẫu',
    meaning: 'Số người cho sẵn.',
    unit: 'người',
    time: 'stock',
    source: 'register',
    splits: ['place', 'unit', 'sector', 'degree', 'sex', 'age'],
    conditions,
    ...more,
    read: (_ctx, question) => {
      asked.push(question)
      return Promise.resolve(counted(given, question))
    },
  }
}

function counted(given: readonly Given[], { by, where, asOf }: MeasureAsked): MeasureAnswer {
  const held = given.filter((g) => Object.entries(where).every(([name, codes]) => codes.includes(g.is?.[name] ?? '')))
  const groups = Map.groupBy(held, (g) => JSON.stringify(by.map((s) => g.keys?.[s] ?? null)))
  const rows = [...groups].map(([keys, list]) => ({
    keys: JSON.parse(keys) as (string | null)[],
    low: list.reduce((sum, g) => sum + g.low, 0),
    high: list.reduce((sum, g) => sum + (g.high ?? g.low), 0),
  }))
  return { state: 'counted', rows, dataOf: asOf, source: 'Số mẫu', notes: [] }
}

/** A measure of people who were taken on in a period that had none. */
export const noneOn = (code: string, day: Day, more: Partial<Measure> = {}): Measure => ({
  ...givenMeasure({ code, ...more }, []),
  read: () => Promise.resolve({ state: 'counted', rows: [], dataOf: day, source: 'Số mẫu', notes: [] }),
})

/** Cần gạt như được gõ: from the fields of the form to levers; what cannot be read is told by its field, what was typed is kept. Pure. */
import { parseNumber } from '../../../kernel/number.ts'
import { asUntilNow, type Extra, type Levers } from './levers.ts'

/** Rows of recruits on top that are read. */
export const MOST_EXTRA = 9

type Raw = Readonly<Record<string, unknown>>

/** Levers with what could not be read. */
export type ReadLevers = { readonly levers: Levers; readonly wrong: Readonly<Record<string, string>> }

const textOf = (raw: Raw, name: string): string => {
  const v = raw[name]
  return typeof v === 'string' ? v.trim() : ''
}

/** Reads the levers; an empty field changes nothing. `start` = the year at whose end the stock stands, `until` = the last year unless said. */
export function readLevers(raw: Raw, start: number, until: number): ReadLevers {
  const wrong: Record<string, string> = {}
  const number = (name: string, otherwise: number, words: string): number => {
    const typed = textOf(raw, name)
    if (typed === '') return otherwise
    const n = parseNumber(typed)
    if (n === null) wrong[name] = words
    return n ?? otherwise
  }
  const percent = (name: string): number => number(name, 0, 'Nhập một số, ví dụ 10 hoặc -5.')
  const last = Math.trunc(number('den-nam', until, 'Nhập năm, ví dụ 2030.'))
  const stay = textOf(raw, 'keo-dai')
  const extra: Extra[] = []
  for (let i = 0; i < MOST_EXTRA; i++) {
    const sector = textOf(raw, `them.${i}.linh-vuc`)
    const typed = textOf(raw, `them.${i}.so`)
    if (sector === '' && typed === '') continue
    extra.push({
      sector,
      degree: ['6', '7', '8'].includes(textOf(raw, `them.${i}.trinh-do`)) ? textOf(raw, `them.${i}.trinh-do`) : '6',
      perYear: number(`them.${i}.so`, 0, 'Nhập số người, ví dụ 20.'),
      from: Math.trunc(number(`them.${i}.tu`, start + 1, 'Nhập năm, ví dụ 2027.')),
      to: Math.trunc(number(`them.${i}.den`, last, 'Nhập năm, ví dụ 2030.')),
    })
  }
  return {
    levers: {
      ...asUntilNow(last),
      recruit: percent('tuyen'),
      leave: percent('thoi-viec'),
      promote: percent('nang'),
      stayOn: stay === '' ? null : percent('keo-dai'),
      extra,
    },
    wrong,
  }
}

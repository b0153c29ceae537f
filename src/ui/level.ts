/**
 * Kéo mức: a number field with a slider under it; both change the same value and only the field is sent. The slider appears where
 * scripts run; the field alone is enough (WCAG 2.5.7), by keyboard, by pointer and without scripts.
 */
import { parseNumber, showNumber } from '../kernel/number.ts'
import { fieldId, numberField } from './form.ts'
import { attributes, type Fragment, type Html, html, isEmpty } from './html.ts'

/** Ô số có thanh kéo. */
export type LevelField = {
  readonly name: string
  readonly label: string
  /** Unit written after the box: "người", "%". */
  readonly unit?: string
  /** A number, or what was typed when it was refused. */
  readonly value: number | string | null
  /** Ends of the slider; the server says what it takes. */
  readonly min: number
  readonly max: number
  readonly step: number
  readonly hint?: Fragment
  readonly error?: string | undefined
}

/** The ends in words, so that they are known without the slider: "Từ 0 đến 500 người". */
const ends = (f: LevelField): string => {
  const unit = f.unit === undefined ? '' : f.unit === '%' ? '%' : ` ${f.unit}`
  return `Từ ${showNumber(f.min, 4)} đến ${showNumber(f.max, 4)}${unit}`
}

/** A number field and its slider. */
export function levelField(f: LevelField): Html {
  const shown = typeof f.value === 'number' ? showNumber(f.value, 4) : (f.value ?? '')
  const number = typeof f.value === 'number' ? f.value : parseNumber(shown)
  const box = numberField({
    ...{ name: f.name, label: f.label, value: shown, error: f.error },
    hint: isEmpty(f.hint) ? `${ends(f)}.` : html`${f.hint} ${ends(f)}.`,
    ...(f.unit === undefined ? {} : { unit: f.unit }),
  })
  const slider = attributes({
    ...{ type: 'range', hidden: true, min: f.min, max: f.max, step: f.step, value: number ?? f.min },
    'aria-label': `Kéo mức: ${f.label}`,
    'aria-valuetext': number === null ? null : `${showNumber(number, 4)} ${f.unit ?? ''}`.trim(),
    'data-level': fieldId(f.name),
    'data-unit': f.unit,
  })
  return html`<div class="level">${box}<input${slider} autocomplete="off"></div>`
}

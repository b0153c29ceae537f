/**
 * Đọc từng ô của kịch bản: what stands in a plan file is read with its place (`rates.leave[2].value`), so that whatever is wrong is
 * named by its cell and its reason. Reading goes on after a fault: all faults of a file are told at once.
 */
import { closestWord } from './closest-word.ts'

/** Ghi chú: names that may stand anywhere and are never counted with. */
const REMARKS = ['id', 'name', 'title', 'label', 'note', 'comment', 'description', 'source', 'evidence', 'unit']

/** Where a value stands, and where faults are gathered. */
export class Cell {
  readonly value: unknown
  readonly faults: Map<string, string>
  readonly #key: string | number
  readonly #above: Cell | null

  constructor(key: string | number, value: unknown, faults: Map<string, string>, above: Cell | null = null) {
    this.#key = key
    this.value = value
    this.faults = faults
    this.#above = above
  }

  /** `rates.leave[2].value`. Put together when it is asked for: a plan file may have a hundred thousand cells, few of them wrong. */
  get path(): string {
    const above = this.#above?.path ?? ''
    if (typeof this.#key === 'number') return `${above}[${this.#key}]`
    return above === '' ? this.#key : `${above}.${this.#key}`
  }

  /** A cell below this one. */
  at(key: string | number): Cell {
    const held = isRecord(this.value) || Array.isArray(this.value) ? Reflect.get(this.value, key) : undefined
    return new Cell(key, held, this.faults, this)
  }

  /** The first of several names that is given; the first name when none is. */
  any(...keys: readonly string[]): Cell {
    return this.at(keys.find((k) => this.at(k).given) ?? keys[0] ?? '')
  }

  get given(): boolean {
    return this.value !== undefined && this.value !== null
  }

  get isObject(): boolean {
    return isRecord(this.value)
  }

  get isList(): boolean {
    return Array.isArray(this.value)
  }

  /** Notes a fault (the first of a cell stays) and answers with the value to go on with. */
  wrong<T>(sentence: string, instead: T): T {
    if (!this.faults.has(this.path)) this.faults.set(this.path, sentence)
    return instead
  }

  /** The cells of a list; a single object counts as a list of one. */
  list(): readonly Cell[] {
    if (!this.given) return []
    if (Array.isArray(this.value)) return this.value.map((_, i) => this.at(i))
    return isRecord(this.value) ? [this] : this.wrong('Cần một danh sách các dòng.', [])
  }

  /** The names inside an object. */
  keys(): readonly string[] {
    return isRecord(this.value) ? Object.keys(this.value) : []
  }

  /** Refuses names that are not known, with the name probably meant. */
  noneBut(known: readonly string[]): void {
    for (const key of this.keys()) {
      if (known.includes(key) || REMARKS.includes(key) || key.startsWith('_')) continue
      const near = closestWord(key, known)
      const meant = near === null ? `Các tên được dùng: ${known.join(', ')}.` : `Có phải là "${near}"?`
      this.at(key).wrong(`Không có tên "${key}". ${meant}`, null)
    }
  }

  /** A finite number. Text that reads as a number is taken. */
  number(fallback: number | null, limits: { min?: number; max?: number; whole?: boolean } = {}): number {
    if (!this.given) return fallback ?? this.wrong('Thiếu số ở ô này.', 0)
    const n = typeof this.value === 'string' && this.value.trim() !== '' ? Number(this.value) : this.value
    if (typeof n !== 'number' || !Number.isFinite(n)) return this.wrong(`Cần một số, đang là ${said(this.value)}.`, 0)
    const { min = -Infinity, max = Infinity, whole = false } = limits
    if (n < min) return this.wrong(`${show(n)} nhỏ hơn mức thấp nhất được nhận là ${show(min)}.`, min)
    if (n > max) return this.wrong(`${show(n)} lớn hơn mức cao nhất được nhận là ${show(max)}.`, max)
    return whole && !Number.isInteger(n) ? this.wrong(`Cần một số nguyên, đang là ${show(n)}.`, Math.round(n)) : n
  }

  /** A text, or null. Numbers count as text. */
  text(): string | null {
    if (!this.given) return null
    if (typeof this.value === 'string' || typeof this.value === 'number') return String(this.value)
    return this.wrong(`Cần một tên, đang là ${said(this.value)}.`, null)
  }

  /** Yes or no. */
  flag(fallback: boolean): boolean {
    if (!this.given) return fallback
    return typeof this.value === 'boolean' ? this.value : this.wrong('Cần true hoặc false.', fallback)
  }

  /** One of a few words. */
  word<T extends string>(known: readonly T[], fallback: T): T {
    if (!this.given) return fallback
    const found = known.find((k) => k === this.value)
    return found ?? this.wrong(`Cần một trong: ${known.join(', ')}; đang là ${said(this.value)}.`, fallback)
  }
}

/** Whether a value is an object with names. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const show = (n: number): string => String(n).replace('.', ',')

function said(value: unknown): string {
  const text = JSON.stringify(value) ?? 'trống'
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

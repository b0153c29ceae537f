/**
 * Câu SQL: a text with values in it. Values become `$1`, `$2`…, fragments stand where they are put; nothing else is ever written into
 * a statement than words of the code and literals made here.
 */

/** Mảnh SQL of rows of shape `T`: texts with values or other fragments between them. */
export type RawBuilder<T> = {
  readonly texts: readonly string[]
  readonly between: readonly unknown[]
  /** Only for the compiler: the shape of a row. */
  readonly row?: T
}

/** A statement as it is sent. */
export type Compiled = { readonly sql: string; readonly parameters: readonly unknown[] }

class Fragment<T> implements RawBuilder<T> {
  readonly texts: readonly string[]
  readonly between: readonly unknown[]
  constructor(texts: readonly string[], between: readonly unknown[]) {
    this.texts = texts
    this.between = between
  }
}

function tag<T = unknown>(texts: TemplateStringsArray, ...between: unknown[]): RawBuilder<T> {
  return new Fragment<T>(texts, between)
}

/** Words of the code as they are; never of a user. */
const raw = <T = unknown>(text: string): RawBuilder<T> => new Fragment<T>([text], [])

/** A value of the code written into the statement, where a parameter would make the plan blind. */
const lit = (value: string | number | boolean | null): RawBuilder<unknown> =>
  raw(typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value))

/** Values or fragments one after another. */
function join(list: readonly unknown[], separator: RawBuilder<unknown> = raw(', ')): RawBuilder<unknown> {
  const parts = list.flatMap((part, i) => (i === 0 ? [part] : [separator, part]))
  return new Fragment(
    Array.from({ length: parts.length + 1 }, () => ''),
    parts,
  )
}

/** Writes a fragment: sql`select ${value}`; `raw`, `lit`, `join` for what is no value. */
export const sql = Object.assign(tag, { raw, lit, join })

/** The statement a fragment makes. */
export function compiledOf(query: RawBuilder<unknown>): Compiled {
  const parameters: unknown[] = []
  return { sql: written(query, parameters), parameters }
}

function written(f: RawBuilder<unknown>, parameters: unknown[]): string {
  let text = f.texts[0] ?? ''
  for (let i = 0; i < f.between.length; i++) {
    const part = f.between[i]
    text += part instanceof Fragment ? written(part, parameters) : `$${parameters.push(part)}`
    text += f.texts[i + 1] ?? ''
  }
  return text
}

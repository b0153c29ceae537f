/** XML như một cây: what is read and what is written. Names as they stand in the file, prefix and all. */

/** Một phần tử: plain data, so that it can be kept and given back. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (string | XmlElement)[]
}

/** Một phần tử đã đọc: where it stood and what its prefixes meant. */
export type ReadElement = {
  readonly name: string
  /** The name without its prefix. */
  readonly local: string
  /** Namespace of the name; "" = none. */
  readonly uri: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (string | ReadElement)[]
  /** Prefix -> namespace in force here; "" = the namespace of names without prefix. */
  readonly scope: Readonly<Record<string, string>>
  /** Line of its opening tag, from 1. */
  readonly line: number
}

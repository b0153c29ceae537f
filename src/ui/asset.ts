/** Tệp giao diện là gì: what is made of it and where it is found. */

/** Một tệp: bytes, content type, and smaller variants where they help. */
export type Asset = {
  readonly body: Buffer
  readonly type: string
  readonly br: Buffer | null
  readonly gzip: Buffer | null
}

/** Prefix of every address of `Assets`. */
export const ASSET_PREFIX = '/giao-dien/'

/** A built file before compression: logical name, path, bytes. */
export type Built = { readonly name: string; readonly path: string; readonly body: Buffer }

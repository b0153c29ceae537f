/**
 * Tệp giao diện: takes what an earlier start bundled from a cache folder, or has it bundled and keeps it there; hands out bytes that
 * never change. This file and `bundle.ts` are the only impure ones of ui.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Asset, Built } from './asset.ts'

/** Các tệp giao diện. Serve each `get` with `cache-control: public, max-age=31536000, immutable`. */
export type Assets = {
  /** Hashed address of `app.css`, `app.js`, `mark.svg` or a font; throws on an unknown name (a bug). */
  readonly url: (name: string) => string
  /** The file at a path such as `/giao-dien/app-1a2b3c4d.css`, or null. */
  readonly get: (path: string) => Asset | null
  /** Every path. */
  readonly paths: readonly string[]
}

const HERE = dirname(fileURLToPath(import.meta.url))

const digest = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256')
  for (const p of parts) hash.update(p)
  return hash.digest('hex')
}

async function sources(folder: string): Promise<string[]> {
  const found = await readdir(join(HERE, folder), { recursive: true, withFileTypes: true })
  return found
    .filter((e) => e.isFile() && /\.(css|ts)$/.test(e.name) && !e.name.endsWith('.test.ts'))
    .map((e) => join(e.parentPath, e.name))
    .sort()
}

/** Key of the cache: every source that can reach the bundles, and the package's settings, which name the bundlers. */
async function cacheKey(): Promise<string> {
  const files = [...(await sources('.')), ...(await sources('../kernel'))]
  const bodies = await Promise.all(files.map((f) => readFile(f)))
  const lock = await readFile(join(HERE, '../../package.json'))
  return digest(lock, ...files.flatMap((f, i) => [f.slice(HERE.length), bodies[i] ?? '']))
}

/** What the cache file holds: name, path and bytes in base64, compressed variants too. */
type Kept = {
  readonly name: string
  readonly path: string
  readonly type: string
  readonly parts: readonly (string | null)[]
}

async function readCache(file: string): Promise<[Built, Asset][] | null> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as readonly Kept[]
    return kept.map((k) => {
      const [body, br, gz] = k.parts.map((p) => (p === null ? null : Buffer.from(p, 'base64')))
      return [
        { name: k.name, path: k.path, body: body ?? Buffer.alloc(0) },
        { body: body ?? Buffer.alloc(0), type: k.type, br: br ?? null, gzip: gz ?? null },
      ]
    })
  } catch {
    // No cache yet, or a damaged one: build again.
    return null
  }
}

async function writeCache(file: string, files: readonly (readonly [Built, Asset])[]): Promise<void> {
  const kept: Kept[] = files.map(([b, a]) => ({
    name: b.name,
    path: b.path,
    type: a.type,
    parts: [a.body, a.br, a.gzip].map((p) => p?.toString('base64') ?? null),
  }))
  try {
    await mkdir(dirname(file), { recursive: true })
    // Written beside and moved, so that another process never reads half a file.
    await writeFile(`${file}.${process.pid}`, JSON.stringify(kept), { mode: 0o600 })
    await rename(`${file}.${process.pid}`, file)
  } catch {
    // A folder that cannot be written only costs the next start half a second.
  }
}

/** Builds (or reads from `cacheFolder`) all files. Takes about half a second the first time, some milliseconds after. */
export async function buildAssets(cacheFolder = join(HERE, '../../node_modules/.cache/nguyen-khi')): Promise<Assets> {
  const file = join(cacheFolder, `giao-dien-${(await cacheKey()).slice(0, 16)}.json`)
  const cached = await readCache(file)
  const files: readonly (readonly [Built, Asset])[] = cached ?? (await (await import('./bundle.ts')).bundleAll())
  if (cached === null) await writeCache(file, files)
  const byPath = new Map(files.map(([b, a]) => [b.path, a]))
  const byName = new Map(files.map(([b]) => [b.name, b.path]))
  return {
    url: (name) => {
      const path = byName.get(name)
      if (path === undefined) throw new Error(`no asset named ${name}`)
      return path
    },
    get: (path) => byPath.get(path) ?? null,
    paths: [...byPath.keys()],
  }
}

/**
 * Tệp giao diện: the only impure file of ui. At start it bundles the style sheet (lightningcss) and the islands (esbuild),
 * names every file by its content, keeps the result in a cache folder, and hands out bytes that never change.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build, version as esbuildVersion } from 'esbuild'
import { browserslistToTargets, bundle } from 'lightningcss'
import { mark } from './icons.ts'

/** Một tệp: bytes, content type, and smaller variants where they help. */
export type Asset = {
  readonly body: Buffer
  readonly type: string
  readonly br: Buffer | null
  readonly gzip: Buffer | null
}

/** Các tệp giao diện. Serve each `get` with `cache-control: public, max-age=31536000, immutable`. */
export type Assets = {
  /** Hashed address of `app.css`, `app.js`, `mark.svg` or a font; throws on an unknown name (a bug). */
  readonly url: (name: string) => string
  /** The file at a path such as `/giao-dien/app-1a2b3c4d.css`, or null. */
  readonly get: (path: string) => Asset | null
  /** Every path. */
  readonly paths: readonly string[]
}

/** Prefix of every address of `Assets`. */
export const ASSET_PREFIX = '/giao-dien/'

const HERE = dirname(fileURLToPath(import.meta.url))
const require = createRequire(import.meta.url)

const FONTS: Readonly<Record<string, string>> = {
  'noto-sans-latin.woff2': '@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2',
  'noto-sans-vietnamese.woff2': '@fontsource-variable/noto-sans/files/noto-sans-vietnamese-wght-normal.woff2',
  'tinos-latin-400.woff2': '@fontsource/tinos/files/tinos-latin-400-normal.woff2',
  'tinos-latin-700.woff2': '@fontsource/tinos/files/tinos-latin-700-normal.woff2',
  'tinos-vietnamese-400.woff2': '@fontsource/tinos/files/tinos-vietnamese-400-normal.woff2',
  'tinos-vietnamese-700.woff2': '@fontsource/tinos/files/tinos-vietnamese-700-normal.woff2',
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  woff2: 'font/woff2',
}

/** A built file before compression: logical name, path, bytes. */
type Built = { readonly name: string; readonly path: string; readonly body: Buffer }

const digest = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256')
  for (const p of parts) hash.update(p)
  return hash.digest('hex')
}

function named(name: string, body: Buffer): Built {
  const dot = name.lastIndexOf('.')
  return { name, body, path: `${ASSET_PREFIX}${name.slice(0, dot)}-${digest(body).slice(0, 10)}${name.slice(dot)}` }
}

const fonts = (): Promise<Built[]> =>
  Promise.all(Object.entries(FONTS).map(async ([name, file]) => named(name, await readFile(require.resolve(file)))))

/** The style sheet with the addresses of the font files written in. */
function styleSheet(fontFiles: readonly Built[]): Built {
  // Browsers of 2023 and later; nesting is lowered for them.
  const targets = browserslistToTargets(['chrome 109', 'firefox 115', 'safari 16.4'])
  const made = bundle({ filename: join(HERE, 'styles/app.css'), minify: true, targets })
  const css = fontFiles.reduce(
    (text, f) => text.replaceAll(`"${f.name}"`, `"${f.path}"`).replaceAll(`(${f.name})`, `(${f.path})`),
    Buffer.from(made.code).toString('utf8'),
  )
  return named('app.css', Buffer.from(css))
}

async function islands(): Promise<Built[]> {
  const made = await build({
    entryPoints: { app: join(HERE, 'islands/start.ts') },
    outdir: join(HERE, 'out'),
    entryNames: '[name]-[hash]',
    chunkNames: 'island-[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    write: false,
    metafile: true,
    logLevel: 'error',
  })
  const entries = new Set(
    Object.entries(made.metafile.outputs).flatMap(([file, o]) =>
      o.entryPoint?.endsWith('start.ts') ? [file.split('/').at(-1)] : [],
    ),
  )
  return made.outputFiles.map((f) => {
    const file = f.path.split('/').at(-1) ?? f.path
    return { name: entries.has(file) ? 'app.js' : file, path: `${ASSET_PREFIX}${file}`, body: Buffer.from(f.contents) }
  })
}

async function sources(folder: string): Promise<string[]> {
  const found = await readdir(join(HERE, folder), { recursive: true, withFileTypes: true })
  return found
    .filter((e) => e.isFile() && /\.(css|ts)$/.test(e.name) && !e.name.endsWith('.test.ts'))
    .map((e) => join(e.parentPath, e.name))
    .sort()
}

/** Key of the cache: every source that can reach the bundles, and the versions of the bundlers. */
async function cacheKey(): Promise<string> {
  const files = [...(await sources('.')), ...(await sources('../kernel'))]
  const bodies = await Promise.all(files.map((f) => readFile(f)))
  const lock = await readFile(join(HERE, '../../package.json'))
  return digest(esbuildVersion, lock, ...files.flatMap((f, i) => [f.slice(HERE.length), bodies[i] ?? '']))
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

async function compressed(f: Built): Promise<readonly [Built, Asset]> {
  const type = TYPES[f.path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  if (f.path.endsWith('.woff2')) return [f, { body: f.body, type, br: null, gzip: null }]
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
  return [f, { body: f.body, type, br: await brotli(f.body, quality), gzip: await zip(f.body, { level: 9 }) }]
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

async function buildAll(): Promise<(readonly [Built, Asset])[]> {
  const [fontFiles, scripts] = await Promise.all([fonts(), islands()])
  const all = [
    ...fontFiles,
    ...scripts,
    styleSheet(fontFiles),
    named('mark.svg', Buffer.from(standalone(String(mark)))),
  ]
  return Promise.all(all.map(compressed))
}

const standalone = (svg: string): string => svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')

/** Builds (or reads from `cacheFolder`) all files. Takes about half a second the first time, some milliseconds after. */
export async function buildAssets(cacheFolder = join(HERE, '../../node_modules/.cache/nguyen-khi')): Promise<Assets> {
  const file = join(cacheFolder, `giao-dien-${(await cacheKey()).slice(0, 16)}.json`)
  const cached = await readCache(file)
  const files = cached ?? (await buildAll())
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

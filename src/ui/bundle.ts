/**
 * Gói tệp giao diện: bundles the style sheet (lightningcss) and the islands (esbuild), names every file by its content and compresses
 * it. Only read when nothing is kept of an earlier start: the bundlers are large.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build, stop } from 'esbuild'
import { browserslistToTargets, bundle } from 'lightningcss'
import { ASSET_PREFIX, type Asset, type Built } from './asset.ts'
import { mark } from './icons.ts'

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

function named(name: string, body: Buffer): Built {
  const dot = name.lastIndexOf('.')
  return {
    name,
    body,
    path: `${ASSET_PREFIX}${name.slice(0, dot)}-${createHash('sha256').update(body).digest('hex').slice(0, 10)}${name.slice(dot)}`,
  }
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

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

async function compressed(f: Built): Promise<readonly [Built, Asset]> {
  const type = TYPES[f.path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  if (f.path.endsWith('.woff2')) return [f, { body: f.body, type, br: null, gzip: null }]
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
  return [f, { body: f.body, type, br: await brotli(f.body, quality), gzip: await zip(f.body, { level: 9 }) }]
}

/** Every file of the screens, compressed where that helps. The process of the bundler is ended. */
export async function bundleAll(): Promise<(readonly [Built, Asset])[]> {
  const [fontFiles, scripts] = await Promise.all([fonts(), islands()])
  await stop()
  const all = [
    ...fontFiles,
    ...scripts,
    styleSheet(fontFiles),
    named('mark.svg', Buffer.from(standalone(String(mark)))),
  ]
  return Promise.all(all.map(compressed))
}

const standalone = (svg: string): string => svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')

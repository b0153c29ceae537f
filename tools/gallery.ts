/**
 * Trang mẫu của ngôn ngữ hình ảnh: writes every part and whole sample screens as static pages and serves them on the
 * loopback address under the strict policy of the product. `node tools/gallery.ts [folder] [port]`.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAssets } from '../src/ui/assets.ts'
import { type Html, toText } from '../src/ui/html.ts'
import { boardPage } from './gallery/board.ts'
import { chartsPage } from './gallery/charts.ts'
import { collectPage } from './gallery/collect.ts'
import { forecastsPage } from './gallery/forecasts.ts'
import { sampleFrame } from './gallery/frame.ts'
import * as parts from './gallery/parts.ts'
import { reportPage } from './gallery/report.ts'

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const folder = process.argv[2] ?? join(tmpdir(), 'nguyen-khi-gallery')
const port = Number(process.argv[3] ?? 0)
const assets = await buildAssets()

const frame = (path: string, change = {}) => sampleFrame(assets.url, path, change)
const pages: Readonly<Record<string, Html>> = {
  '/dieu-hanh': boardPage(frame('/dieu-hanh')),
  '/bao-cao': reportPage(frame('/viec')),
  '/tong-hop/2026': collectPage(frame('/tong-hop/2026')),
  '/': parts.basicsPage(frame('/')),
  '/bieu-do': chartsPage(frame('/bieu-do')),
  '/cung-cau': forecastsPage(frame('/cung-cau')),
  '/bieu-mau': parts.formsPage(frame('/bieu-mau')),
  '/doi-chieu': parts.sourcePage(frame('/ke-hoach')),
  '/van-ban': parts.paperPage(frame('/bao-cao-tinh/2026')),
  '/luoi': parts.gridPage(frame('/quan-tri')),
  '/loi': parts.troublePage(frame('/loi')),
  '/dang-nhap': parts.signInPage(
    frame('/dang-nhap', {
      user: null,
      menu: [],
      search: undefined,
      noticesHref: undefined,
      period: undefined,
      asOf: undefined,
    }),
  ),
  '/gon': boardPage(frame('/dieu-hanh', { display: { text: 'normal', density: 'dense', rail: 'narrow', keys: 'on' } })),
  '/co-lon': collectPage(
    frame('/tong-hop/2026', { display: { text: 'larger', density: 'roomy', rail: 'wide', keys: 'on' } }),
  ),
}

await mkdir(folder, { recursive: true })
for (const [path, made] of Object.entries(pages)) {
  const name = path === '/' ? 'index' : path.slice(1).replaceAll('/', '-')
  await writeFile(join(folder, `${name}.html`), toText(made))
}

const server = createServer((request, response) => {
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  const asset = assets.get(path)
  const made = pages[path]
  response.setHeader('content-security-policy', POLICY)
  if (asset) {
    response.setHeader('content-type', asset.type)
    if (asset.br) response.setHeader('content-encoding', 'br')
    response.end(asset.br ?? asset.body)
  } else if (path === '/tim.json') {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify([{ label: 'Sở Y tế', href: '/bao-cao', note: 'Cơ quan' }]))
  } else if (path === '/nhap.json') {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ version: 8, time: '10:43' }))
  } else {
    response.statusCode = made ? 200 : 404
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(made ? toText(made) : '')
  }
})
server.listen(port, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${folder}\nhttp://127.0.0.1:${typeof address === 'object' ? address?.port : port}/\n`)
})

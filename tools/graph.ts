/**
 * Hình các mô-đun (`npm run graph`): docs/graph.svg and docs/graph.md, who takes what from whose `public.ts`, in the order
 * of the story. Arrows only ever point upward.
 */
import fs from 'node:fs'
import path from 'node:path'
import { MODULE_ORDER, type ModuleName } from '../src/module-order.ts'
import { MODULE_FILES, placeOf, ROOT, rankOf } from '../tests/architecture/tree.ts'

/** Where the picture and the list are kept. */
export const GRAPH_FILES = { svg: 'docs/graph.svg', md: 'docs/graph.md' } as const

type Edge = { readonly from: ModuleName; readonly to: ModuleName; readonly names: readonly string[] }

/** Names that each module takes from the doors of those above it. */
export function edgesOf(): Edge[] {
  const taken = new Map<string, Set<string>>()
  for (const f of MODULE_FILES)
    for (const i of f.imports) {
      const from = placeOf(f.path).module
      const to = i.target === null ? null : placeOf(i.target).module
      if (from === null || to === null || from === to) continue
      const key = `${from} ${to}`
      taken.set(key, (taken.get(key) ?? new Set()).add(i.name))
    }
  return [...taken]
    .map(([key, names]) => {
      const [from, to] = key.split(' ') as [ModuleName, ModuleName]
      return { from, to, names: [...names].sort() }
    })
    .sort((a, b) => rankOf(a.from) - rankOf(b.from) || rankOf(a.to) - rankOf(b.to))
}

const ROW = 44
const BOX = { x: 330, width: 190, height: 28 }

const middle = (m: ModuleName): number => 24 + rankOf(m) * ROW + BOX.height / 2

function arc(e: Edge): string {
  const [low, high] = [middle(e.from), middle(e.to)]
  const bend = BOX.x - 24 - (rankOf(e.from) - rankOf(e.to)) * 27
  const width = Math.min(3, 0.8 + e.names.length / 5).toFixed(1)
  return `<path d="M${BOX.x} ${low - 4} C${bend} ${low - 4} ${bend} ${high + 4} ${BOX.x - 2} ${high + 4}" stroke-width="${width}" marker-end="url(#mui-ten)"><title>${e.from} → ${e.to}: ${e.names.join(', ')}</title></path>`
}

function box(m: ModuleName): string {
  const top = middle(m) - BOX.height / 2
  return `<rect x="${BOX.x}" y="${top}" width="${BOX.width}" height="${BOX.height}" rx="4"/><text x="${BOX.x + BOX.width / 2}" y="${middle(m) + 4.5}">${m}</text>`
}

/** The picture. */
export function graphSvg(): string {
  const height = 24 + MODULE_ORDER.length * ROW
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="140 0 400 ${height}" width="400" height="${height}" role="img" aria-label="Các mô-đun và cửa chúng dùng">
<style>path{fill:none;stroke:#5b6b7b;opacity:.75}rect{fill:#f4f6f8;stroke:#1f4e79}text{font:13px system-ui,sans-serif;text-anchor:middle;fill:#16202a}</style>
<defs><marker id="mui-ten" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L6 3L0 6z" style="fill:#5b6b7b;stroke:none;opacity:1"/></marker></defs>
${edgesOf().map(arc).join('\n')}
${MODULE_ORDER.map(box).join('\n')}
</svg>
`
}

const linesOf = (m: ModuleName): number =>
  MODULE_FILES.filter((f) => placeOf(f.path).module === m).reduce((sum, f) => sum + f.text.split('\n').length - 1, 0)

/** The list. */
export function graphList(): string {
  const edges = edgesOf()
  const part = (m: ModuleName): string => {
    const above = edges.filter((e) => e.from === m)
    const takes = above.map((e) => `- từ \`${e.to}\`: ${e.names.map((n) => `\`${n}\``).join(', ')}`)
    return [
      `## ${rankOf(m) + 1}. \`${m}\``,
      '',
      above.length === 0 ? 'Không dùng mô-đun nào.' : 'Dùng:',
      ...(above.length === 0 ? [] : ['', ...takes]),
      '',
    ].join('\n')
  }
  return `# Các mô-đun và cửa chúng dùng\n\nSinh từ mã nguồn bằng \`npm run graph\`. Mô-đun chỉ dùng \`public.ts\` của mô-đun đứng trên.\n\n![Hình](graph.svg)\n\n${MODULE_ORDER.map(part).join('\n').trimEnd()}\n`
}

if (import.meta.main) {
  fs.writeFileSync(path.join(ROOT, GRAPH_FILES.svg), graphSvg())
  fs.writeFileSync(path.join(ROOT, GRAPH_FILES.md), graphList())
  console.log(`Đã ghi ${GRAPH_FILES.svg} và ${GRAPH_FILES.md}`)
  for (const m of MODULE_ORDER) console.log(`${m.padEnd(16)} ${linesOf(m)} dòng`)
}

/** Tệp PDF mẫu: the smallest files that hold what a test or a measurement needs; letters are Western ones. */

const HEAD = ['<</Type/Catalog/Pages 2 0 R>>']
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'
const BOX = '/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>'

/** A PDF of one page for each content stream; `trailer` is added to its trailer. */
export function plainPdf(contents: readonly string[], trailer = ''): Uint8Array<ArrayBuffer> {
  const kids = contents.map((_, i) => `${4 + i * 2} 0 R`).join(' ')
  const objects = [
    ...HEAD,
    `<</Type/Pages/Count ${contents.length}/Kids[${kids}]>>`,
    FONT,
    ...contents.flatMap((content, i) => [
      `<</Type/Page/Parent 2 0 R${BOX}/Contents ${5 + i * 2} 0 R>>`,
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    ]),
  ]
  let out = '%PDF-1.4\n'
  const places = objects.map((o, i) => {
    const at = out.length
    out += `${i + 1} 0 obj\n${o}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const end = `/Size ${objects.length + 1}/Root 1 0 R${trailer}`
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<<${end}>>`
  return Uint8Array.from(`${out}${table}\nstartxref\n${out.length}\n%%EOF`, (c) => c.charCodeAt(0))
}

/** The commands that write `text` at a place, points from the bottom left corner. */
export const drawn = (text: string, x: number, y: number, size = 12): string =>
  `BT /F ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/gu, '\\$&')}) Tj ET\n`

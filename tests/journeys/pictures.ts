/** Ảnh của tài liệu: taken while journeys run, so that they show the pages as they are (`npm run pictures`). */
import fs from 'node:fs'
import type { Page } from 'playwright-core'
import { SCREEN } from './page-checks.ts'

/** Pictures of the first page of the project; all others belong to the guides. */
const FRONT: readonly string[] = ['bang-dieu-hanh', 'nhap-bao-cao', 'tong-hop']

/** Widest picture of a guide; the text of a page of 1366 points is still read. */
const WIDEST = 1040
const QUALITY = 0.8

/** Keeps the page as it stands, from `from` (a selector) or its top; nothing unless NGUYEN_KHI_PICTURES asks for it. */
export async function keepPicture(
  page: Page,
  name: string,
  { height = 590, from }: { readonly height?: number; readonly from?: string },
): Promise<void> {
  if (process.env.NGUYEN_KHI_PICTURES !== '1') return
  const own = page.viewportSize() ?? SCREEN
  await page.evaluate(
    (place) => (place === null ? scrollTo(0, 0) : document.querySelector(place)?.scrollIntoView({ block: 'center' })),
    from ?? null,
  )
  const clip = { x: 0, y: 0, width: own.width, height: Math.min(own.height, height) }
  const bytes = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
  if (FRONT.includes(name)) return fs.writeFileSync(`docs/pictures/${name}.png`, bytes)
  fs.writeFileSync(`docs/huong-dan/anh/${name}.webp`, await smaller(page, bytes))
}

/** The picture as WebP, no wider than a guide shows it: the browser that took it can also write it. */
async function smaller(page: Page, png: Buffer): Promise<Buffer> {
  const blank = await page.context().newPage()
  try {
    const data = await blank.evaluate(
      async ({ source, widest, quality }) => {
        const image = new Image()
        image.src = source
        await image.decode()
        const scale = Math.min(1, widest / image.width)
        const canvas = document.createElement('canvas')
        canvas.width = Math.round(image.width * scale)
        canvas.height = Math.round(image.height * scale)
        const pen = canvas.getContext('2d')
        if (pen === null) throw new Error('a browser without a canvas')
        pen.imageSmoothingQuality = 'high'
        pen.drawImage(image, 0, 0, canvas.width, canvas.height)
        return canvas.toDataURL('image/webp', quality)
      },
      { source: `data:image/png;base64,${png.toString('base64')}`, widest: WIDEST, quality: QUALITY },
    )
    return Buffer.from(data.slice(data.indexOf(',') + 1), 'base64')
  } finally {
    await blank.close()
  }
}

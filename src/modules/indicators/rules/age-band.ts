/** Khoảng tuổi: "duoi-30", "30-39", "tu-60", as lists of people have them. */

/** The band in words; the code itself when it is none. */
export function ageBandLabel(band: string): string {
  const under = /^duoi-(\d+)$/.exec(band)
  if (under) return `Dưới ${under[1]} tuổi`
  const over = /^tu-(\d+)$/.exec(band)
  if (over) return `Từ ${over[1]} tuổi`
  const between = /^(\d+)-(\d+)$/.exec(band)
  return between ? `${between[1]} đến ${between[2]} tuổi` : band
}

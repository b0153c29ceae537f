/**
 * Dấu thanh và dấu mũ: a scan loses them or puts others in their place. Fixed words of the form of a document are looked
 * for with any marks; words of its content never are.
 */

const FAMILIES: readonly string[] = [
  'aàáảãạăằắẳẵặâầấẩẫậ',
  'eèéẻẽẹêềếểễệ',
  'iìíỉĩị',
  'oòóỏõọôồốổỗộơờớởỡợ',
  'uùúủũụưừứửữự',
  'yỳýỷỹỵ',
  'dđð',
]

const CLASSES = new Map<string, string>(
  FAMILIES.flatMap((family) => [...family].map((letter) => [letter, `[${family}${family.toUpperCase()}]`] as const)),
)

/** Source of a pattern for `words` with any marks, in any case of its marked letters; a blank stands for white space. */
export const anyMarks = (words: string): string =>
  [...words].map((c) => CLASSES.get(c.toLowerCase()) ?? (c === ' ' ? '\\s+' : c)).join('')

/** The text without marks, in capitals, as long as it was. */
export const plain = (text: string): string =>
  text
    .replace(/\P{ASCII}/gu, (c) => {
      const base = c === 'đ' || c === 'Đ' || c === 'Ð' ? 'D' : (c.normalize('NFD')[0] ?? c)
      return base.length === c.length ? base : c
    })
    .toUpperCase()

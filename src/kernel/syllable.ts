/**
 * Tiếng Việt viết đúng: whether a word is a possible Vietnamese syllable. Used as evidence of which code page a text is in;
 * not a dictionary.
 */

/** First consonants and the vowels that may follow them in writing (c/k, g/gh, ng/ngh share one sound each). */
const ONSETS =
  '(?:c(?=[aăâoôơuư])|k(?=[eêiy])|gh(?=[eêi])|g(?=[aăâoôơuưi])|ngh(?=[eêi])|ng(?=[aăâoôơuư])|gi(?=[aăâeêoôơuư])|qu(?=[aăâeêiơy]|ôc)|[bdđhlmnrstvx]|ch|kh|nh|ph|th|tr|p)?'

/** Rimes without tone. */
const RIMES = `
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y ych yên yêt yêm yêng yêu ynh yt
`
  .trim()
  .split(/\s+/u)

const SHAPE = new RegExp(`^${ONSETS}(${RIMES.join('|')})$`, 'u')
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu
/** A "y" alone as the vowel follows few consonants only. */
const LONE_Y = /^(?:[hklmstv]|qu|th)?y$/u
const Y_RIME = /^(?:qu)?y(?:ch|nh|t|ên|êt|êm|êng|êu)$/u

/** Whether `word` (any case, one word) is a possible Vietnamese syllable: "hội" is, "héi" is not. */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD')
  const tones = parts.match(TONES) ?? []
  if (tones.length > 1) return false
  const bare = parts.replace(TONES, '').normalize('NFC')
  const rime = SHAPE.exec(bare)?.[1]
  if (rime === undefined) return false
  if (rime === 'y' && !LONE_Y.test(bare)) return false
  if (rime.length > 1 && rime.startsWith('y') && !Y_RIME.test(bare)) return false
  // Syllables that end in a stop carry only the sharp or the heavy tone; a written "bac" without any is half a word.
  return !/(?:c|ch|p|t)$/u.test(rime) || tones[0] === '\u0301' || tones[0] === '\u0323'
}

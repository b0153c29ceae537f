/**
 * Giữ bản đã biên dịch: keeps what Node made of the sources (types stripped, code compiled) from one start to the next. Later starts
 * take half the time and some 25 MB less. Plain JavaScript, and loaded before the first TypeScript file (`node --import`): a single
 * file whose types must be stripped loads Node's whole stripper, another 13 MB.
 */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/nguyen-khi/bien-dich', import.meta.url)))

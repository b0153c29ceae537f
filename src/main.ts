/** Cửa vào của tiến trình: runs the command line, with what was compiled before. */
import '../bin/compile-cache.mjs'

await import('./command-line.ts')

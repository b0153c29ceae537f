/** Đo (`npm run bench -- pages`): one JSON document on stdout, a table for people on stderr. */
import { benchPages, tellPages } from './pages.ts'

const [name = ''] = process.argv.slice(2)
if (name === 'pages') {
  const found = await benchPages()
  process.stderr.write(`${tellPages(found)}\n`)
  process.stdout.write(`${JSON.stringify(found, null, 2)}\n`)
} else {
  process.stderr.write('Cách gọi: npm run bench -- pages\n')
  process.exitCode = 2
}

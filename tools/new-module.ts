/**
 * Mô-đun mới: `npm run new:module -- NAME "Tiêu đề"` writes a module with the same files as every other one: one page, one
 * right, one table, one rule with its test. Refuses a name that is taken.
 */
import fs from 'node:fs'
import path from 'node:path'
import { ROOT } from '../tests/architecture/tree.ts'

/** `work-plans` -> `workPlans`. */
export const camel = (name: string): string => name.replaceAll(/-(\w)/g, (_all, c: string) => c.toUpperCase())

/** `work-plans` -> `WorkPlans`. */
export const pascal = (name: string): string => camel(name).replace(/^\w/, (c) => c.toUpperCase())

/** Whether a name may stand in `module-order.ts`. */
export const isName = (name: string): boolean => /^[a-z]+(-[a-z]+)*$/.test(name)

/** `Sổ công tác` -> `/so-cong-tac`: the address of the first page. */
export const addressFor = (title: string): string =>
  `/${title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/đ/gi, 'd')
    .toLowerCase()
    .trim()
    .replaceAll(/[^a-z0-9]+/g, '-')}`

/** The files of a new module: path in the repository -> text. */
export function moduleFiles(name: string, title: string): Record<string, string> {
  const schema = name.replaceAll('-', '_')
  const item = `${pascal(name)}Row`
  const lower = title.toLowerCase()
  const files: Record<string, string> = {
    'README.md': `# ${title}\n\nMột đoạn: chuyện gì, ai làm, theo văn bản nào.\n\n- **Ai làm**: …\n- **Căn cứ**: …\n- **Luôn đúng**: …\n- Đọc trước: \`rules.test.ts\`.\n`,
    'words.ts': `/** Từ dùng của ${lower}. */

/** Trạng thái của một dòng. */
export type State = 'dang-lap' | 'da-xong'

/** Nhãn và nguồn của từng trạng thái. */
export const STATES: Readonly<Record<State, { readonly label: string; readonly source: string }>> = {
  'dang-lap': { label: 'Đang lập', source: 'Nêu văn bản' },
  'da-xong': { label: 'Đã xong', source: 'Nêu văn bản' },
}

/** Một dòng của ${lower}. */
export type ${item} = { readonly id: string; readonly name: string; readonly state: State }
`,
    'rules.ts': `/** Quy tắc của ${lower}: values in, decisions out. */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { State } from './words.ts'

/** Hoàn thành: refuses what is done already. */
export function finish(state: State): Decision<State> {
  if (state === 'da-xong') return refuse('conflict', '${name}.done', 'Việc này đã xong, không có gì thay đổi.')
  return accept('da-xong')
}
`,
    'rules.test.ts': `/** Quy tắc của ${lower}: one line = one sentence of the text it comes from. */
import { describe, expect, it } from 'vitest'
import { finish } from './rules.ts'

describe('Hoàn thành', () => {
  it('việc đang lập thì xong được', () => {
    expect(finish('dang-lap')).toMatchObject({ ok: true, value: 'da-xong' })
  })

  it('việc đã xong thì không làm lần nữa', () => {
    expect(finish('da-xong')).toMatchObject({ ok: false, code: '${name}.done' })
  })
})
`,
    'rights.ts': `/** Quyền đối với ${lower}: one sentence per right. */
import { right } from '../../kernel/right.ts'

/** Xem ${lower}. */
export const canSee${pascal(name)} = right({
  name: '${name}.see',
  sentence: 'Trang ${title} dành cho người đã đăng nhập.',
  ask: 'quản trị hệ thống của cơ quan',
  allows: (a) => a.kind !== 'anonymous',
})
`,
    'store.ts': `/** Ghi ${lower}: the only SQL that writes the schema \`${schema}\`. */
import type { Ctx } from '../../platform/action.ts'
import { run, sql } from '../../platform/database/sql.ts'

/** Adds a row of a body; its id. */
export async function insertRow(ctx: Ctx, unitId: string, name: string): Promise<string> {
  const id = ctx.newId()
  await run(ctx.tx, sql\`insert into ${schema}.item (id, unit_id, name) values (\${id}, \${unitId}, \${name})\`)
  return id
}
`,
    'views.ts': `/** Đọc ${lower}. */
import { rows, sql, type Tx } from '../../platform/database/sql.ts'
import type { ${item} } from './words.ts'

/** Every row within the reader's rights, by name. */
export const listRows = (tx: Tx): Promise<${item}[]> =>
  rows<${item}>(tx, sql\`select id, name, state from ${schema}.item order by name collate "C", id\`)
`,
    'pages/list.ts': `/** Trang ${title}. */
import { card } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import { type ${item}, STATES } from '../words.ts'

/** Every row with its state. */
export const listPage = (v: { rows: readonly ${item}[] }): Html => html\`\${head({ title: '${title}' })}
\${card({
  fit: 'flush',
  body: table({
    caption: '${title}',
    rows: v.rows,
    empty: 'Chưa có dòng nào.',
    columns: [
      { label: 'Tên', cell: (r) => r.name },
      { label: 'Trạng thái', cell: (r) => STATES[r.state].label },
    ],
  }),
})}\`
`,
    'routes.ts': `/** Đường dẫn của ${lower}. */
import { accept } from '../../kernel/result.ts'
import { nothing } from '../../platform/http/input.ts'
import { page, type Route } from '../../platform/http/route.ts'
import { listPage } from './pages/list.ts'
import { canSee${pascal(name)} } from './rights.ts'
import { listRows } from './views.ts'

/** The URL table. */
export const routes: readonly Route[] = [
  page({
    path: '${addressFor(title)}',
    title: '${title}',
    right: canSee${pascal(name)},
    input: nothing(),
    view: async (ctx) => accept({ rows: await listRows(ctx.tx) }),
    html: listPage,
  }),
]
`,
    'public.ts': `/** Cửa của mô-đun ${title}: what modules below may use. */
export { listRows } from './views.ts'
export type { ${item} } from './words.ts'
`,
    'module.ts': `/** Bản khai mô-đun ${title}. */
import type { Module } from '../../platform/module.ts'
import { canSee${pascal(name)} } from './rights.ts'
import { routes } from './routes.ts'

/** ${title}. */
export const ${camel(name)}: Module = {
  name: '${name}',
  title: '${title}',
  routes,
  rights: [canSee${pascal(name)}],
  facts: {},
  migrations: new URL('./migrations/', import.meta.url),
}
`,
    [`migrations/0001_${schema}.sql`]: `-- ${title}.
create schema ${schema};
grant usage on schema ${schema} to nguyen_khi_app;

create table ${schema}.item (
  id uuid primary key,
  province text not null default platform.province(),
  unit_id uuid not null,
  name text not null check (name <> ''),
  state text not null default 'dang-lap' check (state in ('dang-lap', 'da-xong')),
  version int not null default 1
);
select platform.protect('${schema}.item', 'unit_id');
`,
  }
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [`src/modules/${name}/${file}`, text]))
}

/** Writes files that are not there yet; refuses to touch any that is. */
export function writeFiles(files: Readonly<Record<string, string>>, root: string = ROOT): void {
  const taken = Object.keys(files).filter((f) => fs.existsSync(path.join(root, f)))
  if (taken.length > 0) throw new Error(`Đã có: ${taken.join(', ')}. Chọn tên khác; không ghi gì.`)
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    fs.writeFileSync(path.join(root, file), text)
  }
}

function main([name = '', title = '']: readonly string[]): void {
  if (!isName(name) || title.trim() === '')
    throw new Error('Cách dùng: npm run new:module -- ten-bang-tieng-anh "Tiêu đề"')
  if (fs.existsSync(path.join(ROOT, 'src/modules', name))) throw new Error(`Mô-đun ${name} đã có. Không ghi gì.`)
  writeFiles(moduleFiles(name, title))
  console.log(`Đã tạo src/modules/${name}. Tiếp theo:
  1. Thêm '${name}' vào src/module-order.ts, dưới mọi mô-đun nó cần.
  2. Thêm ${camel(name)} vào src/modules.ts ở cùng chỗ.
  3. npm run new:action -- ${name} ten-dong-tu "Nút bấm"
  4. Viết README.md, words.ts, rồi npm run words && npm run graph.`)
}

if (import.meta.main) {
  try {
    main(process.argv.slice(2))
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 2
  }
}

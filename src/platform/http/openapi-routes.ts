/** Đường dẫn của bản mô tả: the page for people and the document for programs, made once from the manifests. */
import { accept } from '../../kernel/result.ts'
import { anyone } from '../../kernel/right.ts'
import type { Module } from '../module.ts'
import { nothing } from './input.ts'
import { openApi, operationsOf } from './openapi.ts'
import { type ApiView, apiPage, DOCUMENT } from './openapi-page.ts'
import { download, page, type Route } from './route.ts'

/** Who may read the description: it tells rights, no data. */
export function describeApi(modules: readonly Module[]): Route[] {
  let made: { document: Uint8Array; view: ApiView } | null = null
  const described = () => {
    made ??= { document: Buffer.from(JSON.stringify(openApi(modules))), view: viewOf(modules) }
    return made
  }
  return [
    page({
      path: '/api',
      title: 'Giao diện lập trình',
      right: anyone,
      input: nothing(),
      view: async () => accept(described().view),
      html: apiPage,
    }),
    download({
      path: DOCUMENT,
      title: 'Bản mô tả giao diện lập trình',
      right: anyone,
      input: nothing(),
      file: async () =>
        accept({
          name: 'openapi.json',
          mediaType: 'application/json; charset=utf-8',
          bytes: described().document,
          inline: true,
        }),
    }),
  ]
}

function viewOf(modules: readonly Module[]): ApiView {
  const all = operationsOf(modules)
  return {
    modules: modules.map((m) => ({
      title: m.title,
      operations: all
        .filter((o) => o.module === m)
        .map((o) => ({
          method: o.method,
          path: o.path,
          title: o.title,
          right: o.route.right.sentence,
          inputs: Object.keys(o.fields.properties).map((name) => ({
            name,
            required: o.fields.required.includes(name),
          })),
          forMachines: o.route.kind === 'api',
        })),
    })),
  }
}

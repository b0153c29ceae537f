/**
 * Thứ tự các mô-đun: the story of the programme, and at once the menu, the import order and the schema order.
 * A module imports only the `public.ts` of modules above it. `modules.ts` gathers the manifests in this order.
 */
export const MODULE_ORDER = [
  'code-lists',
  'organisations',
  'accounts',
  'audit',
  'documents',
  'people',
  'duplicates',
  'imports',
  'cells',
  'own-record',
  'indicators',
  'quality',
  'programme',
  'tasks',
  'goals',
  'reporting',
  'proposals',
  'forecasting',
  'talent',
  'appraisal',
  'notices',
  'exchange',
  'board',
  'public-site',
] as const

/** Name of a module folder. */
export type ModuleName = (typeof MODULE_ORDER)[number]

/**
 * The whole wire: every route by its method and path. `web/` takes its types from here (`import type`), so that no schema is
 * ever loaded by a page; `http/` binds a handler to each, and refuses to start when one has none.
 */
import type { z } from 'zod'
import { ACCOUNTS } from './accounts.ts'
import { APPEALS } from './appeals.ts'
import { DIRECTORY } from './directory.ts'
import { PLATFORM } from './platform.ts'
import { POLICY } from './policy.ts'
import { PROGRAMS } from './programs.ts'
import { REVIEW } from './review.ts'
import { STAFF } from './staff.ts'
import { VERSIONS } from './versions.ts'
import { WEBHOOKS } from './webhooks.ts'
import type { Endpoint } from './words.ts'

export type * from './accounts.ts'
export type * from './appeals.ts'
export type * from './directory.ts'
export type * from './platform.ts'
export type * from './policy.ts'
export type * from './programs.ts'
export type * from './review.ts'
export type * from './staff.ts'
export type * from './versions.ts'
export type * from './webhooks.ts'
export type * from './words.ts'

export const API = {
  ...PLATFORM,
  ...ACCOUNTS,
  ...PROGRAMS,
  ...WEBHOOKS,
  ...VERSIONS,
  ...DIRECTORY,
  ...REVIEW,
  ...APPEALS,
  ...STAFF,
  ...POLICY,
} as const
export type Api = typeof API
/** 'GET /api/here' and so on. */
export type Route = keyof Api

type Of<E, Part extends 'params' | 'query' | 'body' | 'answer'> =
  E extends Endpoint<infer P, infer Q, infer B, infer A> ? { params: P; query: Q; body: B; answer: A }[Part] : never
/** What a caller sends and gets; `undefined` where there is nothing. */
export type ParamsIn<R extends Route> = z.input<Of<Api[R], 'params'>>
export type QueryIn<R extends Route> = z.input<Of<Api[R], 'query'>>
export type BodyIn<R extends Route> = z.input<Of<Api[R], 'body'>>
export type Answer<R extends Route> = z.output<Of<Api[R], 'answer'>>
/** What a handler gets once it is parsed. */
export type Params<R extends Route> = z.output<Of<Api[R], 'params'>>
export type Query<R extends Route> = z.output<Of<Api[R], 'query'>>
export type Body<R extends Route> = z.output<Of<Api[R], 'body'>>
export type Given<R extends Route> = z.input<Of<Api[R], 'answer'>>
